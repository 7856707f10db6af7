"""Words to the numbers that a BERT encoder without capitals reads (WordPiece).

Forty lines of our own rather than a library: the one there is brings a client for downloading with it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_UNKNOWN, _LONGEST = "[UNK]", 100  # a "word" of more letters is noise


class WordPieces:
    """Cuts text into words and punctuation, and each word into the longest pieces that the vocabulary has."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary`` holds the pieces in the order of their numbers; those within a word begin with ``##``."""
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self._of_word = functools.lru_cache(maxsize=20_000)(self._cut)

    def numbers(self, text: str) -> list[int]:
        """The numbers of all pieces of the text, without marks for its start and end."""
        return [number for word in _WORD.findall(_plain(text)) for number in self._of_word(word)]

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word):
            end = next((e for e in range(len(word), start, -1) if self._piece(word, start, e) in self.number), 0)
            if not end or len(word) > _LONGEST:
                return (self.number[_UNKNOWN],)
            found.append(self.number[self._piece(word, start, end)])
            start = end
        return tuple(found)

    def _piece(self, word: str, start: int, end: int) -> str:
        return ("##" if start else "") + word[start:end]


def _plain(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
