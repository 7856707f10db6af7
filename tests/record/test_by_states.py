"""What is listed for one state or for two: what it is, and that it is read from an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from codings import agreement, coding, day, document, figure, replace, telling
from sqlalchemy import event

from dragoman.record import deed_list
from dragoman.record.days import LAST, days
from dragoman.record.deed import Deed
from dragoman.record.engine import open_engine
from dragoman.record.filter import Filter
from dragoman.record.found import Found
from dragoman.record.record import Record, open_record
from dragoman.texts.document import UNKNOWN, Interval

MARA, AINO, JON = "Mara Lindqvist/SWE", "Aino Salmi/FIN", "Jon Berg/NOR"
DATES = [
    *(day("2015-03-05"), day("2015-03-01"), UNKNOWN, Interval("2015-03", "2015-03", "month", "stated")),
    *(day("2015-03-01"), UNKNOWN, Interval("2015", "2015", "year", "stated"), day("2014-01-01"), day("2015-03-05")),
]
STATES = [("SWE",), ("FIN",), ("NOR",), ("SWE", "FIN"), ("FIN", "SWE"), ("NOR", "SWE"), ("FIN", "NOR"), ("ISL",)]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db") as opened:
        for number, date in enumerate(DATES):
            people = (MARA, JON) if number % 4 == 3 else (MARA, AINO)
            opened.add(telling(f"{number}.txt", f"They spoke, {number}.", *people, date=date))
        doc = document()
        opened.add(coding(doc, agreements=(agreement(doc),), figures=(figure(doc),)))
        yield opened


def parties(found: Found[Any]) -> list[tuple[set[str | None], set[str | None]]]:
    """Those for whom a thing is listed alone, and with whom."""
    thing, of = found.thing, lambda ids: {found.actors[id].country for id in ids}
    match type(thing).__name__:
        case "Event":
            both = of((*thing.actors, *thing.recipients))
            return [(both, both)]
        case "Statement":
            return [(of(thing.speakers), {*of(thing.addressees), *thing.about})]
        case "Agreement":
            return [({*thing.parties}, {*thing.parties})]
    return [({*thing.countries}, {*thing.countries})]


def listed_for(found: Found[Any], states: tuple[str, ...]) -> bool:
    pairs = (states, states[::-1]) if len(states) > 1 else ()
    return any(
        (len(states) == 1 and states[0] in alone) or any(a in alone and b in others for a, b in pairs)
        for alone, others in parties(found)
    )


def check(record: Record) -> None:
    asks: list[Callable[..., Iterator[Any]]] = [record.events, record.statements, record.agreements, record.figures]
    for ask in asks:
        for states in STATES:
            found = list(ask(Filter(states=states)))
            assert found == [one for one in ask() if listed_for(one, states)]


def test_a_list_by_states_is_that_part_of_the_whole(record: Record) -> None:
    check(record)
    assert len(list(record.events(Filter(states=("NOR", "SWE"))))) == 2


@pytest.mark.parametrize(
    ("act", "changes"),
    [("recode", {"date": "2001-02-03"}), ("recode", {"date": ""}), ("reject", None), ("confirm", None)],
)
def test_corrections_are_listed(record: Record, act: Any, changes: dict[str, str] | None) -> None:
    pair = Filter(states=("NOR", "SWE"))
    before = [found.thing.id for found in record.events(pair)]
    record.correct(act, before[:1], user="Ada", changes=changes)
    after = [found.thing.id for found in record.events(pair)]
    check(record)
    assert after == {
        "recode": before if changes == {"date": "2001-02-03"} else before[::-1],
        "reject": before[1:],
        "confirm": before,
    }[act]  # fmt: skip


def test_another_reading_is_listed_in_place_of_the_first(record: Record) -> None:
    again = telling("0.txt", "They spoke, 0.", MARA, JON, date=day("2016-01-01"))
    record.add(replace(again, coder="test 2"))
    check(record)
    assert list(record.events(Filter(states=("NOR", "SWE"))))[-1].source.name == "0.txt"


@pytest.fixture
def merged(record: Record, monkeypatch: pytest.MonkeyPatch) -> Record:
    """Deeds with several tellings: early and late, dated and not. Few are passed at a time."""
    monkeypatch.setattr(deed_list, "_PAGE", 2)
    ids = {found.source.name[0]: found.thing.id for found in record.events() if found.source.name[1:] == ".txt"}
    for group in ("04", "28", "56"):
        record.correct("merge", [ids[number] for number in group], user="Ada")
    return record


def place(deed: Deed) -> tuple[str, str, str, int, str, str]:
    return min((*days(one.thing.date), one.source.id, one.start, one.thing.id, deed.id) for one in deed.tellings)


@pytest.mark.parametrize("states", [(), ("SWE",), ("FIN", "SWE")])
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_deeds_are_listed_by_their_first_tellings(merged: Record, states: tuple[str, ...], size: int) -> None:
    whole = [place(deed) for deed in merged.deeds(Filter(states=states))]
    assert whole == sorted(whole)
    assert max(len(deed.tellings) for deed in merged.deeds()) > 1
    walked: list[tuple[str, str, str, int, str, str]] = []
    while page := list(merged.deeds(Filter(states=states, limit=size), after=walked[-1][-1] if walked else None)):
        walked += map(place, page)
    assert walked == whole
    dated, undated = [one for one in whole if one[0] < LAST], [one for one in whole if one[0] == LAST]
    latest = [place(deed) for deed in merged.deeds(Filter(states=states, limit=size, latest=True))]
    room = max(0, size - len(dated))
    assert latest == [*dated[-size:], *undated[len(undated) - min(room, len(undated)) :]]


@pytest.mark.parametrize("latest", [False, True])
@pytest.mark.parametrize("ask", [Record.events, Record.statements, Record.agreements, Record.figures, Record.deeds])
@pytest.mark.parametrize("states", [("SWE",), ("FIN", "SWE")])
def test_a_page_is_read_from_the_index(record: Record, ask: Any, states: tuple[str, ...], latest: bool) -> None:
    asked = list[tuple[str, Any]]()
    engine = record._engine

    @event.listens_for(engine, "before_cursor_execute")
    def note(_: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        asked.append((statement, parameters))

    assert list(ask(record, Filter(states=states, limit=3, latest=latest)))
    with open_engine(Path(record.path), read_only=True).connect() as connection:
        plans = {
            statement: [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in asked
            if "by_states" in statement
        }
    along = [plan for statement, plan in plans.items() if "deed IN" not in statement]
    at_hand = [plan for statement, plan in plans.items() if "deed IN" in statement]
    assert along
    assert bool(at_hand) == (ask is Record.deeds)
    for plan in along:
        assert "by_states_listed (kind=? AND one=? AND other=?" in plan[0]
        assert not any("TEMP B-TREE" in step for step in plan)
    for plan in at_hand:
        assert any("by_states USING PRIMARY KEY (claim=? AND one=? AND other=?)" in step for step in plan)
