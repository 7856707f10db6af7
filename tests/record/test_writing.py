"""What a document costs does not grow with the record: nothing is gone through that grows, nothing read in vain."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from codings import day, telling
from sqlalchemy import event as sqlalchemy_event

from dragoman.events.coding import Coding
from dragoman.record.body import pack
from dragoman.record.lives import life, may_turn
from dragoman.record.outline import outline
from dragoman.record.record import Record, open_record
from dragoman.record.same_event import forbidden, match, may_match
from dragoman.record.telling import Telling, tellings

CALL = "Mara Lindqvist and Aino Salmi spoke about salmon quotas on the telephone."
PEOPLE = ("Mara Lindqvist/SWE", "Aino Salmi/FIN")
PLAN = {"event": "AGREE", "mode": None, "cameo": "036", "status": "planned"}
ACCUSED = {"event": "ACCUSE", "mode": "disapprove", "cameo": "111", "symmetric": False}
DAYS = ("2015-03-03", "2015-03-06", "2015-03-09", "2015-06-01")


def told() -> Iterator[Coding]:
    for number, (date, fields) in enumerate(product(DAYS, ({}, PLAN, {"status": "denied"}, {"channel": "visit"}))):
        yield telling(f"{number}", CALL, *PEOPLE, date=day(date), published="2015-03-04", **fields)


def kept() -> list[Telling]:
    return [one for given in told() for one in tellings(given, [f"c{given.document.name}"])]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.db")


def test_outlines_forbid_what_whole_tellings_would() -> None:
    made = kept()
    seen = set()
    for one, other in product(made, made):
        short = outline(pack(other))
        if not may_match(one, short):
            assert match(one, other) is None
            assert forbidden(one, other)
        if not may_turn(one, short):
            assert life(one, other) is None
        seen.add((may_match(one, short), may_turn(one, short)))
    assert seen == {(True, False), (False, True), (False, False)}


@pytest.mark.parametrize(("fields", "days"), [({}, {(None, None)}), (ACCUSED, {(735656, 735664)})])
def test_a_sentence_in_common_is_found_whenever_of_contacts_only(
    record: Record, fields: dict[str, object], days: set[tuple[int | None, int | None]]
) -> None:
    """Of all else only about the same days: four before and after."""
    record.add(telling("a", CALL, *PEOPLE, date=day("2015-03-03"), published="2015-03-04", **fields))
    with record._engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT first, last FROM blocks WHERE block LIKE 's:%'").all()
    assert {tuple(row) for row in rows} == days


def test_no_statement_of_writing_goes_through_a_table(tmp_path: Path) -> None:
    """Neither with tellings that join, nor when a reading takes the place of another and its deeds go."""
    path, said = tmp_path / "r.db", dict[str, object]()
    with open_record(path) as record:
        listen(record, said)
        for given in told():
            record.add(given)
        for given in told():
            assert record.add(replace(telling(given.document.name, CALL, "SWE", "FIN", "NOR"), codebook="2026.2"))
    with sqlite3.connect(path) as connection:
        plans = {
            text: connection.execute(f"EXPLAIN QUERY PLAN {text}", given).fetchall() for text, given in said.items()
        }
    assert len(plans) > 30
    scans = [
        (text, step[3])
        for text, plan in plans.items()
        for step in plan
        if re.match(r"SCAN (?!\(subquery|\d* ?CONSTANT)", step[3])
    ]
    assert not scans


def listen(record: Record, said: dict[str, object]) -> None:
    def hear(connection: object, cursor: object, text: str, given: object, context: object, many: bool) -> None:
        if re.match("SELECT|INSERT|UPDATE|DELETE", text) and "words" not in text and "named" not in text:
            said[text] = given[0] if many else given  # type: ignore[index]

    sqlalchemy_event.listen(record._engine, "before_cursor_execute", hear)


def test_counts_of_pairs_keep_their_ends(record: Record) -> None:
    """The first and the last day are those of what is left, whatever comes and goes."""
    for name, date in (("b", "2015-03-03"), ("a", "2014-01-01"), ("c", "2016-12-31")):
        record.add(telling(name, CALL, *PEOPLE, date=day(date), published=date))
    (count,) = record.pairs()
    assert (count.deeds, count.first, count.last) == (3, "2014-01-01", "2016-12-31")
    record.correct("reject", [next(iter(record.deeds())).id], user="u")
    (count,) = record.pairs()
    assert (count.deeds, count.first, count.last) == (2, "2015-03-03", "2016-12-31")
    for deed in list(record.deeds()):
        record.correct("reject", [deed.id], user="u")
    assert not record.pairs()
