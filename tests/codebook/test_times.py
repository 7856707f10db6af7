"""The vocabulary of time: whole, and its faults told at once."""

from __future__ import annotations

import pytest

from dragoman.codebook.times import load_times, read_times
from dragoman.errors import CodebookError


def test_all_words_are_in_lower_case_and_the_longest_phrase_is_first() -> None:
    for entries in load_times().entries.values():
        lengths = [len(entry.words) for entry in entries]
        assert lengths == sorted(lengths, reverse=True)
        assert all(word == word.lower() for entry in entries for word in entry.words)


def test_a_word_in_two_classes_is_a_fault() -> None:
    data = {
        "classes": {"month": {"may": 5, "june": 6}, "season": ["may", "june"]},
        "holidays": {}, "no_times": [], "capitals": [], "doubtful": [],
    }  # fmt: skip
    with pytest.raises(CodebookError, match=r"'may' is in month and in season.*'june'"):
        read_times(data)
