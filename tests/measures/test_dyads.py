"""What passed between two states, in all and period by period."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from codings import day
from dealt import dealing
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.measures.comparison import compare
from dragoman.measures.dyads import CLASSES, Series, dyads, series
from dragoman.measures.periods import BYS, By, stretch_of, stretches
from dragoman.measures.scales import Balance, Scores, balance
from dragoman.record.filter import Filter
from dragoman.texts.document import UNKNOWN, Interval

SCORES = Scores(load())
THREAT: dict[str, Any] = {"event": "THREATEN", "mode": None, "cameo": "130", "quad": 3, "channel": "public_statement"}
MARCH = Interval("2015-03", "2015-03", "month", "stated")
DEALINGS = [
    dealing("mara aino", date=day("2015-01-05"), reports=2, origins=1),
    dealing("swe", "fin", date=day("2015-03-31"), level=("state",), **THREAT),
    dealing("mara aino", date=MARCH, level=("cabinet", "foreign_minister"), channel="visit", mode="visit", cameo="042"),
    dealing("fin", "swe", date=day("2015-02-01"), status="planned"),
    dealing("fin swe", date=UNKNOWN, level=("ambassador",)),
    dealing("swe nor", date=day("2015-03-05")),
    dealing("swe", "nor", date=day("2015-03-06"), status="denied", **THREAT),
    dealing("mara", symmetric=False),
]


def between(by: By = "month", **wishes: Any) -> Series:
    return series(DEALINGS, Filter(states=("SWE", "FIN"), **wishes), SCORES, by=by)


def test_dyads() -> None:
    rows = list(dyads(DEALINGS, SCORES).rows())
    assert [tuple(row.values()) for row in rows] == [
        ("FIN", "SWE", 4, 3, 3, 0, 1, 0, "2015-01-05", "2015-03-31", -0.5, -0.125, 0.875, -0.06, 1),
        ("NOR", "SWE", 1, 1, 1, 0, 0, 0, "2015-03-05", "2015-03-05", 1.0, 1.0, 1.5, 1.0, 1),
    ]


def test_a_series_by_month() -> None:
    found = between()
    january, february, march = found.periods
    assert (january.stretch.name, january.events, january.classes) == ("2015-01", 1, (1, 0, 0, 0))
    assert (january.ranks, january.channels) == ({"foreign_minister": 1}, {"phone_call": 1})
    assert (january.days_since, january.independent) == ({"foreign_minister": 26}, 0.5)
    assert (february.events, february.goldstein, february.independent) == (0, Balance(0, None, None), None)
    assert february.days_since == {"foreign_minister": 54}
    assert (march.events, march.classes, march.channels) == (2, (1, 0, 1, 0), {"visit": 1})
    assert march.days_since == {"foreign_minister": 0, "cabinet": 0}
    assert (march.goldstein, march.plover) == (
        Balance(-2.5, -1.25, -0.397),
        Balance(0.5, 0.25, 0.067),
    )  # 1.9 and 4 of a visit, -4.4 and -3.5 of a threat
    assert (found.unplaced, found.not_done, found.changes) == (1, 1, ())


def test_a_month_has_its_place_in_a_quarter_but_in_no_week() -> None:
    (quarter,) = between("quarter").periods
    assert (quarter.stretch.name, quarter.events) == ("2015-Q1", 3)
    weeks = between("week")
    assert (weeks.periods[0].stretch.name, weeks.periods[-1].stretch.name) == ("2015-W02", "2015-W14")
    assert (sum(week.events for week in weeks.periods), weeks.unplaced) == (2, 2)


def test_since_and_until_make_the_periods_and_last_contacts_reach_back() -> None:
    found = between(since="2015-02", until="2015-02")
    (february,) = found.periods
    assert (february.stretch.name, february.days_since) == ("2015-02", {"foreign_minister": 54})
    assert (found.unplaced, found.not_done) == (1, 1)
    assert between(since="2016", until="2016").not_done == 0


def test_nothing_between_them() -> None:
    found = series(DEALINGS, Filter(states=("NOR", "FIN")), SCORES)
    assert (found.periods, list(found.rows())) == ((), [])
    with pytest.raises(UsageError, match="Name two"):
        series(DEALINGS, Filter(states=("NOR",)), SCORES)
    with pytest.raises(UsageError, match="'decade' is no period"):
        between("decade")  # type: ignore[arg-type]


def test_rows_have_the_same_names_and_go_into_frames() -> None:
    found = between()
    first, *rest = found.rows()
    assert all(list(row) == list(first) for row in rest)
    assert [name for name in first if name.startswith(("contacts", "days"))] == [
        *("contacts_foreign_minister", "contacts_cabinet", "days_since_foreign_minister", "days_since_cabinet"),
    ]
    for name, make in (("pandas", found.to_pandas), ("polars", found.to_polars), ("pyarrow", found.to_arrow)):
        pytest.importorskip(name)
        assert make().shape == (3, len(first))


def test_compared_with_another_pair() -> None:
    other = series(DEALINGS, Filter(states=("NOR", "SWE")), SCORES)
    both = compare(between(), other)
    assert [tuple(row.values()) for row in both.rows()] == [
        ("2015-01", 1, 1.0, 1.0, 0, 0, None),
        ("2015-02", 0, 0, None, 0, 0, None),
        ("2015-03", 2, -2.5, between().periods[2].goldstein.net, 1, 1.0, 1.0),
    ]
    assert both.events == 0.866
    assert both.goldstein is not None
    assert both.goldstein < 0
    with pytest.raises(UsageError, match="by month, the other by year"):
        compare(between(), between("year"))
    nothing = series([], Filter(states=("NOR", "FIN")), SCORES)
    assert compare(nothing, nothing).pairs == ()


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ([], Balance(0, None, None)),
        ([None, None], Balance(0, None, None)),
        ([0.0, 0.0], Balance(0, 0, None)),
        ([4.0, None, -1.0], Balance(3, 1.5, 0.6)),
        ([-2.0], Balance(-2, -2, -1)),
    ],
)
def test_balance(scores: list[float | None], found: Balance) -> None:
    assert balance(scores) == found


@pytest.mark.parametrize(
    ("by", "name", "first", "last"),
    [
        ("week", "2020-W53", "2020-12-28", "2021-01-03"),
        ("month", "2021-01", "2021-01-01", "2021-01-31"),
        ("quarter", "2021-Q1", "2021-01-01", "2021-03-31"),
        ("year", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_stretches_of_the_calendar(by: By, name: str, first: str, last: str) -> None:
    found = stretch_of(date(2021, 1, 2), by)
    assert (found.name, str(found.first), str(found.last)) == (name, first, last)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 900), st.sampled_from(BYS))
def test_stretches_leave_no_gap(first: date, length: int, by: By) -> None:
    last = first + timedelta(days=length)
    found = list(stretches(first, last, by))
    assert found[0].first <= first
    assert found[-1].first <= last <= found[-1].last
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(found))


@pytest.mark.parametrize("by", BYS)
def test_stretches_end_where_calendars_do(by: By) -> None:
    assert list(stretches(date(9998, 12, 31), date.max, by))[-1].last == date.max
    assert next(stretches(date.min, date.max, by)).first == date.min


def test_as_many_classes_as_quads() -> None:
    assert len(CLASSES) == 4
