"""A source as a row of ``documents`` tells it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Row

from dragoman.record.days import interval
from dragoman.record.found import Source
from dragoman.record.tables import documents

_NAMES = ("id", "name", "path", "title", "outlet", "url")
# What is to be selected for a source.
ABOUT: tuple[Column[Any], ...] = tuple(documents.c[name] for name in (*_NAMES, "first_day", "last_day"))


def source(row: Row[*tuple[Any, ...]]) -> Source:
    """The source of a row in which all of ``ABOUT`` are, by their own names."""
    about = {name: getattr(row, name) for name in _NAMES}
    return Source(**about, published=interval(row.first_day, row.last_day))
