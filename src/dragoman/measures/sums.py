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


class Kinds:
    """The kinds of counts. Each is looked up once: there are few kinds, and many counts."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._known: dict[tuple[str, str, str], Kind] = {}

    def of(self, count: PairCount | Dated) -> Kind:
        what = (count.event, count.mode, count.cameo)
        return self._known.get(what) or self._known.setdefault(what, self._kind(*what))

    def _kind(self, event: str, mode: str, cameo: str) -> Kind:
        quad = self._scores.book.quad(event or None) or 0
        return Kind(quad, self._scores.of_code(cameo), self._scores.of_event(event, mode))


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
