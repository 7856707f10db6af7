"""Stances: a table of sentences, each with what it says of whom (+ supportive, - critical, = neutral)."""

from __future__ import annotations

import functools

import pytest

from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.codebook.speech import load_speech
from dragoman.events.event import Statement
from dragoman.events.statements import find_statements
from dragoman.texts.document import Document

pytestmark = pytest.mark.model
SIGNS = {"supportive": "+", "critical": "-", "neutral": "="}

CASES = [
    # the verb of saying: of its object, and of whose the object is
    ("Norway condemned Latvia.", "LVA-"),
    ("Norway condemned the attack by Latvia on Sweden.", "LVA- SWE="),
    ("Norway denounced the Latvian invasion of Sweden.", "LVA- SWE="),
    ("Norway praised Latvia for its help.", "LVA+"),
    ("Norway thanked the Latvian president for Sweden's contribution.", "LVA+ SWE+"),
    ("Norway welcomed an offer by Latvia and Sweden to share the catch.", "LVA+ SWE+"),
    ("Norway congratulated Latvian President Emil Ozols on his victory.", "LVA+"),
    ("Norway accused Latvia of lying.", "LVA-"),
    ("Norway rejected Latvia's allegation.", "LVA-"),
    # deeds, and who suffers them
    ("Norway said that Latvian aggression had led to the war.", "LVA-"),
    ("Norway said that the violation of Latvia's borders was a fact.", "LVA="),
    ("Norway warned of Latvia's provocations.", "LVA-"),
    ("Norway spoke of allegations of an attack by Latvia.", "LVA="),
    # what somebody does or is
    ("Norway said that Latvia violates the treaty.", "LVA-"),
    ("Norway said that Latvia had not violated the treaty.", "LVA+"),
    ("Norway said that Latvia was a reliable partner.", "LVA+"),
    ("Norway said that Latvia was not a reliable partner.", "LVA-"),
    ("Norway said that Latvia's plan was illegal and dangerous.", "LVA-"),
    ("Norway called Latvia's plan illegal.", "LVA-"),
    ("Norway described the Latvian plan as a farce.", "LVA-"),
    ("Norway said that Latvia not only violates the treaty.", "LVA-"),
    ("Norway said that Latvia had taken illegal steps.", "LVA-"),
    ("Norway said that talks with Latvia would be held in May.", "LVA="),
    # support and its objects
    ("“We support Latvia,” Norway's foreign minister Marta Lind said.", "LVA+"),
    ("“We do not support Latvia,” Norway's foreign minister Marta Lind said.", "LVA-"),
    ("Norway expressed support for Latvia.", "LVA+"),
    ("Norway reiterated its commitment to Latvia.", "LVA+"),
    ("Norway said that it stands with Latvia.", "LVA+"),
    ("Norway said that Sweden supports Latvia.", "SWE+ LVA="),
    ("Norway noted Sweden's support for Latvia.", "SWE= LVA="),
    # demands
    ("Norway said that Latvia must stop the shelling.", "LVA-"),
    ("Norway urged Latvia to withdraw its troops.", "LVA-"),
    ("Norway called on Latvia to respect the treaty.", "LVA-"),
    ("Norway encouraged Latvia to join the treaty.", "LVA+"),
    ("Norway demanded an apology from Latvia.", "LVA-"),
    # no stand: questions, conditions, others' words
    ("“Is Latvia a threat?” Norway's foreign minister Marta Lind asked.", "LVA="),
    ("Norway said that it would wait if Latvia violates the treaty.", "LVA="),
    ("Norway spoke of anti-Latvian rhetoric.", ""),
    ("Norway took action.", ""),
    ("Norway announced measures against Latvia.", "LVA-"),
    ("Norway said that the Islamic State had fled.", "Islamic_State="),
    ("Norway condemned terrorist groups, including the Islamic State.", "Islamic_State-"),
]


@functools.cache
def reader() -> Reader:
    return Reader(load())


def told(text: str) -> tuple[dict[str, str], tuple[Statement, ...]]:
    reading = reader().read(Document("t", "t.txt", text))
    found = find_statements(reading, load_speech())
    names = {a: actor.name for a, actor in reading.actors.items()}
    signs = {s.state or names[s.body or ""]: SIGNS[s.stance] for said in found[:1] for s in said.stances}
    return signs, found


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_stances(text: str, wanted: str) -> None:
    assert told(text)[0] == {part[:-1].replace("_", " "): part[-1] for part in wanted.split()}


def test_evidence_is_the_words_that_lean() -> None:
    text = "Norway condemned the brutal attack by Latvia on Sweden."
    _, (said,) = told(text)
    shown = {s.state: [text[e.start : e.end] for e in s.evidence] for s in said.stances}
    assert shown == {"LVA": ["condemned", "brutal", "attack"], "SWE": ["Sweden"]}


def test_words_of_others_are_no_stand_of_the_speaker() -> None:
    text = "Norway said that Sweden had accused Latvia of lying. Denmark waits."
    _, (outer, inner) = told(text)
    assert [(s.state, s.stance) for s in outer.stances] == [("SWE", "neutral"), ("LVA", "neutral")]
    assert [(s.state, s.stance) for s in inner.stances] == [("LVA", "critical")]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Norway said that the sanctions on Latvia would hurt trade.", {"economic"}),
        ("Norway said that the ceasefire with Latvia had been broken.", {"military"}),
        ("Norway stressed the importance of women's rights in Latvia.", {"gender"}),
        ("Norway said that an important day for Latvia had come.", set()),
    ],
)
def test_topics(text: str, topics: set[str]) -> None:
    assert set(told(text)[1][0].topics) == topics
