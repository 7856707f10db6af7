"""Words cut into the pieces of a vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.word_pieces import WordPieces

PIECES = ["[PAD]", "[UNK]", "the", "envoy", "##s", "met", ",", "_", "em", "##bas", "##sy", "cafe"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The envoys met", ["the", "envoy", "##s", "met"]),
        ("the, THE", ["the", ",", "the"]),
        ("embassy", ["em", "##bas", "##sy"]),
        ("embassador", ["[UNK]"]),  # one piece unknown, so the whole word is
        ("Café", ["cafe"]),
        ("the_envoy", ["the", "_", "envoy"]),
        ("em" * 51, ["[UNK]"]),  # longer than any word
        (" \n", []),
    ],
)
def test_cut(text: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in WordPieces(PIECES).numbers(text)] == pieces


@given(st.text(), st.text())
def test_two_texts_apart_are_cut_as_one_by_one(a: str, b: str) -> None:
    words = WordPieces(PIECES)
    assert words.numbers(f"{a} {b}") == words.numbers(a) + words.numbers(b)
