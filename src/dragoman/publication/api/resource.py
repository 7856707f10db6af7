"""A list that the API gives away, and a page of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.codebook.ontology import Scale
from dragoman.measures.periods import By
from dragoman.publication.desk import Desk
from dragoman.publication.exports import Cell, Columns
from dragoman.record.filter import Filter

PAGED = ("limit", "after", "format")  # the words that all lists heed
Kind = Literal["text", "list", "whole", "real"]
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a list: its filter, whose ``limit`` is one more than the page holds, and the place after which
    the page begins."""

    desk: Desk
    filter: Filter
    after: str | None
    per: By
    scale: Scale
    q: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A list by its name in the address.

    ``words`` are those of the query that it heeds beside ``PAGED``. ``ask`` gives its things, in a fixed order, ``key``
    what a page is gone on after. ``columns`` make a row of a thing; ``None`` where things are rows, whose columns
    depend on what is asked. Columns are text but for those that ``kinds`` names. ``slow``: it looks at much of the
    record.
    """

    name: str
    about: str
    words: tuple[str, ...]
    ask: Callable[[Wanted], Iterable[Any]]
    key: Callable[[Any], str]
    columns: Columns[Any] | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    slow: bool = False

    @property
    def heeded(self) -> tuple[str, ...]:
        return (*self.words, *PAGED)

    def rows(self, things: Iterable[Any]) -> list[Row]:
        if self.columns is None:
            return list(things)
        return [{name: value(thing) for name, value in self.columns.items()} for thing in things]


def kinds(*, lists: str = "", wholes: str = "", reals: str = "") -> dict[str, Kind]:
    """By column, what it holds where that is not text; the names parted by spaces."""
    said: dict[str, Kind] = dict.fromkeys(lists.split(), "list")
    return said | dict.fromkeys(wholes.split(), "whole") | dict.fromkeys(reals.split(), "real")
