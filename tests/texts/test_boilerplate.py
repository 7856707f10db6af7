"""Boilerplate: every pattern's own examples and counter-examples, and what holds for any text."""

from __future__ import annotations

import pytest
from growth import steep
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.press import Furniture, load_press, marked, read_press
from dragoman.errors import CodebookError
from dragoman.texts.boilerplate import boilerplate, stretches

FURNITURE = load_press().furniture
EXAMPLES = [(furniture.kind, example) for furniture in FURNITURE for example in furniture.examples]
COUNTER = [(furniture, example) for furniture in FURNITURE for example in furniture.counter]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_what_an_example_marks_is_found(kind: str, example: str) -> None:
    text, spans = marked(example)
    found = boilerplate(text)
    assert [text[b.span.start : b.span.end] for b in found] == [text[start:end].strip() for start, end in spans]
    assert kind in {b.kind for b in found}


@pytest.mark.parametrize(("furniture", "text"), COUNTER, ids=[f"{f.kind}: {t[:30]}" for f, t in COUNTER])
def test_a_counter_example_is_left_alone(furniture: Furniture, text: str) -> None:
    assert not furniture.pattern.search(text)


@pytest.mark.parametrize("furniture", FURNITURE, ids=[f"{f.kind} {n}" for n, f in enumerate(FURNITURE)])
def test_only_with_leaves_nothing_out(furniture: Furniture) -> None:
    texts = [marked(example)[0] for _, example in EXAMPLES]
    assert [len(list(furniture.matches(t))) for t in texts] == [len(list(furniture.pattern.finditer(t))) for t in texts]


def test_every_pattern_has_both() -> None:
    assert all(furniture.examples and furniture.counter for furniture in FURNITURE)


@given(st.text(alphabet=st.sampled_from("AB. \n\r–-(/)a1:#*“"), max_size=80))
def test_stretches_are_true_ordered_and_apart(text: str) -> None:
    found = boilerplate(text)
    for stretch in found:
        words = text[stretch.span.start : stretch.span.end]
        assert words == words.strip()
    assert list(found) == sorted(found, key=lambda b: b.span)
    assert not any(a.span.holds(b.span) for a in found for b in found if a is not b)


@pytest.mark.parametrize("unit", ["a", "A", "Aa ", "A\n", "  A", "(", ". A", "By ", "1", "http://"])
def test_long_lines_cost_no_more_than_their_length(unit: str) -> None:
    assert not steep(stretches, unit * (200_000 // len(unit)))


def test_faults_of_the_tables_are_told_together() -> None:
    outlets = {
        "outlets": [{"name": "A", "kind": "agency", "forms": ["B"]}, {"name": "B", "kind": "outlet", "forms": []}]
    }
    furniture = {"parts": {}, "patterns": [{"kind": "x", "pattern": "(", "examples": [], "counter": []}]}
    with pytest.raises(CodebookError, match=r"'B' is A and B.*pattern 1 \(x\)"):
        read_press(outlets, furniture)
