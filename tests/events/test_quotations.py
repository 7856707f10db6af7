"""Quoted stretches: marks of all kinds, nested, unclosed, over paragraphs; and what is no quotation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.quotations import find_quotations

CASES = [
    ("He said “yes” twice.", ["yes"]),
    ('He said "yes" twice.', ["yes"]),
    ("He said „yes“ twice.", ["yes"]),
    ("He said «yes» twice.", ["yes"]),
    ("He said ``yes'' twice.", ["yes"]),
    ("He said ''yes'' twice.", ["yes"]),
    ("He said ‘yes’ twice.", ["yes"]),
    ("He said 'yes' twice.", ["yes"]),
    ("He said ”yes” twice.", ["yes"]),
    ("“It is,” he said, “not so.”", ["It is,", "not so."]),
    ('"It is," he said, "not so."', ["It is,", "not so."]),
    ("(“in brackets”)", ["in brackets"]),
    ("word—“after a dash”—word", ["after a dash"]),
    ("no marks at all", []),
    ("the states' plan and the ministers’ plan", []),
    ("the '90s and the ’90s", []),
    ("it's what they'd call theirs", []),
    ('a stick 5" long', []),
    ("“open to the end", ["open to the end"]),
    ("“left open, he said. “Again,” she said.", ["left open, he said.", "Again,"]),
    ("“first\n“second”", ["first", "second"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_outermost_quotations(text: str, inner: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in find_quotations(text) if q.depth == 0] == inner


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("“He told me ‘no’ and left,” she said.", ["no"]),
        ("‘He told me “no” and left,’ she said.", ["no"]),
        ("“I read: “No entry.” Then I left,” she said.", ["No entry."]),
        ("\"He told me 'no' and left,\" she said.", ["no"]),
        ("“The ministers’ plan is the states’ plan,” she said.", []),
    ],
)
def test_quotations_in_quotations(text: str, nested: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in find_quotations(text) if q.depth == 1] == nested


def test_continued_paragraphs_are_marked() -> None:
    first, second = find_quotations("He said: “One.\n“Two.”")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


@given(st.text(alphabet="ab ,.\n\"'“”‘’„«»", max_size=60))
def test_quotations_lie_in_the_text_and_outermost_ones_do_not_overlap(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert 0 <= q.outer.start <= q.span.start < q.span.end <= q.outer.end <= len(text)
        assert q.closed == (q.span.end < q.outer.end)
    outermost = [q.outer for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outermost))
