"""Agreements, figures and statements asked of the record: each condition alone, and what may be asked of all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from codings import agreement, day, document, event, figure, replace, statement, telling

from dragoman.actors.actor import Actor
from dragoman.events.agreement import StageChange
from dragoman.events.coding import Coding
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.texts.document import Document, Interval, Span

EARLY = document("A treaty was signed.", name="early.txt", outlet="The Daily", published=day("2015-03-04"))
LATE = document("Trade grew by 12 percent.", name="late.txt", outlet="Northern Wire", published=day("2016-05-06"))
UNDATED = document("Nobody knows when.", name="undated.txt")
REST: dict[str, Any] = {"sentences": (), "skipped": (), "codebook": "2026.1", "coder": "test 1"}
YEAR = Interval("2014-01-01", "2014-12-31", "year", "stated")


PEOPLE = (
    Actor("a1", "Mara Lindqvist", "person", "SWE", office="Foreign Minister of Sweden"),
    Actor("a2", "Aino Salmi", "person", "FIN", office="Ambassador of Finland"),
)


def read(doc: Document, **found: Any) -> Coding:
    return Coding(doc, PEOPLE, **{"events": (), "statements": ()} | found, **REST)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    kept = open_record(tmp_path / "r.db")
    signing = StageChange("signed", day("2015-03-03"), "occurred", Span(0, 20), ("a1",), ("e1",))
    kept.add(
        read(
            EARLY,
            events=(event(EARLY, id="e1"),),
            agreements=(
                agreement(EARLY, id="g1", stage_changes=(signing,), said_by=("a1",)),
                agreement(
                    EARLY, id="g2", agreement_kind="sanctions", family="sanctions", parties=("NOR",), stage="ended"
                ),
            ),
            figures=(figure(EARLY, id="f1", period=YEAR, said_by=("a2",), events=("e1",)),),
        )
    )
    kept.add(
        read(
            LATE,
            statements=(
                statement(LATE, id="s1", speakers=("a1",), about=("FIN",), topics=("economic", "health")),
                statement(LATE, id="s2", speakers=("a2",), about=("NOR",), mode="indirect"),
            ),
            agreements=(agreement(LATE, id="g3", stage="in_force", parties=("SWE", "FIN")),),
            figures=(
                figure(LATE, id="f2", unit="US dollar", currency="USD", measures="oil exports", figure_kind=None),
                figure(LATE, id="f3", countries=("NOR",), figure_kind="aid"),
            ),
        )
    )
    kept.add(read(UNDATED, agreements=(agreement(UNDATED, id="g4", parties=()),)))
    return kept


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), ["g1", "g2", "g3", "g4"]),
        (Filter(states=("SWE",)), ["g1", "g3"]),
        (Filter(states=("FIN", "SWE")), ["g1", "g3"]),
        (Filter(states=("NOR", "SWE")), []),
        (Filter(since="2016"), ["g3"]),
        (Filter(until="2015-03"), ["g1", "g2"]),
        (Filter(types=("Sanctions",)), ["g2"]),
        (Filter(stages=("signed", "ended")), ["g1", "g2", "g4"]),
        (Filter(by="SWE"), ["g1"]),
        (Filter(by="lindqvist"), ["g1"]),
        (Filter(by="FIN"), []),
        (Filter(sources=("daily",)), ["g1", "g2"]),
        (Filter(sources=("late", "undated")), ["g3", "g4"]),
        (Filter(sources=("%",)), []),
        (Filter(limit=1), ["g1"]),
    ],
)
def test_agreements(record: Record, wanted: Filter, ids: list[str]) -> None:
    assert [found.thing.id for found in record.agreements(wanted)] == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), ["f1", "f2", "f3"]),
        (Filter(states=("SWE", "FIN")), ["f1", "f2"]),
        (Filter(states=("NOR",)), ["f3"]),
        (Filter(until="2014"), ["f1"]),
        (Filter(since="2015"), ["f2", "f3"]),
        (Filter(types=("trade",)), ["f1"]),
        (Filter(types=("usd", "aid")), ["f2", "f3"]),
        (Filter(types=("us dollar",)), ["f2"]),
        (Filter(types=("EUR", "barrel")), []),
        (Filter(measure="Oil"), ["f2"]),
        (Filter(by="ambassador"), ["f1"]),
        (Filter(sources=("northern",), limit=1), ["f2"]),
    ],
)
def test_figures(record: Record, wanted: Filter, ids: list[str]) -> None:
    assert [found.thing.id for found in record.figures(wanted)] == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(by="Salmi"), ["s2"]),
        (Filter(by="SWE"), ["s1"]),
        (Filter(about="NOR"), ["s2"]),
        (Filter(topics=("health",)), ["s1"]),
        (Filter(topics=("asylum",)), []),
        (Filter(since="2016-05", until="2016"), ["s1", "s2"]),
        (Filter(until="2015"), []),
        (Filter(by="SWE", about="FIN", topics=("economic",), types=("direct",)), ["s1"]),
        (Filter(sources=("daily",)), []),
    ],
)
def test_statements(record: Record, wanted: Filter, ids: list[str]) -> None:
    assert [found.thing.id for found in record.statements(wanted)] == ids


@pytest.mark.parametrize(
    ("wanted", "tellings"),
    [
        (Filter(), [["g1", "g3"], ["g2"], ["g4"]]),
        (Filter(states=("SWE",)), [["g1", "g3"]]),
        (Filter(stages=("in_force",)), [["g1", "g3"]]),  # where it stands after all reports
        (Filter(stages=("signed",)), [["g4"]]),
        (Filter(until="2015", limit=1), [["g1"]]),
    ],
)
def test_tracked(record: Record, wanted: Filter, tellings: list[list[str]]) -> None:
    assert [[found.thing.id for found in one.told] for one in record.tracked(wanted)] == tellings


def test_both_ends_of_a_tie(record: Record) -> None:
    assert [other.id for other in record.explain("g1").beside] == ["e1"]
    assert [other.id for other in record.explain("f1").beside] == ["e1"]
    assert [other.id for other in record.explain("e1").beside] == ["g1", "f1"]
    assert record.explain("g3").beside == ()


def test_what_a_newer_reading_no_longer_says_is_not_listed(record: Record) -> None:
    (kept,) = [one for one in record.codings() if one.document.name == "late.txt"]
    record.add(replace(kept, codebook="2027.1", agreements=(), figures=(), statements=()))
    assert [found.thing.id for found in record.agreements()] == ["g1", "g2", "g4"]
    assert [found.thing.id for found in record.figures()] == ["f1"]
    assert not list(record.statements(Filter(topics=("health",))))
    assert not record.explain("g3").holds


def test_the_day_of_the_report_comes_with_it(record: Record) -> None:
    first, *_, last = record.agreements()
    assert (first.source.published.start, first.source.published.end) == ("2015-03-04", "2015-03-04")
    assert (last.source.published.start, last.source.published.end) == (None, None)


def test_a_null_character_cuts_no_passage(tmp_path: Path) -> None:
    text = "Before\x00 it, Mara Lindqvist\x00 spoke with Aino Salmi."
    with open_record(tmp_path / "null.db") as record:
        record.add(telling("null", text, "Mara Lindqvist/SWE", "Aino Salmi/FIN"))
        assert [found.passage for found in record.events()] == [text]
