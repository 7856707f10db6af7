"""The words that say when: what each can be in a time expression."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError

Value = int | str | None


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What a word or phrase (``words``, in lower case) is: its class and, where it has one, its number or unit."""

    words: tuple[str, ...]
    kind: str
    value: Value
    capital: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The vocabulary. ``entries`` is keyed by first word, the longest phrase first."""

    entries: Mapping[str, tuple[TimeWord, ...]]
    kinds: tuple[str, ...]
    numbered: frozenset[str]
    counted: frozenset[str]
    vague: Mapping[str, int]
    some: tuple[int, int]
    forward: frozenset[str]
    deferred: frozenset[str]
    aspect: frozenset[str]
    light_verbs: frozenset[str]


@functools.cache
def load_times() -> TimeWords:
    """The vocabulary that ships with dragoman.

    :raises CodebookError: a word stands in two classes.
    """
    text = resources.files("dragoman.codebook").joinpath("data/time.yaml").read_text(encoding="utf-8")
    return read_times(yaml.safe_load(text))


def read_times(data: Mapping[str, Any]) -> TimeWords:
    """The vocabulary in the form of ``time.yaml``; all faults are told at once."""
    entries: dict[str, list[TimeWord]] = {}
    seen: dict[str, str] = {}
    faults = []
    for kind, phrase, value in _words(data):
        if seen.setdefault(phrase, kind) != kind:
            faults.append(f"{phrase!r} is in {seen[phrase]} and in {kind}; a word stands in one class")
        words = tuple(phrase.replace("'", " ' ").replace("-", " - ").split())
        word = TimeWord(words, kind, value, phrase in data["capitals"], phrase in data["doubtful"])
        entries.setdefault(words[0], []).append(word)
    if faults:
        raise CodebookError("time.yaml: " + "; ".join(faults))
    return TimeWords(
        entries={first: tuple(sorted(words, key=lambda w: -len(w.words))) for first, words in entries.items()},
        kinds=(*data["classes"], "holiday", "no_time"),
        numbered=frozenset(data["numbered"]),
        counted=frozenset(data["counted"]),
        vague=data["vague"],
        some=tuple(data["some"]),
        forward=frozenset(data["forward"]),
        deferred=frozenset(data["deferred"]),
        aspect=frozenset(data["aspect"]),
        light_verbs=frozenset(data["light_verbs"]),
    )


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Value]]:
    for kind, words in data["classes"].items():
        yield from ((kind, str(word), words[word] if isinstance(words, dict) else None) for word in words)
    yield from (("holiday", name, day) for name, day in data["holidays"].items())
    yield from (("no_time", name, None) for name in data["no_times"])
