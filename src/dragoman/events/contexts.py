"""Contexts: what a deed is about, by the words round it (``codebook/data/contexts.yaml``)."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import yaml

from dragoman.errors import CodebookError

_WORD = re.compile(r"\b\w")
_KEY = 2  # letters by which the expressions to try at a word are looked up


@dataclass(frozen=True, slots=True)
class Contexts:
    """Expressions by the first two letters of the word that they begin at, each with its context."""

    order: tuple[str, ...]
    patterns: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]

    def of(self, text: str) -> tuple[str, ...]:
        """PLOVER contexts that a sentence speaks of, in the codebook's order."""
        text = text.lower()
        found = set()
        for word in _WORD.finditer(text):
            start = word.start()
            for name, pattern in self.patterns.get(text[start : start + _KEY], ()):
                if name not in found and pattern.match(text, start):
                    found.add(name)
        return tuple(name for name in self.order if name in found)


@functools.cache
def load_contexts() -> Contexts:
    """The table that ships with dragoman."""
    data = yaml.load((files("dragoman.codebook") / "data/contexts.yaml").read_bytes(), yaml.CSafeLoader)
    return read_contexts(data)


def read_contexts(data: Mapping[str, Sequence[str]]) -> Contexts:
    """The table in the form of ``contexts.yaml``.

    :raises CodebookError: an expression does not begin with two letters or digits.
    """
    words: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, expressions in data.items():
        for expression in expressions:
            key = expression[:_KEY]
            if not key.isalnum() or len(key) < _KEY:
                raise CodebookError(
                    f"contexts.yaml, {name}: {expression!r} must begin with {_KEY} letters or digits; spell them out."
                )
            words[key][name].append(expression)
    return Contexts(
        tuple(data),
        {
            key: tuple((name, re.compile("|".join(expressions))) for name, expressions in by_name.items())
            for key, by_name in words.items()
        },
    )
