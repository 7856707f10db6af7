"""The tables of what was done between two states: deed by deed, and counted."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from dragoman.record.tables import metadata

# A row for each two states (ISO3, in order) that a deed is between, by the telling that says most, with the days of its
# interval (see ``days``). Counted by kind in ``pairs``.
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
    Index("ties_by_pair", "one", "other", "event", "mode", "cameo", "done", "first_day", "last_day"),
    sqlite_with_rowid=False,
)

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
