"""Sentences of a document, each with its way back to the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from dragoman.texts.cleaning import Cleaned
from dragoman.texts.document import Boilerplate, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text`` is cleaned, ``start`` its offset in the cleaned text, ``span`` its place as given."""

    index: int
    start: int
    text: str
    span: Span
    paragraph: int
    boilerplate: bool
    cleaned: Cleaned

    def raw(self, start: int, end: int) -> Span:
        """The place in the document of ``text[start:end]`` (half-open, not empty)."""
        return self.cleaned.raw(self.start + start, self.start + end)


def split(cleaned: Cleaned, boilerplate: tuple[Boilerplate, ...] = ()) -> Iterator[Sentence]:
    """Sentences in order; line breaks end a sentence, leading and trailing spaces belong to none."""
    index = at = 0
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", cleaned.text)):
        at = line.start()
        for piece in sentencex.segment("en", line.group()):
            text = piece.strip()
            if not text:
                continue
            start = cleaned.text.index(text, at)
            at = start + len(text)
            span = cleaned.raw(start, at)
            hidden = any(b.span.holds(span) for b in boilerplate)
            yield Sentence(index, start, text, span, paragraph, hidden, cleaned)
            index += 1
