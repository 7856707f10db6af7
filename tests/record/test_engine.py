"""Files that are no record, or one that cannot be used, are left alone and explained."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from codings import coding, document

from dragoman.errors import RecordError
from dragoman.record.record import open_record


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def other_layout(layout: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        open_record(path).close()
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA user_version = {layout}")

    return make


def overwritten(path: Path) -> None:
    """A record whose pages after the first are full of something else."""
    with open_record(path) as record:
        for number in range(5):
            record.add(coding(document(name=f"{number}.txt")))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("I am a letter, and a rather long one" * 100), "no record of dragoman"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000), "not a database|damaged|malformed"),
        (foreign, "another program .* 1 tables"),
        (other_layout(99), "newer dragoman"),
        (other_layout(0), "older dragoman"),
        (overwritten, "malformed.*Keep a copy"),
        (lambda path: path.mkdir(), "is a folder"),
    ],
    ids=["text", "damaged header", "foreign", "newer", "older", "overwritten", "folder"],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_record(tmp_path: Path, make: Callable[[Path], object], says: str, read_only: bool) -> None:
    path = tmp_path / "r.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(RecordError, match=says), open_record(path, read_only=read_only) as record:
        list(record.codings())
    assert not path.is_file() or path.read_bytes() == before


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"no record at .* makes one"):
        open_record(tmp_path / "r.db", read_only=True)
    assert not list(tmp_path.iterdir())
    with pytest.raises(RecordError, match=r"no folder .*Make it first"):
        open_record(tmp_path / "no" / "r.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(RecordError, match="is empty"):
        open_record(tmp_path / "empty.db", read_only=True)
    open_record(tmp_path / "empty.db").close()
    open_record(tmp_path / "empty.db", read_only=True).close()


@pytest.mark.parametrize("name", ["a b.db", "50%25.db", "what?mode=ro#.db", "Übergabe.db"])
def test_any_file_name(tmp_path: Path, name: str) -> None:
    with open_record(tmp_path / name) as record:
        record.add(coding())
    assert {path.name for path in tmp_path.iterdir()} == {name}


def test_read_only_cannot_write(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db").close()
    with (
        open_record(tmp_path / "r.db", read_only=True) as record,
        pytest.raises(RecordError, match="may not be written"),
    ):
        record.add(coding())


def test_a_record_in_a_place_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(coding())
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with open_record(tmp_path / "r.db", read_only=True) as record:
        assert list(record.codings()) == [coding()]
        assert [path.name for path in tmp_path.iterdir()] == ["r.db"]


def test_a_reader_leaves_no_files_behind(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db").close()
    with open_record(tmp_path / "r.db", read_only=True) as record:
        assert not list(record.codings())
    assert [path.name for path in tmp_path.iterdir()] == ["r.db"]


def test_marks_its_files_and_keeps_them_safe(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        pragmas = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "journal_mode")]
    assert pragmas == [0x4452474D, "wal"]
