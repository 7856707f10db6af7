"""One agreement put together from all places of a document that speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import ON_THE_WAY, STAGES, AgreementKind, Agreements, Instrument
from dragoman.events.agreement import Agreement, StageChange, Terms
from dragoman.events.agreement_mentions import Found
from dragoman.events.agreement_stages import Told, stage_of
from dragoman.events.agreement_terms import terms_of
from dragoman.events.circumstances import Circumstances
from dragoman.events.event import Reason, Statement
from dragoman.texts.document import Span, content_id

_NO_NAME = frozenset({"", "a", "an", "the", "their", "its", "his", "her", "our", "this", "that", "these", "those"})
_MANY = 9  # parties of what many have signed


@dataclass(slots=True)
class Group:
    """Mentions of one agreement while a document is read."""

    instrument: str | None
    family: str
    kind: AgreementKind
    parties: tuple[str, ...]
    topics: frozenset[str]
    plural: bool
    new: bool
    guessed: bool
    bodies: frozenset[str] = frozenset()
    mentions: list[Found] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def agreement_of(
    reading: Reading, group: Group, agreements: Agreements, look: Circumstances, statements: Sequence[Statement]
) -> Agreement:
    named = agreements.instruments.get(group.instrument or "")
    stage, why = stage_of(group.told, parties=_how_many(group, named), family=group.family, mentions=group.mentions)
    terms = terms_of(reading, group.mentions, group.told, look, made=stage not in ON_THE_WAY)
    instrument = named or _signed_then(group, terms, agreements)
    places = tuple(dict.fromkeys(m.span for m in group.mentions))
    document = reading.document.id
    canonical = content_id("y", *([instrument.id] if instrument else _identity(group)))
    return Agreement(
        id=content_id("g", document, canonical, *((p.start, p.end) for p in places[:1])),
        document=document,
        name=named.name if named else _name(group.mentions),
        agreement_kind=group.kind,
        parties=group.parties,
        stage=stage,
        mentions=places,
        canonical=canonical,
        stage_changes=tuple(_changes(group.told, statements)),
        terms=terms,
        instrument=instrument.id if instrument else None,
        said_by=speakers_of(places, statements),
        family=group.family,
        topics=tuple(sorted(_telling(group))),
        reasons=(Reason("stage", why), *_names(group, instrument)),
    )


def _how_many(group: Group, instrument: Instrument | None) -> int:
    if instrument is None:
        return len(group.parties)
    return _MANY if instrument.open else len(instrument.parties)


def _identity(group: Group) -> Iterator[object]:
    yield group.family
    yield sorted(group.parties)
    yield sorted(_telling(group))
    yield group.plural, group.new


def _telling(group: Group) -> frozenset[str]:
    """What tells it from others of its family: of sanctions the bodies that lay them on, else its topics."""
    return group.bodies if group.family == "sanctions" else group.topics


def _name(mentions: Iterable[Found]) -> str:
    """The description that says most, without its article."""
    best = max(mentions, key=lambda m: (len(m.topics), len(m.words.split())))
    words = best.words.split()
    while len(words) > 1 and words[0].lower().strip("[]") in _NO_NAME:
        words = words[1:]
    return " ".join(words)


def _names(group: Group, instrument: Instrument | None) -> Iterator[Reason]:
    if group.instrument:
        yield Reason("name", f"“{group.mentions[0].words}” is a name of {group.instrument} in the codebook")
    elif instrument is not None:
        yield Reason("name", f"of these parties and signed then: {instrument.name}, {instrument.id} in the codebook")


def _signed_then(group: Group, terms: Terms, agreements: Agreements) -> Instrument | None:
    """The one instrument of just these parties that was signed in the month that the text tells; a year is too much."""
    if group.family != "agreement" or group.plural or terms.signed.granularity not in ("day", "month"):
        return None
    first, last = terms.signed.start or "", terms.signed.end or ""
    found = [
        instrument
        for instrument in agreements.instruments.values()
        if set(instrument.parties) == set(group.parties) and first <= (instrument.signed or "") <= last
    ]
    return found[0] if len(found) == 1 else None


def _changes(told: Sequence[Told], statements: Sequence[Statement]) -> Iterator[StageChange]:
    """Steps told, each once, in the order of their dates; those without a date first.

    One that is told again without a day of its own ("since it left the deal") is the one told with its day.
    """
    seen: set[tuple[object, ...]] = set()
    dated = {(t.step, t.status) for t in told if _own_day(t)}
    for one in sorted((t for t in told if t.changes), key=_in_time):
        key = (one.step, one.status, one.date.start, one.date.end)
        again = not _own_day(one) and (one.step, one.status) in dated
        if one.step is not None and key not in seen and not again:
            seen.add(key)
            yield StageChange(one.step, one.date, one.status, one.span, speakers_of((one.word,), statements))


def _own_day(told: Told) -> bool:
    return told.date.words is not None and told.span.holds(told.date.words)


def _in_time(told: Told) -> tuple[object, ...]:
    return told.date.start or told.date.end or "", told.order, STAGES.index(told.step or told.stage)


def speakers_of(places: Iterable[Span], statements: Sequence[Statement]) -> tuple[str, ...]:
    """Actors in whose words a place stands: those of the innermost statement that holds it."""
    found: list[str] = []
    for place in places:
        holding = [s for s in statements if any(piece.holds(place) for piece in s.content)]
        if holding:
            found += min(holding, key=lambda s: sum(map(len, s.content))).speakers
    return tuple(dict.fromkeys(found))
