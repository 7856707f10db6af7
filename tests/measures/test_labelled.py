"""The labels made by hand are well formed and drawn as they say; what dragoman reads keeps its floors on them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from codings import event

from benchmarks.draw import DRAWS
from benchmarks.label import Labelled, Row, digest, rows_of, same_name, same_office, span_of, text_of
from benchmarks.labelled import SETS, measure
from benchmarks.named import judge_mentions
from benchmarks.said import judge_quotes
from benchmarks.silent import judge_quiet
from benchmarks.stanced import judge_stances
from dragoman.actors.actor import Actor, Mention
from dragoman.codebook.codebook import load
from dragoman.events.coding import Coding
from dragoman.events.event import Event, Evidence, Stance, StanceValue, Statement
from dragoman.texts.document import Document, Span

SHARED = Path(__file__).parents[3] / "shared"
KINDS = {"sentence", "person", "office", "state", "body", "group", "state/body"}
TEXT = 'Mira Lund of Norway met Anders Berg in Oslo. "We are content," Lund said. The minister slept.'
absent = pytest.mark.skipif(not (SHARED / "news").is_dir(), reason=f"no labelled texts at {SHARED}")


@pytest.mark.parametrize(
    ("name", "column", "values", "least"),
    [
        ("mentions.tsv", "tier", {"core"}, 300),
        ("quotes.tsv", "mode", {"direct", "mixed", "indirect"}, 150),
        ("quiet.tsv", "quiet", {"yes"}, 200),
    ],
)
def test_there_are_enough_labels(name: str, column: str, values: set[str], least: int) -> None:
    assert sum(row[column] in values for row in rows_of(name)) >= least


@pytest.mark.parametrize("name", SETS)
def test_labels_are_well_formed(name: str) -> None:
    rows = rows_of(name)
    assert all(span_of(row).start < span_of(row).end for row in rows)
    assert all(re.fullmatch(r"|-|[A-Z]{3}(/[A-Z]{3})*", row.get("country", "")) for row in rows)
    assert {row["kind"] for row in rows if "kind" in row} <= KINDS
    versions = {(row["document"], row["sha256"]) for row in rows}
    assert len(versions) == len({document for document, _ in versions})


def test_there_are_a_hundred_labels_of_stances() -> None:
    assert (len(rows_of("stances.tsv")), len(rows_of("stances_later.tsv"))) == (100, 26)


@pytest.mark.parametrize("name", ["stances.tsv", "stances_later.tsv"])
def test_stances_and_topics_are_well_formed(name: str) -> None:
    contexts = load().contexts
    for row in rows_of(name):
        assert all(re.fullmatch(r"[A-Z][\w ]+[+=-]", part) for part in row["stances"].split(";") if part)
        assert set(filter(None, row["topics"].split(";"))) <= set(contexts)


def test_mentions_lie_in_their_sentence() -> None:
    sentence: Row = {}
    for row in rows_of("mentions.tsv"):
        sentence = row if row["kind"] == "sentence" else sentence
        assert row["document"] == sentence["document"]
        assert span_of(sentence).holds(span_of(row))


@absent
@pytest.mark.shared
@pytest.mark.parametrize(("name", "draw"), [("mentions.tsv", "mentions"), ("quiet.tsv", "quiet")])
def test_labels_are_the_first_of_the_draw(name: str, draw: str) -> None:
    rows = [row for row in rows_of(name) if row.get("kind", "sentence") == "sentence"]
    places = [(row["document"], int(row["start"]), int(row["end"])) for row in rows]
    assert places == DRAWS[draw](SHARED)[: len(places)]


@absent
@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_texts_are_those_that_were_labelled(name: str) -> None:
    versions = {(row["document"], row["sha256"]) for row in rows_of(name)}
    assert [document for document, sha in versions if digest(text_of(SHARED, document)) != sha] == []


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("Anders Berg", "Berg", True),
        ("Berg", "Dr. Anders Berg", True),
        ("Zoë Müller", "Zoe Muller", True),
        ("U.S.", "US", True),
        ("Anders Berg", "Lena Berg", False),
        ("Anders Berg", "", False),
    ],
)
def test_same_name(wanted: str, given: str, same: bool) -> None:
    assert same_name(wanted, given) is same


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ("Foreign Minister of Norway", "Foreign Minister", True),
        ("Spokeswoman of the Cabinet of Iran", "Iranian Cabinet Spokesperson", True),
        ("Vice President of Peru", "Deputy President of Peru", True),
        ("Foreign Minister of Norway", "Deputy Foreign Minister of Norway", False),
        ("Minister of Norway", "Prime Minister of Norway", False),
        ("Foreign Minister of Norway", "Foreign Minister of Sweden", False),
        ("Foreign Minister of Norway", "", False),
    ],
)
def test_same_office(wanted: str, given: str, same: bool) -> None:
    assert same_office(wanted, given) is same


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def label(words: str, **columns: str) -> Row:
    start, end = place(words)
    return {"start": str(start), "end": str(end), **columns}


def named(words: str, kind: str, **columns: str) -> Row:
    return label(words, **{"kind": kind, "country": "", "office": "", "person": "", "tier": "core", **columns})


def actor(name: str, kind: str = "person", *, at: tuple[str, ...], **fields: str) -> Actor:
    mentions = tuple(Mention(0, 0, 1, 0, Span(*place(words)), words, "name") for words in at)
    return Actor(name, name, kind, mentions=mentions, **fields)  # type: ignore[arg-type]


def read(
    rows: list[Row],
    actors: tuple[Actor, ...] = (),
    statements: tuple[Statement, ...] = (),
    events: tuple[Event, ...] = (),
) -> list[Labelled]:
    return [Labelled(Coding(Document("a.txt", "a.txt", TEXT), actors, events, statements, (), (), "", ""), rows)]


MENTIONS = [
    named(TEXT, "sentence", tier=""),
    named("Mira Lund", "person", country="NOR", person="Mira Lund"),
    named("Norway", "state", country="NOR"),
    named("Anders Berg", "person", country="-", person="Anders Berg"),
    named("The minister", "person", country="NOR", person="Mira Lund", tier="optional"),
]
LUND = actor("Mira Lund", at=("Mira Lund", "The minister"), country="NOR")


@pytest.mark.parametrize(
    ("actors", "causes"),
    [
        ((LUND, actor("Berg", at=("Anders Berg",)), actor("Norway", "state", at=("Norway",), country="NOR")), {}),
        ((LUND,), {"missed state": 1, "missed person": 1}),
        ((LUND, actor("Norway", "body", at=("Norway",))), {"missed state": 1, "missed person": 1, "false body": 1}),
        (
            (
                actor("Lund", at=("Mira Lund",)),
                actor("Eva Berg", at=("Anders Berg",)),
                actor("Oslo", "state", at=("Oslo",)),
            ),
            {"missed state": 1, "country missing": 1, "person wrong": 1, "false state": 1},
        ),
        ((LUND, actor("all", "group", at=("slept",))), {"missed state": 1, "missed person": 1}),
    ],
)
def test_mentions_are_judged(actors: tuple[Actor, ...], causes: dict[str, int]) -> None:
    _, faults = judge_mentions(read(MENTIONS, actors))
    assert Counter(fault.cause for fault in faults) == causes


@pytest.mark.parametrize(
    ("words", "speakers", "causes"),
    [
        ("We are content", ("Lund",), []),
        ("We are content", (), ["direct speaker missing"]),
        ("We are content", ("Berg",), ["direct speaker wrong"]),
        ("We are", ("Lund",), ["missed direct"]),
    ],
)
def test_quotations_are_judged(words: str, speakers: tuple[str, ...], causes: list[str]) -> None:
    people = (actor("Lund", at=("Lund",)), actor("Berg", at=("Berg",)))
    said = Statement("s", "a.txt", speakers, (), None, (Span(*place(words)),), "direct")
    quotation = label("We are content", mode="direct", more="", speaker="Mira Lund", country="NOR")
    _, faults = judge_quotes(read([quotation], people, (said,)))
    assert [fault.cause for fault in faults] == causes


@pytest.mark.parametrize(
    ("stances", "topics", "causes"),
    [
        ({"NOR": "supportive"}, ("legal",), []),
        ({"NOR": "critical"}, ("legal",), ["missed stance", "false stance"]),
        ({"NOR": "neutral", "SWE": "critical"}, (), ["missed stance", "false stance", "missed topic", "false name"]),
        ({}, ("legal", "cyber"), ["missed stance", "false topic", "missed name"]),
    ],
)
def test_stances_are_judged(stances: dict[str, StanceValue], topics: tuple[str, ...], causes: list[str]) -> None:
    where = (Span(*place("We are content")),)
    taken = tuple(Stance(stance, where, state) for state, stance in stances.items())
    said = Statement("s", "a.txt", (), (), None, where, "direct", stances=taken, topics=topics)
    rows = [label("We are content", stances="NOR+", topics="legal")]
    report, faults = judge_stances(read(rows, statements=(said,)))
    assert [fault.cause for fault in faults] == causes
    assert report.figures[0].value == 1


@pytest.mark.parametrize(
    ("places", "causes"),
    [
        ((Evidence(Span(*place("Lund of Norway met"))),), []),
        ((Evidence(Span(*place("slept"))),), ["no event in a sentence of a deed", "event in a quiet sentence"]),
        ((Evidence(Span(*place("Lund of Norway met"))), Evidence(Span(*place("slept")))), []),
        ((Evidence(Span(*place("slept")), "date"),), ["no event in a sentence of a deed"]),
    ],
)
def test_quiet_sentences_are_judged(places: tuple[Evidence, ...], causes: list[str]) -> None:
    rows = [label("Mira Lund of Norway met Anders Berg", quiet="no"), label("The minister slept", quiet="yes")]
    document = Document("a.txt", "a.txt", TEXT)
    _, faults = judge_quiet(read(rows, events=(event(document, evidence=places),)))
    assert [fault.cause for fault in faults] == causes


@absent
@pytest.mark.model
@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "floors"),
    [
        ("mentions.tsv", {"person": 0.84, "state": 0.95, "body": 0.80, "country right": 0.90, "office right": 0.79}),
        ("quotes.tsv", {"direct found": 0.97, "direct speaker right": 0.95, "indirect speaker right": 0.87}),
        ("quiet.tsv", {"sentences of a deed with an event": 0.48}),
        ("stances.tsv", {"stances taken": 0.74, "stance right on named": 0.85, "topics": 0.79}),
    ],
)
def test_no_figure_falls_below_its_floor(name: str, floors: dict[str, float]) -> None:
    figures = {figure.name: figure.value for figure in measure(SHARED, name).figures}
    assert {figure: figures[figure] for figure, floor in floors.items() if figures[figure] < floor} == {}
    assert figures.get("quiet sentences with an event", 0.0) <= 0.06
