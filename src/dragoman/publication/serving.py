"""How the record is served: to whom, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.publication.gate.limits import Limits

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Serving:
    """``hosts`` are the names under which it answers (``"*"``: any; a browser that was led here by another name gets
    nothing). ``writing``: whether reports may be read in and events corrected over it. ``longest`` is the most bytes
    that a request may have. ``tokens`` is the file of those who may come in, ``None``: whoever can reach it.
    ``proxied``: a reverse proxy stands before it, which says for whom it asks.
    """

    hosts: tuple[str, ...] = LOCAL_NAMES
    writing: bool = True
    longest: int = 16 * 1024 * 1024
    tokens: Path | None = None
    proxied: bool = False
    limits: Limits = field(default_factory=Limits)

    @property
    def to_others(self) -> bool:
        """Whether others than the user of this computer may reach it."""
        return self.tokens is not None or self.proxied
