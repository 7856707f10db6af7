"""Contexts by the words of a sentence."""

from __future__ import annotations

import pytest

from dragoman.errors import CodebookError
from dragoman.events.contexts import load_contexts, read_contexts

CASES = [
    ("Peru bought oil and gas from Ecuador.", ("natural_resource",)),
    ("The turmoil began with gaslight and oilskins.", ()),
    ("TROOPS crossed the border; the Air Strike followed.", ("military", "territory")),
    ("airstrikes", ("military",)),
    ("They spoke of arms, not of armchairs.", ("military",)),
    ("A 5G network was hacked.", ("technology", "cyber")),
    ("The defence ministers met their foreign ministers' envoys.", ("military", "diplomatic")),
    ("", ()),
]


@pytest.mark.parametrize(("text", "contexts"), CASES)
def test_words_speak_of_contexts(text: str, contexts: tuple[str, ...]) -> None:
    assert load_contexts().of(text) == contexts


def test_an_expression_without_plain_letters_is_refused() -> None:
    with pytest.raises(CodebookError, match=r"military: .*must begin with 2 letters"):
        read_contexts({"military": ["arms", r"\bwar"]})
