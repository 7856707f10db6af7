"""Held against networkx, which is not needed to run it."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dragoman.measures.centrality import betweenness, eigenvector, neighbours

EDGES = st.dictionaries(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).map(lambda pair: (min(pair), max(pair))),
    st.integers(1, 50),
    min_size=1,
).map(lambda edges: {pair: weight for pair, weight in edges.items() if pair[0] != pair[1]})


@settings(deadline=None)  # networkx is imported by the first case
@given(EDGES)
def test_betweenness_is_that_of_networkx(edges: dict[tuple[str, str], int]) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.Graph()
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in edges.items())
    assert betweenness(neighbours(edges)) == pytest.approx(networkx.betweenness_centrality(graph))


@settings(deadline=None)  # networkx is imported by the first case
@given(EDGES)
def test_eigenvector_is_that_of_networkx(edges: dict[tuple[str, str], int]) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.Graph()
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in edges.items())
    try:
        expected = networkx.eigenvector_centrality(graph, max_iter=5_000, weight="weight") if graph else {}
    except networkx.PowerIterationFailedConvergence:
        assume(False)  # two parts of one weight: which of us gives up at the last turn is chance
    assert eigenvector(neighbours(edges)) == pytest.approx(expected, abs=1e-4)


def test_of_a_line_the_middle_lies_between() -> None:
    assert betweenness(neighbours({("a", "b"): 1, ("b", "c"): 9})) == {"a": 0, "b": 1, "c": 0}


def test_no_edges_are_no_nodes() -> None:
    assert betweenness(neighbours({})) == eigenvector(neighbours({})) == {}
