"""Stretches of a text that are no report, found by the patterns of ``codebook/data/boilerplate.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.codebook.press import load_press
from dragoman.texts.document import Boilerplate, Span

# One character for one, so that offsets stay; the patterns know "\n" alone.
_LINE_ENDS = str.maketrans("\r\u2028\u2029\x85", "\n\n\n\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch and the words in it that say something of the document (``group``: ``outlet``, ``photo``, …)."""

    span: Span
    kind: str
    words: tuple[tuple[str, Span], ...]


def stretches(text: str) -> tuple[Stretch, ...]:
    """All in order of place. One that lies in another is left out, unless it tells something of the document."""
    found = sorted(_all(text.translate(_LINE_ENDS)), key=lambda s: (s.span.start, -s.span.end))
    kept: list[Stretch] = []
    outer: Stretch | None = (
        None  # the one that reaches furthest: in order of their starts, what it does not hold none does
    )
    for stretch in found:
        held = outer is not None and outer.span.holds(stretch.span)
        if not held:
            outer = stretch
        if not held or (stretch.words and outer and not outer.words):
            kept.append(stretch)
    return tuple(kept)


def boilerplate(text: str) -> tuple[Boilerplate, ...]:
    """The stretches of a text that are no report, with their kinds; offsets into the text as given, none in another."""
    return outermost(stretches(text))


def outermost(found: Iterable[Stretch]) -> tuple[Boilerplate, ...]:
    """Stretches in order of place, without those that lie in another and without their words."""
    kept: list[Boilerplate] = []
    for stretch in found:
        if not kept or not kept[-1].span.holds(stretch.span):
            kept.append(Boilerplate(stretch.span, stretch.kind))
    return tuple(kept)


def _all(text: str) -> Iterator[Stretch]:
    for furniture in load_press().furniture:
        for match in furniture.matches(text):
            span = _trimmed(text, *match.span("span" if "span" in furniture.pattern.groupindex else 0))
            if span:
                yield Stretch(span, furniture.kind, tuple(_words(match)))


def _words(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    for name, value in match.groupdict().items():
        if value and name != "span":
            yield name, Span(*match.span(name))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip(" \t\n\ufeff\xa0"))
    end -= len(whole) - len(whole.rstrip())
    return Span(start, end) if start < end else None
