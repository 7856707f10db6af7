"""Dates, stages, terms and amounts in words."""

from __future__ import annotations

import pytest
from codings import day, document, figure

from dragoman.events.agreement import Duration, Renewal, Terms
from dragoman.publication.wording import amount, shown, step, terms
from dragoman.texts.document import UNKNOWN, Interval


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (day("2020-04-21"), "2020-04-21"),
        (Interval("2020-04-01", "2020-04-30", "month", "stated"), "2020-04"),
        (Interval("2020-01-01", "2020-12-31", "year", "stated"), "2020"),
        (Interval("2020-01-01", "2021-12-31", "year", "stated"), "2020 – 2021"),
        (Interval("2020-01-01", "2020-12-31", "interval", "inferred"), "2020-01-01 – 2020-12-31"),
        (Interval("2020", None), "since 2020"),
        (Interval(None, "2021"), "until 2021"),
        (UNKNOWN, "?"),
    ],
)
def test_dates(date: Interval, words: str) -> None:
    assert shown(date) == words


@pytest.mark.parametrize(
    ("stage", "status", "words"),
    [
        ("signed", "occurred", "signed"),
        ("signed", "planned", "to be signed"),
        ("in_force", "planned", "to enter into force"),
        ("ended", "planned", "to end"),
        ("extended", "called-for", "should be extended"),
        ("withdrawn", "hypothetical", "might be left"),
        ("negotiating", "ongoing", "in negotiation"),
        ("negotiating", "planned", "to be negotiated"),
        ("implementing", "occurred", "being carried out"),
        ("implementing", "called-for", "should be carried out"),
    ],
)
def test_steps(stage: str, status: str, words: str) -> None:
    assert step(stage, status) == words  # type: ignore[arg-type]


def test_terms() -> None:
    ten, five = Duration(10.0, "year"), Duration(5, "year")
    march = Interval("2001-03-01", "2001-03-31", "month", "stated")
    assert terms(Terms(march, ten, Renewal("automatic", five), Interval("2021", "2021", "year"))) == (
        "signed 2001-03, for 10 years, renewed automatically every 5 years, ends 2021"
    )
    assert terms(Terms(duration=Duration(1, "year"), renewal=Renewal("by-agreement"))) == (
        "for 1 year, renewed by agreement"
    )
    assert terms(Terms()) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "over 12 percent"),
        ({"comparator": "=", "value": 17000000000, "unit": "US dollar"}, "17 billion US dollars"),
        ({"comparator": "~", "value": 5.5}, "about 5.5 percent"),
        ({"comparator": "<=", "value": 12, "unit": "soldier"}, "up to 12 soldiers"),
        ({"comparator": "=", "value": 1, "unit": "soldier"}, "1 soldier"),
        ({"comparator": "=", "value": 2500000, "unit": "barrel per day"}, "2.5 million barrels per day"),
        ({"comparator": "=", "value": 1234567, "unit": "person"}, "1,234,567 people"),
        ({"comparator": "=", "value": 3, "unit": "delivery"}, "3 deliveries"),
        ({"comparator": "=", "value": 3, "unit": "visit", "ordinal": True}, "3rd visit"),
        ({"comparator": "=", "value": 11, "unit": "round", "ordinal": True}, "11th round"),
        ({"comparator": None, "value": None, "unit": None}, "increase"),
    ],
)
def test_amounts(fields: dict[str, object], words: str) -> None:
    assert amount(figure(document(), **fields)) == words
