"""What a page or a program asks for, in the query of its address: the same words as the options of the commands."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query

from dragoman.codebook.codebook import Codebook
from dragoman.publication.desk import AtDesk
from dragoman.record.filter import Filter

_NAMES = {
    "states": "state",
    "types": "type",
    "statuses": "status",
    "stages": "stage",
    "topics": "topic",
    "sources": "source",
}
_Many = Annotated[list[str], Query()]


def wishes(  # noqa: PLR0913, PLR0917 - each is a word of the query
    desk: AtDesk,
    state: _Many = [],  # noqa: B006 - FastAPI copies it
    since: str | None = None,
    until: str | None = None,
    type: _Many = [],  # noqa: B006
    status: _Many = [],  # noqa: B006
    stage: _Many = [],  # noqa: B006
    by: str | None = None,
    about: str | None = None,
    topic: _Many = [],  # noqa: B006
    measure: str | None = None,
    source: _Many = [],  # noqa: B006
    person: str | None = None,
    place: str | None = None,
) -> Filter:
    """The filter that a query stands for. A word without a value counts as not said: so a form leaves it.

    :raises UsageError: an unknown state, a date that is none.
    """
    return Filter(
        states=tuple(_code(desk.book, name) for name in _said(state)),
        since=since or None,
        until=until or None,
        types=_said(type),
        statuses=_said(status),
        stages=_said(stage),
        by=by and _who(desk.book, by),
        about=_code(desk.book, about) if about else None,
        topics=_said(topic),
        measure=measure or None,
        sources=_said(source),
        person=person or None,
        place=place or None,
    )


Wishes = Annotated[Filter, Depends(wishes)]


def between(desk: AtDesk, wished: Wishes, one: str, other: str) -> Filter:
    """The same between the two states that the address names.

    :raises UsageError: an unknown state.
    """
    return replace(wished, states=(_code(desk.book, one), _code(desk.book, other)))


Between = Annotated[Filter, Depends(between)]


def query(wanted: Filter, **more: Any) -> str:
    """The query that stands for a filter (``state=IRN&since=2020``), with more words; ``None`` leaves one out."""
    asked = {name: getattr(wanted, name) for name in Filter.__slots__} | more
    said = {_NAMES.get(name, name): value for name, value in asked.items() if value}
    return urlencode(said, doseq=True)


def _said(values: list[str]) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if value.strip())


def _code(book: Codebook, name: str) -> str:
    return book.state(name).iso3


def _who(book: Codebook, name: str) -> str:
    """The code of a state, or the words themselves: of a person's name."""
    known = book.known_state(name)
    return known.iso3 if known else name
