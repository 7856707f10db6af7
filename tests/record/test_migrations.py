"""Records of older layouts."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from codings import agreement, coding, document, dump, figure, telling

from dragoman.errors import RecordError
from dragoman.record import tables
from dragoman.record.filter import Filter
from dragoman.record.record import open_record

SEARCH = ("words", "named", "names")  # new since layout 3
NEW_SINCE = (
    *SEARCH,
    "by_states",
    "totals",
    "pairs",
    "ties",
    "anchors",
    "corrections",
    "judgements",
    "blocks",
    "tellings",
    "agreements",
    "figures",
    "topics",
)
REPORTS = [
    telling(name, f"{words} Mara Lindqvist and Aino Salmi spoke.", "Mara Lindqvist/SWE", "Aino Salmi/FIN")
    for name, words in (("a", "On the telephone"), ("b", "In a call"))
]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A record as dragoman wrote it before there were judgements."""
    path = tmp_path / "old.db"
    with open_record(path) as record:
        for coded in REPORTS:
            record.add(coded)
    with sqlite3.connect(path) as connection:
        for table in NEW_SINCE:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX documents_by_number")
        connection.execute("ALTER TABLE documents DROP COLUMN number")
        connection.execute("ALTER TABLE events DROP COLUMN corrected")
        connection.execute("PRAGMA user_version = 1")
    return path


def test_layout_3_is_indexed_but_not_judged_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.db"
    with open_record(path) as record:
        for coded in REPORTS:
            record.add(coded)
        found = record.search("lindqvist")
    before = dump(path)
    with sqlite3.connect(path) as connection:
        for table in (*SEARCH, "by_states", "totals"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX documents_by_number")
        connection.execute("DROP INDEX actors_by_name")
        connection.execute("DELETE FROM blocks")
        for column in ("first", "last"):
            connection.execute(f"ALTER TABLE blocks DROP COLUMN {column}")
        connection.execute("ALTER TABLE documents DROP COLUMN number")
        connection.execute("PRAGMA user_version = 3")
    monkeypatch.delattr("dragoman.record.migrations.enter")
    with open_record(path) as record:
        assert record.search("lindqvist") == found
        assert len(found.hits) == 2
    assert [line for line in dump(path) if line.startswith("INSERT")] == [
        line for line in before if line.startswith("INSERT")
    ]


@pytest.mark.parametrize("layout", [4, 5, 6, 7, 8])
def test_layouts_4_to_8_are_listed_by_states_but_not_judged_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: int
) -> None:
    path, doc = tmp_path / "r.db", document()
    with open_record(path) as record:
        for coded in (*REPORTS, coding(doc, agreements=(agreement(doc),), figures=(figure(doc),))):
            record.add(coded)
        record.correct("recode", [next(record.events()).thing.id], user="Ada", changes={"date": "2014"})
        asks = (record.events, record.statements, record.agreements, record.figures)
        found = [list(ask(Filter(states=("FIN", "SWE")))) for ask in asks]
    before = dump(path)
    with sqlite3.connect(path) as connection:
        if layout < 7:
            connection.execute("DROP TABLE by_states")
        if layout < 8:
            connection.execute("DROP INDEX actors_of_country")
            connection.execute("CREATE INDEX actors_by_country ON actors (country)")
            connection.execute("UPDATE blocks SET first = NULL, last = NULL WHERE block LIKE 's:%'")
        for index in ("of_document", "by_coder"):
            connection.execute(f"DROP INDEX readings_{index}")
        connection.execute("CREATE INDEX readings_by_document ON readings (document)")
        connection.execute("DROP INDEX ties_by_month")
        connection.execute("DROP TABLE totals")
        connection.execute("CREATE INDEX ties_by_pair ON ties (one, other)")
        connection.execute(f"PRAGMA user_version = {layout}")
    monkeypatch.delattr("dragoman.record.migrations.enter")
    with open_record(path) as record:
        asks = (record.events, record.statements, record.agreements, record.figures)
        assert [list(ask(Filter(states=("FIN", "SWE")))) for ask in asks] == found
    assert all(found)
    assert sorted(dump(path)) == sorted(before)


@pytest.mark.parametrize("read_only", [False, True])
def test_an_old_record_becomes_what_it_would_be_now(old: Path, read_only: bool) -> None:
    with open_record(old, read_only=read_only) as record:
        assert [len(deed.reports) for deed in record.deeds()] == [2]
        assert list(record.codings()) == REPORTS
    with open_record(old.with_name("new.db")) as record:
        for coded in REPORTS:
            record.add(coded)
    assert [line for line in dump(old) if line.startswith("INSERT")] == [
        line for line in dump(old.with_name("new.db")) if line.startswith("INSERT")
    ]
    with sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (tables.LAYOUT,)


def test_a_migration_that_fails_leaves_the_record_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise RecordError("the disk is full")

    monkeypatch.setattr("dragoman.record.migrations.enter", fail)
    with pytest.raises(RecordError, match=r"layout 1 of an older dragoman.*disk is full"):
        open_record(old)
    monkeypatch.undo()
    with open_record(old) as record:
        assert len(list(record.deeds())) == 1
