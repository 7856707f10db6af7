"""Sets of event coreference, in the form of those that others made, with sentences of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.across import Marked, ecb, meantime, measure

SENTENCES = {
    "7_1ecb": "Swedish marines seized 14 Norwegian trawlers off Gotland on Friday .",
    "7_2ecb": "Off Gotland Swedish marines captured 14 Norwegian trawlers .",
    "7_3ecb": "Sweden seized 3 bikes of Finnish tourists in Lapland in a quarrel about reindeer .",
}
NAF = """<Document><token t_id="1" sentence="0">Sweden</token><token t_id="2" sentence="0">accused</token>
<token t_id="3" sentence="0">Finland</token><token t_id="4" sentence="1">Nobody</token>
<token t_id="5" sentence="1">spoke</token><Markables><EVENT_MENTION m_id="1"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="2"><token_anchor t_id="5"/></EVENT_MENTION>
<TIMEX3 functionInDocument="CREATION_TIME" value="2015-03-03" m_id="3"/><EVENT instance_id="ACC1" m_id="9"/></Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><target m_id="9"/></REFERS_TO></Relations></Document>"""


@pytest.fixture
def ecb_folder(tmp_path: Path) -> Path:
    lines, mentions = [], []
    for name, sentence in SENTENCES.items():
        for number, word in enumerate(sentence.split()):
            lines.append(f"{name}\t0\t{number}\t{word}\t-")
            if word in ("seized", "captured"):
                chain = "B" if "bikes" in sentence else "A"
                mentions.append({"doc_id": name, "sent_id": 0, "tokens_number": [number], "coref_chain": chain})
        lines.append("")
    (tmp_path / "ECB_Dev_corpus.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(mentions), encoding="utf-8")
    return tmp_path


def marks(marked: Marked) -> list[tuple[str, str]]:
    return [(marked.document.text[span.start : span.end], cluster) for span, cluster in marked.mentions]


def test_ecb_is_read(ecb_folder: Path) -> None:
    one, two, three = ecb(ecb_folder)
    assert one.document.text == SENTENCES["7_1ecb"]
    assert [one.topic, marks(one), marks(two), marks(three)] == [
        "7",
        [("seized", "A")],
        [("captured", "A")],
        [("seized", "B")],
    ]


def test_meantime_is_read(tmp_path: Path) -> None:
    (tmp_path / "fish").mkdir()
    (tmp_path / "fish" / "one.xml").write_text(NAF, encoding="utf-8")
    (one,) = meantime(tmp_path)
    assert one.document.text == "Sweden accused Finland\nNobody spoke"
    assert (one.topic, one.document.published.start) == ("fish", "2015-03-03")
    assert marks(one) == [("accused", "ACC1"), ("spoke", "one 2")]


@pytest.mark.model
def test_deeds_against_lemmas(ecb_folder: Path) -> None:
    report = measure(list(ecb(ecb_folder)))
    figures = {figure.name: figure.value for figure in report.figures}
    assert report.items == 3
    assert report.remarks == ("In scope are 3 of 3 marked mentions; 2 of them share their cluster with another.",)
    assert figures["dragoman, CoNLL F1"] == 1.0
    assert figures["same lemma, CoNLL F1"] < 0.5
