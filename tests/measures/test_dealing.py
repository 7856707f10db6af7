"""A deed as what is counted: who does it to whom, and whether it was done."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import coding, day, document
from dealt import dealing

import dragoman
from dragoman.measures.dealing import dealings
from dragoman.measures.networks import Tie, ties
from dragoman.record.record import open_record
from dragoman.texts.document import UNKNOWN, Interval


@pytest.mark.parametrize(
    ("actors", "recipients", "states", "people"),
    [
        ("mara aino", "", ["SWE FIN", "FIN SWE"], ["mara aino", "aino mara"]),
        ("mara swe", "fin", ["SWE FIN"], ["mara fin"]),
        ("mara", "swe fin", ["SWE FIN"], ["mara fin"]),
        ("mara", "swe", [], ["mara swe"]),
        ("swe", "un", [], ["swe un"]),
        (
            "swe fin nor",
            "",
            ["SWE FIN", "SWE NOR", "FIN SWE", "FIN NOR", "NOR SWE", "NOR FIN"],
            ["swe fin", "swe nor", "fin swe", "fin nor", "nor swe", "nor fin"],
        ),
    ],
)
def test_pairs(actors: str, recipients: str, states: list[str], people: list[str]) -> None:
    made = dealing(actors, recipients)
    assert [" ".join(pair) for pair in made.directed()] == states
    assert [f"{one.id} {other.id}" for one, other in made.pairs() if other] == people


def test_an_act_toward_nobody_has_one_who_acts() -> None:
    assert [(one.id, other) for one, other in dealing("mara", symmetric=False).pairs()] == [("mara", None)]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (Interval("2015-03-03", "2015-03-03", "day", "stated"), "2015-03-03"),
        (Interval("2015-03", "2015-03", "month", "stated"), None),
        (Interval("XXXX-03-03", "XXXX-03-03", "day", "stated"), None),
        (Interval(None, "2015-03-03"), None),
        (UNKNOWN, None),
    ],
)
def test_only_a_known_day_is_one(date: Interval, day: str | None) -> None:
    assert dealing("swe fin", date=date).day == day


@pytest.mark.parametrize(
    ("status", "done"),
    [
        *(("occurred", True), ("ongoing", True), ("planned", False), ("called-for", False)),
        *(("hypothetical", False), ("negated", False), ("denied", False)),
    ],
)
def test_only_what_was_done_makes_a_tie(status: str, done: bool) -> None:
    made = dealing("swe", "fin", status=status)
    assert made.done is done
    assert bool(ties([made], lambda one: 1.0)) is done


def test_ties_count_both_ways_what_both_did() -> None:
    call, threat = dealing("swe fin"), dealing("nor", "swe", quad=3, date=UNKNOWN)
    scores = {call.id: 1.0, threat.id: None}
    assert ties([call, threat, call], lambda one: scores[one.id]) == [
        Tie("FIN", "SWE", 2, 1.0, (2, 0, 0, 0), "2015-03-03", "2015-03-03"),
        Tie("NOR", "SWE", 1, None, (0, 0, 1, 0), None, None),
        Tie("SWE", "FIN", 2, 1.0, (2, 0, 0, 0), "2015-03-03", "2015-03-03"),
    ]


def test_a_deed_told_by_two_reports_is_one_dealing(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        for name, outlet in (("a.txt", "The Daily"), ("b.txt", "The Copy")):
            record.add(coding(document(name=name, outlet=outlet, published=day("2015-03-04"))))
        (found,) = dealings(record)
        assert (found.id[0], len(found.tellings), found.origins) == ("x", 2, 1)
        (pair,) = dragoman.dyads(record).dyads
        assert (pair.events, pair.contacts) == (1, 1)
        (month,) = dragoman.series(record, dragoman.Filter(states=("SWE", "FIN"))).periods
        assert month.independent == 0.5
        dragoman.export(record, "gdelt-mentions", tmp_path / "mentions.tsv")
    rows = (tmp_path / "mentions.tsv").read_text(encoding="utf-8").splitlines()
    assert [(row.split("\t")[4], row.split("\t")[0]) for row in rows[:2]] == [
        ("The Daily", rows[0].split("\t")[0]),
        ("The Copy", rows[0].split("\t")[0]),
    ]
