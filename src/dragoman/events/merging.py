"""One event a deed: tellings of one deed in several clauses of a document become one event with all their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.actors.reading import Reading
from dragoman.events.event import Event, Place
from dragoman.texts.document import Interval

_GRAINS = ("day", "part_of_day", "month", "year", "interval", "open")
_TALKS = frozenset({"in_person_meeting", "negotiations", "consultations"})


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


def _sides(event: Event, reading: Reading) -> frozenset[str]:
    return _states((*event.actors, *event.recipients), reading)


def _same(a: Event, b: Event, reading: Reading) -> bool:
    """Talk has its own content each time, unless it is the same wish or was settled; deeds of one kind between the
    same sides on days that agree are one."""
    if a.event != b.event or a.status != b.status:
        return False
    if a.event == "CONSULT":
        return _same_contact(a, b, reading)
    if a.event == "AGREE" and a.status == "called-for":
        return a.cameo == b.cameo and _same_wish(a, b, reading)
    if a.event is None or (a.event == "AGREE" and a.status != "occurred"):
        return False
    sides = all(
        _states(x, reading) == _states(y, reading) for x, y in ((a.actors, b.actors), (a.recipients, b.recipients))
    )
    return sides and a.cameo == b.cameo and _dates_agree(a.date, b.date)


def _same_wish(a: Event, b: Event, reading: Reading) -> bool:
    """Wishes voiced in one call or meeting by both sides: the same parties, or one naming a third as well. A wish that
    both voice together is not the one that the first voiced to the other."""
    left, right = _sides(a, reading), _sides(b, reading)
    once = a.channel == b.channel and bool(a.recipients) == bool(b.recipients) and _dates_agree(a.date, b.date)
    return once and len(left & right) > 1 and (left <= right or right <= left)


def _same_contact(a: Event, b: Event, reading: Reading) -> bool:
    channels = {a.channel, b.channel}
    alike = len(channels) == 1 or "unspecified" in channels or channels <= _TALKS
    same_sides = _sides(a, reading) == _sides(b, reading)
    return alike and same_sides and _dates_agree(a.date, b.date) and _people_agree(a, b, reading)


def _people_agree(a: Event, b: Event, reading: Reading) -> bool:
    """No state is spoken for by two different named people."""
    left, right = _people(a, reading), _people(b, reading)
    return all(left[c] & right[c] for c in left.keys() & right.keys())


def _people(event: Event, reading: Reading) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {}
    for i in (*event.actors, *event.recipients, *event.third_parties):
        if reading.actors[i].actor_kind in ("person", "office"):
            found.setdefault(reading.actors[i].country, set()).add(i)
    return found


def _dates_agree(a: Interval, b: Interval) -> bool:
    """Dates that each telling gives in words of its own must overlap; else nothing speaks against one day."""
    if not (a.words and b.words and a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def _vagueness(date: Interval) -> tuple[bool, int]:
    """A date with words of its own before one without, a day before a month before a stretch of time."""
    return date.words is None, _GRAINS.index(date.granularity)


def _rank(event: Event, reading: Reading) -> tuple[bool, int]:
    """Who sent the letter is told where its bearer is; then the telling that names most people leads."""
    named = sum(reading.actors[a].actor_kind == "person" for a in (*event.actors, *event.recipients))
    return bool(event.third_parties), named


def _joined(first: Event, second: Event, reading: Reading) -> Event:
    """One event of two tellings: sides of the better one, codes of the finer one, evidence and reasons of both."""
    in_order = (first, second) if _rank(first, reading) >= _rank(second, reading) else (second, first)
    lead, other = in_order
    coded = lead if lead.mode or not other.mode else other
    channels = [e.channel for e in (coded, lead, other) if e.channel != "unspecified"]
    return replace(
        lead,
        id=first.id,
        mode=coded.mode,
        cameo=coded.cameo,
        goldstein=coded.goldstein,
        coded_by=coded.coded_by,
        channel=channels[0] if channels else "unspecified",
        date=min((lead.date, other.date), key=_vagueness),
        place=_finer(lead.place, other.place, reading),
        third_parties=lead.third_parties or other.third_parties,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        reasons=tuple(dict.fromkeys((*first.reasons, *second.reasons))),
        confidence=max(first.confidence, second.confidence),
    )


def _finer(first: Place | None, second: Place | None, reading: Reading) -> Place | None:
    """The city before the state that it lies in."""
    if first is None or second is None or first.country != second.country:
        return first or second
    states = {
        m.words for a in reading.actors.values() if a.actor_kind == "state" for m in a.mentions if m.form == "name"
    }
    return second if first.name in states and second.name not in states else first
