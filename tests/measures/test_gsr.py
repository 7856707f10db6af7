"""Reading coded sentences, turning codings into triples, and the figures for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from codings import coding, document, event

from dragoman.actors.actor import Actor
from dragoman.errors import UsageError
from dragoman.measures.gsr import Sentence, Triple, Unit, judge, read_sentences, score_gsr, triples


def record(id: str, text: str, name: str, source: object = None, target: object = None) -> dict[str, object]:
    return {"id": id, "text": text, "event": name, "source": source, "target": target}


def codes(*names: str) -> list[dict[str, str]]:
    return [{"actorText": name, "code": name} for name in names]


RECORDS = [
    {"id": "0", "event": "DOCUMENT"},
    record("1", "Norway and Chile met.", "CONSULT", codes("NOR", "CHL"), ""),
    record("2", "norway and chile met", "AGREE", codes("NOR"), codes("CHL")),
    record("3", "Mali accused Peru.", "ACCUSE", codes("MLI"), codes("PERGOV")),
    record("3", "Japan freed prisoners.", "RETREAT", codes("JAP")),
]


def gold(folder: Path, records: object = RECORDS) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def test_records_of_one_sentence_are_pooled_and_a_second_sentence_of_one_id_renamed(tmp_path: Path) -> None:
    assert read_sentences(gold(tmp_path)) == [
        Sentence("1", "Norway and Chile met.", (Unit("CONSULT", "NOR", "CHL", True), Unit("AGREE", "NOR", "CHL"))),
        Sentence("3", "Mali accused Peru.", (Unit("ACCUSE", "MLI", "PER"),)),
        Sentence("3#2", "Japan freed prisoners.", (Unit("YIELD", "JPN", None),)),
    ]


@pytest.mark.parametrize("content", [{"id": "1"}, [{"id": "1"}], "no list"])
def test_another_form_is_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(UsageError, match="is not a JSON list of records"):
        read_sentences(gold(tmp_path, content))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("CONSULT", "SWE", "FIN")]),
        ({"symmetric": False, "actors": ("m",), "recipients": ("a",)}, [("CONSULT", "SWE", "FIN")]),
        ({"symmetric": False, "actors": ("m", "s"), "recipients": ("a",)}, [("CONSULT", "SWE", "FIN")]),
        ({"symmetric": False, "actors": ("m",), "recipients": ()}, [("CONSULT", "SWE", "")]),
        ({"event": None, "cameo": "022"}, [("REQUEST", "SWE", "FIN")]),
        ({"event": None, "cameo": "010"}, []),
        ({"status": "negated"}, []),
        ({"actors": ("a", "m", "i")}, [("CONSULT", *two) for two in (("FIN", "SWE"), ("FIN", "IGO"), ("SWE", "IGO"))]),
    ],
)
def test_events_become_triples(fields: dict[str, object], expected: list[Triple]) -> None:
    doc = document()
    actors = (
        Actor("m", "Mara Lindqvist", "person", "SWE"),
        Actor("s", "Sweden", "state", "SWE"),
        Actor("a", "Aino Salmi", "person", "FIN"),
        Actor("i", "United Nations", "body", None, cameo="IGOUNO"),
    )
    told = coding(doc, actors=actors, events=(event(doc, **({"actors": ("m", "a")} | fields)),))
    assert list(triples(told)) == expected


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ([("CONSULT", "NOR", "CHL"), ("AGREE", "NOR", "CHL")], (1.0, 1.0)),
        ([("CONSULT", "CHL", "NOR"), ("AGREE", "NOR", "CHL")], (1.0, 1.0)),  # reciprocal, from the other side
        ([("CONSULT", "CHL", "NOR"), ("CONSULT", "NOR", "CHL")], (1.0, 0.5)),  # its mirror neither helps nor harms
        ([("AGREE", "CHL", "NOR")], (0.0, 0.0)),  # an agreement that the gold gives a direction
        ([("CONSULT", "NOR", "")], (0.0, 0.0)),
        ([("CONSULT", "NOR", "CHL"), ("ASSAULT", "NOR", "CHL")], (0.5, 0.5)),
    ],
)
def test_full_triples_are_judged(answers: list[Triple], right: tuple[float, float]) -> None:
    sentence = Sentence("1", "", (Unit("CONSULT", "NOR", "CHL", True), Unit("AGREE", "NOR", "CHL")))
    (figure,) = (f for f in judge([sentence], {"1": answers}).figures if f.name == "root type+source+target")
    assert (figure.precision, figure.recall) == right


def test_predictions_are_a_line_an_event(tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    score_gsr(gold(tmp_path), lambda doc: coding(document(), events=coding().events), out)
    assert out.read_text(encoding="utf-8") == "".join(f"{id}\tSWE\tFIN\tCONSULT\n" for id in ("1", "3", "3#2"))
