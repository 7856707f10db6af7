"""Terms of office brought into order: one person's joined, none overlapping, the ones written by hand winning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dragoman.codebook.holders import Holder, fold, one_person

BY_HAND = "public record"
NOBODY = "-"  # a name in the file by hand: the office stood empty, or the other sources name a wrong person
_TOUCH = timedelta(40)  # two terms of one person that lie closer than this are one
_SLIVER = timedelta(3)  # what is left of a term beside one by hand is a handover written differently


class Term(Holder):
    """A row of the file to be, with its days."""

    __slots__ = ()

    @property
    def first(self) -> date:
        return date.fromisoformat(f"{self.since}-01-01"[:10])

    @property
    def last(self) -> date:
        """The last day; of an open term the end of time."""
        if not self.until:
            return date.max
        return _end(self.until)

    @property
    def begun(self) -> date:
        """The day by which it had surely begun: the last one of a year or month that stands alone."""
        return _end(self.since)


def settle(terms: Iterable[Term], by_hand: Iterable[Term], counts: Counter[str]) -> list[Term]:
    """The terms of one office in order, without overlaps. Those by hand win."""
    held = _in_turn(terms, counts)
    hands = _in_turn(by_hand, Counter())
    for hand in hands:
        left = [part for term in held for part in _beside(term, hand)]
        counts["against a term by hand"] += len(held) - len(left)
        held = left
    whole = sorted([*held, *(h for h in hands if h.name != NOBODY)], key=lambda t: t.first)
    return [t for t in whole if t.last >= t.first]


def same_person(a: str, b: str) -> bool:
    """Whether two spellings name one person."""
    return one_person(fold(a), fold(b))


def _in_turn(terms: Iterable[Term], counts: Counter[str]) -> list[Term]:
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.first, not t.until)):
        last = kept[-1] if kept else None
        if term.last < term.first:
            counts["ends before it begins"] += 1
        elif last and same_person(last.name, term.name) and term.first - _TOUCH <= last.last:
            kept[-1] = replace(last, until=max(last, term, key=lambda t: t.last).until)
            counts["terms of one person joined"] += 1
        elif last and term.until and term.last <= last.last and last.until:
            counts["within another's term"] += 1
        else:
            kept.append(term)
    for place, (term, after) in enumerate(pairwise(kept)):
        if term.last > after.begun or term.last >= after.first == after.begun:
            whole = len(after.since) == 10
            kept[place] = replace(term, until=str(after.first - timedelta(1)) if whole else after.since)
            counts["ended where the next begins"] += 1
    return [t for t in kept if t.last >= t.first]


def _end(day: str) -> date:
    if len(day) == 10:
        return date.fromisoformat(day)
    year, month = (int(p) for p in f"{day}-12".split("-")[:2])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _beside(term: Term, hand: Term) -> list[Term]:
    """What a term by hand leaves of another."""
    if term.last < hand.first or term.first > hand.last:
        return [term]
    if same_person(term.name, hand.name):
        return []
    before = replace(term, until=str(hand.first - timedelta(1)))
    parts = [before] if hand.first - term.first > _SLIVER else []
    if hand.until and term.last - hand.last > _SLIVER:
        parts.append(replace(term, since=str(hand.last + timedelta(1))))
    return parts
