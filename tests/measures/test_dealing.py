"""A deed as what is counted: who does it to whom, and whether it was done."""

from __future__ import annotations

from typing import Any

import pytest
from codings import document, event

from dragoman.actors.actor import Actor
from dragoman.measures.dealing import Dealing
from dragoman.measures.networks import Tie, ties
from dragoman.record.found import Found, Source
from dragoman.texts.document import UNKNOWN, Interval

PEOPLE = {
    actor.id: actor
    for actor in (
        Actor("mara", "Mara Lindqvist", "person", "SWE"),
        Actor("aino", "Aino Salmi", "person", "FIN"),
        Actor("swe", "Sweden", "state", "SWE"),
        Actor("fin", "Finland", "state", "FIN"),
        Actor("nor", "Norway", "state", "NOR"),
        Actor("un", "United Nations", "body"),
    )
}


def dealing(actors: str, recipients: str = "", **fields: Any) -> Dealing:
    doc = document()
    thing = event(
        doc,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        **{"symmetric": not recipients} | fields,
    )
    found = Found(thing, Source(doc.id, doc.name, doc.path, None, "The Daily", None), PEOPLE, doc.text, 0)
    return Dealing(thing.id, found, (found,), 1)


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
