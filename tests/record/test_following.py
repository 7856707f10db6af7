"""Lists gone through page by page, and changes seen from outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from codings import coding, document, figure, telling

from dragoman.errors import UsageError
from dragoman.record.filter import ALL, Filter
from dragoman.record.following import rest
from dragoman.record.record import Record, open_record
from dragoman.texts.document import UNKNOWN

ERA = Filter(since="1000", until="3000")
TEXT = "Swedish Foreign Minister Mara Lindqvist telephoned her Finnish counterpart Aino Salmi on 3 March 2015."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        for number in range(7):
            doc = document(name=f"{number % 3}-{number}.txt", outlet=f"Outlet {number % 2}")
            figures = tuple(figure(doc, value=value) for value in range(3))
            opened.add(coding(doc, figures=figures, coder=f"test {number}"))
        opened.add(telling("visit.txt", "Mara visits Jon at Oslo.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
        yield opened


Ask = Callable[..., Any]
LISTS: list[tuple[str, Ask, Ask]] = [
    ("events", Record.events, lambda found: found.thing.id),
    ("contacts", Record.contacts, lambda contact: contact.found.thing.id),
    ("statements", Record.statements, lambda found: found.thing.id),
    ("figures", Record.figures, lambda found: found.thing.id),
    ("deeds", Record.deeds, lambda deed: deed.id),
    ("sources", Record.sources, lambda source: source.id),
    ("actors", Record.actors, lambda known: known.id),
]


@pytest.mark.parametrize(("ask", "key"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("states", [(), ("SWE",), ("SWE", "FIN")])
def test_pages_hold_everything_once(record: Record, ask: Ask, key: Ask, size: int, states: tuple[str, ...]) -> None:
    whole = [key(one) for one in ask(record, Filter(states=states))]
    assert len(whole) == len(set(whole)) > 0
    walked: list[str] = []
    while page := [key(one) for one in ask(record, Filter(states=states, limit=size), after=(walked or [None])[-1])]:
        walked += page
    assert walked == whole


@pytest.mark.parametrize(("ask", "key"), [row[1:] for row in LISTS[:5]], ids=[row[0] for row in LISTS[:5]])
@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize("states", [(), ("SWE",), ("SWE", "FIN")])
def test_the_latest_are_the_end_of_the_list_undated_ones_last(
    record: Record, ask: Ask, key: Ask, size: int, states: tuple[str, ...]
) -> None:
    record.add(telling("by.txt", "Mara calls Aino.", "Mara Lindqvist/SWE", "Aino Salmi/FIN", date=UNKNOWN))
    record.add(telling("undated.txt", "Mara visits Jon.", "Mara Lindqvist/SWE", "Jon Berg/NOR", date=UNKNOWN))
    whole = [key(one) for one in ask(record, Filter(states=states))]
    undated = [id for id in whole if id not in [key(one) for one in ask(record, ERA)]]
    dated = [id for id in whole if id not in undated]
    found = [key(one) for one in ask(record, Filter(states=states, limit=size, latest=True))]
    room = max(0, size - len(dated))
    assert found[: len(found) - min(room, len(undated))] == dated[-size:]
    assert len(found) == min(size, len(whole))
    assert [id for id in whole if id in found] == found


@pytest.mark.parametrize("ask", [row[1] for row in LISTS], ids=[row[0] for row in LISTS])
def test_nothing_can_be_gone_on_after_that_is_not_there(record: Record, ask: Ask) -> None:
    with pytest.raises(UsageError):
        list(ask(record, ALL, after="z-nothing"))


def test_the_rest_of_what_is_at_hand() -> None:
    things = [("a", 1), ("b", 2), ("c", 3)]
    assert list(rest(things, None)) == [1, 2, 3]
    assert list(rest(things, "b")) == [3]
    assert list(rest(things, "c")) == []
    with pytest.raises(UsageError):
        list(rest(things, "d"))


def test_what_comes_in_between_is_not_skipped_and_nothing_comes_twice(record: Record) -> None:
    first = [source.name for source in record.sources(Filter(limit=3))]
    last = list(record.sources(Filter(limit=3)))[-1]
    record.add(telling("0-2.txt", "Mara calls Jon today.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
    record.add(telling("1-9-after.txt", "Mara calls Jon today too.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
    rest_of_it = [source.name for source in record.sources(ALL, after=last.id)]
    assert "1-9-after.txt" in rest_of_it
    assert not {*first, "0-2.txt"} & {*rest_of_it}


def test_documents_by_what_is_known_of_them(record: Record) -> None:
    assert {source.outlet for source in record.sources(Filter(sources=("outlet 1",)))} == {"Outlet 1"}
    assert [source.name for source in record.sources(Filter(states=("NOR",)))] == ["visit.txt"]
    assert list(record.sources(Filter(since="2020"))) == []


def test_actors_with_the_number_of_their_reports(record: Record) -> None:
    known = {one.id: one for one in record.actors(Filter(by="lindqvist"))}
    assert {id: one.reports for id, one in known.items()} == {"person/SWE/Mara Lindqvist": 8}
    assert known["person/SWE/Mara Lindqvist"].office == "Foreign Minister of Sweden"


def test_any_change_is_felt_and_nothing_else(record: Record) -> None:
    beats = [record.pulse()]
    list(record.events())
    assert record.pulse() == beats[0]
    record.add(telling("more.txt", "Mara calls Jon today.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
    beats.append(record.pulse())
    record.correct("confirm", [next(record.deeds()).id], user="Ada")
    beats.append(record.pulse())
    with sqlite3.connect(record.path) as elsewhere:
        elsewhere.execute("UPDATE documents SET title = 'Another'")
    beats.append(record.pulse())
    assert len(set(beats)) == 4
