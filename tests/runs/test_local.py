"""A run reads what it can, says what it cannot, and does nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import FakeCoder, coding

from dragoman.errors import DocumentError, RecordError
from dragoman.record.record import Record, open_record
from dragoman.runs.journal import Coded, Interrupted, Outcome, Unchanged
from dragoman.runs.local import read

TEXTS = {
    "a.txt": "On Monday SWE calls FIN on 2015-03-03. That is what the two of them said they would do.",
    "b.txt": "The news is that NOR calls DNK on 2016-01-01. SWE calls NOR on 2016-01-02. It was a long talk.",
    "empty.txt": "",
    "fault.txt": "The coder will fail here, and the reports after this one are read as if nothing had happened.",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.db")


def test_counts_what_it_read_and_lists_what_it_could_not(reports: Path, record: Record) -> None:
    summary = read([reports], FakeCoder(), record=record)
    assert (summary.read, summary.unchanged, summary.events, summary.statements) == (2, 0, 3, 0)
    assert summary.reasons == {"empty": 1, "fault": 1}
    assert [Path(skipped.path).name for skipped in summary.skipped] == ["empty.txt", "fault.txt"]
    assert "ValueError: the coder has a fault (codings.py, line" in summary.skipped[1].message
    assert not summary.nothing_read
    assert len(list(record.events())) == 3


def test_reads_nothing_twice(reports: Path, record: Record) -> None:
    coder = FakeCoder()
    read([reports], coder, record=record)
    before = list(record.events()), list(record.codings())
    again = read([reports], coder, record=record)
    assert (again.read, again.unchanged, len(again.skipped)) == (0, 2, 2)
    assert coder.calls.count("a.txt") == 1
    assert (list(record.events()), list(record.codings())) == before


def test_a_new_codebook_reads_all_anew(reports: Path, record: Record) -> None:
    read([reports], FakeCoder(), record=record)
    summary = read([reports], FakeCoder(codebook="2027.1"), record=record)
    assert (summary.read, summary.unchanged) == (2, 0)
    assert {kept.codebook for kept in record.codings()} == {"2027.1"}


def test_a_report_named_twice_is_read_once(reports: Path) -> None:
    summary = read([reports / "a.txt", reports / "a.txt"], FakeCoder())
    assert (summary.read, summary.reasons) == (1, {"repeated": 1})


def test_each_outcome_is_told_after_it_is_kept(reports: Path, record: Record) -> None:
    seen: list[Outcome] = []

    def each(outcome: Outcome) -> None:
        assert not isinstance(outcome, Coded) or record.coding(outcome.coding.document.id) == outcome.coding
        seen.append(outcome)

    read([reports], FakeCoder(), record=record, each=each)
    read([reports], FakeCoder(), record=record, each=each)
    assert [type(outcome) for outcome in seen[:2] + seen[4:6]] == [Coded, Coded, Unchanged, Unchanged]


def test_an_interrupted_run_keeps_what_it_read(reports: Path, record: Record) -> None:
    (reports / "b2.txt").write_text("Somebody presses Ctrl-C: interrupt here, and none of what follows is read.")
    with pytest.raises(Interrupted) as stopped:
        read([reports], FakeCoder(), record=record)
    assert stopped.value.summary.read == 2
    assert [document.name for document in record.documents()] == ["a.txt", "b.txt"]


def test_only_a_broken_record_stops_the_run(reports: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Record, coding: object, *, given: object) -> bool:
        raise RecordError("the disk is full")

    monkeypatch.setattr(Record, "add", refuse)
    with pytest.raises(RecordError, match="disk is full"):
        read([reports], FakeCoder(), record=record)


def test_a_coder_may_refuse_a_document(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: FakeCoder, document: object) -> object:
        raise DocumentError("language", "It is Finnish.")

    monkeypatch.setattr(FakeCoder, "code", refuse)
    summary = read([reports / "a.txt"], FakeCoder())
    assert summary.reasons == {"language": 1}
    assert summary.nothing_read


def test_a_coding_that_does_not_hold_together_is_not_kept_at_all(reports: Path, record: Record) -> None:
    class Careless(FakeCoder):
        def code(self, doc):  # type: ignore[no-untyped-def]
            kept = coding()
            return type(kept)(doc, (), kept.events, (), (), (), codebook=self.codebook, coder=self.coder)

    summary = read([reports / "a.txt"], Careless(), record=record)
    assert summary.reasons == {"fault": 1}
    assert not list(record.documents())


def test_a_fault_costs_its_own_report_only(tmp_path: Path) -> None:
    texts = [
        TEXTS["a.txt"],
        TEXTS["fault.txt"],
        TEXTS["b.txt"],
        TEXTS["fault.txt"] + " Again.",
        TEXTS["a.txt"] + " Yes.",
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    told: list[str] = []
    summary = read([tmp_path], FakeCoder(), each=lambda outcome: told.append(type(outcome).__name__))
    assert told == ["Coded", "Unreadable", "Coded", "Unreadable", "Coded"]
    assert (summary.events, summary.reasons) == (4, {"fault": 2})
