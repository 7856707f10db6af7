"""Near-copies, whole or shortened, and what only sounds alike."""

from __future__ import annotations

from itertools import permutations

import pytest

from dragoman.record.copies import COPIED, containment, copies

WIRE = (
    "The foreign ministers of Sweden and Finland met in Turku on Tuesday to settle a long quarrel over salmon. "
    "They agreed to share the catch for five years and to let inspectors of both countries on board. "
    "The deal ends a dispute that began when a Finnish trawler was seized off Gotland in the spring. "
    "Fishermen on both sides welcomed it, though some said that the quotas were too small to live on."
)
OWN = (
    "Five years of peace at sea: this is what Stockholm and Helsinki hope for after their top diplomats shook hands. "
    "Inspectors will board vessels under either flag, and the salmon will be divided by a key that changes. "
    "On the quays of Turku few were ready to celebrate what a skipper called the smallest quotas of his life."
)
SHORT = ". ".join(WIRE.split(". ")[:2])
EDITED = WIRE.replace("Tuesday", "2 May").replace("a long quarrel", "an old quarrel").replace("Fishermen", "Crews")


@pytest.mark.parametrize(
    ("one", "other", "copied"),
    [
        (WIRE, WIRE, True),
        (WIRE, SHORT, True),
        (WIRE, EDITED, True),
        (SHORT, EDITED, True),
        (WIRE, f"By our own hand. {SHORT} More on page 2, with a map of the waters in question.", True),
        (WIRE, OWN, False),
        (SHORT, OWN, False),
        ("Too short.", "Too short.", False),
    ],
)
def test_containment(one: str, other: str, copied: bool) -> None:
    assert (containment(one, other) >= COPIED) is copied
    assert containment(one, other) == containment(other, one)


def test_copies_are_joined_through_each_other_in_any_order() -> None:
    texts = {"wire": WIRE, "short": SHORT, "edited": EDITED, "own": OWN}
    for order in permutations(texts):
        pairs = list(copies({name: texts[name] for name in order}))
        assert {name for pair in pairs for name in pair} == {"wire", "short", "edited"}
        assert len(pairs) == 2


def test_many_prints_cost_one_comparison_each() -> None:
    assert len(list(copies({str(number): WIRE for number in range(50)}))) == 49
