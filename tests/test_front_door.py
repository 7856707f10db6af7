"""The names that users may rely on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from codings import FakeCoder

import dragoman
from dragoman.runs import local

NAMES = [
    *("CodebookError", "Coding", "Document", "DocumentError", "DragomanError", "Filter", "Manifest", "Record"),
    *(
        "RecordError",
        "Summary",
        "UsageError",
        "brief",
        "code",
        "dyads",
        "export",
        "network",
        "open_record",
        "read",
        "series",
    ),
]


def test_public_names() -> None:
    assert dragoman.__all__ == NAMES
    assert dir(dragoman) == NAMES
    for name in NAMES:
        assert getattr(dragoman, name).__name__ == name
    with pytest.raises(AttributeError, match="has no attribute 'sing'"):
        dragoman.sing  # noqa: B018


def test_importing_it_costs_nothing() -> None:
    probe = "import sys, dragoman; print({'spacy', 'sqlalchemy', 'click', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", "codebook", "Iran"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "IRN" in done.stdout
    wrong = subprocess.run(
        [sys.executable, "-m", "dragoman", "codebook", "Irann"], capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 2
    usage = subprocess.run([sys.executable, "-m", "dragoman", "--help"], capture_output=True, text=True, check=False)
    assert usage.stdout.startswith("Usage: dragoman ")


def test_the_verbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "coder", lambda parser=None, own=None, model=False: FakeCoder())
    text = "This is the story of the day: SWE calls FIN on 2015-03-03. They spoke about fish and about the weather."
    (tmp_path / "a.txt").write_text(text)
    for record in (tmp_path / "r.db", None):
        summary = dragoman.read(tmp_path / "a.txt", record=record, published="2015-03")
        assert (summary.read, summary.events) == (1, 1)
    with dragoman.open_record(tmp_path / "r.db") as kept:
        assert dragoman.read([tmp_path / "a.txt"], record=kept, published="2015-03").unchanged == 1
        assert [document.published.start for document in kept.documents()] == ["2015-03"]
        assert len(list(kept.events(dragoman.Filter(states=("SWE", "FIN"))))) == 1
    coding = dragoman.code(text, published="2015-03")
    assert len(coding.events) == 1
    assert (coding.document.published.start, coding.document.published.basis) == ("2015-03", "given")
