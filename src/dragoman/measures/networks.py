"""Who deals with whom, as a network of states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from dragoman.measures.centrality import betweenness, eigenvector, neighbours
from dragoman.measures.dealing import Dealing, classes, ends
from dragoman.measures.scales import Scores, balance
from dragoman.measures.tabular import Cell, Tabular


@dataclass(frozen=True, slots=True)
class Tie:
    """What one state did toward another (ISO3): how many deeds, their mean Goldstein value, and the first and last day.

    ``quads`` counts them by class: verbal and material cooperation, verbal and material conflict. What both did counts
    in both directions. Days are those that are known to the day.
    """

    one: str
    other: str
    events: int
    goldstein: float | None
    quads: tuple[int, int, int, int]
    first: str | None
    last: str | None


def ties(dealings: Iterable[Dealing], goldstein: Callable[[Dealing], float | None]) -> list[Tie]:
    """The ties of all that was done, by their states. What is only planned, or denied, makes none."""
    told: dict[tuple[str, str], list[Dealing]] = {}
    for dealing in dealings:
        if dealing.done:
            for pair in dealing.directed():
                told.setdefault(pair, []).append(dealing)
    return [_tie(pair, done, goldstein) for pair, done in sorted(told.items())]


def _tie(pair: tuple[str, str], done: list[Dealing], goldstein: Callable[[Dealing], float | None]) -> Tie:
    mean = balance([goldstein(dealing) for dealing in done]).mean
    return Tie(*pair, len(done), mean, classes(done), *ends(done))


@dataclass(frozen=True, slots=True)
class Standing:
    """A state (ISO3) in the network: how many others it deals with, in how many deeds, and three kinds of weight.

    ``degree`` is the share of the other states that it deals with, ``betweenness`` the share of shortest ways between
    two others that lead over it (both from 0 to 1), ``eigenvector`` its weight by the weight of those it deals with,
    counted by deeds (the squares of all add up to 1; ``None`` where that does not settle).
    """

    state: str
    partners: int
    events: int
    degree: float
    betweenness: float
    eigenvector: float | None


@dataclass(frozen=True, slots=True)
class Network(Tabular):
    """The states, those with the most partners first, and the ties between them."""

    standings: tuple[Standing, ...]
    ties: tuple[Tie, ...]

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        return (asdict(standing) for standing in self.standings)


def network(dealings: Iterable[Dealing], scores: Scores) -> Network:
    """The network of all that was done."""
    once = list(dealings)
    deeds = _deeds(once)
    by_state: dict[str, set[str]] = {}
    for pair, dealing in deeds:
        for state in pair:
            by_state.setdefault(state, set()).add(dealing)
    found = standings(Counter(pair for pair, _ in deeds), {state: len(told) for state, told in by_state.items()})
    return Network(found, tuple(ties(once, scores.goldstein)))


def standings(ties: Mapping[tuple[str, str], int], events: Mapping[str, int]) -> tuple[Standing, ...]:
    """The states of a network, those with the most partners first; ``ties`` are the deeds of each pair, ``events``
    those of each state."""
    near = neighbours(ties)
    between, weight = betweenness(near), eigenvector(near)
    found = (
        Standing(
            state=state,
            partners=len(partners),
            events=events[state],
            degree=round(len(partners) / (len(near) - 1), 4),
            betweenness=round(between[state], 4),
            eigenvector=round(weight[state], 4) if weight else None,
        )
        for state, partners in near.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.partners, -one.events, one.state)))


def _deeds(dealings: Iterable[Dealing]) -> set[tuple[tuple[str, str], str]]:
    """Each unordered pair with the id of each deed between them."""
    return {((min(pair), max(pair)), dealing.id) for dealing in dealings if dealing.done for pair in dealing.directed()}
