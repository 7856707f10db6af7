"""Reports of our own, written from deeds of our own, put together again; the full size is benchmarks/simulation.py."""

from __future__ import annotations

import random

import pytest

from benchmarks.simulation import deeds, reports, simulate
from dragoman.runs.local import coder


@pytest.mark.model
def test_forty_reports_of_ten_deeds() -> None:
    score, same = simulate(coder().code, deed_count=10, report_count=40, orders=4)
    assert same
    assert score.f1 >= 0.95


def test_like_deeds_recur_and_are_told_at_least_twice() -> None:
    told = deeds(40, random.Random(7))
    written = list(reports(told, 200, random.Random(7)))
    assert len({report.document.name for report in written}) == 200
    assert min(sum(report.deed == deed.number for report in written) for deed in told) >= 2
    pairs = [(deed.kind, deed.one, deed.other) for deed in told]
    assert len(set(pairs)) < len(pairs)
