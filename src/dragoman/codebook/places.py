"""Where places are: capitals, cities, straits, seas and regions with their coordinates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

from dragoman.codebook.entry import Entry, Files
from dragoman.codebook.state import State

SiteKind = Literal["state", "capital", "city", "sea", "strait", "canal", "region", "island"]
_COLUMNS = ("name", "kind", "country", "latitude", "longitude", "names")


@dataclass(frozen=True, slots=True)
class Site:
    """A place in degrees of WGS 84. ``country`` is ISO3, ``None`` for waters and what several states claim."""

    name: str
    kind: SiteKind
    country: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites by each of their names, namesakes in the order of ``places.tsv``."""

    by_name: Mapping[str, tuple[Site, ...]]
    states: Mapping[str, Site]

    def of(self, name: str, countries: Collection[str | None] = ()) -> Site | None:
        """The site of that name: the first in one of ``countries``, else the first of all."""
        found = self.by_name.get(name, ())
        return next((site for site in found if site.country in countries), found[0] if found else None)


def read_sites(files: Files, states: Mapping[str, State]) -> Sites:
    """The sites of ``places.tsv``."""
    by_name: dict[str, list[Site]] = defaultdict(list)
    middles: dict[str, Site] = {}
    for entry in files.table("places.tsv", _COLUMNS):
        site = _site(entry, states)
        for name in (entry.key, *entry.words("names")):
            by_name[name].append(site)
        if site.kind == "state" and site.country:
            middles[site.country] = site
    _check_unique(files, by_name.values())
    return Sites({name: tuple(sites) for name, sites in by_name.items()}, middles)


def _site(entry: Entry, states: Mapping[str, State]) -> Site:
    country, latitude, longitude = entry.optional("country"), entry.number("latitude"), entry.number("longitude")
    if country is not None and country not in states:
        entry.fault(f"country {country!r} is not in states.tsv")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        entry.fault(f"lies at {latitude}, {longitude}; needed are degrees, -90 to 90 and -180 to 180")
    kind = cast("SiteKind", entry.choice("kind", get_args(SiteKind)))
    return Site(entry.key, kind, country, latitude or 0.0, longitude or 0.0)


def _check_unique(files: Files, named: Iterable[list[Site]]) -> None:
    for sites in named:
        known = [(site.country, site.kind == "state") for site in sites]
        if len(set(known)) < len(known):
            files.faults.append(f"places.tsv, {sites[-1].name}: a name stands twice in {sites[-1].country}")
