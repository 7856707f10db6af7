"""Explanations show the words, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import coding, document, span, statement

from dragoman.events.event import Stance
from dragoman.publication.explanation import explanation
from dragoman.record.record import open_record
from dragoman.texts.document import Interval, Span


@pytest.mark.parametrize(
    "part",
    [
        "CONSULT phone, occurred",
        "reports/call.txt",
        "[1 Mara Lindqvist] [2 telephoned] her Finnish counterpart [3 Aino Salmi] on [4 3 March 2015].",
        "1  Mara Lindqvist  — Mara Lindqvist: name, name after a title",
        "2  telephoned  — evidence",
        "4  3 March 2015  — evidence of the date",
        "PLOVER       CONSULT, phone, diplomatic",
        "CAMEO        041, Goldstein 1.0, quad class 1",
        "coded by     pattern:telephone, confidence 0.9",
        "actor        Mara Lindqvist (Foreign Minister of Sweden): person, SWE, GOV, SWEGOV — a title before the name",
        "date         2015-03-03 (day, stated)",
        "event        ‘telephoned’ between two ministers",
        "told by      outlet (unnamed)",
        "read by test 1 with codebook 2026.1",
    ],
)
def test_an_event(tmp_path: Path, part: str) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(coding())
        text = explanation(record.explain(coding().events[0].id))
    assert part in " ".join(text.split("\n  ")) or part in text


def test_a_statement_and_one_that_no_longer_holds(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(coding())
        record.add(coding(codebook="2027.1", statements=()))
        text = explanation(record.explain("s"))
    assert "“[1 We will sign in April],” Lindqvist [2 said]." in text
    assert "a later reading no longer says so" in text


def test_stances_topics_and_their_words(tmp_path: Path) -> None:
    doc = document()
    words = span(doc.text, "sign")
    said = statement(
        doc,
        id="s1",
        content=(span(doc.text, "We will sign in April"),),
        stances=(Stance("supportive", (words,), "FIN"), Stance("neutral", (words,), "SWE")),
        topics=("economic", "legal"),
    )
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(doc, statements=(said,)))
        text = explanation(record.explain("s1"))
    assert "[1 We will [2 sign] in April]" in text
    assert "sign  — supportive of FIN" in text
    assert "about        FIN: supportive\nabout        SWE: neutral\ntopics       economic, legal" in text


def test_denials_and_how_words_came(tmp_path: Path) -> None:
    doc = document()
    where = (span(doc.text, "We will sign in April"),)
    denial = statement(
        doc, id="s1", content=where, act="denial", denies=("s2",), anonymous=True, channel="tweet", confirms=("e1",)
    )
    denied = statement(doc, id="s2", content=where, denied_by=("s1",))
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(doc, statements=(denial, denied)))
        told, answered = explanation(record.explain("s1")), explanation(record.explain("s2"))
    for line in ("act          denial", "denies       s2", "confirms     e1", "channel      tweet"):
        assert line in told
    assert "source       does not want to be named" in told
    assert "denied by    statement s1" in answered


def test_text_of_a_report_cannot_move_the_cursor(tmp_path: Path) -> None:
    doc = document("\x1b[2J" + document().text, title="\x1b[31mred")
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(doc, sentences=(Span(0, len(doc.text)),)))
        text = explanation(record.explain("e"))
    assert "\x1b" not in text


def test_how_a_date_was_worked_out(tmp_path: Path) -> None:
    kept = coding()
    date = Interval("2015-03", "2015-04", "interval", "inferred", None, "‘this spring’ before May")
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(events=(type(kept.events[0])(**{**_fields(kept.events[0]), "date": date}),)))
        assert "2015-03 – 2015-04 (interval, inferred): ‘this spring’ before May" in explanation(record.explain("e"))


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]
