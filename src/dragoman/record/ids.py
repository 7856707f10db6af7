"""Ids as users write them: whole, or their beginning."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, ColumnElement

from dragoman.errors import UsageError


def begins(column: Column[str], beginning: str) -> ColumnElement[bool]:
    """Whether an id begins so. All ids are ASCII letters and digits, so ``~`` comes after every continuation; unlike
    LIKE this uses the index."""
    return column.between(beginning, beginning + "~")


def the_one(ids: Sequence[str], beginning: str, *, nothing: str = "") -> str:
    """Of ids that begin so the one that is meant: the only one, or the one that is no longer than the beginning.

    :raises UsageError: there is none (``nothing`` says so, of callers that have not looked), or several.
    """
    if not ids:
        raise UsageError(nothing)
    if len(ids) > 1 and beginning not in ids:
        raise UsageError(
            f"{beginning!r} is the beginning of several ids: {', '.join(sorted(ids)[:6])}. Give more of it."
        )
    return beginning if beginning in ids else ids[0]
