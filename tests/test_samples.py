"""The sample reports: complete, explained, and of the length and variety that a first look needs."""

from __future__ import annotations

import csv
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import dragoman
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.runs.journal import Coded, Outcome

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


EVENTS = [
    # report, PLOVER event and mode, states of both sides, first day
    ("beijing-talks.txt", "AGREE", None, {"IRN", "SAU"}, "2023-03-10"),
    ("blinken-lavrov.txt", "CONSULT", "phone", {"USA", "RUS"}, "2022-07-29"),
    ("lavrov-blinken.txt", "CONSULT", "phone", {"USA", "RUS"}, "2022-07-30"),
    ("macron-moscow.txt", "CONSULT", "visit", {"FRA", "RUS"}, "2022-02-07"),
    ("salisbury.txt", "SANCTION", "expel", {"GBR", "RUS"}, "2018-03-14"),
    ("moscow-answer.txt", "SANCTION", "expel", {"GBR", "RUS"}, "2018-03-17"),
    ("grain-istanbul.txt", "SUPPORT", None, {"RUS", "UKR"}, "2022-07-22"),
    ("ankara-ambassadors.html", "CONSULT", "phone", {"ISR", "TUR"}, "2022-08-17"),
    ("wires.jsonl#3", "CONSULT", None, {"USA", "CHN"}, "2022-11-14"),
    ("wires.jsonl#4", "SUPPORT", None, {"ETH", "ERI"}, "2018-07-09"),
    ("wires.jsonl#6", "SUPPORT", None, {"GRC", "MKD"}, "2018-06-17"),
    ("wires.jsonl#1", "CONSULT", "phone", {"USA", "RUS"}, "2021-01-26"),
]


@pytest.fixture(scope="module")
def told() -> set[tuple[str, str | None, str | None, frozenset[str], str | None]]:
    """All events of the samples, as they are read for the demo."""
    outcomes: list[Outcome] = []
    dragoman.read(SAMPLES / "reports", metadata=SAMPLES / "metadata.csv", each=outcomes.append)
    assert all(isinstance(outcome, Coded) for outcome in outcomes), "each sample can be read"
    return {
        (Path(coding.document.path).name, event.event, event.mode, _states(coding, event), event.date.start)
        for coding in (outcome.coding for outcome in outcomes if isinstance(outcome, Coded))
        for event in coding.events
    }


def _states(coding: Coding, event: Event) -> frozenset[str]:
    countries = {actor.id: actor.country for actor in coding.actors}
    return frozenset(c for id in (*event.actors, *event.recipients) if (c := countries[id]))


@pytest.mark.model
@pytest.mark.parametrize(("report", "event", "mode", "states", "day"), EVENTS)
def test_what_the_demo_is_to_show_is_found(
    told: set[object], report: str, event: str, mode: str | None, states: set[str], day: str
) -> None:
    assert (report, event, mode, frozenset(states), day) in told
