"""Judging the contacts that readouts tell of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from codings import coding, day, event

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.measures.readouts import read_readouts, score_readouts
from dragoman.publication.lines import lines
from dragoman.texts.document import Document, Interval

ITEM = {
    "id": "r1",
    "published": "2015-03-04",
    "text": coding().document.text,
    "expected": {"channel": "phone_call", "states": ["SWE", "FIN"], "people": ["Lindqvist", "Sálmi"]},
}


def gold(folder: Path, *items: dict[str, Any]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def figures(folder: Path, **fields: Any) -> dict[str, float | None]:
    """Recall by name, where the one event differs by ``fields`` from the call that the readout tells of."""

    def code(document: Document) -> Coding:
        told = coding(document)
        ids = tuple(actor.id for actor in told.actors)
        return coding(document, events=(event(document, **({"actors": ids} | fields)),))

    return {figure.name: figure.recall for figure in score_readouts(gold(folder, ITEM), code).figures}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, set()),
        ({"date": day("2015-03-02")}, {"date", "complete"}),
        ({"date": Interval("2015-03", "2015-03", "month", "stated")}, {"date", "complete"}),
        ({"date": Interval("XXXX-03-04", "XXXX-03-04", "day", "stated")}, {"date", "complete"}),
        ({"channel": "visit"}, {"channel", "found", "complete"}),
        ({"status": "planned"}, {"status", "found", "complete"}),
        ({"actors": ()}, {"states", "people", "found", "complete"}),
    ],
)
def test_fields_are_judged_one_by_one(tmp_path: Path, fields: dict[str, Any], wrong: set[str]) -> None:
    assert {name for name, recall in figures(tmp_path, **fields).items() if recall == 0.0} == wrong


def test_a_contact_coded_again_is_a_double(tmp_path: Path) -> None:
    def twice(document: Document) -> Coding:
        told = coding(document)
        return coding(document, events=told.events * 2)

    assert score_readouts(gold(tmp_path, ITEM), twice).remarks == ("contacts coded twice: 1",)


def test_silence_lowers_recall_and_not_precision(tmp_path: Path) -> None:
    path = gold(tmp_path, ITEM, ITEM | {"id": "r2", "text": "Nothing happened."})
    report = score_readouts(path, lambda doc: coding(doc) if "Lindqvist" in doc.text else coding(events=()))
    (found,) = (figure for figure in report.figures if figure.name == "found")
    assert (found.precision, found.recall) == (1.0, 0.5)


def test_predictions_are_the_record_of_the_readouts(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    score_readouts(gold(tmp_path, ITEM), coding, out, lines)
    kinds = [(item["kind"], item.get("path")) for item in map(json.loads, out.read_text("utf-8").splitlines())]
    assert kinds[0] == ("document", "r1.txt")
    assert ("event", None) in kinds


@pytest.mark.parametrize("line", ["no json", "{}", '{"id": "x", "published": "2015", "text": "", "expected": {}}'])
def test_another_form_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ITEM) + "\n\n" + line, encoding="utf-8")
    with pytest.raises(UsageError, match="line 3"):
        read_readouts(path)
