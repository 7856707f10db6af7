"""Cutting loses no character, and puts each under the marks that it lies under."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.publication.site.cutting import Mark, cut, one_break, visible
from dragoman.texts.document import Span

_TEXTS = st.text(st.sampled_from("a b<>&\"'\r\n\t\0\u202e\u2028é😀\u200d\ud800") | st.characters(), max_size=60)
_SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 70), st.integers(0, 30))
_MARKS = st.lists(st.builds(Mark, _SPANS, st.sampled_from(("events", "actors")), st.sampled_from("uvwxyz")), max_size=8)


@given(_TEXTS, _MARKS, _SPANS)
def test_pieces_are_the_text_and_each_character_is_under_its_marks(text: str, marks: list[Mark], window: Span) -> None:
    window = Span(min(window.start, len(text)), min(window.end, len(text)))
    pieces = list(cut(text, window, marks))
    assert "".join(piece.text for piece in pieces) == one_break(text)[window.start : window.end]
    at = window.start
    for piece in pieces:
        for place in range(at, at + len(piece.text)):
            assert set(piece.marks) == {mark for mark in marks if mark.span.start <= place < mark.span.end}
        at += len(piece.text)


@given(_TEXTS, _MARKS)
def test_each_thing_is_first_marked_once(text: str, marks: list[Mark]) -> None:
    whole = Span(0, len(text))
    first = [id for piece in cut(text, whole, marks) for id in piece.first]
    assert len(first) == len(set(first))
    assert set(first) == {mark.id for mark in marks if max(mark.span.start, 0) < min(mark.span.end, len(text))}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\r\nlines\n\tand\u2028more", "two \nlines\n\tand\nmore"),
        ("nothing\0here", "nothing[U+0000]here"),
        ("left\u202eright", "left[U+202E]right"),
        ("broken\ud83d", "broken[U+D83D]"),
        ("a family 👩\u200d👧, no\u00a0break", "a family 👩\u200d👧, no\u00a0break"),
        ("hid\ufeff\u2066den", "hid[U+FEFF][U+2066]den"),
    ],
)
def test_what_has_no_shape_is_shown(text: str, shown: str) -> None:
    assert visible(one_break(text)) == shown


@given(st.text())
def test_nothing_stays_hidden(text: str) -> None:
    assert all(char.isprintable() or char.isspace() or char in "\u200c\u200d\u00ad" for char in visible(text))
