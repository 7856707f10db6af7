"""The sentence table: how many of our own sentences are coded rightly. The floors are what was measured."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.codebook.codebook import load
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

TABLE = Path(__file__).parent / "cases" / "sentences.tsv"


class Case(NamedTuple):
    """A line of the table."""

    event: str
    mode: str
    sides: str
    status: str
    sentence: str


class Coded(NamedTuple):
    """An event as the table would write it."""

    event: str | None
    mode: str
    actors: frozenset[str]
    recipients: frozenset[str]
    status: str


@functools.cache
def _cases() -> tuple[Case, ...]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(Case(*line.split("\t")) for line in lines if line and not line.startswith("#"))


@functools.cache
def _coded(sentence: str) -> tuple[Coded, ...]:
    day = Interval("2021-05-03", "2021-05-03", "day", "given")
    coding = pipeline().code(Document("case.txt", "case.txt", sentence, published=day))
    state = {a.id: a.country or a.id for a in coding.actors}
    sides = [[frozenset(state[a] for a in side) for side in (e.actors, e.recipients)] for e in coding.events]
    return tuple(Coded(e.event, e.mode or "", *s, e.status) for e, s in zip(coding.events, sides, strict=True))


def _is(case: Case, coded: Coded) -> bool:
    """Whether the coded event is the one that the table asks for."""
    together = case.sides.split("=")
    if len(together) > 1:
        sides = coded.actors | coded.recipients == frozenset(together)
    else:
        source, _, target = case.sides.partition(">")
        sides = (coded.actors, coded.recipients) == (frozenset([source]), frozenset(target.split(",")))
    modes = case.mode in ("*", coded.mode)
    return sides and modes and (case.event, case.status) == (coded.event, coded.status)


def _right(case: Case) -> bool:
    if case.event == "-":
        return not _coded(case.sentence)
    return any(_is(case, coded) for coded in _coded(case.sentence))


def _share(cases: list[Case]) -> float:
    return sum(map(_right, cases)) / len(cases)


def test_the_table_covers_the_codebook() -> None:
    cases, book = _cases(), load()
    assert len(cases) >= 600
    assert len({c.sentence for c in cases}) == len(cases)
    assert {c.event for c in cases} == {*book.events, "-"}
    assert {c.status for c in cases} >= {"occurred", "ongoing", "planned", "called-for"}
    for case in cases:
        if case.event != "-" and case.mode not in ("", "*"):
            assert case.mode in book.events[case.event].modes, case.sentence


@pytest.mark.model
def test_found() -> None:
    """Measured 2026-11: 0.962 of the told deeds, with kind, mode, sides and status."""
    told = [c for c in _cases() if c.event != "-"]
    wrong = [(c.event, c.sentence, _coded(c.sentence)) for c in told if not _right(c)]
    assert _share(told) >= 0.95, wrong


@pytest.mark.model
def test_quiet() -> None:
    """Measured 2026-11: 0.970 of the sentences that tell no deed stay without an event."""
    quiet = [c for c in _cases() if c.event == "-"]
    assert _share(quiet) >= 0.96, [(c.sentence, _coded(c.sentence)) for c in quiet if not _right(c)]


@pytest.mark.model
def test_nothing_besides() -> None:
    """Measured 2026-11: 0.980 events for one told deed; whatever is made up beside it counts."""
    told = [c for c in _cases() if c.event != "-"]
    assert sum(len(_coded(c.sentence)) for c in told) / len(told) <= 1


@pytest.mark.model
@pytest.mark.parametrize("event", sorted(load().events))
def test_each_kind(event: str) -> None:
    cases = [c for c in _cases() if c.event == event]
    """Measured 2026-11: 0.867 (CONSULT) to 1."""
    assert _share(cases) >= 0.85, Counter(_coded(c.sentence)[:1] for c in cases if not _right(c))
