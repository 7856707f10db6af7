"""Whether a report speaks of dealings between states at all, by its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice

import yaml

_WORD = re.compile(r"[a-z]+")
_FEWEST = 5  # sentences; whoever gives less means them
_ONE_IN = 10
_ENOUGH = 5  # of a long transcript, whose sentences are often two words


@dataclass(frozen=True, slots=True)
class Dealings:
    """See ``data/dealings.yaml``."""

    words: frozenset[str]

    def within(self, sentence: str) -> bool:
        """Whether a sentence has one of the words."""
        return not self.words.isdisjoint(_WORD.findall(sentence.lower()))

    def subject_of(self, sentences: Sequence[str]) -> bool:
        """Whether more than one sentence in ten has one; five are enough. Of less than five sentences it is taken for
        granted.

        It is so of all 61 news reports and 71 readouts that we measure on, of 570 of 587 releases of the US Department
        of State (the others: daily schedules, holidays, schools) and of 56 of 229 reports on outbreaks of diseases. In
        the other 173 two states, or a state and such a word, stood in the sentences of 20 of 22 events; one of the two
        lost was real.
        """
        if len(sentences) < _FEWEST:
            return True
        enough = min(len(sentences) // _ONE_IN + 1, _ENOUGH)
        return sum(1 for _ in islice(filter(self.within, sentences), enough)) == enough


@functools.cache
def load_dealings() -> Dealings:
    """The words that ship with dragoman."""
    data = yaml.load((files("dragoman.codebook") / "data/dealings.yaml").read_bytes(), yaml.CSafeLoader)
    return Dealings(frozenset(word for words in data.values() for word in words))
