"""The coreference scores, against figures worked out by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.coreference import Clusters, b_cubed, ceaf_e, conll, muc


def clusters(words: str) -> Clusters:
    """``"ab c"``: a and b together, c alone."""
    return {mention: number for number, group in enumerate(words.split()) for mention in group}


@pytest.mark.parametrize(
    ("gold", "found", "of_muc", "of_b_cubed", "of_ceaf"),
    [
        ("abc de", "abc de", (1, 1), (1, 1), (1, 1)),
        ("abc de", "a b c d e", (0, 0), (1, 2 / 5), ((2 / 4 + 2 / 3) / 5, (2 / 4 + 2 / 3) / 2)),
        ("abc de", "abcde", (3 / 4, 1), (13 / 25, 1), (6 / 8, 6 / 8 / 2)),
        ("abc de", "ab cde", (2 / 3, 2 / 3), ((1 + 1 + 1 / 3 + 4 / 3) / 5, (4 / 3 + 1 / 3 + 2) / 5), (0.8, 0.8)),
        ("abcd", "ab cd", (1, 2 / 3), (1, 1 / 2), (2 / 3 / 2, 2 / 3)),
    ],
)
def test_scores(gold: str, found: str, of_muc: tuple, of_b_cubed: tuple, of_ceaf: tuple) -> None:  # type: ignore[type-arg]
    pair = clusters(gold), clusters(found)
    assert tuple(muc(*pair)) == pytest.approx(of_muc)
    assert tuple(b_cubed(*pair)) == pytest.approx(of_b_cubed)
    assert tuple(ceaf_e(*pair)) == pytest.approx(of_ceaf)
    assert conll(*pair) == pytest.approx(sum(s.f1 for s in (muc(*pair), b_cubed(*pair), ceaf_e(*pair))) / 3)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=9))
def test_the_pairing_is_the_best_of_all(pairs: list[tuple[int, int]]) -> None:
    gold = {mention: one for mention, (one, _) in enumerate(pairs)}
    found = {mention: other for mention, (_, other) in enumerate(pairs)}
    theirs = [{m for m in gold if gold[m] == g} for g in set(gold.values())]
    ours = [{m for m in found if found[m] == g} for g in set(found.values())]
    short, long = sorted((theirs, ours), key=len)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(short, order, strict=False))
        for order in permutations(long)
    )
    assert tuple(ceaf_e(gold, found)) == pytest.approx((best / len(ours), best / len(theirs)))


@given(st.dictionaries(st.integers(), st.integers(0, 5), min_size=2))
def test_perfect_is_one(gold: dict[int, int]) -> None:
    assert b_cubed(gold, gold) == (1, 1)
    assert ceaf_e(gold, gold) == pytest.approx((1, 1))
