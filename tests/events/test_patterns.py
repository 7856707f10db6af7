"""Patterns as data: every example is coded with its event, no counter-example is; all of them speak the codebook."""

from __future__ import annotations

import functools

import pytest

from dragoman.codebook.codebook import load
from dragoman.events.event import Event
from dragoman.events.patterns import Pattern, load_patterns
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

PATTERNS = load_patterns().all
EXAMPLES = [(p, text) for p in PATTERNS for text in p.examples]
COUNTERS = [(p, text) for p in PATTERNS for text in p.counters]

# Where a pattern departs from the event or mode that the codebook gives its CAMEO code, and why.
DEPARTURES = {
    "resign": "giving up office is RETREAT, resign, which CAMEO has no code of its own for",
    "step-down": "as resign",
    "mediate": "the mediator stands between two: mode third-party",
    "mediate.launch": "as mediate",
    "mediation.noun": "as mediate",
}


@functools.cache
def _events(text: str) -> tuple[Event, ...]:
    day = Interval("2021-05-03", "2021-05-03", "day", "given")
    return pipeline().code(Document("case.txt", "case.txt", text, published=day), domestic=True).events


def _names(value: object) -> str:
    return value.id if isinstance(value, Pattern) else ""


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "text"), EXAMPLES, ids=_names)
def test_examples_are_coded(pattern: Pattern, text: str) -> None:
    """A pattern that is only news under something else ("promised to") makes another event of its deed."""
    told = [(e.event, e.mode, e.status, e.coded_by) for e in _events(text)]
    assert any(
        coded_by == f"pattern:{pattern.id}" if pattern.governed else event == pattern.event
        for event, _, _, coded_by in told
    ), told


@pytest.mark.model
@pytest.mark.parametrize(("pattern", "text"), COUNTERS, ids=_names)
def test_counter_examples_are_not(pattern: Pattern, text: str) -> None:
    done = [
        (e.event, e.mode, e.status)
        for e in _events(text)
        if e.coded_by == f"pattern:{pattern.id}" and e.event == pattern.event and e.status in ("occurred", "ongoing")
    ]
    assert done == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=_names)
def test_every_pattern_is_shown(pattern: Pattern) -> None:
    assert pattern.examples, "give it a sentence that it codes"
    assert pattern.counters, "give it a close sentence that it must not code"


@pytest.mark.parametrize("pattern", PATTERNS, ids=_names)
def test_codes_agree_with_the_codebook(pattern: Pattern) -> None:
    book = load()
    code = book.cameo[pattern.cameo]
    appeal = code.code.startswith("02")  # CAMEO's appeals are no event of their own in PLOVER; they ask, so REQUEST
    assert pattern.event == ("REQUEST" if appeal else code.event) or pattern.id in DEPARTURES
    if pattern.mode is not None:
        assert pattern.mode in book.events[pattern.event or ""].modes
    if code.mode is not None and pattern.id not in DEPARTURES:
        assert pattern.mode in (code.mode, None) or code.code == book.cameo_of(pattern.event or "", pattern.mode)


def test_departures_are_patterns() -> None:
    assert DEPARTURES.keys() <= {p.id for p in PATTERNS}


@pytest.mark.parametrize("pattern", PATTERNS, ids=_names)
def test_every_word_is_a_word(pattern: Pattern) -> None:
    """YAML reads a bare ``on`` or ``off`` as true or false."""
    words = (*pattern.verbs, *pattern.nouns, *pattern.objects, *pattern.prepositions, *pattern.complements, *pattern.to)
    assert words
    assert all(isinstance(word, str) and word == word.strip() for word in words)
    assert pattern.verbs or pattern.nouns
