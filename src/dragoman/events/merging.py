"""One event a deed: what several clauses of one document tell of the same deed becomes one event with all its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.actors.reading import Reading
from dragoman.events.event import Event
from dragoman.texts.document import Interval

# Talk has its own content each time; deeds of these kinds between the same sides on the same day are one.
_DEEDS = frozenset(
    {
        "CONSULT",
        "SANCTION",
        "COERCE",
        "ASSAULT",
        "MOBILIZE",
        "AID",
        "COOPERATE",
        "RETREAT",
        "CONCEDE",
        "REJECT",
        "SUPPORT",
        "ACCUSE",
        "THREATEN",
        "PROTEST",
        "REQUEST",
    }
)


def merge(events: Iterable[Event], reading: Reading) -> tuple[Event, ...]:
    """Events in order of their first evidence, tellings of one deed joined; the best dated and named telling leads."""
    kept: list[Event] = []
    for event in events:
        for i, other in enumerate(kept):
            if _same(event, other, reading):
                kept[i] = _joined(other, event, reading)
                break
        else:
            kept.append(event)
    return tuple(kept)


def _states(ids: Iterable[str], reading: Reading) -> frozenset[str]:
    return frozenset(reading.actors[a].country or a for a in ids)


def _same(a: Event, b: Event, reading: Reading) -> bool:
    if a.event == b.event == "AGREE" and a.status == b.status == "called-for" and a.cameo == b.cameo:
        return _same_wish(a, b, reading)
    settled = a.event in _DEEDS or (a.event == "AGREE" and a.status == "occurred")
    if not settled or a.event != b.event or a.status != b.status:
        return False
    if a.event == "CONSULT":
        return _same_contact(a, b, reading)
    if _states(a.actors, reading) != _states(b.actors, reading) or _states(a.recipients, reading) != _states(
        b.recipients, reading
    ):
        return False
    return a.cameo == b.cameo and _dates_agree(a, b)


def _same_wish(a: Event, b: Event, reading: Reading) -> bool:
    """Wishes voiced in one call or meeting by both sides: the same parties, or one naming a third as well."""
    left, right = (_states((*e.actors, *e.recipients), reading) for e in (a, b))
    return a.channel == b.channel and len(left & right) > 1 and (left <= right or right <= left)


def _same_contact(a: Event, b: Event, reading: Reading) -> bool:
    if _states((*a.actors, *a.recipients), reading) != _states((*b.actors, *b.recipients), reading):
        return False
    if not _dates_agree(a, b) or not _people_agree(a, b, reading):
        return False
    return (
        a.channel == b.channel
        or "unspecified" in (a.channel, b.channel)
        or {a.channel, b.channel} <= {"in_person_meeting", "negotiations", "consultations"}
    )


def _people_agree(a: Event, b: Event, reading: Reading) -> bool:
    """No state is spoken for by two different named people."""

    def people(event: Event) -> dict[str | None, set[str]]:
        found: dict[str | None, set[str]] = {}
        for i in (*event.actors, *event.recipients, *event.third_parties):
            if reading.actors[i].actor_kind in ("person", "office"):
                found.setdefault(reading.actors[i].country, set()).add(i)
        return found

    left, right = people(a), people(b)
    return all(left[c] & right[c] for c in left.keys() & right.keys())


def _dates_agree(a: Event, b: Event) -> bool:
    if "stated" in (a.date.basis, b.date.basis) or a.date.words and b.date.words:
        if not (a.date.words and b.date.words):
            return True
        return not (a.date.start and b.date.end and a.date.start[:10] > b.date.end[:10]) and not (
            b.date.start and a.date.end and b.date.start > a.date.end
        )
    return True


def _vagueness(date: Interval) -> tuple[bool, int]:
    """A date with words of its own before one without, a day before a month before a stretch of time."""
    return date.words is None, ("day", "part_of_day", "month", "year", "interval", "open").index(date.granularity)


def _joined(first: Event, second: Event, reading: Reading) -> Event:
    """The telling that names people leads; evidence of both."""

    def named(event: Event) -> int:
        return sum(reading.actors[a].actor_kind == "person" for a in (*event.actors, *event.recipients))

    rank = [
        (bool(e.third_parties), named(e)) for e in (first, second)
    ]  # who sent the letter is told where its bearer is
    lead, other = (first, second) if rank[0] >= rank[1] else (second, first)
    date = min((lead.date, other.date), key=_vagueness)
    coded = lead if lead.mode or not other.mode else other
    return replace(
        lead, id=first.id, date=date, third_parties=lead.third_parties or other.third_parties, cameo=coded.cameo, goldstein=coded.goldstein, coded_by=coded.coded_by, place=lead.place or other.place, evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        channel=coded.channel if coded.channel != "unspecified" else (lead.channel if lead.channel != "unspecified" else other.channel),
        mode=coded.mode,
        level=tuple(dict.fromkeys((*lead.level,))), reasons=tuple(dict.fromkeys((*first.reasons, *second.reasons))),
        confidence=max(first.confidence, second.confidence),
    )  # fmt: skip
