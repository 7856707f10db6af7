"""Copies of codings for a large record are whole codings."""

from __future__ import annotations

from pathlib import Path

from codings import FakeCoder, coding, document

from benchmarks.scale import copies, fill
from dragoman.record.record import open_record


def test_copies_differ_and_are_kept(tmp_path: Path) -> None:
    first = FakeCoder().code(document("SWE calls FIN on 2015-03-03. So it was told in Stockholm.", name="calls.txt"))
    made = list(copies([coding(), first], range(8)))
    assert len({one.document.id for one in made}) == len({one.document.text for one in made}) == 8
    assert len({event.id for one in made for event in one.events}) == 8
    assert len(made[0].document.text) == len(coding().document.text)
    fill(tmp_path / "r.db", iter(made))
    with open_record(tmp_path / "r.db") as record:
        assert sorted(record.codings(), key=lambda one: one.document.id) == sorted(
            made, key=lambda one: one.document.id
        )
