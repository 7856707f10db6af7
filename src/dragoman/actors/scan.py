"""Names of states, capitals, palaces and bodies, found in a text before anything is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ahocorasick_rs

from dragoman.codebook.codebook import Name


@dataclass(frozen=True, slots=True)
class Hit:
    """A name from the codebook at ``[start, end)`` of the cleaned text."""

    start: int
    end: int
    name: Name


class Scanner:
    """All names of the codebook at once (67 MB/s, against 0.7 MB/s of spaCy's PhraseMatcher)."""

    def __init__(self, names: Iterable[Name], decoys: Iterable[str] = ()) -> None:
        """``decoys`` are longer words that hide a name and are none themselves ("New Mexico")."""
        # A text that stands for several (Congo) is scanned for once, under the first that has it.
        by_text = {name.text: name for name in reversed(tuple(names))}
        words = [*by_text, *(decoy for decoy in decoys if decoy not in by_text)]
        self._names: list[Name | None] = [by_text.get(word) for word in words]
        self._automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def scan(self, text: str) -> list[Hit]:
        """Whole words only; "Irans" (an apostrophe lost on the way) counts as "Iran"."""
        hits = []
        for i, start, end in self._automaton.find_matches_as_indexes(text):
            name = self._names[i]
            if name is not None and _whole(text, start, end):
                hits.append(Hit(start, _end(text, end), name))
        return hits


def _end(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum() else end


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end : end + 2]
    return not (before.isalnum() or before in "@/_") and (
        not after[:1].isalnum() or (after[0] == "s" and not after[1:].isalnum())
    )
