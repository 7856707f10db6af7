"""Which sentences a thing rests on."""

from __future__ import annotations

import pytest

from dragoman.record.index import around, passages
from dragoman.texts.document import Span

SENTENCES = [Span(0, 10), Span(11, 20), Span(21, 30), Span(31, 40), Span(41, 50)]


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([], []),
        ([(3, 5)], [(0, 10)]),
        ([(3, 5), (12, 14)], [(0, 20)]),
        ([(3, 5), (22, 24), (35, 36)], [(0, 10), (21, 40)]),
        ([(45, 46), (3, 5)], [(0, 10), (41, 50)]),
        ([(8, 25)], [(0, 30)]),
        ([(60, 65), (3, 5)], [(0, 10), (60, 65)]),
    ],
)
def test_passages(spans: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    wanted = [Span(*span) for span in spans]
    assert passages(wanted, SENTENCES) == tuple(Span(*ends) for ends in found)
    assert around(wanted, SENTENCES) == (Span(found[0][0], found[-1][1]) if found else Span(0, 0))
