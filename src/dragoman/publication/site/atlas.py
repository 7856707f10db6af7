"""Where it was done, and which states took part: a map, worked out here so that the page needs no script to show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import sqrt

from dragoman.codebook.codebook import Codebook
from dragoman.events.event import Place
from dragoman.publication.site.classes import LOOKS
from dragoman.publication.site.projection import HEIGHT, WIDTH, projected
from dragoman.record.tallies import PlaceCount, Tally

GRADES = 5
_LEAST, _MOST = 3.5, 20.0  # radius of a circle
_NAMED, _LETTER, _LINE = 12, 5.9, 11.0  # how many names are tried, and how much room a letter takes
_SIDES = ("right", "left")
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Land:
    """A state (ISO3) that took part: in how many deeds, and how dark it is (1 to ``GRADES``). ``dot`` is where it lies
    if it is too small for an outline."""

    code: str
    deeds: int
    grade: int
    dot: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of deeds, with what was done there by class. ``whole``: only the state is known, not where in it. A place
    whose coordinates nobody knows has no ``at``. ``named`` is on which side its name stands, if there is room for it.
    """

    place: Place
    deeds: int
    classes: tuple[int, int, int, int]
    last: str
    whole: bool
    at: tuple[float, float] | None
    radius: float
    named: str | None = None

    @property
    def kind(self) -> str:
        """The class that most of its deeds are of; none for what PLOVER has no event for."""
        return LOOKS[self.classes.index(max(self.classes))] if any(self.classes) else "no-class"


@dataclass(frozen=True, slots=True)
class Atlas:
    """``lands`` and ``spots`` with the most deeds first; ``grades`` are the least and the most deeds of each grade."""

    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    grades: tuple[tuple[int, int], ...]
    unplaced: int
    cut: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def by_code(self) -> Mapping[str, Land]:
        return {land.code: land for land in self.lands}


@cache
def outlines() -> Mapping[str, str]:
    """The outline of each state that is large enough for one, as the path of a drawing ten times as large."""
    text = files("dragoman.publication.site").joinpath("world.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines())


def atlas(tally: Tally, book: Codebook) -> Atlas:
    """The map of what a selection holds (``Record.tally``)."""
    deeds: Counter[str] = Counter()
    for count in tally.states:
        deeds[count.state] += count.deeds
    grades = _grades(max(deeds.values(), default=0))
    lands = (Land(code, count, _grade(count, grades), _dot(code, book)) for code, count in deeds.items())
    return Atlas(
        lands=tuple(sorted(lands, key=lambda land: (-land.deeds, land.code))),
        spots=_spots(tally.places, book),
        grades=grades,
        unplaced=tally.unplaced,
        cut=tally.cut,
    )


def _grades(most: int) -> tuple[tuple[int, int], ...]:
    """Bounds that grow by the same factor, each of whole deeds: 1, 2–3, 4–8, ..."""
    ends = sorted({round(most ** (step / GRADES)) for step in range(1, GRADES + 1)}) if most else []
    starts = [1, *(end + 1 for end in ends[:-1])]
    return tuple(zip(starts, ends, strict=True)) if ends else ()


def _grade(count: int, grades: tuple[tuple[int, int], ...]) -> int:
    """The darkest is always the last: of few grades the lightest are left out."""
    return GRADES - len(grades) + next(at for at, (_, end) in enumerate(grades, 1) if count <= end)


def _dot(code: str, book: Codebook) -> tuple[float, float] | None:
    middle = book.sites.states.get(code)
    return projected(middle.longitude, middle.latitude) if middle and code not in outlines() else None


def _spots(counts: Iterable[PlaceCount], book: Codebook) -> tuple[Spot, ...]:
    at: defaultdict[str, list[PlaceCount]] = defaultdict(list)
    for count in counts:
        at[count.place.name].append(count)
    whole = {name: sum(count.deeds for count in found) for name, found in at.items()}
    most = max(whole.values(), default=1)
    spots = [_spot(found, whole[name], most, book) for name, found in at.items()]
    return _named(sorted(spots, key=lambda spot: (-spot.deeds, spot.place.name)))


def _spot(counts: list[PlaceCount], deeds: int, most: int, book: Codebook) -> Spot:
    place = counts[0].place
    quads = Counter[int]()
    for count in counts:
        quads[book.quad(count.event or None) or 0] += count.deeds
    site = book.site(place.name, [place.country])
    known = place.longitude is not None and place.latitude is not None
    return Spot(
        place=place,
        deeds=deeds,
        classes=(quads[1], quads[2], quads[3], quads[4]),
        last=max(count.last for count in counts),
        whole=site is not None and site.kind == "state",
        at=projected(place.longitude or 0, place.latitude or 0) if known else None,
        radius=round(max(_LEAST, _MOST * sqrt(deeds / max(most, 8))), 1),
    )


def _named(spots: list[Spot]) -> tuple[Spot, ...]:
    """The busiest places get their names, on the side where there is room for it."""
    drawn = [spot for spot in spots if spot.at]
    taken = [_round(spot) for spot in drawn]
    for spot in drawn[:_NAMED]:
        side = next((side for side in _SIDES if _free(_box(spot, side), taken)), None)
        if side:
            taken.append(_box(spot, side))
            spots[spots.index(spot)] = replace(spot, named=side)
    return tuple(spots)


def _round(spot: Spot) -> Box:
    x, y = spot.at or (0, 0)
    return x - spot.radius, y - spot.radius, x + spot.radius, y + spot.radius


def _box(spot: Spot, side: str) -> Box:
    x, y = spot.at or (0, 0)
    wide = _LETTER * len(spot.place.name) + 2
    left = x + spot.radius + 1 if side == "right" else x - spot.radius - wide - 1
    return left, y - _LINE / 2, left + wide, y + _LINE / 2


def _free(box: Box, taken: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= WIDTH
    return inside and all(right < a or left > c or bottom < b or top > d for a, b, c, d in taken)
