"""Sentences of a document, each with its way back to the text as given."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

import sentencex

from dragoman.texts.cleaning import Cleaned
from dragoman.texts.document import Boilerplate, Span

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w")
_QUOTED = re.compile(r'"([^"]*[.!?] [^"]+)"')
# Where sentencex sees no end: "(… in May.) The", '("… in May.") The'.
_AFTER_BRACKET = re.compile(r"[.!?]\"?[)\]]\"?\s+(?=[\"'(\[]?[A-Z])")
# Where it sees one too many: "Amb. Lee", "at 5 p.m. Tuesday", "Nos. 3 and 4".
_TITLE = re.compile(
    r"(?:^|[\s(\"'\[-])(?:(?:Amb|Atty|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Hon|Lt|Maj|Messrs|Mr|Mrs|Ms|Mt|Pres|Pvt|Rep|Ret|Rev|"
    r"Reps|Sec|Secy|Sen|Sens|Sgt|Spc|St|Supt|Adm|Ft|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|cf|vs|approx)\.|"
    r"(?:Art|Arts|Fig|No|Nos|Para|Paras|pp)\.(?=\s+\d))\s+$"
)
_CLOCK = re.compile(r"\b[ap]\.m\.\s+$", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[A-Z]{2,4}\b(?!:)|"
    r"(?:Eastern|Central|Pacific|Greenwich|Moscow|Tehran|Beijing|London|Paris|Brussels) [Tt]ime)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text`` is cleaned, ``start`` its offset in the cleaned text, ``span`` its place as given.

    ``paragraph`` counts the lines that are not blank. ``boilerplate`` says that it is no report and not to be coded.
    """

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
    """Sentences in order. The end of a line and both ends of boilerplate end one; spaces round it belong to none."""
    index = 0
    hidden = _Hidden.of(cleaned, boilerplate)
    for paragraph, (start, end) in enumerate(_lines(cleaned.text)):
        for chunk, chunk_end in pairwise((start, *hidden.edges_between(start, end), end)):
            inside = hidden.holds(chunk, chunk_end)
            for first, last in _sentences(cleaned.text[chunk:chunk_end]):
                span = cleaned.raw(chunk + first, chunk + last)
                text = cleaned.text[chunk + first : chunk + last]
                yield Sentence(index, chunk + first, text, span, paragraph, inside, cleaned)
                index += 1


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Boilerplate in the cleaned text: where stretches start, how far any of those up to there reaches, all edges."""

    starts: list[int]
    reach: list[int]
    edges: list[int]

    @classmethod
    def of(cls, cleaned: Cleaned, boilerplate: tuple[Boilerplate, ...]) -> _Hidden:
        places = sorted((cleaned.at(b.span.start), cleaned.at(b.span.end)) for b in boilerplate)
        reach = accumulate((end for _, end in places), max)
        return cls([start for start, _ in places], list(reach), sorted({edge for place in places for edge in place}))

    def edges_between(self, start: int, end: int) -> list[int]:
        return self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]

    def holds(self, start: int, end: int) -> bool:
        """Whether boilerplate holds a place that no edge cuts."""
        before = bisect_right(self.starts, start)
        return before > 0 and self.reach[before - 1] >= end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return ((line.start(), line.end()) for line in _LINE.finditer(text) if not line.group().isspace())


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a line, without the spaces round them; what holds no word is part of the next one."""
    start = 0
    for end in sorted(_ends(line)):
        first = start + len(line[start:end]) - len(line[start:end].lstrip())
        last = start + len(line[start:end].rstrip())
        if first < last and (end == len(line) or _WORD.search(line, first, last)):
            yield first, last
            start = end


def _ends(line: str) -> set[int]:
    ends = set(_ends_found(line))
    for quoted in _QUOTED.finditer(line):  # sentencex keeps a quotation of several sentences whole
        inside = list(_ends_found(quoted.group(1)))
        ends.update(quoted.start(1) + end for end in inside[:-1])
    ends.update(match.end() for match in _AFTER_BRACKET.finditer(line))
    return {end for end in ends if not _goes_on(line, end)} | {len(line)}


def _ends_found(line: str) -> Iterator[int]:
    end = 0
    for piece in sentencex.segment("en", line):
        end += len(piece)
        yield end


def _goes_on(line: str, end: int) -> bool:
    before = line[max(0, end - 24) : end]
    return bool(_TITLE.search(before) or (_CLOCK.search(before) and _AFTER_CLOCK.match(line, end)))
