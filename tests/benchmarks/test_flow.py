"""The stream of which one text in ten is on the subject."""

from __future__ import annotations

from pathlib import Path

from codings import document

from benchmarks.flow import one_in_ten, other_texts

LONG = "word " * 100


def test_nine_others_for_each() -> None:
    documents = [document(name=f"{number}.txt") for number in range(5)]
    others = [document(name=f"other{number}") for number in range(30)]
    stream = one_in_ten(documents, others)
    assert (len(stream), sum(d.name.startswith("other") for d in stream)) == (30, 27)
    assert len({d.name for d in stream}) == 30
    assert stream == one_in_ten(documents, others)


def test_texts_of_another_subject_are_files_or_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG)
    articles = "".join(f"<article><text>{text}</text></article>" for text in (LONG, "too short", LONG))
    (tmp_path / "all.xml").write_text(f"<articles>{articles}</articles>")
    assert [d.name for d in other_texts(tmp_path)] == ["a.txt"]
    assert [d.text for d in other_texts(tmp_path / "all.xml")] == [LONG, LONG]
    assert other_texts(tmp_path / "absent.xml") == []
