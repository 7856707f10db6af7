"""From measures to the tables of other libraries."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.extras import library

Cell = str | float | bool | None


class Tabular(ABC):
    """What can be given away as rows of named cells. All rows have the same names, in the same order."""

    __slots__ = ()

    @abstractmethod
    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """One mapping a row."""

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``. :raises UsageError: pandas is not installed."""
        return library("pandas", what="A data frame of pandas", extra="frames").DataFrame(self._columns())

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``. :raises UsageError: polars is not installed."""
        return library("polars", what="A data frame of polars", extra="frames").DataFrame(self._columns())

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table``. :raises UsageError: pyarrow is not installed."""
        return library("pyarrow", what="A table of Arrow").table(self._columns())

    def _columns(self) -> dict[str, list[Cell]]:
        rows = list(self.rows())
        return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
