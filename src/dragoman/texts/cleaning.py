"""Cleaning that never loses the way back: a cleaned text and, for each of its characters, where it came from."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from dragoman.texts.document import Span

# One character for one, so that the map stays the identity in nearly every text.
_SAME_LENGTH = str.maketrans("“”„«»‘’‚\u00a0\u2009\u202f\t", "\"\"\"\"\"''' " + "   ")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# "pressures.Both officials", "epidemic.In", "added.“We": a full stop glued to the next sentence.
_GLUED = re.compile(r"(?<=[a-z0-9)\]\"'][.!?])(?=[A-Z][a-z])|(?<=[a-z][.!?])(?=\"[A-Z])|(?<=[a-z][.!?]\")(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit for the parser. ``origin[i]`` is the offset in the text as given of cleaned character ``i``."""

    text: str
    origin: array[int]

    def raw(self, start: int, end: int) -> Span:
        """The place in the text as given of cleaned ``[start, end)`` (not empty)."""
        return Span(self.origin[start], self.origin[end - 1] + 1)


def clean(text: str) -> Cleaned:
    """Straight quotes, plain spaces, no invisible characters, a space after glued full stops."""
    same = text.translate(_SAME_LENGTH)
    dropped = {m.start() for m in _DROPPED.finditer(same)}
    inserted = {m.start() for m in _GLUED.finditer(same)}
    if not dropped and not inserted:
        return Cleaned(same, array("L", range(len(same))))
    out: list[str] = []
    origin: array[int] = array("L")
    for i, char in enumerate(same):
        if i in inserted:
            out.append(" ")
            origin.append(i)
        if i not in dropped:
            out.append(char)
            origin.append(i)
    return Cleaned("".join(out), origin)
