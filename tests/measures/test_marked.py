"""Whose state marked words are: reading the set, choosing the mention, and the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.actors.actor import Actor, Mention
from dragoman.actors.reading import Reading
from dragoman.errors import UsageError
from dragoman.measures.marked import Marked, answer, judge, read_marked, score_states
from dragoman.texts.document import Document, Span

TEXT = "Norwegian police held a trawler from Chile near Bodø."
FOUND = (  # words, form, country
    ("Norwegian", "adjective", "NOR"),
    ("Norwegian police", "description", "NOR"),
    ("Chile", "place", "CHL"),
    ("trawler", "description", None),
)


def record(words: str, code: str, side: str = "source") -> dict[str, object]:
    return {"id": "7", "event": "COERCE", "text": TEXT, side: [{"actorText": words, "code": code}]}


def reading() -> Reading:
    mentions, actors = [], {}
    for i, (words, form, country) in enumerate(FOUND):
        at = TEXT.index(words)
        mentions.append(Mention(0, i, i + 1, i, Span(at, at + len(words)), words, form, (f"a{i}",)))  # type: ignore[arg-type]
        actors[f"a{i}"] = Actor(f"a{i}", words, "group", country=country)
    return Reading(Document("7", "7", TEXT), (), {}, {0: mentions}, actors)


def test_bodies_and_words_that_are_not_in_the_text_are_not_judged(tmp_path: Path) -> None:
    records = [
        {"id": "0", "event": "DOCUMENT"},
        record("Norwegian police", "NORCOP"),
        record("a trawler", "IGOUNO", "target"),
        record("the coast guard", "NOR"),
        {"id": "8", "event": "COERCE", "text": TEXT, "source": "", "target": None},
    ]
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    assert read_marked(path) == [Marked("7", TEXT, Span(0, 16), "NOR")]


@pytest.mark.parametrize(
    ("words", "wanted", "given", "cause"),
    [
        ("Norwegian police", "NOR", "NOR", ""),
        ("Norwegian police", "SWE", "NOR", "another state"),
        ("a trawler from Chile", "CHL", "CHL", ""),  # whoever is of no state leaves it to the place
        ("trawler", "CHL", "", "somebody of no state"),
        ("near Bodø", "NOR", "", "nobody found"),
    ],
)
def test_answer(words: str, wanted: str, given: str, cause: str) -> None:
    at = TEXT.index(words)
    found = answer(Marked("7", TEXT, Span(at, at + len(words)), wanted), reading())
    assert (found.state, found.cause) == (given, cause)


def test_figures_and_predictions(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.json", tmp_path / "out.tsv"
    gold.write_text(json.dumps([record("Norwegian police", "NORCOP"), record("near Bodø", "NOR")]), encoding="utf-8")
    report = score_states(gold, lambda _: reading(), out)
    assert [(f.name, f.value) for f in report.figures] == [
        ("state right", 0.5),
        ("state right where one is given", 1.0),
    ]
    assert report.remarks == ("Errors: nobody found 1.",)
    assert out.read_text(encoding="utf-8").splitlines()[1] == "7\tnear Bodø\tNOR\t\tnobody found"


def test_nothing_is_judged() -> None:
    assert judge([]).remarks == ("Errors: none.",)


def test_a_set_of_another_form_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text('{"id": 1}', encoding="utf-8")
    with pytest.raises(UsageError, match="is not a JSON list of records with id"):
        read_marked(gold)
