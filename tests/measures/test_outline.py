"""The outline of a series against the series itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from codings import telling

import dragoman
from dragoman.codebook.codebook import load
from dragoman.measures.outline import outline
from dragoman.measures.periods import BYS, By
from dragoman.measures.scales import Scores
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.texts.document import UNKNOWN, Interval

DATES = [
    Interval("2015-03-03", "2015-03-03", "day", "stated"),
    Interval("2015-03-30", "2015-04-02", "interval", "stated"),
    Interval("2015-04", "2015-04", "month", "stated"),
    Interval("2014", "2014", "year", "stated"),
    Interval(None, "2015-05-01", "open", "inferred"),
    Interval("2015-06-09", "2015-06-09", "day", "stated"),
    Interval("2015-03-09", "2015-03-10", "interval", "stated"),
    Interval("2015-03-20", "2015-03-20", "day", "stated"),
    UNKNOWN,
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("outline") / "record.db") as opened:
        for number, date in enumerate(DATES):
            for status in ("occurred", "planned"):
                text = f"Mara {status} to see Jon, {number}."
                fields = {"date": date, "status": status, "cameo": ("042", "112")[number % 2]}
                opened.add(telling(f"{number}-{status}.txt", text, "Mara Lindqvist/SWE", "Jon Berg/NOR", **fields))
        yield opened


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize(
    ("since", "until"), [(None, None), ("2015-03", None), ("2015-03-15", "2015-05"), (None, "2014")]
)
def test_it_says_the_same_as_the_series(record: Record, by: By, since: str | None, until: str | None) -> None:
    wanted = Filter(states=("SWE", "NOR"), since=since, until=until)
    whole = dragoman.series(record, wanted, by=by)
    drawn = outline(record.dated("SWE", "NOR"), wanted, Scores(load()), by=by)
    bare = tuple(replace(one, ranks={}, channels={}, days_since={}, independent=None) for one in whole.periods)
    assert drawn.periods == bare
    assert (drawn.unplaced, drawn.not_done) == (whole.unplaced, whole.not_done)
    assert since or until or any(period.events for period in drawn.periods)


@pytest.mark.parametrize("by", BYS[1:])
def test_of_whole_months_it_needs_no_days(record: Record, by: By) -> None:
    wanted, scores, days = Filter(states=("NOR", "SWE")), Scores(load()), record.dated("SWE", "NOR")
    months = record.dated("NOR", "SWE", exact=False)
    assert len(months) < len(days)
    assert outline(months, wanted, scores, by=by) == outline(days, wanted, scores, by=by)
