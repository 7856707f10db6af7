"""A model that is asked where patterns are silent: what is put to it, and what becomes of its answer."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from dragoman.codebook.codebook import load
from dragoman.events.coder import Coder
from dragoman.events.event import Event
from dragoman.events.relation_model import Marked, Opinion
from dragoman.runs.pipeline import Pipeline, pipeline
from dragoman.texts.document import Document

pytestmark = pytest.mark.model


@dataclass
class Stub:
    """Answers as told where the source stands first, else that there is no deed; remembers what it was asked."""

    event: str
    sure: float = 0.95
    name: str = "stub"
    asked: list[tuple[str, str]] = field(default_factory=list)

    def opinion(self, pair: Marked) -> Opinion:
        source, target = pair.sources[0], pair.targets[0]
        self.asked.append((pair.text[source.start : source.end], pair.text[target.start : target.end]))
        return Opinion({self.event: 1.0}, self.sure if source.start < target.start else 0.02)


def coded(text: str, stub: Stub) -> tuple[Event, ...]:
    base = pipeline()
    flow = Pipeline(base.codebook, base.reader, Coder(load(), adviser=stub), "test")
    return flow.code(Document("case.txt", "case.txt", text)).events


def test_it_tells_what_no_pattern_knows() -> None:
    stub = Stub("AID")
    (event,) = coded("Latvia feted Estonian sailors in Riga.", stub)
    assert stub.asked[0] == ("Latvia", "Estonian sailors")
    assert (event.event, event.cameo, event.status) == ("AID", "070", "occurred")
    assert (event.coded_by, event.confidence) == ("model:stub", 0.95)
    assert [side for side in (event.actors, event.recipients) if len(side) != 1] == []
    assert any("no pattern speaks; the model stub is 95% sure" in reason.why for reason in event.reasons)


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("Latvia will fete Estonian sailors in Riga.", "AID", [("AGREE", "033", "planned")]),
        ("Latvia did not fete Estonian sailors in Riga.", "AID", []),
        ("If Latvia fetes Estonian sailors, the mood will lift.", "AID", []),
        ("Latvia feted Estonian sailors in Riga.", "REJECT", [("REJECT", "120", "occurred")]),
        ("Latvia did not fete Estonian sailors in Riga.", "REJECT", [("REJECT", "120", "occurred")]),
        ("Latvia did not fete Estonian sailors in Riga.", "REQUEST", []),
        ("Latvia will fete Estonian sailors in Riga.", "AGREE", [("AGREE", "030", "planned")]),
        ("Latvia feted Estonian sailors in Riga.", "AGREE", [("AGREE", "030", "occurred")]),
        ("Latvia feted Estonian sailors in Riga.", "CONSULT", [("CONSULT", "040", "occurred")]),
    ],
)
def test_status_is_judged_as_for_patterns(text: str, event: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(e.event, e.cameo, e.status) for e in coded(text, Stub(event))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Latvia telephoned Estonia on Monday.",  # a pattern speaks
        "Latvia had a warm summer.",  # one state only
        "Latvian farmers and their Latvian friends feted the sailors.",  # one state twice
    ],
)
def test_it_is_not_asked_without_need(text: str) -> None:
    stub = Stub("ASSAULT")
    assert [e.coded_by for e in coded(text, stub) if e.coded_by == "model:stub"] == []
    assert stub.asked == []


def test_it_must_be_sure() -> None:
    assert coded("Latvia feted Estonian sailors in Riga.", Stub("AID", sure=0.8)) == ()


def test_of_a_long_list_only_the_first_are_asked() -> None:
    stub = Stub("AID", sure=0.1)
    coded("Latvia, Estonia, Peru, Chile and Ghana feted sailors from Togo, Benin and Mali.", stub)
    assert len(stub.asked) <= 12
