"""How the cost of reading grows with the text: a ratio, which a slow or busy machine leaves as it is."""

from __future__ import annotations

import time
from collections.abc import Callable

_TIMES = 4
_STEEP = 9.0  # four times the text costs four times as much; sixteen times where each character looks at all others


def steep(work: Callable[[str], object], text: str) -> bool:
    """Whether the text costs far more than four times a quarter of it, in time of this process, three times running."""
    return all(_cost(work, text) / _cost(work, text[: len(text) // _TIMES]) > _STEEP for _ in range(3))


def _cost(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return max(time.process_time() - start, 0.001)  # less is the clock's own noise
