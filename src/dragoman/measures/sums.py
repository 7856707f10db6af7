"""The counts of the record, added up pair by pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.measures.scales import Scores
from dragoman.record.pairs import Dated, PairCount


class Kind(NamedTuple):
    """Class (0: none) and scores of a kind of deed."""

    quad: int
    goldstein: float | None
    plover: float | None


def kind_of(count: PairCount | Dated, scores: Scores) -> Kind:
    quad = scores.book.quad(count.event or None) or 0
    return Kind(quad, scores.of_code(count.cameo), scores.of_event(count.event, count.mode))


@dataclass(slots=True)
class Sum:
    """What adds up to a dyad: ``classes`` by class, the scores with the number of deeds that have each."""

    contacts: int = 0
    not_done: int = 0
    classes: list[int] = field(default_factory=lambda: [0, 0, 0, 0, 0])
    first: str = ""
    last: str = ""
    goldstein: list[tuple[float | None, int]] = field(default_factory=list)
    plover: list[tuple[float | None, int]] = field(default_factory=list)

    def add(self, count: PairCount, kind: Kind) -> None:
        if not count.done:
            self.not_done += count.deeds
            return
        if count.event == "CONSULT":
            self.contacts += count.deeds
        self.classes[kind.quad] += count.deeds
        if count.first:
            self.first = min(self.first or count.first, count.first)
            self.last = max(self.last, count.last)
        self.goldstein.append((kind.goldstein, count.deeds))
        self.plover.append((kind.plover, count.deeds))
