"""The stages of an agreement in the order of time, each once."""

from __future__ import annotations

from typing import Any

import pytest
from codings import day
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.found import Source
from dragoman.record.stage_line import Step, stage_line
from dragoman.texts.document import UNKNOWN, Interval

MAY = Interval("2018-05-01", "2018-05-31", "month", "stated")
YEAR = Interval("2018-01-01", "2018-12-31", "year", "stated")
PAST = Interval(None, "2020-06-01", "open", "inferred")


def step(number: int, stage: str, date: Interval, status: str = "occurred", **fields: Any) -> Step:
    published = fields.pop("published", day(f"2020-06-{number:02}"))
    source = Source(f"d{number}", f"{number}.txt", f"{number}.txt", None, None, None, published)
    values: dict[str, Any] = {"by": (), "agreement": f"g{number}", "events": (), "own_day": True} | fields
    return Step(stage, date, status, source=source, **values)  # type: ignore[arg-type]


LINES: list[tuple[str, list[Step], list[tuple[str, str | None, int]]]] = [
    (
        "the most exact of overlapping days",
        [step(1, "withdrawn", YEAR), step(2, "withdrawn", MAY), step(3, "withdrawn", day("2018-05-08"))],
        [("g3", "2018-05-08", 2)],
    ),
    (
        "two at other times are two",
        [step(1, "extended", day("2016-03-01")), step(2, "extended", day("2011-03-01"))],
        [("g2", "2011-03-01", 0), ("g1", "2016-03-01", 0)],
    ),
    (
        "told again without its day",
        [step(1, "withdrawn", day("2020-06-01"), own_day=False), step(2, "withdrawn", MAY)],
        [("g2", "2018-05-01", 1)],
    ),
    (
        "nobody tells the day",
        [step(1, "in_force", PAST, own_day=False), step(2, "in_force", day("2020-06-02"), own_day=False)],
        [("g2", "2020-06-02", 1)],
    ),
    (
        "planned and done are two",
        [step(1, "signed", day("2020-07-01"), "planned"), step(2, "signed", day("2020-07-01"))],
        [("g2", "2020-07-01", 0), ("g1", "2020-07-01", 0)],
    ),
    ("what is only supposed is none", [step(1, "extended", UNKNOWN, "hypothetical")], []),
    (
        "left open: after the report",
        [
            step(1, "signed", UNKNOWN, "planned", own_day=False),
            step(2, "agreed", day("2020-05-30")),
            step(3, "ended", day("2021-01-01"), "planned"),
        ],
        [("g2", "2020-05-30", 0), ("g1", None, 0), ("g3", "2021-01-01", 0)],
    ),
    (
        "left open in a report without a day: last",
        [step(1, "signed", UNKNOWN, "planned", published=UNKNOWN), step(2, "ended", day("2021-01-01"), "planned")],
        [("g2", "2021-01-01", 0), ("g1", None, 0)],
    ),
]


@pytest.mark.parametrize(("why", "steps", "line"), LINES, ids=[row[0] for row in LINES])
def test_line(why: str, steps: list[Step], line: list[tuple[str, str | None, int]]) -> None:
    found = stage_line(steps)
    assert [(point.step.agreement, point.step.date.start, len(point.others)) for point in found] == line
    again = stage_line(reversed(steps))
    assert [(p.step.agreement, len(p.others)) for p in again] == [(p.step.agreement, len(p.others)) for p in found]


@given(st.lists(st.tuples(st.integers(1, 28), st.sampled_from(["signed", "ended"]), st.booleans())))
def test_no_step_is_lost(told: list[tuple[int, str, bool]]) -> None:
    steps = [step(n, stage, day(f"2020-05-{n:02}"), own_day=own) for n, stage, own in told]
    line = stage_line(steps)
    assert sum(1 + len(point.others) for point in line) == len(steps)
    assert [point.step.when() for point in line] == sorted(point.step.when() for point in line)
