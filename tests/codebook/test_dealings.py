"""Which reports speak of dealings between states, by their words."""

from __future__ import annotations

import pytest

from dragoman.codebook.dealings import load_dealings

DEALING = "The ambassador of Peru left Oslo."
OTHER = "The clinic in Lima has seen nine more cases."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (DEALING, True),
        ("SANCTIONS ON CHAD", True),
        ("Non-military goods crossed into Ghana.", True),
        (OTHER, False),
        ("Norway's health minister visited the wardens.", False),  # "war" in a longer word is none
    ],
)
def test_a_sentence(sentence: str, expected: bool) -> None:
    assert load_dealings().within(sentence) is expected


@pytest.mark.parametrize(
    ("dealing", "others", "expected"),
    [
        (0, 4, True),  # too short to say
        (0, 5, False),
        (1, 4, True),
        (1, 8, True),
        (1, 9, False),
        (2, 18, False),
        (3, 17, True),
        (4, 196, False),
        (5, 195, True),  # a long transcript: five are enough
        (0, 0, True),
    ],
)
def test_a_report(dealing: int, others: int, expected: bool) -> None:
    assert load_dealings().subject_of([OTHER] * others + [DEALING] * dealing) is expected


def test_the_words_are_in_lower_case_letters() -> None:
    words = load_dealings().words
    assert len(words) > 150
    assert all(word.isalpha() and word.isascii() and word.islower() for word in words)
