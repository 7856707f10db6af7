"""Denials and confirmations: which statements answer others' words, and which event or statement they answer.

"Ruritania denied the report": the report is whatever somebody else said before; "denied that it had attacked": the
attack, told as an event or by somebody else. Likeness is judged by the beginnings of the words that carry meaning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dragoman.actors.reading import Reading
from dragoman.codebook.sourcing import Sourcing
from dragoman.events.event import Act, Event, Statement
from dragoman.events.said import Said
from dragoman.events.syntax import child
from dragoman.texts.document import Span
from dragoman.texts.parsed import Token

Answered = TypeVar("Answered", Event, Statement)
_IT = frozenset({"it", "this", "that"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters that "attacked" and "attacks", "deliveries" and "delivered" share
_EMPTY = frozenset(
    """about after again against before being between could during every from have having more most never other over
    said same should some such than that their them then there these they this those under until were what when where
    which while will with would been into only also because country countries""".split()
)
_ALIKE = 0.5  # share of the words of the shorter that both must have
_REACH = 12  # statements back to which "the report" may reach


def act(reading: Reading, said: Said, words: Sourcing) -> Act | None:
    """Whether what is said denies or confirms; ``None`` for most."""
    if said.cue is None:
        return None
    doc = reading.parsed[said.sentence]
    verb = doc[said.saying.head]
    inside = [t for low, high in said.saying.content for t in doc[low:high]]
    if verb.lemma_ in words.denial.verbs:
        return "denial"
    if verb.lemma_ in words.confirmation.verbs:
        return "confirmation"
    if verb.lemma_ in words.denial.of_claims and any(t.lemma_ in words.claims and t.head == verb for t in inside):
        return "denial"
    return next((a for t in inside if (a := _judged(t, verb, words))), None)


def _judged(quality: Token, verb: Token, words: Sourcing) -> Act | None:
    """What is said of a claim: "the report is false", "called the report a lie", "it is not true"."""
    word = quality.lower_  # every word of every statement is asked: its base form would cost more than all the rest
    false, true = word in words.denial.said, word in words.confirmation.said
    if not (false or true):
        return None
    up = quality.head
    if up.lemma_ != "be":
        described = verb.lemma_ in words.denial.of_claims and (up == verb or up.lower_ == "as")
        about = any(t.lemma_ in words.claims or t.lower_ in _IT for t in verb.subtree)
        return "denial" if false and described and about else None
    subject = child(up, "nsubj")
    if subject is None or not (subject.lemma_ in words.claims or subject.lower_ in _IT):
        return None
    return "denial" if false != (child(up, "neg") is not None) else "confirmation"


@dataclass(frozen=True, slots=True)
class Answer:
    """``statement`` denies or confirms ``target``, the id of an event or of another statement."""

    act: Act
    statement: str
    target: str


def with_answers(
    reading: Reading, events: Sequence[Event], statements: Sequence[Statement], words: Sourcing
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """Events and statements that know which denial or confirmation points at them, and the statements what they answer.

    Nothing is changed where nobody denies or confirms.
    """
    if not any(s.act for s in statements):
        return tuple(events), tuple(statements)
    found = [answer for s in statements if s.act for answer in _Answers(reading, events, statements, words).of(s)]
    to, by = _grouped(found, "statement"), _grouped(found, "target")
    return (
        tuple(_told_of(event, by) for event in events),
        tuple(
            replace(_told_of(s, by), denies=to["denial"][s.id], confirms=to["confirmation"][s.id]) for s in statements
        ),
    )


def _grouped(found: Iterable[Answer], key: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each act, the ids at the other end by the id at this one."""
    out: dict[str, dict[str, tuple[str, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for a in found:
        here, there = (a.statement, a.target) if key == "statement" else (a.target, a.statement)
        if there not in out[a.act][here]:
            out[a.act][here] += (there,)
    return out


def _told_of(thing: Answered, by: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Answered:
    denied, confirmed = by["denial"][thing.id], by["confirmation"][thing.id]
    return replace(thing, denied_by=denied, confirmed_by=confirmed) if denied or confirmed else thing


class _Answers:
    """What the answers of one document may point at."""

    def __init__(
        self, reading: Reading, events: Sequence[Event], statements: Sequence[Statement], words: Sourcing
    ) -> None:
        self._reading, self._events, self._statements, self._words = reading, events, statements, words

    def of(self, answer: Statement) -> list[Answer]:
        """The events and the statement that are most like it; for "the claim", the last words of somebody else."""
        assert answer.act is not None
        wanted = self._stems(answer.content)
        targets = [e.id for e in self._events if self._tells(e, answer, wanted)]
        before = [s for s in self._statements if self._earlier(s, answer)][-_REACH:]
        like = [s for s in before if _alike(wanted, self._stems(s.content))]
        if not like and not targets and self._claimed(answer):
            like = [s for s in before if self._owned(s, answer)] or before
        return [Answer(answer.act, answer.id, target) for target in (*targets, *(s.id for s in like[-1:]))]

    def _tells(self, event: Event, answer: Statement, wanted: frozenset[str]) -> bool:
        """Whether the event is what is answered: told in the very words, or before in words like them."""
        places = [e.span for e in event.evidence if e.field is None]
        if any(piece.holds(place) for piece in answer.content for place in places):
            return True
        if not places or places[0].end > answer.content[0].start:
            return False
        named = self._said(answer) & self._words.deeds.get(event.event or "", frozenset())
        return bool(named) or _alike(wanted, self._stems(places))

    def _earlier(self, other: Statement, answer: Statement) -> bool:
        """Whether it was said before, by another; nobody denies his own side."""
        before = other.content[0].start < answer.content[0].start and other.speakers != answer.speakers
        own = answer.act == "denial" and self._countries(other) & self._countries(answer)
        return before and not other.act and not own

    def _claimed(self, answer: Statement) -> bool:
        """Whether it speaks of a claim, or of "it" or "that" alone."""
        said = self._said(answer)
        return len(said) <= 5 or any(w in self._words.claims or w.removesuffix("s") in self._words.claims for w in said)

    def _said(self, statement: Statement) -> frozenset[str]:
        return frozenset(w.casefold() for span in statement.content for w in re.findall(r"\w+", self._text(span)))

    def _countries(self, statement: Statement) -> set[str]:
        found = (self._reading.actors[a].country for a in statement.speakers if a in self._reading.actors)
        return {country for country in found if country}

    def _owned(self, other: Statement, answer: Statement) -> bool:
        """Whether the one who spoke is named in the answer ("Ruritania's claim")."""
        return bool(self._countries(other) & set(answer.about))

    def _stems(self, spans: Iterable[Span]) -> frozenset[str]:
        """Beginnings of the words that carry meaning; names do not tell one claim about Ruritania from another."""
        words = (w for span in spans for w in _WORD.findall(self._text(span)) if w.islower())
        return frozenset(w[:_STEM] for w in words if w not in _EMPTY and w.removesuffix("s") not in self._words.claims)

    def _text(self, span: Span) -> str:
        return self._reading.document.text[span.start : span.end]


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    smaller = min(len(a), len(b))
    return smaller > 0 and len(a & b) >= min(2, smaller) and len(a & b) >= _ALIKE * smaller
