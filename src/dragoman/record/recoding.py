"""An event as a user says it should be coded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args

from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.events.event import CHANNELS, Event, Place, Reason, Status
from dragoman.record.days import first_day, last_day
from dragoman.texts.document import Granularity, Interval

FIELDS = ("event", "mode", "cameo", "status", "channel", "date", "place")


def checked(changes: Mapping[str, str]) -> dict[str, str]:
    """Changes of fields, as a user writes them: ``{"mode": "visit", "date": "2020-07-21"}``; an empty value takes away.

    :raises UsageError: there is no such field, or the value cannot stand in it.
    """
    if not changes:
        raise UsageError(f"Nothing to recode. Say what: --set FIELD=VALUE, where FIELD is one of {', '.join(FIELDS)}.")
    if strange := sorted(set(changes) - set(FIELDS)):
        raise UsageError(f"{strange[0]!r} cannot be recoded. Fields that can: {', '.join(FIELDS)}.")
    for name, value in changes.items():
        if name in _CHECKS:
            _CHECKS[name](value)
    return dict(changes)


def check_mode(event: Event, changes: Mapping[str, str]) -> None:
    """See that a mode is one of the event that it will stand with.

    :raises UsageError: it is not.
    """
    name, mode = changes.get("event", event.event), changes.get("mode")
    if mode and not name:
        raise UsageError(f"{event.id} has no PLOVER event, so it can have no mode. Give it one: --set event=NAME.")
    if mode and name:
        load().kind(name, mode)


def recoded(event: Event, changes: Mapping[str, str], *, user: str, note: str) -> Event:
    """The event with the changes, each with its reason; scores follow the codes."""
    why = f"recoded by {user}" + (f": {note}" if note else "")
    fields: dict[str, Any] = {
        name: _interval(value) if name == "date" else _place(value) if name == "place" else value or None
        for name, value in changes.items()
    }
    if "channel" in fields:
        fields["channel"] = fields["channel"] or "unspecified"
    book = load()
    if "event" in changes and event.mode not in (book.event(changes["event"]).modes if changes["event"] else ()):
        fields.setdefault("mode", None)  # the old one is a mode of another event
    made = replace(event, **fields, reasons=(*event.reasons, *(Reason(name, why) for name in changes)))
    if not {"event", "cameo"} & set(changes):
        return made
    return replace(made, goldstein=book.goldstein(made.cameo), quad=book.quad(made.event) if made.event else None)


def confirmed(event: Event, *, user: str, note: str) -> Event:
    """The event as it is, beyond doubt."""
    why = f"by {user}: {note}" if note else f"by {user}"
    return replace(event, confidence=1.0, reasons=(*event.reasons, Reason("confirmed", why)))


def _event(value: str) -> None:
    if value and value not in load().events:
        raise UsageError(f"{value!r} is no PLOVER event. `dragoman codebook events` lists them.")


def _cameo(value: str) -> None:
    load().code(value)


def _status(value: str) -> None:
    if value not in get_args(Status):
        raise UsageError(f"{value!r} is no status. Use one of {', '.join(get_args(Status))}.")


def _channel(value: str) -> None:
    if value and value not in CHANNELS:
        raise UsageError(f"{value!r} is no channel. Use one of {', '.join(CHANNELS)}.")


def _interval(value: str) -> Interval:
    """``2020-07-21``, ``2020-07``, ``2020``, two of them with ``/`` between, or nothing for an unknown date."""
    if not value:
        return Interval()
    start, _, end = value.partition("/")
    first, last = first_day(start), last_day(end or start)
    if first > last:
        raise UsageError(f"The date {value!r} ends before it begins: swap the two.")
    lengths: dict[int, Granularity] = {4: "year", 7: "month", 10: "day"}
    granularity = "interval" if end else lengths[len(start)]
    return Interval(first, last, granularity, "given", how="given by the user")


def _date(value: str) -> None:
    _interval(value)


def _place(value: str) -> Place | None:
    return Place(value) if value else None


_CHECKS: dict[str, Callable[[str], None]] = {
    "event": _event,
    "cameo": _cameo,
    "status": _status,
    "channel": _channel,
    "date": _date,
}
