"""Contexts: what a deed is about, by the words round it (``codebook/data/contexts.yaml``)."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Contexts:
    """One expression a context, over lower-case words and beginnings of words."""

    patterns: Mapping[str, re.Pattern[str]]

    def of(self, text: str) -> tuple[str, ...]:
        """PLOVER contexts that a sentence speaks of, in the codebook's order."""
        return tuple(name for name, pattern in self.patterns.items() if pattern.search(text))


@functools.cache
def load_contexts() -> Contexts:
    data = yaml.load((files("dragoman.codebook") / "data/contexts.yaml").read_bytes(), yaml.CSafeLoader)
    return Contexts({name: re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE) for name, words in data.items()})
