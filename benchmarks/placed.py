"""How right the gazetteer's coordinates are: names with known ones, of GeoVirus (``bench/geo/GeoVirus.xml``).

python -m benchmarks.placed ../shared
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree

from dragoman.codebook.codebook import Codebook, load
from dragoman.codebook.places import Site
from dragoman.measures.figures import Figure, Report

NEAR = 161  # kilometres: the hundred miles that the field counts as right
_EARTH = 6371  # its radius in kilometres


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name in an article, where it is, and what the gazetteer has for it."""

    latitude: float
    longitude: float
    site: Site | None

    @property
    def right(self) -> bool:
        return self.site is not None and self._kilometres(self.site) <= NEAR

    def _kilometres(self, site: Site) -> float:
        here, there = radians(self.latitude), radians(site.latitude)
        across = sin(radians(site.longitude - self.longitude) / 2) ** 2
        return 2 * _EARTH * asin(sqrt(sin((there - here) / 2) ** 2 + cos(here) * cos(there) * across))


def measure(shared: Path) -> Report:
    """Shares of names known, of right ones among those, and the latter without states, whose middles are anybody's."""
    codebook = load()
    root = ElementTree.parse(shared / "bench" / "geo" / "GeoVirus.xml").getroot()
    wanted = [one for article in root.iter("article") for one in _wanted(article, codebook)]
    known = [one for one in wanted if one.site is not None]
    smaller = [one for one in known if one.site is not None and one.site.kind != "state"]
    figures = (
        Figure("known", len(known) / len(wanted)),
        Figure("right of those known", sum(one.right for one in known) / len(known)),
        Figure("right of those no state", sum(one.right for one in smaller) / len(smaller)),
    )
    return Report("places", len(wanted), "place names", figures)


def _wanted(article: ElementTree.Element, codebook: Codebook) -> Iterator[Wanted]:
    """The names of an article; of namesakes the one in a state that the article names is meant."""
    places = [(p.findtext("name", "").strip(), p) for p in article.iter("location")]
    sites = (codebook.site(name) for name, _ in places)
    countries = {site.country for site in sites if site is not None and site.kind == "state"}
    for name, place in places:
        if name:
            where = float(place.findtext("lat", "")), float(place.findtext("lon", ""))
            yield Wanted(*where, codebook.site(name, countries))


if __name__ == "__main__":
    print(*measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")).lines(), sep="\n")
