"""How the record is served: to whom, and within which limits."""

from __future__ import annotations

from dataclasses import dataclass

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Serving:
    """``hosts`` are the names under which it answers (``"*"``: any; a browser that was led here by another name gets
    nothing). ``writing``: whether reports may be read in and events corrected over it. ``longest`` is the most bytes
    that a request may have.
    """

    hosts: tuple[str, ...] = LOCAL_NAMES
    writing: bool = True
    longest: int = 16 * 1024 * 1024
