"""Figures: the numbers a document names: what each counts, how exact, which way it moves, when, and who says so.

"Trade grew by over 20 percent in 2020."     20 > percent, increase, of "Trade", in 2020
"their ninth trip in two years"              9 = trip
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import load_agreements
from dragoman.codebook.units import Units
from dragoman.events.agreement_group import speakers_of
from dragoman.events.agreement_parties import Parties
from dragoman.events.circumstances import Circumstances
from dragoman.events.dates import RawTime
from dragoman.events.event import Reason, Statement
from dragoman.events.figure import Comparator, Figure
from dragoman.events.figure_change import Change, change_of, changes_alone
from dragoman.events.figure_numbers import Number, find_numbers
from dragoman.events.figure_period import base_of, is_date, period_of
from dragoman.events.figure_subject import countries_of, kind_of
from dragoman.events.figure_units import Counted, counted
from dragoman.events.meant import Actors
from dragoman.events.sides import Sides
from dragoman.events.syntax import after, subject
from dragoman.texts.document import Interval, content_id
from dragoman.texts.parsed import Token

Times = Mapping[RawTime, Interval]
_LONGEST = 12  # tokens of what is measured
_REACHING = frozenset("reach total exceed hit amount stand be surpass average remain top".split())
_WITH = ("with", "to", "from", "by", "for")


def find_figures(
    reading: Reading, units: Units, look: Circumstances, statements: Sequence[Statement] = ()
) -> tuple[Figure, ...]:
    """The figures of a document in the order of the text. A range gives two, its ends.

    None are: dates, ages, clock times, names ("Resolution 2231"), "two sides", "one of", what is vague ("dozens").
    ``statements`` are asked who says so.
    """
    parties = Parties(reading, load_agreements())
    found = [
        figure
        for index in sorted(reading.parsed)
        if not reading.sentences[index].boilerplate
        for figure in _Sentence(reading, index, units, look, statements, parties).figures()
    ]
    return tuple({figure.id: figure for figure in found}.values())


class _Sentence:
    """The figures of one sentence."""

    def __init__(
        self, reading: Reading, index: int, units: Units, look: Circumstances, statements: Sequence[Statement],
        named: Parties,
    ) -> None:  # fmt: skip
        self._reading, self._index, self._units = reading, index, units
        self._look, self._statements, self._named = look, statements, named
        self._doc = reading.parsed[index]

    def figures(self) -> Iterator[Figure]:
        numbers = list(find_numbers(self._doc.text, self._units))
        times = self._look.times(self._index) if numbers else {}
        seen = []
        for number in numbers:
            what = counted(self._doc, number, self._units)
            if what is None or is_date(self._doc.text, number, what.unit, times):
                continue
            change = change_of(what, self._units)
            if change is not None:
                seen.append(change.word)
            yield from self._ends(number, what, change)
        for change in changes_alone(self._doc, seen, self._units):
            yield self._figure(change.factor, "=" if change.factor else None, None, change, None)

    def _ends(self, number: Number, what: Counted, change: Change | None) -> Iterator[Figure]:
        """One figure; of a range its two ends; of "from 3 to 5" what it was and what it has come to."""
        moved = self._doc.text[: number.start].lower().rstrip().endswith("from")
        if number.high is None:
            found = self._figure(number.value, number.comparator, what, change, number)
            yield replace(found, direction=None) if moved else found
            return
        low: Comparator = "=" if moved and change is not None else ">="
        high: Comparator = "=" if moved and change is not None else "<="
        first = self._figure(number.value, low, what, change, number)
        yield replace(first, direction=None) if moved else first
        yield self._figure(number.high, high, what, change, number)

    def _figure(
        self, value: float | None, comparator: Comparator | None, what: Counted | None, change: Change | None,
        number: Number | None,
    ) -> Figure:  # fmt: skip
        measured = _measured(what, change, self._units)
        word = what.token if what is not None else change.word if change is not None else self._doc[0]
        first, last = self._place(what, change)
        span = self._reading.span(self._index, first, last)
        unit = what.unit if what is not None else "fold" if value is not None else None
        times = self._look.times(self._index)
        document = self._reading.document.id
        parties = self._parties(measured, what)
        countries, why = countries_of(self._reading, parties, self._index, self._named)
        currency = number.currency if number is not None else None
        return Figure(
            id=content_id("f", document, span.start, span.end, value, comparator),
            document=document,
            value=int(value) if value is not None and value == int(value) else value,
            comparator=comparator,
            unit=unit,
            direction=change.direction if change is not None else None,
            evidence=(span,),
            currency=currency,
            measures=self._words(measured),
            parties=parties,
            period=period_of(self._doc, word, times, self._units),
            base=base_of(self._doc.text, times, self._units),
            said_by=speakers_of((span,), self._statements),
            reasons=(*_reasons(what, change), *((Reason("countries", why),) if why else ())),
            figure_kind=kind_of(word, measured, unit, self._units, bare=bool(currency)),
            countries=countries,
            ordinal=number is not None and number.ordinal,
        )

    def _place(self, what: Counted | None, change: Change | None) -> tuple[int, int]:
        if what is not None:
            return what.first, what.last
        tokens = [t.i for t in (change.measured, change.word) if t is not None] if change is not None else [0]
        return min(tokens), max(tokens) + 1

    def _words(self, measured: Token | None) -> str:
        """What is counted, in the text's words: the noun, what stands before it, and "of", "with" or "in" after it."""
        if measured is None:
            return ""
        first, last = measured.left_edge.i, measured.i + 1
        for c in measured.children:
            if c.dep_ == "prep" and c.i == last and c.right_edge.i - first < _LONGEST:
                last = c.right_edge.i + 1
        words = self._doc[max(first, measured.i - _LONGEST) : last].text
        verb = measured.head
        harmed = verb.lemma_ in self._units.harming and (
            measured.dep_ == "nsubjpass" or verb.lemma_ in ("kill", "wound")
        )
        return f"{words} {verb.text}" if harmed and measured.dep_ in ("nsubjpass", "dobj") else words

    def _parties(self, measured: Token | None, what: Counted | None) -> Actors:
        """Of whom, with whom: "Russia's imports from Iran", "trade between the two", "120 Turkish soldiers"."""
        sides = Sides(self._reading, self._index)
        found: list[str] = []
        for token in dict.fromkeys(t for t in (measured, what.noun if what is not None else None) if t is not None):
            found += sides.between(token, None) or sides.meant(token)
            found += [a for word in _WITH for t in after(token, word) for a in sides.meant(t)]
        return tuple(dict.fromkeys(found))


def _measured(what: Counted | None, change: Change | None, units: Units) -> Token | None:
    if change is not None and change.measured is not None:
        return change.measured
    if change is not None and change.word.tag_.startswith("N"):
        # "in the table of exports there is a 3% rise"
        before = reversed(change.word.doc[: change.word.i])
        named = next((t for t in before if t.tag_.startswith("N") and t.lemma_.lower() in units.measured), None)
        if named is not None:
            return named
    if what is None or what.noun is not None:
        return what.noun if what is not None else None
    return _beside(what)


def _beside(what: Counted) -> Token | None:
    """ "20 percent of its gas", "$3 billion in aid", "a $3 billion deal", "trade reached $17 billion" """
    token = what.token
    for _ in range(3):
        found = (t for word in ("of", "in", "worth") for t in after(token, word) if t.tag_.startswith("N"))
        inner = next(found, None)
        if inner is not None:
            return inner
        if token.head.lemma_ in _REACHING and token.head.tag_.startswith("V"):
            return subject(token.head)
        if token.head.i == token.i or token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"):
            return None
        token = token.head
        if token.tag_.startswith("N") and token.i >= what.last:
            return token
    return None


def _reasons(what: Counted | None, change: Change | None) -> Iterator[Reason]:
    if what is not None:
        yield Reason("unit", f"“{what.noun.text if what.noun is not None else what.unit}” is what is counted")
    if change is not None:
        yield Reason("direction", f"“{change.word.text}”")
