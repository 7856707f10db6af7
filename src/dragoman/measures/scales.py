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
        return self.book.goldstein(dealing.event.cameo, scale=self.scale)

    def plover(self, dealing: Dealing) -> float | None:
        """None of what PLOVER has no event for."""
        event = dealing.event
        return self.book.plover_score(event.event, event.mode) if event.event else None


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
    known = [score for score in scores if score is not None]
    total, size = sum(known), sum(map(abs, known))
    return Balance(
        sum=round(total, 3),
        mean=round(total / len(known), 3) if known else None,
        net=round(total / size, 3) if size else None,
    )
