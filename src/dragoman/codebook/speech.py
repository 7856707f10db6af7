"""The words of saying: which verbs and nouns report speech, and where what was said stands beside them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError

FRAMES = frozenset({"clause", "quotation", "object", "infinitive", "gerund", "request", "as", "predicate", "feeling"})


@dataclass(frozen=True, slots=True)
class Usage:
    """One way to use a verb of saying; see ``data/speech.yaml`` for what the frames mean."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    listener: bool = False
    about: bool = False
    finite: bool = False
    things: bool = False
    objects: frozenset[str] = frozenset()
    needs_infinitive: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """An example (``lemmas`` has the verbs one of which must be the cue) or a counter-example (``lemmas`` is empty)."""

    sentence: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """The vocabulary. All words are base forms; ``verbs`` is keyed by them."""

    verbs: Mapping[str, tuple[Usage, ...]]
    documents: frozenset[str]
    people: frozenset[str]
    nouns: frozenset[str]
    views: frozenset[str]
    carrying: frozenset[str]
    issuing: frozenset[str]
    times: frozenset[str]
    outlets: frozenset[str]
    labels: frozenset[str]
    cases: tuple[Case, ...]

    @property
    def cues(self) -> frozenset[str]:
        """All words that a statement may hang on."""
        return self.nouns | self.views | self.verbs.keys()


@functools.cache
def load_speech() -> Speech:
    """The vocabulary that ships with dragoman.

    :raises CodebookError: a group names an unknown frame or lacks examples or counter-examples.
    """
    text = resources.files("dragoman.codebook").joinpath("data/speech.yaml").read_text(encoding="utf-8")
    return read_speech(yaml.safe_load(text))


def read_speech(data: Mapping[str, Any]) -> Speech:
    """The vocabulary in the form of ``speech.yaml``; all faults are gathered and told at once."""
    faults = [fault for group in data["verbs"] for fault in _faults(group)]
    if faults:
        raise CodebookError("speech.yaml: " + "; ".join(faults))
    verbs: dict[str, tuple[Usage, ...]] = {}
    for group in data["verbs"]:
        for lemma in group["lemmas"]:
            usage = _usage(lemma, group)
            verbs[lemma] = (*verbs.get(lemma, ()), usage)
    return Speech(
        verbs=verbs,
        documents=frozenset(data["documents"]),
        people=frozenset(data["people"]),
        nouns=frozenset(data["nouns"]),
        views=frozenset(data["views"]),
        carrying=frozenset(data["carrying"]),
        issuing=frozenset(data["issuing"]),
        times=frozenset(data["times"]),
        outlets=frozenset(data["outlets"]),
        labels=frozenset(data["labels"]),
        cases=tuple(_cases(data["verbs"])),
    )


def _usage(lemma: str, group: Mapping[str, Any]) -> Usage:
    return Usage(
        lemma=lemma,
        frames=frozenset(group["frames"]),
        prepositions=frozenset(group.get("prepositions", ())),
        sources=frozenset(group.get("sources", ())),
        listener=group.get("listener", False),
        about=group.get("about", False),
        finite=group.get("finite", False),
        things=group.get("things", False),
        objects=frozenset(group.get("objects", ())),
        needs_infinitive=group.get("needs") == "infinitive",
    )


def _cases(groups: Iterable[Mapping[str, Any]]) -> Iterator[Case]:
    for group in groups:
        yield from (Case(sentence, frozenset(group["lemmas"])) for sentence in group["examples"])
        yield from (Case(sentence, frozenset()) for sentence in group["counter"])


def _faults(group: Mapping[str, Any]) -> Iterator[str]:
    name = ", ".join(group.get("lemmas", ())[:3]) or "a group without lemmas"
    for frame in set(group.get("frames", ())) - FRAMES:
        yield f"{name}: no frame {frame!r}; the frames are {', '.join(sorted(FRAMES))}"
    yield from (f"{name}: no {key}" for key in ("lemmas", "frames", "examples", "counter") if key not in group)
