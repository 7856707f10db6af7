"""Who "we" are where a government or body speaks for itself: its sites, its releases, and what belongs to others."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

import yaml

from dragoman.codebook.codebook import Codebook

_UNCOMMON = {"uk": "GB"}  # domains that are not their country's ISO 3166-1 code
_OF_THE_US = frozenset({"gov", "mil"})


@dataclass(frozen=True, slots=True)
class Voices:
    """See ``data/voices.yaml``. ``hosts`` maps a site to an ISO3 code or the id of a body."""

    hosts: Mapping[str, str]
    government: frozenset[str]
    official: frozenset[str]
    inclusive: frozenset[str]
    shared: frozenset[str]
    others: frozenset[str]
    together: frozenset[str]

    def of_site(self, url: str, codebook: Codebook) -> str | None:
        """Whose site it is: ``https://www.state.gov/…``, ``mfa.gov.lv``, ``https://www.nato.int``. An ISO3 code, the id
        of a body, or ``None`` for sites of nobody who governs."""
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
        parts = host.split(".")
        known = (self.hosts.get(".".join(parts[i:])) for i in range(len(parts)))
        found = next((key for key in known if key), None)
        if found:
            return found
        if parts[-1] in _OF_THE_US:
            return "USA"
        iso2 = _UNCOMMON.get(parts[-1], parts[-1].upper())
        if self.government.isdisjoint(parts[:-1]):
            return None
        return next((state.iso3 for state in codebook.states.values() if state.iso2 == iso2), None)


@functools.cache
def load_voices() -> Voices:
    """The words that ship with dragoman."""
    data = yaml.load((files("dragoman.codebook") / "data/voices.yaml").read_bytes(), yaml.CSafeLoader)
    words = {name: frozenset(entry) for name, entry in data.items() if name != "hosts"}
    return Voices(hosts=data["hosts"], **words)
