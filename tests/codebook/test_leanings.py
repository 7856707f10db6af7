"""The vocabulary of stances is whole; a broken one says all its faults at once."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.codebook.leanings import LISTS, SIDED, load_leanings, read_leanings
from dragoman.errors import CodebookError

EMPTY: dict[str, Any] = {name: {"supportive": [], "critical": []} for name in SIDED} | {name: [] for name in LISTS}


def test_vocabulary_that_ships() -> None:
    words = load_leanings()
    assert (words.toward["thank"], words.toward["condemn"]) == (1, -1)
    assert "aggression" in words.deeds


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (
            {"toward": {"supportive": ["thank"], "critical": ["thank"]}},
            "toward: 'thank' stands on both sides; keep one",
        ),
        ({"doing": {"good": []}}, "doing: no side 'good'; the sides are supportive and critical"),
    ],
)
def test_faults(changed: dict[str, Any], fault: str) -> None:
    with pytest.raises(CodebookError, match=fault):
        read_leanings(EMPTY | changed)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(CodebookError, match=r"no list 'toward'.*no list 'asking'"):
        read_leanings({})
