"""What is counted in the tables must be what is counted deed by deed."""

from __future__ import annotations

from collections import defaultdict

import pytest

import dragoman
from dragoman.codebook.codebook import load
from dragoman.measures.dealing import dealings
from dragoman.measures.dyads import counted
from dragoman.measures.scales import Scores
from dragoman.record.filter import ALL, Filter
from dragoman.record.record import Record

CHOICES = [
    ALL,
    Filter(since="2022-03"),
    Filter(until="2020", types=("CONSULT",)),
    Filter(types=("04",), statuses=("occurred",)),
    Filter(states=("RUS",)),
    Filter(place="moscow"),
    Filter(person="Lavrov"),
    Filter(sources=("Levant",)),
]


@pytest.mark.model
@pytest.mark.parametrize("wanted", CHOICES)
def test_pairs_are_those_of_the_deeds(kept: Record, wanted: Filter) -> None:
    found = counted(kept.tally(wanted).pairs, Scores(load())).dyads
    mine = tuple(dyad for dyad in found if {*wanted.states} <= {dyad.one, dyad.other})
    assert mine == dragoman.dyads(kept, wanted=wanted).dyads


@pytest.mark.model
@pytest.mark.parametrize("wanted", CHOICES)
def test_states_are_those_of_the_deeds(kept: Record, wanted: Filter) -> None:
    told: defaultdict[str, set[str]] = defaultdict(set)
    for dealing in dealings(kept, wanted):
        for state in {state for pair in dealing.directed() for state in pair} if dealing.done else ():
            told[state].add(dealing.id)
    counts: defaultdict[str, int] = defaultdict(int)
    for count in kept.tally(wanted).states:
        counts[count.state] += count.deeds
    assert counts == {state: len(deeds) for state, deeds in told.items()}


@pytest.mark.model
def test_places_are_those_that_the_tellings_name(kept: Record) -> None:
    told: defaultdict[str, set[str]] = defaultdict(set)
    days: defaultdict[str, str] = defaultdict(str)
    for dealing in dealings(kept):
        for telling in dealing.tellings:
            event = telling.thing
            if event.place and event.status in ("occurred", "ongoing"):
                told[event.place.name].add(dealing.id)
                known = event.date.start == event.date.end and event.date.granularity == "day"
                days[event.place.name] = max(days[event.place.name], (event.date.start or "") if known else "")
    found = kept.tally().places
    places = {count.place.name for count in found}
    assert places == told.keys()
    for name in places:
        assert sum(count.deeds for count in found if count.place.name == name) == len(told[name])
        assert max(count.last for count in found if count.place.name == name) == days[name]


@pytest.mark.model
def test_a_place_comes_with_its_coordinates(kept: Record) -> None:
    at = {count.place.name: count.place for count in kept.tally().places}
    assert (at["Addis Ababa"].country, round(at["Addis Ababa"].latitude or 0)) == ("ETH", 9)


@pytest.mark.model
def test_of_more_than_is_to_be_counted_the_latest_are(kept: Record) -> None:
    few = kept.tally(most=5)
    assert few.cut
    assert not kept.tally().cut
    assert max(pair.last for pair in few.pairs) == max(pair.last for pair in kept.tally().pairs)
    assert sum(pair.deeds for pair in few.pairs) < sum(pair.deeds for pair in kept.tally().pairs)
