"""Base forms by Penn tag, for words that rules reduce and words that exceptions list."""

import pytest

from dragoman.texts.parse import parser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("asked", "VBD", "ask"),
        ("stressing", "VBG", "stress"),
        ("said", "VBD", "say"),
        ("treaties", "NNS", "treaty"),
        ("Reading".lower(), "NNP", "reading"),
    ],
)
def test_lemma(word: str, tag: str, lemma: str) -> None:
    assert parser().lemma(word, tag) == lemma


def test_dictionary_knows_english_nouns() -> None:
    assert parser().knows("economy")
    assert not parser().knows("khamenei")
