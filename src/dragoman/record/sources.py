"""Where the reports of a deed come from: copies and credits followed to their origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from dragoman.record.copies import copies
from dragoman.record.telling import Telling, folded


def origins(tellings: Collection[Telling], texts: Mapping[str, str]) -> dict[str, str]:
    """By document: that of its origin published first. ``texts`` are those of the tellings' documents, by id.

    Two reports have one origin if one is a near-copy of the other, if they have or credit the same outlet or agency, or
    if one credits the outlet of the other.
    """
    of: dict[str, str] = {}

    def root(one: str) -> str:
        while of.setdefault(one, one) != one:
            one = of[one]
        return one

    for telling in tellings:
        for name in filter(None, (telling.outlet, *telling.credits)):
            of[root(f"name:{folded(name)}")] = root(telling.document)
    for one, other in copies(texts):
        of[root(one)] = root(other)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for _, document in sorted({(telling.told, telling.document) for telling in tellings}):
        groups[root(document)].append(document)
    return {document: group[0] for group in groups.values() for document in group}
