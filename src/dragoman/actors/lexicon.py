"""The words by which people and institutions are named, read from ``codebook/data/titles.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is: ``office`` is shared by all forms of one office, ``words`` is the form that stood there,
    ``only`` the one state (ISO3) that has such an office."""

    office: str
    words: str
    level: str | None
    sector: str | None
    only: str | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lower-case words. ``titles`` is keyed by form, ``title_heads`` are the words a form can begin or end with;
    ``groups`` and ``bodies`` map a head noun to its PLOVER sector (``None`` where the noun does not tell), ``causes``
    the word before a head noun of ``bands`` ("rebel group")."""

    titles: Mapping[str, Title]
    title_heads: frozenset[str]
    longest: int
    groups: Mapping[str, str]
    bodies: Mapping[str, str | None]
    causes: Mapping[str, str]
    bands: frozenset[str]
    citizens: frozenset[str]
    given: frozenset[str]
    rulers: frozenset[str]
    surnames: frozenset[str]
    modifiers: frozenset[str]
    fields: frozenset[str]
    honorifics: frozenset[str]
    regions: frozenset[str]
    things: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    particles: frozenset[str]
    calendar: frozenset[str]
    human_verbs: frozenset[str]
    speaking: frozenset[str]
    pairs: Mapping[str, str]

    @property
    def offices(self) -> frozenset[str]:
        """The keys of all offices: ``foreign_minister``, ``ambassador``, ..."""
        return frozenset(title.office for title in self.titles.values())


_SETS = (
    "bands",
    "citizens",
    "given",
    "rulers",
    "surnames",
    "modifiers",
    "fields",
    "honorifics",
    "regions",
    "things",
    "determiners",
    "pronouns",
    "particles",
    "calendar",
    "human_verbs",
    "speaking",
)


def plural(words: str) -> str:
    """The plural of a title ("ministers of foreign affairs")."""
    head, of, rest = words.partition(" of ")
    return f"{head}s{of}{rest}"


@functools.cache
def load_lexicon() -> Lexicon:
    """The packaged lexicon."""
    data = yaml.load((files("dragoman.codebook") / "data/titles.yaml").read_bytes(), yaml.CSafeLoader)
    titles: dict[str, Title] = {}
    for entry in data["titles"]:
        for words in entry["words"]:
            title = Title(entry["office"], words, entry["level"], entry["sector"], data["only"].get(words))
            titles[words] = title
            titles.setdefault(plural(words), title)
    bodies = {word: sector for sector, words in data["bodies"].items() for word in words}
    return Lexicon(
        titles=titles,
        title_heads=frozenset(words.split()[0] for words in titles) | frozenset(words.split()[-1] for words in titles),
        longest=max(len(words.split()) for words in titles),
        groups={word: sector for sector, words in data["groups"].items() for word in words},
        bodies=bodies | dict.fromkeys(data["things"]),
        causes={word: sector for sector, words in data["causes"].items() for word in words},
        pairs={word: kind for kind, words in data["pairs"].items() for word in words},
        **{name: frozenset(data[name]) for name in _SETS},
    )
