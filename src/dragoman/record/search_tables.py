"""The tables of the full-text search: the words of the reports, and of the names of who is in them.

SQLite's FTS5, with the words only: the texts stay in the tables that it is an index of.
"""

from __future__ import annotations

from sqlalchemy import DDL, BigInteger, Column, Table, Text, column, event, table

from dragoman.record.tables import metadata

# Everybody who was ever named in a report; whether any report names him now, ``actors`` knows.
names = Table(
    "names",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False, comment="hashed from the others"),
    Column("name", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("country", Text),
)
words = table("words", column("rowid"), column("words"), column("title"), column("text"))
named = table("named", column("rowid"), column("named"), column("name"))

_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS {} USING fts5"
    "({}, content='{}', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
)
for _made in (_MAKE.format("words", "title, text", "documents"), _MAKE.format("named", "name", "names")):
    event.listen(metadata, "after_create", DDL(_made))  # type: ignore[no-untyped-call]
