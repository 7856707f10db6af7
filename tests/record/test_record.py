"""The record keeps what it is given, supersedes, and answers in an order of its own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from codings import FakeCoder, coding, day, document, dump, event, statement

from dragoman.errors import UsageError
from dragoman.events.agreement import Agreement, Duration, Renewal, StageChange, Terms
from dragoman.events.figure import Figure
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.texts.document import Interval, Span

STORIES = {
    "one.txt": "SWE calls FIN on 2015-03-03. SWE calls NOR on 2016-01-01.",
    "two.txt": "FIN calls SWE on 2014-12-31. NOR calls DNK on 2015-03-03.",
    "three.txt": "NOR calls FIN on 2017-07-07. SWE calls FIN on 2015-03-03.",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.db")


def fill(record: Record, names: list[str], coder: FakeCoder | None = None) -> None:
    for name in names:
        record.add((coder or FakeCoder()).code(document(STORIES[name], name=name)))


def test_gives_back_what_it_was_given(record: Record) -> None:
    given = coding()
    assert record.add(given)
    assert list(record.codings()) == [given]
    assert record.coding(given.document.id) == given
    assert list(record.documents()) == [given.document]
    assert record.coding("d0") is None


def test_keeps_agreements_and_figures(record: Record, tmp_path: Path) -> None:
    who = coding().actors[0].id
    treaty = Agreement(
        "g1", coding().document.id, "water treaty", "agreement", ("FIN", "SWE"), "signed", (Span(0, 9),), "y1",
        stage_changes=(StageChange("signed", day("2015-03-03"), "occurred", Span(0, 9), (who,)),),
        terms=Terms(day("2015-03-03"), Duration(5, "year"), Renewal("automatic", Duration(2, "year"))),
    )  # fmt: skip
    growth = Figure("f1", coding().document.id, 12.5, ">", "percent", "increase", (Span(4, 9),), said_by=(who,))
    given = replace(coding(), agreements=(treaty,), figures=(growth, replace(growth, id="f2", value=None)))
    record.add(given)
    assert list(record.codings()) == [given]
    with sqlite3.connect(tmp_path / "r.db") as connection:
        places = "SELECT kind, role, start, stop FROM claims JOIN places ON claim = id WHERE thing IN ('g1', 'f1')"
        assert sorted(connection.execute(places)) == [("agreement", "mention", 0, 9), ("figure", "evidence", 4, 9)]


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(coding())
        before = dump(tmp_path / "r.db")
        assert record.has(coding().document, coder="test 1", codebook="2026.1")
        assert not record.add(coding())
        assert not record.add(coding(document(path="moved/call.txt")))
    assert dump(tmp_path / "r.db") == before


def test_order_of_reading_does_not_show(tmp_path: Path) -> None:
    for name, order in (("a.db", list(STORIES)), ("b.db", list(STORIES)[::-1])):
        with open_record(tmp_path / name) as record:
            fill(record, order)
    with open_record(tmp_path / "a.db") as a, open_record(tmp_path / "b.db") as b:
        assert list(a.events()) == list(b.events())
        assert list(a.codings()) == list(b.codings())
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")


@pytest.mark.parametrize(
    "change",
    [{"codebook": "2026.2"}, {"coder": "test 2"}, {"document": document(published=day("2015-03-03"))}],
    ids=lambda change: next(iter(change)),
)
def test_a_new_reading_supersedes_and_deletes_nothing(record: Record, change: dict[str, object]) -> None:
    old = coding()
    call = old.events[0]
    new = replace(old, events=(replace(call, mode="third-party", id="e2"),), **change)
    record.add(old)
    assert record.add(new)
    assert list(record.codings()) == [new]
    assert [found.thing.id for found in record.events()] == ["e2"]
    assert len(list(record.statements())) == 1
    was = record.explain(call.id)
    assert (was.thing, was.holds, was.codebook, was.coder) == (call, False, "2026.1", "test 1")
    assert record.explain("e2").holds
    assert record.explain(old.statements[0].id).coder == new.coder
    assert not record.has(old.document, coder="test 1", codebook="2026.1")


def test_going_back_to_an_earlier_codebook(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(coding())
        record.add(coding(codebook="2026.2", events=()))
        assert record.add(coding())
        assert list(record.codings()) == [coding()]
        assert record.explain(coding().events[0].id).holds


@pytest.mark.parametrize(
    ("wanted", "dates"),
    [
        (Filter(), ["2014-12-31", "2015-03-03", "2015-03-03", "2015-03-03", "2016-01-01", "2017-07-07"]),
        (Filter(states=("SWE",)), ["2014-12-31", "2015-03-03", "2015-03-03", "2016-01-01"]),
        (Filter(states=("FIN", "SWE")), ["2014-12-31", "2015-03-03", "2015-03-03"]),
        (Filter(states=("SWE", "DNK")), []),
        (Filter(since="2016"), ["2016-01-01", "2017-07-07"]),
        (Filter(until="2014"), ["2014-12-31"]),
        (Filter(since="2015-03", until="2015-03"), ["2015-03-03"] * 3),
        (Filter(since="2015-03-04", until="2016-01-01"), ["2016-01-01"]),
        (Filter(limit=2), ["2014-12-31", "2015-03-03"]),
        (Filter(types=("consult",), limit=1), ["2014-12-31"]),
        (Filter(types=("phone",), limit=1), ["2014-12-31"]),
        (Filter(types=("phone_call",), limit=1), ["2014-12-31"]),
        (Filter(types=("04",), limit=1), ["2014-12-31"]),
        (Filter(types=("AID", "05", "visit")), []),
        (Filter(statuses=("planned",)), []),
        (Filter(statuses=("planned", "occurred"), limit=1), ["2014-12-31"]),
    ],
    ids=str,
)
def test_events_wanted(record: Record, wanted: Filter, dates: list[str]) -> None:
    fill(record, list(STORIES))
    assert [found.thing.date.start for found in record.events(wanted)] == dates


@pytest.mark.parametrize(
    ("date", "since", "until", "there"),
    [
        (Interval("2020-04", "2020-04", "month"), "2020-04-30", None, True),
        (Interval("2020-04", "2020-04", "month"), "2020-05", None, False),
        (Interval("2020", "2020", "year"), None, "2020-01-01", True),
        (Interval("2020", None), "2024", None, True),
        (Interval("2020", None), None, "2019", False),
        (Interval(None, "2020-02"), "2020-02-29", None, True),
        (Interval(None, "2020-02"), "2020-03", None, False),
        (Interval(), "1900", None, False),
        (Interval(), None, "2100", False),
        (Interval("XXXX-09-01", "XXXX-09-01"), "1900", None, False),
    ],
)
def test_periods_overlap(record: Record, date: Interval, since: str | None, until: str | None, there: bool) -> None:
    doc = document()
    record.add(coding(doc, events=(event(doc, date=date),)))
    assert bool(list(record.events(Filter(since=since, until=until)))) is there
    assert list(record.events())


@pytest.mark.parametrize(
    ("states", "there"),
    [(("SWE",), True), (("FIN",), False), (("SWE", "FIN"), True), (("FIN", "SWE"), True), (("SWE", "NOR"), False)],
)
def test_statements_of_a_state_and_between_two(record: Record, states: tuple[str, ...], there: bool) -> None:
    record.add(coding())
    found = list(record.statements(Filter(states=states)))
    assert bool(found) is there
    assert not list(record.statements(Filter(states=states, types=("indirect",))))
    assert not there or found[0].passage == "“We will sign in April,” Lindqvist said."


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"since": "last year"}, "'last year' is not a date"),
        ({"since": "2020-13"}, "2020-04-01, 2020-04 or 2020"),
        ({"until": "2021-02-29"}, "not a date"),
        ({"since": "2021", "until": "2020"}, "swap"),
        ({"limit": 0}, "at least 1"),
        ({"states": ("SWE", "FIN", "NOR")}, "3 states"),
    ],
)
def test_wishes_that_make_no_sense(fields: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        Filter(**fields)  # type: ignore[arg-type]


def test_found_says_who_and_where(record: Record) -> None:
    record.add(coding(document(outlet="The Daily", title="A call")))
    (found,) = record.events()
    assert [actor.name for actor in found.who(found.thing.actors)] == ["Mara Lindqvist", "Aino Salmi"]
    assert (found.source.name, found.source.outlet, found.source.title) == ("call.txt", "The Daily", "A call")
    assert found.passage.startswith("Swedish Foreign Minister")
    assert found.passage.endswith("3 March 2015.")


def test_contacts_have_the_people_of_each_side(record: Record) -> None:
    doc = document()
    record.add(coding(doc))
    (contact,) = record.contacts(Filter(states=("FIN",)))
    assert [(side.country, [person.office for person in side.people]) for side in contact.sides] == [
        ("SWE", ["Foreign Minister of Sweden"]),
        ("FIN", ["Foreign Minister of Finland"]),
    ]
    record.add(coding(doc, codebook="2", events=(event(doc, event="AID", mode=None, cameo="070"),)))
    assert not list(record.contacts())


def test_explain_takes_the_beginning_of_an_id(record: Record) -> None:
    doc = document()
    record.add(coding(doc, events=(event(doc, id="e1a"), event(doc, id="e1b"), event(doc, id="e1"))))
    assert record.explain("e1a").thing.id == "e1a"
    assert record.explain("e1").thing.id == "e1"
    said = record.explain("s")
    assert [doc.text[p.start : p.end] for p in said.passages] == ["“We will sign in April,” Lindqvist said."]
    assert next(iter(said.actors.values())).mentions[0].words == "Mara Lindqvist"
    for wrong, says in (("e", "several ids: e1, e1a, e1b"), ("x", "nothing whose id begins"), ("", "nothing whose")):
        with pytest.raises(UsageError, match=says):
            record.explain(wrong)


def test_actors_unknown_to_the_coding_are_refused_whole(record: Record) -> None:
    doc = document()
    with pytest.raises(KeyError):
        record.add(coding(doc, statements=(statement(doc, speakers=("nobody",)),)))
    assert not list(record.documents())


def test_reading_goes_on_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_record(path) as record:
        fill(record, ["one.txt"])
    writer = (
        "import sqlite3, sys; record = sqlite3.connect(sys.argv[1]); record.execute('BEGIN IMMEDIATE'); "
        "record.execute('DELETE FROM events'); print('writing', flush=True); input()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", writer, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        with open_record(path, read_only=True) as record:
            assert len(list(record.events())) == 2
    finally:
        process.communicate("\n")
