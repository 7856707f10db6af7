"""Sentence ends, also in damaged text, and the way back to the text as given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.texts.boilerplate import boilerplate
from dragoman.texts.cleaning import clean
from dragoman.texts.sentences import split

# Each line's sentences stand between bars.
CASES = [
    "They met at 5 p.m. Tuesday in Oslo.| Then they left.",
    "They left at 6 p.m.| The talks had failed.",
    "They left at 6 a.m. GMT.| The talks had failed.",
    "Gen. Berg met Lt. Gen. Lie, Sen. Moe and Amb. Vik on Jan. 5 near St. Olav.| They agreed.",
    "Art. 5 and No. 7 were read.| They agreed.",
    "The answer was no.| They agreed.",
    "(He was there.)| The talks went on.",
    'She left ("We go.")| The talks went on.',
    'He said: "We go.| We stay away."| Then he left.',
    '"We go.| They stay," he said.| Then he left.',
    '"Why?" he asked.| She left.',
    "The U.S. President left.| He lives in the U.S.| The talks went on.",
    "It fell by 3.5 percent to 1.2 million.| They agreed.",
    "The sides signed.|Both left.",
    "He added.|“We have time.”|Minister Berg left.",
    "Fish talks|\nThe envoys met in Oslo|\n\nThey agreed.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    text = case.replace("|", "")
    expected = [clean(sentence.strip()).text for sentence in case.split("|")]
    assert [sentence.text for sentence in split(clean(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO – The envoys met. SB/JL", [("OSLO –", True), ("The envoys met.", False), ("SB/JL", True)]),
        ("Fjord Times - The envoys met.", [("Fjord Times -", True), ("The envoys met.", False)]),
        (
            "He left at once.   Peru, Norway resume talks Also on Friday, they met.",
            [("He left at once.", False), ("Peru, Norway resume talks", True), ("Also on Friday, they met.", False)],
        ),
        (
            "The envoys in Oslo.It rains. (Photo by Reuters)\nThe envoys met.",
            [
                ("The envoys in Oslo.", True),
                ("It rains.", True),
                ("(Photo by Reuters)", True),
                ("The envoys met.", False),
            ],
        ),
    ],
)
def test_boilerplate_is_cut_off(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(s.text, s.boilerplate) for s in split(clean(text), boilerplate(text))] == expected


def test_paragraphs_are_counted_without_blank_lines() -> None:
    assert [s.paragraph for s in split(clean("They met.\r\n\r\nShe sat. He stood.\n \nThey left."))] == [0, 1, 1, 2]


@given(st.text(alphabet=st.sampled_from('aB."“” \n\r()!\u00ad\u200b-–/'), max_size=80))
def test_sentences_hold_all_that_is_no_space_once(text: str) -> None:
    cleaned = clean(text)
    sentences = list(split(cleaned, boilerplate(text)))
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(cleaned.text.split())
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    for s in sentences:
        assert cleaned.text[s.start : s.start + len(s.text)] == s.text
        assert s.raw(0, len(s.text)) == s.span
