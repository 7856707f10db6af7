"""Who stands in the middle."""

from __future__ import annotations

from dealt import dealing

from dragoman.codebook.codebook import load
from dragoman.measures.networks import network
from dragoman.measures.scales import Scores

SCORES = Scores(load())


def test_the_one_between_two_others_stands_in_the_middle() -> None:
    deeds = [
        dealing("swe", "fin", id="e1"),
        dealing("swe nor", id="e2"),
        dealing("swe nor", id="e3"),
        dealing("fin", "nor", id="e4", status="denied"),
    ]
    found = network(deeds, SCORES)
    middle, *rest = found.standings
    assert (middle.state, middle.partners, middle.events, middle.degree, middle.betweenness) == ("SWE", 2, 3, 1.0, 1.0)
    assert [(one.state, one.partners, one.events) for one in rest] == [("NOR", 1, 2), ("FIN", 1, 1)]
    assert {one.betweenness for one in rest} == {0}
    weights = [one.eigenvector for one in found.standings]
    assert weights == sorted(weights, reverse=True)
    ties = [(tie.one, tie.other, tie.events) for tie in found.ties]
    assert ties == [("NOR", "SWE", 2), ("SWE", "FIN", 1), ("SWE", "NOR", 2)]
    assert [row["state"] for row in found.rows()] == ["SWE", "NOR", "FIN"]


def test_no_deeds_make_no_network() -> None:
    assert network([], SCORES).standings == ()
