"""Where a series changes its level, and where it only seems to."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.measures.changes import changes


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], []),
        ([1, 2, 3], []),
        ([5] * 40, []),
        ([0] * 12 + [3] * 12, [(12, 0, 3)]),
        ([1] * 10 + [5] * 10 + [2] * 10, [(10, 1, 5), (20, 5, 2)]),
        ([0, 1] * 10 + [9, 8] * 10, [(20, 0.5, 8.5)]),
        ([0] * 20 + [30] + [0] * 20, []),
        ([1, 2] * 20, []),
    ],
    ids=["none", "few", "constant", "a step", "two steps", "a noisy step", "a single peak", "up and down"],
)
def test_steps(values: list[float], found: list[tuple[int, float, float]]) -> None:
    assert [(change.at, change.before, change.after) for change in changes(values)] == found
    assert all(change.chance <= 0.01 for change in changes(values))


def test_noise_seldom_looks_changed() -> None:
    random = Random(7)
    noise = [[random.gauss(0, 1) for _ in range(36)] for _ in range(100)]
    assert sum(bool(changes(values)) for values in noise) <= 3  # 1 in 100 is expected


@given(st.lists(st.integers(0, 9), max_size=40), st.integers(-5, 5))
def test_where_it_changes_does_not_depend_on_the_height(values: list[int], height: int) -> None:
    assert [c.at for c in changes(values)] == [c.at for c in changes([value + height for value in values])]
