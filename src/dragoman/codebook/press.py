"""The press as reports show it: who publishes, and what stands round a report without being part of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import CodebookError

GROUPS = frozenset({"span", "outlet", "dateline", "url", "photo", "text", "source", "licence", "published"})
_PART = re.compile(r"\{\{(\w+)\}\}")
_MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: ``name`` as dragoman writes it, ``forms`` all its names, ``agency`` whether it sells reports."""

    name: str
    forms: tuple[str, ...]
    agency: bool


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of stretch that reports nothing; see ``data/boilerplate.yaml`` for what the groups of a pattern mean."""

    kind: str
    pattern: re.Pattern[str]
    only_with: tuple[str, ...]
    examples: tuple[str, ...]
    counter: tuple[str, ...]

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """All stretches of this kind in a text whose lines end in ``\\n``."""
        if not self.only_with or any(word in text for word in self.only_with):
            yield from self.pattern.finditer(text)


@dataclass(frozen=True, slots=True)
class Press:
    """All that is known of the press. ``outlets`` is keyed by every form, those of several words in lower case too."""

    outlets: Mapping[str, Outlet]
    furniture: tuple[Furniture, ...]

    def outlet(self, name: str) -> str:
        """A publisher's name as dragoman writes it (``"Press TV"`` for ``"PRESS TV"``); one it does not know stays."""
        found = self.outlets.get(name) or self.outlets.get(name.lower())
        return found.name if found else name

    def agencies(self) -> tuple[str, ...]:
        """All names of agencies, the longest first."""
        return _agencies(self.outlets.values())


@functools.cache
def load_press() -> Press:
    """The tables that ship with dragoman.

    :raises CodebookError: they contradict themselves.
    """
    data = resources.files("dragoman.codebook").joinpath("data")
    outlets, furniture = (
        yaml.load(data.joinpath(name).read_text(encoding="utf-8"), yaml.CSafeLoader)
        for name in ("outlets.yaml", "boilerplate.yaml")
    )
    return read_press(outlets, furniture)


def read_press(outlets: Mapping[str, Any], furniture: Mapping[str, Any]) -> Press:
    """The tables in the form of ``outlets.yaml`` and ``boilerplate.yaml``; all faults are told at once."""
    known = [Outlet(o["name"], (o["name"], *o["forms"]), o["kind"] == "agency") for o in outlets["outlets"]]
    parts = {**furniture["parts"], "agency": "(?:" + "|".join(map(re.escape, _agencies(known))) + ")"}
    faults = [*_shared_names(known)]
    patterns = []
    for number, entry in enumerate(furniture["patterns"], start=1):
        try:
            pattern = re.compile(_filled(entry["pattern"], parts), re.MULTILINE)
        except (re.error, KeyError) as error:
            faults.append(f"boilerplate.yaml, pattern {number} ({entry.get('kind')}): {error!r}")
            continue
        if strange := set(pattern.groupindex) - GROUPS:
            faults.append(
                f"boilerplate.yaml, pattern {number}: no group {sorted(strange)}; the groups are {sorted(GROUPS)}"
            )
        examples, counter = tuple(entry["examples"]), tuple(entry["counter"])
        patterns.append(Furniture(entry["kind"], pattern, tuple(entry.get("only_with", ())), examples, counter))
    if faults:
        raise CodebookError("; ".join(faults))
    names = {form: outlet for outlet in known for form in outlet.forms}
    names |= {form.lower(): outlet for form, outlet in names.items() if " " in form}
    return Press(names, tuple(patterns))


def marked(example: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An example without its marks ``[[ ]]``, and where in it the marked stretches lie."""
    text, spans, end = "", [], 0
    for match in _MARKED.finditer(example):
        text += example[end : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        end = match.end()
    return text + example[end:], tuple(spans)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with all its parts put in, and theirs."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda part: parts[part.group(1)], pattern)
    return pattern


def _agencies(outlets: Iterable[Outlet]) -> tuple[str, ...]:
    return tuple(
        sorted({form for outlet in outlets if outlet.agency for form in outlet.forms}, key=lambda f: (-len(f), f))
    )


def _shared_names(outlets: Iterable[Outlet]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for outlet in outlets:
        for form in outlet.forms:
            if owners.setdefault(form.lower(), outlet.name) != outlet.name:
                yield f"outlets.yaml: {form!r} is {owners[form.lower()]} and {outlet.name}; a name belongs to one"
