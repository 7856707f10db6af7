"""The tables of what was done between two states: deed by deed, and counted."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ColumnElement, Index, Integer, Table, Text, case, func, literal_column

from dragoman.record.tables import metadata

KEY = ("one", "other", "event", "mode", "cameo", "done")  # by what deeds are counted

# A row for each two states (ISO3, in order) that a deed is between, by the telling that says most, with the days of its
# interval (see ``days``). Counted by kind in ``pairs``, and of two states in ``totals``.
ties = Table(
    "ties",
    metadata,
    Column("deed", Text, primary_key=True),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("event", Text, nullable=False, comment="empty: none of PLOVER"),
    Column("mode", Text, nullable=False),
    Column("cameo", Text, nullable=False),
    Column("done", Boolean, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _month(day: ColumnElement[str]) -> ColumnElement[str]:
    return func.substr(day, literal_column("1"), literal_column("7"))  # no parameters: an index cannot have any


_FIRST, _LAST = ties.c.first_day, ties.c.last_day
# The month that a deed lies in (``2020-07``), else both days. The ties of two states are read in this order.
MONTH = case((_month(_FIRST) == _month(_LAST), _month(_FIRST)), else_=_FIRST + _LAST)
Index("ties_by_month", *(ties.c[name] for name in KEY), MONTH, _FIRST, _LAST)

pairs = Table(
    "pairs",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("mode", Text, primary_key=True),
    Column("cameo", Text, primary_key=True),
    Column("done", Boolean, primary_key=True),
    Column("deeds", Integer, nullable=False),
    Column("first", Text, nullable=False, comment="day, of those known to the day"),
    Column("last", Text, nullable=False),
    Index("pairs_by_other", "other"),
    sqlite_with_rowid=False,
)

# All of ``pairs`` of two states together: which have most is found without adding up what all have.
totals = Table(
    "totals",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("done", Integer, nullable=False, comment="deeds that were"),
    Column("deeds", Integer, nullable=False, comment="all of them"),
    Index("totals_by_other", "other"),
    sqlite_with_rowid=False,
)
Index("totals_by_done", totals.c.done.desc(), totals.c.one, totals.c.other)
