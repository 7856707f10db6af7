from __future__ import annotations

import pytest

from dragoman.publication.gate.limits import Rate
from dragoman.publication.gate.rate import Buckets


@pytest.mark.parametrize(
    ("seconds", "waits"),
    [
        ([0, 0, 0, 0], [0, 0, 0, 2.0]),  # three at once, then one every two seconds
        ([0, 0, 0, 1, 2, 2], [0, 0, 0, 1.0, 0, 2.0]),
        ([0, 0, 0, 100, 100, 100, 100], [0, 0, 0, 0, 0, 0, 2.0]),  # it fills up, and not over
    ],
)
def test_a_bucket_holds_some_and_fills_with_time(seconds: list[float], waits: list[float]) -> None:
    now = 0.0
    buckets = Buckets(Rate(burst=3, second=0.5), clock=lambda: now)
    got = []
    for now in seconds:  # noqa: B007 - the clock reads it
        got.append(buckets.wait("ada"))
    assert got == waits


def test_each_client_has_its_own_and_those_long_gone_are_forgotten() -> None:
    buckets = Buckets(Rate(burst=1, second=0.001), clock=lambda: 0.0)
    assert buckets.wait("ada") == 0
    assert buckets.wait("bob") == 0
    assert buckets.wait("ada") > 0
    for number in range(10_001):
        buckets.wait(str(number))
    assert buckets.wait("ada") == 0
