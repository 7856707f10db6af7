"""Different numbers for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from dragoman.events.coding import Coding
from dragoman.events.figure import Figure
from dragoman.record.contradiction import Contradiction
from dragoman.record.days import days
from dragoman.record.dossier import Dossier, passage, sentence
from dragoman.record.telling import folded

Named = tuple[Coding, Figure]
_SAME_THING = 85  # of 100: what is measured, in words
_ROUNDED = 0.05  # of the larger: so far apart one may be the other, rounded
_EQUAL = 0.005
_NUMBERS = re.compile(r"[\d.,%$€£]+")


def figures(dossier: Dossier) -> Iterator[Contradiction]:
    """Two reports measure the same of the same states at the same time, or of the same deed, and differ."""
    groups: dict[tuple[object, ...], list[Named]] = {}
    for coding in dossier.codings.values():
        for figure in coding.figures:
            if figure.value is not None and figure.unit and figure.countries:
                key = (figure.unit, figure.currency, figure.direction, frozenset(figure.countries))
                groups.setdefault(key, []).append((coding, figure))
    for group in groups.values():
        for a, b in combinations(group, 2):
            if a[0] is not b[0] and _one_thing(dossier, a, b) and not _both_named(group, a, b):
                yield _of(a, b)


def _one_thing(dossier: Dossier, a: Named, b: Named) -> bool:
    """Measured of one deed, or in the same words of the same time."""
    one, other = (folded(_NUMBERS.sub(" ", figure.measures)) for _, figure in (a, b))
    same_sort = a[1].figure_kind is not None and a[1].figure_kind == b[1].figure_kind and not (one and other)
    if not same_sort and token_set_ratio(one, other) < _SAME_THING:
        return False
    when, then = days(a[1].period), days(b[1].period)
    return (when == then and when[0] <= when[1]) or bool(_deeds(dossier, a) & _deeds(dossier, b))


def _deeds(dossier: Dossier, named: Named) -> set[str]:
    coding, figure = named
    return {one.deed for one in dossier.told if one.coding is coding and one.counts(figure)}


def _both_named(group: list[Named], a: Named, b: Named) -> bool:
    """Whether one of the reports names the other's number too: then they are of two things."""
    mine, theirs = ([figure for coding, figure in group if coding is one] for one in (a[0], b[0]))
    return any(_agree(a[1], figure) for figure in theirs) or any(_agree(figure, b[1]) for figure in mine)


def _agree(a: Figure, b: Figure) -> bool:
    """Equal, or such that "over 20" allows for the other."""
    one, other = a.value or 0.0, b.value or 0.0
    if abs(one - other) <= _EQUAL * max(abs(one), abs(other)):
        return True
    low, high = (a, b) if one < other else (b, a)
    return low.comparator in (">", ">=") or high.comparator in ("<", "<=")


def _of(a: Named, b: Named) -> Contradiction:
    one, other = a[1].value or 0.0, b[1].value or 0.0
    near = abs(one - other) <= _ROUNDED * max(abs(one), abs(other)) or "~" in (a[1].comparator, b[1].comparator)
    passages = tuple(passage(coding, sentence(coding, figure.evidence[0])) for coding, figure in (a, b))
    about = f"{a[1].measures or b[1].measures or a[1].unit}: {_shown(one)} or {_shown(other)}"
    return Contradiction("figure", about, passages, frozenset(a[1].countries), "one may be rounded" if near else None)


def _shown(value: float) -> str:
    """``12,000,000,000``, ``12.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
