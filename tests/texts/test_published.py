"""The day of publication: stated, inferred with its reason, or unknown."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.published import published

SHARED = Path(__file__).parents[3] / "shared"
BODY = (
    "The envoys of Norway and Peru met in Oslo to talk about fish, and they agreed to meet again. Nobody knows what "
    "they said to each other in those long hours by the fire, but both of them smiled when they came out into the snow."
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f" date 2019-03-01 {BODY}", "2019-03-01"),
        (f"Fish talks\n\nFriday, March 1, 2019 \n\n{BODY}", "2019-03-01"),
        (f"{BODY}\nLast updated: 1 March 2019, 14:05 GMT", "2019-03-01"),
        (f"OSLO, March 1, 2019 (AP) -- {BODY}", "2019-03-01"),
        (f"OSLO, March 1 (AP) -- {BODY}", "XXXX-03-01"),
    ],
)
def test_stated(text: str, day: str) -> None:
    found = published(text)
    assert (found.start, found.end, found.granularity, found.basis) == (day, day, "day", "stated")
    assert found.words is not None


def test_the_words_are_those_of_the_date() -> None:
    text = f" date 2019-03-01 {BODY}"
    words = published(text).words
    assert words is not None
    assert text[words.start : words.end] == "2019-03-01"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # 1 March 2019 was a Friday.
        ("They met on March 1, 2019. She said late on Friday that it went well.", "2019-03-01", "2019-03-07"),
        (
            "The envoys meet in Oslo, Norway March 1, 2019. (Photo by AFP)\nThey left on Friday.",
            "2019-03-01",
            "2019-03-07",
        ),
        # That Thursday may be any one since.
        ("They met on March 1, 2019. She said late on Thursday that it went well.", "2019-03-01", None),
        ("They signed the treaty in May 2004. It was torn up on 3 June 2010.", "2010-06-03", None),
        ("The envoy will travel to Lima on July 6, 2022.", None, "2022-07-06"),
        ("They met on March 1, 2019. The treaty will expire on July 6, 2022.", "2019-03-01", "2022-07-06"),
        ("The fair will open in Riga, March 4–9, 2021.", None, "2021-03-04"),
        ("The two ports were linked by ferry, and a railway is due to open in May 2023.", None, "2023-05-31"),
        # A term counted from its start gives the year of all that has none.
        (
            "Their 10-year pact was signed in May 2011 and ends next May. On September 3 they met again. "
            "Talks were held in October.",
            "2020-11-01",
            "2020-12-31",
        ),
    ],
)
def test_inferred(text: str, start: str | None, end: str | None) -> None:
    found = published(text)
    assert (found.start, found.end, found.basis) == (start, end, "inferred")
    assert found.granularity == ("open" if start is None or end is None else "interval")
    assert found.how


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "They met on Friday in Oslo.",
        "Elections are scheduled for December 24, 2021, the envoys said.",
        "The envoys discussed the December 24, 2021 elections.",
        "It will be the first meeting since February 6, 2019.",
        "Parliament may meet. The 2022 World Cup was on.",
    ],
)
def test_unknown(text: str) -> None:
    assert published(text) == UNKNOWN


def test_what_is_given_stays() -> None:
    given = Interval("2018", "2018", "year", "given")
    assert published(f" date 2019-03-01 {BODY}", given) is given


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the measuring sets in ../shared")
def test_dated_articles() -> None:
    """Of the articles with an exact date whose text allows one, at least 95 % have it or an interval that holds it."""
    folder = SHARED / "news"
    with (folder / "index.tsv").open(encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["date_quality"].startswith("exact")]
    told = {row["date"]: published((folder / row["file"]).read_text(encoding="utf-8")) for row in rows}
    told = {day: found for day, found in told.items() if found != UNKNOWN}
    right = [
        day for day, found in told.items() if (found.start or str(date.min)) <= day <= (found.end or str(date.max))
    ]
    assert len(told) >= 10
    assert len(right) >= 0.95 * len(told)
