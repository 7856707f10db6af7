import re
from itertools import product

import pytest
from fastapi.testclient import TestClient

import dragoman
from dragoman.codebook.codebook import load
from dragoman.measures.dyads import Dyad
from dragoman.measures.scales import Balance
from dragoman.publication.plain_english import English, words
from dragoman.publication.site.network import drawing, measures, net
from dragoman.record.filter import Filter
from dragoman.record.record import Record

ENGLISH = English(load(), words())


def dyad(one: str, other: str, events: int = 1, index: float | None = 1.0) -> Dyad:
    return Dyad(one, other, events, 0, (events, 0, 0, 0), None, None, Balance(1, 1, index), Balance(1, 1, 1), 0)


@pytest.mark.parametrize(
    ("index", "name"),
    [
        (-1, "conflict"),
        (-0.3, "more-conflict"),
        (0, "even"),
        (None, "even"),
        (0.2, "more-cooperation"),
        (1, "cooperation"),
    ],
)
def test_a_tie_has_the_colour_of_its_net_cooperation(index: float | None, name: str) -> None:
    assert net(dyad("IRN", "RUS", index=index)) == name


def test_only_the_busiest_are_drawn() -> None:
    codes = sorted(load().states)
    every = [dyad(one, other, 500 - at) for at, (one, other) in enumerate(product(codes[:10], codes[100:140]))]
    drawn = drawing(every, ENGLISH)
    assert len(drawn.lines) <= 60
    assert len(drawn.nodes) <= 40
    assert drawn.lines[-1].dyad == every[0]
    assert {node.id for node, _ in drawn.nodes} == {
        end for line in drawn.lines for end in (line.dyad.one, line.dyad.other)
    }


def test_a_busier_tie_is_wider() -> None:
    thin, wide = drawing([dyad("IRN", "RUS", 90), dyad("FRA", "IRN", 2)], ENGLISH).lines
    assert thin.width < wide.width


@pytest.mark.model
@pytest.mark.parametrize("wanted", [Filter(), Filter(since="2020"), Filter(types=("CONSULT",))])
def test_the_measures_are_those_of_the_network(kept: Record, wanted: Filter) -> None:
    found = measures([one for one in dragoman.dyads(kept, wanted=wanted).dyads if one.events])
    expected = dragoman.network(kept, wanted=wanted).standings
    assert {one.state: (one.partners, one.degree, one.betweenness, one.eigenvector) for one in found} == {
        one.state: (one.partners, one.degree, one.betweenness, one.eigenvector) for one in expected
    }


@pytest.mark.model
def test_every_state_and_tie_is_a_link(client: TestClient) -> None:
    page = client.get("/network").text
    ties = re.findall(r'<a href="(/relationships/[^"]+)" class="tie', page)
    assert ties
    assert all(client.get(tie).status_code == 200 for tie in ties[:5])
    assert re.findall(r'<a href="/states/([A-Z]{3})[^"]*" class="node"', page)
