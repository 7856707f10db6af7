"""A text cut where its marks begin and end, so that each piece is under the same marks from end to end.

Marks may lie within each other, overlap or be the same: pieces are never nested, so what a page makes of them is well
formed whatever the marks are.
"""

from __future__ import annotations

import unicodedata
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dragoman.texts.document import Span

_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DEEP = 8  # marks that one piece is under: no reader tells more apart, and thousands of them would make a huge page
_HARMLESS = "\n\t\u00ad\u200c\u200d"  # the last two join the parts of an emoji, and the letters of some scripts


@dataclass(frozen=True, slots=True)
class Mark:
    """A place and what it is: ``kind`` says how it looks, ``id`` of what it is a mark, ``note`` what is said of it."""

    span: Span
    kind: str
    id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the marks that they lie under, the shortest first; ``first`` are the ids first marked here.

    ``at``: whether they are within the place that was asked for.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    first: tuple[str, ...] = ()
    at: bool = False


def cut(text: str, window: Span, marks: Iterable[Mark], at: Span | None = None) -> Iterator[Piece]:
    """The pieces of ``text`` within ``window``; together they are all of it, see ``one_break``."""
    text = one_break(text)
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    ends = {window.start, window.end} | ({at.start, at.end} if at else set())
    for mark in marks:
        start, end = max(mark.span.start, window.start), min(mark.span.end, window.end)
        if start < end:
            opening[start].append(mark)
            ends |= {start, end}
    under, seen = list[Mark](), set[str]()
    for start, end in pairwise(sorted(end for end in ends if window.start <= end <= window.end)):
        under = [mark for mark in under if mark.span.end > start]
        for mark in opening[start]:
            insort(under, mark, key=_inner)
        first = tuple(dict.fromkeys(mark.id for mark in opening[start] if mark.id not in seen))
        seen.update(first)
        yield Piece(text[start:end], tuple(under[:_DEEP]), first, at is not None and at.start <= start < at.end)


def one_break(text: str) -> str:
    """With a space for the first half of each ``\\r\\n``: of the same length, and no cut can make two breaks of it."""
    return text.replace("\r\n", " \n")


def visible(text: str) -> str:
    """With line breaks and tabs, and what has no shape of its own shown: ``[U+0000]``, ``[U+202E]``.

    So no text can hide words, or turn the order of those around it.
    """
    return text if text.isprintable() else "".join(map(_seen, text))


@lru_cache(maxsize=4096)
def _seen(char: str) -> str:
    if char.isprintable() or char in _HARMLESS or unicodedata.category(char) == "Zs":
        return char
    if char in _BREAKS:
        return "\n"
    return f"[U+{ord(char):04X}]"


def _inner(mark: Mark) -> tuple[int, Span, str]:
    return len(mark.span), mark.span, mark.id
