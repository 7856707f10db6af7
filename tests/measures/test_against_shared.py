"""Our figures are those of the public scorers: both judge the same answers, made up at random with a fixed seed."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from codings import day, event

from dragoman.actors.actor import Actor
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.measures import gsr, readouts, relations
from dragoman.measures.figures import Report
from dragoman.measures.roots import QUADS
from dragoman.publication.lines import lines
from dragoman.texts.document import Document

SHARED = Path(__file__).parents[3] / "shared"
BENCH, SCORERS = SHARED / "bench", SHARED / "score"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not BENCH.is_dir(), reason=f"no measuring sets at {BENCH}"),
]


def scorer(script: str, *arguments: str | Path) -> str:
    if script == "score_coding.py" and importlib.util.find_spec("numpy") is None:
        pytest.skip("the scorer needs numpy")
    command = [sys.executable, str(SCORERS / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def shown(report: Report, name: str) -> str:
    """Precision, recall and F1 as the scorers print them."""
    (found,) = (figure for figure in report.figures if figure.name == name)
    return f"P {found.precision:.4f} R {found.recall:.4f} F1 {found.value:.4f}"


def test_relations_agree(tmp_path: Path) -> None:
    gold, out, chance = BENCH / "relations_dev.tsv", tmp_path / "out.tsv", random.Random(1)
    rows = {row.sentence: row.root for row in relations.read_rows(gold)}
    report = relations.score_relations(
        gold, lambda text, *_: rows[text] if chance.random() < 0.6 else chance.choice(list(QUADS)), out
    )
    printed = scorer("score_coding.py", "relations", out, "--gold", gold)
    figures = {figure.name: figure.value for figure in report.figures}
    for ours, theirs in (("root", "root"), ("quad", "quad"), ("cooperation/conflict", "binary")):
        (line,) = (line for line in printed.splitlines() if line.split()[1:2] == [theirs])
        assert f"macroF1 {figures[f'{ours} macro']:.4f}" in line
        assert f"accuracy {figures[f'{ours} accuracy']:.4f}" in line


def test_gsr_agrees(tmp_path: Path) -> None:
    gold, out, chance = BENCH / "gsr_dev.json", tmp_path / "out.tsv", random.Random(2)
    sentences = gsr.read_sentences(gold)
    answers = {sentence.id: [_near(unit, chance) for unit in sentence.units * 2] for sentence in sentences}
    rows = ("\t".join((id, *sides, name)) for id, found in answers.items() for name, *sides in found)
    out.write_text("\n".join(rows), encoding="utf-8")
    report = gsr.judge(sentences, answers)
    printed = " ".join(scorer("score_coding.py", "gsr", out, "--gold", gold).split())
    for figure in report.figures:
        head, _, level = figure.name.partition(" ")
        start = printed.index(f"{head} {level} gold")
        assert shown(report, figure.name) in printed[start : start + 120], figure.name


def _near(unit: gsr.Unit, chance: random.Random) -> gsr.Triple:
    """A unit of the gold with some of its parts spoilt, turned round or left out."""
    name = unit.root if chance.random() < 0.7 else chance.choice(list(QUADS))
    source, target = unit.source or "", unit.target or ""
    if chance.random() < 0.3:
        source, target = target, source
    return name, source, target if chance.random() < 0.8 else ""


def test_readouts_agree(tmp_path: Path) -> None:
    gold, out, chance = BENCH / "readouts_2021.jsonl", tmp_path / "out.jsonl", random.Random(3)
    expected = {item["id"]: item["expected"] for item in map(json.loads, gold.open(encoding="utf-8"))}

    def code(document: Document) -> Coding:
        want = expected[document.name.removesuffix(".txt")]
        actors = [
            Actor(f"{document.id}{i}", chance.choice(want["people"]), "person", state)
            for i, state in enumerate(want["states"])
            if chance.random() < 0.8
        ]
        events = [_contact(document, actors, chance) for _ in range(chance.randrange(3))]
        return Coding(document, tuple(actors), tuple(events), (), (), (), "", "")

    report = readouts.score_readouts(gold, code, out, lines)
    printed = scorer("score_readouts.py", "score", "--gold", gold, out)
    for figure in report.figures:
        assert f"{figure.name} {figure.recall:.3f}" in printed
    assert printed.rstrip().endswith(f"doubles {report.remarks[0].rpartition(' ')[2]}")


def _contact(document: Document, actors: list[Actor], chance: random.Random) -> Event:
    return event(
        document,
        actors=tuple(actor.id for actor in actors),
        channel=chance.choice(("phone_call", "in_person_meeting", "visit")),
        status=chance.choice(("occurred", "occurred", "planned")),
        date=document.published if chance.random() < 0.7 else day("2020-01-01"),
    )
