"""Sentences that tell no deed between states: how many get an event all the same."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.label import Fault, Labelled, share, span_of
from dragoman.events.event import Event
from dragoman.measures.figures import Figure, Report
from dragoman.texts.document import Span


def judge_quiet(texts: Iterable[Labelled]) -> tuple[Report, list[Fault]]:
    """The share of quiet sentences in which the main evidence of an event lies; of those of a deed, any evidence."""
    quiet: list[bool] = []
    deeds: list[bool] = []
    faults: list[Fault] = []
    for one in texts:
        for row in one.rows:
            place, words = span_of(row), repr(one.words(span_of(row))[:200])
            if row["quiet"] == "yes":
                events = [event for event in one.coding.events if any(s.overlaps(place) for s in _places(event)[:1])]
                quiet.append(bool(events))
                faults += [one.fault("event in a quiet sentence", f"{_code(event)}: {words}") for event in events]
            elif row["quiet"] == "no":
                deeds.append(any(span.overlaps(place) for event in one.coding.events for span in _places(event)))
                faults += [] if deeds[-1] else [one.fault("no event in a sentence of a deed", words)]
    figures = (
        Figure("quiet sentences with an event", share(quiet)),
        Figure("sentences of a deed with an event", share(deeds)),
    )
    return Report("quiet sentences", len(quiet), "sentences without a deed", figures), faults


def _places(event: Event) -> list[Span]:
    """The places that stand for the deed itself, the main one first."""
    return [evidence.span for evidence in event.evidence if evidence.field is None]


def _code(event: Event) -> str:
    return f"{event.event or 'statement'} {event.cameo} {event.status} by {event.coded_by}"
