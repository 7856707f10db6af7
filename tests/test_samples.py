"""The sample reports: complete, explained, and of the length and variety that a first look needs."""

from __future__ import annotations

import csv
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

SAMPLES = Path(str(files("dragoman") / "samples"))
REPORTS = sorted((SAMPLES / "reports").iterdir())
TEXTS = [report for report in REPORTS if report.suffix == ".txt"]
WIRES = [json.loads(line) for line in (SAMPLES / "reports/wires.jsonl").read_text(encoding="utf-8").splitlines()]


def metadata() -> list[dict[str, str]]:
    with (SAMPLES / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_there_are_several_formats() -> None:
    assert {report.suffix for report in REPORTS} == {".txt", ".html", ".jsonl"}


def test_every_plain_text_has_its_metadata() -> None:
    assert sorted(row["file"] for row in metadata()) == [path.name for path in TEXTS]
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", row["published"]) and row["outlet"] for row in metadata())


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_report_says_where_its_facts_are_documented(report: Path) -> None:
    assert f"| `{report.name}`" in (SAMPLES / "SOURCES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [*(path.read_text(encoding="utf-8") for path in TEXTS), *(w["text"] for w in WIRES)])
def test_reports_are_short_news(text: str) -> None:
    assert 150 <= len(text.split()) <= 350
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)


@pytest.mark.parametrize("article", WIRES, ids=lambda article: article["title"])
def test_wires_have_their_fields(article: dict[str, str]) -> None:
    assert article.keys() == {"title", "outlet", "published", "language", "url", "text"}
    assert ".example/" in article["url"], "an outlet that we made up has no address of the real web"
