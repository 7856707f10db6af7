"""How often and how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once (``burst``), and so many a second in the long run."""

    burst: int
    second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """``changing`` is of requests that change something, ``every`` of all where others are served: each of one client.

    ``step`` is how long, in seconds, a piece of a request or an answer may take to pass, ``whole`` how long the whole
    answer may.
    """

    changing: Rate = Rate(60, 1.0)
    every: Rate = Rate(300, 20.0)
    step: float = 30.0
    whole: float = 60.0
