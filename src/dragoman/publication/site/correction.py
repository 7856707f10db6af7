"""The form by which a reader corrects an event, and what it sends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, get_args

from fastapi import Form, Request

from dragoman.codebook.codebook import Codebook
from dragoman.errors import UsageError
from dragoman.events.event import Event, Status
from dragoman.publication.gate.entry import holder
from dragoman.publication.plain_english import English
from dragoman.record.judgement import Act, Correction
from dragoman.record.recoding import FIELDS
from dragoman.record.record import Record

ACTS: Mapping[Act, str] = {
    "confirm": "It is right",
    "reject": "There was no such event",
    "recode": "It is something else",
    "split": "These are different events",
    "merge": "It is the same as another",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """What a reader sent. ``event`` is the id that it is about, of an event or a deed, ``same`` that of the deed it is
    merged with; a field that the form did not have is ``None``, an emptied one empty."""

    act: str = "confirm"
    event: str = ""
    same: str = ""
    user: str = ""
    note: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


def sent(  # noqa: PLR0913, PLR0917 - each is a field of the form
    request: Request,
    act: Annotated[str, Form()] = "",
    target: Annotated[str, Form()] = "",
    same: Annotated[str, Form()] = "",
    user: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
    event: Annotated[str | None, Form()] = None,
    mode: Annotated[str | None, Form()] = None,
    cameo: Annotated[str | None, Form()] = None,
    status: Annotated[str | None, Form()] = None,
    channel: Annotated[str | None, Form()] = None,
    date: Annotated[str | None, Form(max_length=30)] = None,
    place: Annotated[str | None, Form(max_length=200)] = None,
) -> Sent:
    user = holder(request) or user.strip()
    given = dict(zip(FIELDS, (event, mode, cameo, status, channel, date, place), strict=True))
    return Sent(act, target, same, user, note.strip(), {name: v.strip() for name, v in given.items() if v is not None})


def keep(record: Record, event: Event, wanted: Sent) -> Correction:
    """Put what was sent over the record. ``event`` is as the form showed it: what stayed the same is no change.

    :raises UsageError: what was sent cannot be kept; the message is for the reader of the form.
    """
    act = next((known for known in ACTS if known == wanted.act), None)
    if act is None:
        raise UsageError(f"{wanted.act!r} is no correction. Choose one of {', '.join(ACTS)}.")
    if not wanted.user:
        raise UsageError("A correction needs a name to stand for it. Fill in “Your name”.")
    now = current(event)
    changes = {name: value for name, value in wanted.fields.items() if value != now[name]}
    if act == "recode" and not changes:
        raise UsageError("No field was changed. Choose what it is instead, or confirm the event as it is.")
    if act == "merge" and not wanted.same:
        raise UsageError("It was not said which other event it is the same as. Choose it under “The same as”.")
    return record.correct(
        act,
        [wanted.event or event.id, *([wanted.same] if act == "merge" else ())],
        user=wanted.user,
        note=wanted.note,
        changes=changes if act == "recode" else None,
    )


def current(event: Event) -> dict[str, str]:
    """The fields that can be recoded, as the form shows them."""
    when = event.date
    whole = when.start if when.start == when.end else f"{when.start}/{when.end}"
    place = event.place.name if event.place else ""
    date = whole if when.start and when.end else ""
    values = (event.event, event.mode, event.cameo, event.status, event.channel, date, place)
    return {name: value or "" for name, value in zip(FIELDS, values, strict=True)}


def choices(english: English, event: Event) -> dict[str, list[tuple[str, str]]]:
    """By field the values that it may have, each with its name; a field without any is written."""
    book = english.book
    return {
        "event": [("", "none of PLOVER"), *((one.name, f"{one.name} – {one.label}") for one in book.events.values())],
        "mode": [("", "none"), *_modes(book)],
        "cameo": [(code.code, f"{code.code} {code.label}") for code in book.cameo.values()],
        "status": _named(get_args(Status)),
        "channel": _named(dict.fromkeys((*english.words["kinds"], "unspecified", event.channel))),
    }


def _modes(book: Codebook) -> Iterable[tuple[str, str]]:
    """Each once, with the events that it is a mode of."""
    of: dict[str, list[str]] = {}
    for event in book.events.values():
        for mode in event.modes:
            of.setdefault(mode, []).append(event.name)
    return ((mode, f"{mode.replace('_', ' ')} ({', '.join(events)})") for mode, events in sorted(of.items()))


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value.replace("_", " ")) for value in values]
