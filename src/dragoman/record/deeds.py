"""From pairs of tellings to deeds: who belongs together when all pairs are looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.record.telling import Telling
from dragoman.texts.document import content_id

Pair = tuple[str, str]  # claims, in order


@dataclass(frozen=True, slots=True)
class Links:
    """What is held of pairs of tellings, by their claims: scores above 0, and what a user decided."""

    scores: Mapping[Pair, float]
    same: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


def pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def deeds(
    tellings: Collection[Telling], links: Links, forbidden: Callable[[Telling, Telling], object]
) -> Iterator[list[Telling]]:
    """The tellings in groups, one a deed: the best pairs first, and never two that may not be one.

    What the user decided comes before all scores. The outcome depends on the set of tellings only: pairs are taken by
    score and id, whatever the order of the input.
    """
    groups = _Groups({telling.claim: telling for telling in tellings}, links, forbidden)
    for one, other in sorted(links.same):
        groups.join(one, other)
    groups.fasten()
    for (one, other), _ in sorted(links.scores.items(), key=lambda item: (-item[1], item[0])):
        groups.join(one, other)
    yield from groups.all()


def deed_id(tellings: Iterable[Telling]) -> str:
    """The id of a deed: that of its telling published first, so that later reports leave it as it is."""
    first = min(tellings, key=lambda telling: (telling.told, telling.document, telling.event))
    return content_id("x", first.document, first.event)


@dataclass(slots=True)
class _Groups:
    """Groups that grow by pairs. Those that the user joined count as one telling: one of them that fits is enough."""

    tellings: Mapping[str, Telling]
    links: Links
    forbidden: Callable[[Telling, Telling], object]
    of: dict[str, list[str]] = field(init=False)
    units: dict[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.of = {claim: [claim] for claim in sorted(self.tellings)}
        self.units = {}

    def fasten(self) -> None:
        """From now on the groups there are stay together."""
        self.units = {claim: tuple(group) for claim, group in self.of.items()}

    def join(self, one: str, other: str) -> None:
        if one not in self.of or other not in self.of or self.of[one] is self.of[other]:
            return
        mine, theirs = self.of[one], self.of[other]
        if any(self._apart(a, b) for a in mine for b in theirs):
            return
        mine += theirs
        for claim in theirs:
            self.of[claim] = mine

    def all(self) -> Iterator[list[Telling]]:
        groups = {id(group): group for group in self.of.values()}
        yield from ([self.tellings[claim] for claim in sorted(group)] for group in groups.values())

    def _apart(self, one: str, other: str) -> bool:
        if pair(one, other) in self.links.apart:
            return True
        if not self.units:
            return False
        return all(self._forbidden(a, b) for a in self.units[one] for b in self.units[other])

    def _forbidden(self, one: str, other: str) -> bool:
        known = pair(one, other) in self.links.scores
        return not known and bool(self.forbidden(self.tellings[one], self.tellings[other]))
