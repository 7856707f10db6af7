"""Words of names: found from the beginning of a word on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from codings import document, event, figure, statement

from dragoman.actors.actor import Actor
from dragoman.events.coding import Coding
from dragoman.events.event import Place
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    doc = document("They met, and met again.")
    people = (
        Actor("a1", "Khalid al-Otaiba", "person", "OMN", office="Foreign Minister"),
        Actor("a2", "Ali O’Brien", "person", "ROU", office="Minister-designate of Trade (100%)"),
    )
    events = (
        event(doc, id="e1", actors=("a1",), place=Place("Romania", "ROU")),
        event(doc, id="e2", actors=("a2",), place=Place("Gulf of Oman", None)),
        event(doc, id="e3", place=Place("Al-Tanf", "SYR")),
        event(doc, id="e4"),
    )
    said = (statement(doc, id="s1", speakers=("a1",)), statement(doc, id="s2", speakers=("a2",)))
    counted = (figure(doc, id="f1", measures="what was said"), figure(doc, id="f2", measures="Food-aid shipments"))
    with open_record(tmp_path / "r.db") as kept:
        kept.add(Coding(doc, people, events, said, (), (), "2026.1", "test 1", figures=counted))
        yield kept


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(place="Oman"), ["e2"]),
        (Filter(place="roman"), ["e1"]),
        (Filter(place="gulf of"), ["e2"]),
        (Filter(place=" TANF "), ["e3"]),
        (Filter(place="al tanf"), ["e3"]),
        (Filter(place="ania"), []),
        (Filter(place="%"), []),
        (Filter(person="Ali"), ["e2"]),
        (Filter(person="otai"), ["e1"]),
        (Filter(person="brien"), ["e2"]),
        (Filter(person="O'Brien"), ["e2"]),
        (Filter(person="minister"), ["e1", "e2"]),
        (Filter(person="designate"), ["e2"]),
        (Filter(person="100%"), ["e2"]),
    ],
    ids=str,
)
def test_events(record: Record, wanted: Filter, ids: list[str]) -> None:
    assert [found.thing.id for found in record.events(wanted)] == ids


def test_statements_figures_and_actors(record: Record) -> None:
    assert [found.thing.id for found in record.statements(Filter(by="ali"))] == ["s2"]
    assert [found.thing.id for found in record.figures(Filter(measure="aid"))] == ["f2"]
    assert [one.name for one in record.actors(Filter(by="ali"))] == ["Ali O’Brien"]
