"""Measuring dates: both forms of gold are read, and the figures hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.measures.dates import score_dates
from dragoman.measures.timebanks import Days, join, read_timebank, timex_days
from dragoman.texts.parse import parser

BENCH = Path(__file__).parents[3] / "shared" / "bench"

NAF = """<?xml version="1.0"?><Document doc_id="1">
<token sentence="0" t_id="1">Oslo</token><token sentence="0" t_id="2">left</token>
<token sentence="0" t_id="3">on</token><token sentence="0" t_id="4">Tuesday</token>
<token sentence="0" t_id="5">.</token>
<Markables><TIMEX3 m_id="1" type="DATE" value="2020-07-21" functionInDocument="NONE">
<token_anchor t_id="4"/></TIMEX3>
<TIMEX3 m_id="2" type="DATE" value="2020-07-22" functionInDocument="CREATION_TIME"></TIMEX3></Markables></Document>"""
GUM = """<text id="g" dateCreated="2020-07-22">
<s type="decl">
Oslo\tNP
left\tVVD
<date from="2020-07-13" to="2020-07-19">
last\tJJ
week\tNN
</date>
.\tSENT
</s>
</text>"""


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2020-07-21", Days("2020-07-21", "2020-07-21")),
        ("2020-07-21T18:00Z", Days("2020-07-21", "2020-07-21")),
        ("2020-02", Days("2020-02-01", "2020-02-29")),
        ("2020-Q2", Days("2020-04-01", "2020-06-30")),
        ("2020-W30", Days("2020-07-20", "2020-07-26")),
        ("2020-W30-WE", Days("2020-07-25", "2020-07-26")),
        ("2020-SU", Days("2020-06-01", "2020-08-31")),
        ("199", Days("1990-01-01", "1999-12-31")),
        ("PAST_REF", None),
        ("XXXX-XX-XX", None),
        ("2020-13", None),
    ],
)
def test_values(value: str, days: Days | None) -> None:
    assert timex_days(value) == days


def test_tokens_become_text_with_their_places() -> None:
    text, places = join(["On", "July", "21", ",", "2020", "(", "a", "Tuesday", ")", "."])
    assert text == "On July 21, 2020 (a Tuesday)."
    assert [text[start:end] for start, end in places][3:6] == [",", "2020", "("]


@pytest.mark.model
def test_both_forms_are_read_and_scored(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(NAF)
    (tmp_path / "b.xml").write_text(GUM)
    assert [text.published.start for text in read_timebank(tmp_path)] == ["2020-07-22", "2020-07-22"]
    report = score_dates(tmp_path, parser())
    assert report.items == 2
    assert [figure.value for figure in report.figures] == [1.0, 1.0, 1.0, 1.0]
    assert report.remarks == ()


def test_a_folder_without_gold_says_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give a folder of NAF"):
        read_timebank(tmp_path)


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.parametrize(("name", "value", "found"), [("meantime", 0.85, 0.95), ("gum_news", 0.88, 0.90)])
def test_the_floor(name: str, value: float, found: float) -> None:
    if not (BENCH / name).is_dir():
        pytest.skip(f"no measuring set at {BENCH / name}")
    figures = {figure.name: figure.value for figure in score_dates(BENCH / name, parser()).figures}
    assert figures["value, given the span"] >= value
    assert figures["spans, overlap"] >= found
