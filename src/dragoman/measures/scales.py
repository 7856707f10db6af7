"""How much cooperation or conflict a deed is, by Goldstein's scale and by PLOVER's own, and what sums that up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.codebook import Codebook
from dragoman.codebook.ontology import Scale
from dragoman.measures.dealing import Dealing


@dataclass(frozen=True, slots=True)
class Scores:
    """Both scales go from -10, the worst conflict, to 10; ``scale`` is the copy of Goldstein's."""

    book: Codebook
    scale: Scale = "median"

    def goldstein(self, dealing: Dealing) -> float | None:
        return self.of_code(dealing.event.cameo)

    def plover(self, dealing: Dealing) -> float | None:
        """None of what PLOVER has no event for."""
        return self.of_event(dealing.event.event or "", dealing.event.mode or "")

    def of_code(self, cameo: str) -> float | None:
        return self.book.goldstein(cameo, scale=self.scale)

    def of_event(self, event: str, mode: str) -> float | None:
        """PLOVER's score; ``mode`` may be empty, and of an empty ``event`` there is none."""
        return self.book.plover_score(event, mode or None) if event else None


@dataclass(frozen=True, slots=True)
class Balance:
    """Scores of several deeds. ``mean`` is ``None`` where no deed has a score.

    ``net`` is the net cooperation index: cooperation less conflict over both together, from -1 (conflict alone) to 1
    (cooperation alone); ``None`` where there is neither.
    """

    sum: float
    mean: float | None
    net: float | None


def balance(scores: Sequence[float | None]) -> Balance:
    return weighed([(score, 1) for score in scores])


def weighed(scores: Sequence[tuple[float | None, int]]) -> Balance:
    """The balance of scores, each with the number of deeds that have it."""
    deeds, total, size = 0, 0.0, 0.0
    for score, count in scores:
        if score is not None:
            deeds += count
            total += score * count
            size += abs(score) * count
    return Balance(
        sum=round(total, 3),
        mean=round(total / deeds, 3) if deeds else None,
        net=round(total / size, 3) if size else None,
    )
