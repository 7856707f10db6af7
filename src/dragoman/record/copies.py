"""Near-copies: reports printed again by another outlet, whole, shortened or lightly edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.record.telling import folded

COPIED = 0.5  # of the shorter report's runs of five words; reports written apart share under 0.1
_RUN = 5

Runs = frozenset[tuple[str, ...]]


def copies(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys whose texts are near-copies: enough of them to join all copies of one text, not every pair.

    500 prints of one wire report cost 500 comparisons, not 125,000.
    """
    clusters: list[list[str]] = []
    runs = {key: _runs(text) for key, text in sorted(texts.items())}
    for key, mine in runs.items():
        joined, apart = [key], []
        for group in clusters:
            if any(_share(mine, runs[other]) >= COPIED for other in group):
                yield group[0], key
                joined += group
            else:
                apart.append(group)
        clusters = [*apart, joined]


def containment(one: str, other: str) -> float:
    """The share of the shorter text's runs of five words that stand in the other too. Symmetric.

    A MinHash finds light edits, but not a report cut by half; this finds both.
    """
    return _share(_runs(one), _runs(other))


def _share(one: Runs, other: Runs) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _runs(text: str) -> Runs:
    words = folded(text).split()
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
