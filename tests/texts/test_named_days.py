"""Days that are named outright."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.texts.named_days import interval_of, named_days, read_date


@pytest.mark.parametrize(
    ("text", "start", "granularity"),
    [
        ("2019", "2019", "year"),
        ("2019-03", "2019-03", "month"),
        ("March 2019", "2019-03", "month"),
        ("2019-03-01", "2019-03-01", "day"),
        ("2019/3/1 10:00", "2019-03-01", "day"),
        ("20190301", "2019-03-01", "day"),
        ("20190301T101500Z", "2019-03-01", "day"),
        ("1 March 2019", "2019-03-01", "day"),
        ("1st of March, 2019", "2019-03-01", "day"),
        ("Mar. 1, 2019", "2019-03-01", "day"),
        ("Friday, March 1, 2019", "2019-03-01", "day"),
        ("Fri, 01 Mar 2019 23:30:00 +0430", "2019-03-01", "day"),
        ("2019-03-01T23:30:00.000+01:00", "2019-03-01", "day"),
        ("March 1, 2019 at 5 p.m. EST", "2019-03-01", "day"),
    ],
)
def test_dates_of_users_and_feeds(text: str, start: str, granularity: str) -> None:
    found = interval_of(text)
    assert (found.start, found.end, found.granularity, found.basis) == (start, start, granularity, "given")


@pytest.mark.parametrize(
    "text", ["", "soon", "03/04/2019", "2019-13", "2019-02-30", "March", "1-3 March 2019", "2019-03-01 to 2019-03-04"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(UsageError, match="Write a day"):
        interval_of(text)


def test_days_in_a_text() -> None:
    text = "On Friday, 1 March, and on March 2, 2019 they met; in May 2019 and on 31 April nobody may 5. 2019-03-04."
    found = [(d.year, d.month, d.day, d.weekday) for d in named_days(text)]
    assert found == [(None, 3, 1, 4), (2019, 3, 2, None), (2019, 5, None, None), (2019, 3, 4, None)]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %b %d, %Y", "%a, %d %b %Y 10:00:00 GMT"):
        assert read_date(day.strftime(form)).start == day.isoformat()
