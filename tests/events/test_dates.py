"""Time expressions: what they are, what they are not, and the days they mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.events.dates import RawTime, Tense, bounds, find_times, read, resolve, scan
from dragoman.events.time_expressions import TimeKind
from dragoman.texts.document import UNKNOWN, Interval

REPORT = Interval("2020-07-22", "2020-07-22", "day", "given")  # a Wednesday


def only(text: str) -> RawTime:
    (found,) = scan(text)
    return found


def days(text: str, tense: Tense | None = None, context: date | None = None, anchor: Interval = REPORT) -> str:
    """The days of the text's only expression: one date, two with ``..``, ``-`` for an open side."""
    interval = resolve(only(text), anchor, tense, context)
    start, end = interval.start or "-", interval.end or "-"
    return start if start == end else f"{start}..{end}"


FULL = [
    ("The treaty was signed on 21 July 2020 in Riga.", "21 July 2020", "2020-07-21"),
    ("The treaty was signed on July 21, 2020, in Riga.", "July 21, 2020", "2020-07-21"),
    ("The treaty was signed on 2020-07-21.", "2020-07-21", "2020-07-21"),
    ("The treaty was signed on 21/07/2020.", "21/07/2020", "2020-07-21"),
    ("The treaty was signed on 03/04/2020.", "03/04/2020", "2020-04-03"),
    ("The treaty was signed on 07/21/2020.", "07/21/2020", "2020-07-21"),
    ("The treaty was signed on 21.7.2020.", "21.7.2020", "2020-07-21"),
    ("The treaty was signed on Tuesday, 21 July 2020.", "Tuesday, 21 July 2020", "2020-07-21"),
    ("The treaty was signed on Sat 5 Dec 2015.", "Sat 5 Dec 2015", "2015-12-05"),
    ("The treaty was signed on the 21st of July 2020.", "the 21st of July 2020", "2020-07-21"),
    ("The treaty was signed in July 2020.", "July 2020", "2020-07-01..2020-07-31"),
    ("The treaty was signed in Sept. 2019.", "Sept. 2019", "2019-09-01..2019-09-30"),
    ("The treaty was signed in February of 2020.", "February of 2020", "2020-02-01..2020-02-29"),
    ("The treaty was signed in 2001.", "2001", "2001-01-01..2001-12-31"),
    ("In the year 2001 the treaty was signed.", "the year 2001", "2001-01-01..2001-12-31"),
    ("The treaty was signed in the year of 2001.", "the year of 2001", "2001-01-01..2001-12-31"),
    ("Trade fell in year 2001.", "year 2001", "2001-01-01..2001-12-31"),
    ("Trade grew at the end of the year 2001.", "the end of the year 2001", "2001-12-01..2001-12-31"),
    ("The 2001 treaty is still in force.", "2001", "2001-01-01..2001-12-31"),
    ("Trade grew in the 1990s.", "the 1990s", "1990-01-01..1999-12-31"),
    ("Trade grew in the nineties.", "the nineties", "1990-01-01..1999-12-31"),
    ("Trade grew in the 19th century.", "the 19th century", "1800-01-01..1899-12-31"),
    ("Trade grew in the summer of 2014.", "the summer of 2014", "2014-06-01..2014-08-31"),
    ("Trade grew in winter 2014.", "winter 2014", "2014-12-01..2015-02-28"),
    ("Trade grew in the first half of 2019.", "the first half of 2019", "2019-01-01..2019-06-30"),
    ("Trade grew in the second quarter of 2019.", "the second quarter of 2019", "2019-04-01..2019-06-30"),
    ("Trade grew in the first six months of 2019.", "the first six months of 2019", "2019-01-01..2019-06-30"),
    ("Trade grew in the last two weeks of May 2019.", "the last two weeks of May 2019", "2019-05-18..2019-05-31"),
    ("Trade grew in late 1998.", "late 1998", "1998-09-01..1998-12-31"),
    ("Trade grew at the end of 1998.", "the end of 1998", "1998-12-01..1998-12-31"),
    ("The talks ran from 3 to 7 May 2019.", "from 3 to 7 May 2019", "2019-05-03..2019-05-07"),
    ("The talks on July 21-23, 2019, failed.", "July 21-23, 2019", "2019-07-21..2019-07-23"),
    ("The talks ran from July 30 to August 2, 2019.", "from July 30 to August 2, 2019", "2019-07-30..2019-08-02"),
    ("He was envoy between July 2003 and June 2005.", "between July 2003 and June 2005", "2003-07-01..2005-06-30"),
    ("He was envoy from 2004 to 2009.", "from 2004 to 2009", "2004-01-01..2009-12-31"),
    ("The plan for 2014-16 was cut.", "2014-16", "2014-01-01..2016-12-31"),
    ("They met on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
]


@pytest.mark.parametrize(("text", "words", "expected"), FULL)
def test_what_is_said_in_so_many_words_needs_no_report(text: str, words: str, expected: str) -> None:
    assert only(text).words == words
    assert days(text) == days(text, anchor=UNKNOWN) == expected
    assert resolve(only(text), REPORT).basis == "stated"


RELATIVE = [
    ("They met on Tuesday.", "past", "2020-07-21"),
    ("They met on Wednesday.", "past", "2020-07-22"),
    ("They will meet on Tuesday.", "future", "2020-07-28"),
    ("They will meet on Wednesday.", "future", "2020-07-22"),
    ("They met last Wednesday.", "past", "2020-07-15"),
    ("They will meet next Wednesday.", "future", "2020-07-29"),
    ("They will meet this Friday.", "future", "2020-07-24"),
    ("They met on July 21.", "past", "2020-07-21"),
    ("They met on Dec. 5.", "past", "2019-12-05"),
    ("They will meet on 5 January.", "future", "2021-01-05"),
    ("The hearing set for August 3 was called off.", "past", "2020-08-03"),
    ("They met on Tuesday, June 30.", "past", "2020-06-30"),
    ("They met in October.", "past", "2019-10-01..2019-10-31"),
    ("They will meet in October.", "future", "2020-10-01..2020-10-31"),
    ("They met in October of last year.", "past", "2019-10-01..2019-10-31"),
    ("They met last March.", "past", "2020-03-01..2020-03-31"),
    ("The lease will run out next March.", "future", "2021-03-01..2021-03-31"),
    ("They met last summer.", "past", "2019-06-01..2019-08-31"),
    ("They met today.", "past", "2020-07-22"),
    ("They met yesterday.", "past", "2020-07-21"),
    ("They met the day before yesterday.", "past", "2020-07-20"),
    ("They will meet tomorrow.", "future", "2020-07-23"),
    ("They met last week.", "past", "2020-07-13..2020-07-19"),
    ("They met this month.", "past", "2020-07-01..2020-07-31"),
    ("They met earlier this month.", "past", "2020-07-01..2020-07-22"),
    ("They will meet later this week.", "future", "2020-07-22..2020-07-26"),
    ("They will meet early next week.", "future", "2020-07-27..2020-07-28"),
    ("They met over the weekend.", "past", "2020-07-18..2020-07-19"),
    ("They met in mid-July.", "past", "2020-07-11..2020-07-20"),
    ("They met three days ago.", "past", "2020-07-19"),
    ("They met two weeks ago.", "past", "2020-07-06..2020-07-12"),
    ("They met two years ago.", "past", "2018-01-01..2018-12-31"),
    ("They met several months ago.", "past", "2019-10-22..2020-05-22"),
    ("They will meet in two weeks.", "future", "2020-08-03..2020-08-09"),
    ("They must answer within ten days.", "future", "2020-07-22..2020-08-01"),
    ("They met often in the past six months.", "past", "2020-01-22..2020-07-22"),
    ("They will build it over the next five years.", "future", "2020-07-22..2025-07-22"),
    ("They met in recent weeks.", "past", "2020-06-24..2020-07-22"),
    ("They will sign by the end of the year.", "future", "2020-07-22..2020-12-31"),
    ("They have met often since March.", "past", "2020-03-01..-"),
    ("They stayed until Monday.", "past", "-..2020-07-20"),
    ("They are currently in talks.", "present", "-..2020-07-22"),
    ("Sales fell in the second quarter.", "past", "2020-04-01..2020-06-30"),
    ("They met on the eve of 3 May.", "past", "2020-05-02"),
    ("They met on the morning of 5 May.", "past", "2020-05-05"),
    ("They met late on Tuesday.", "past", "2020-07-21"),
    ("They met at 10 p.m. on Tuesday.", "past", "2020-07-21"),
    ("They met on Tuesday at 18:00 GMT.", "past", "2020-07-21"),
]


@pytest.mark.parametrize(("text", "tense", "expected"), RELATIVE)
def test_what_is_relative_is_counted_from_the_report(text: str, tense: Tense, expected: str) -> None:
    assert days(text, tense) == expected
    assert resolve(only(text), REPORT, tense).basis == "inferred"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three days later he left.", "2020-05-06"),
        ("A day earlier he had left.", "2020-05-02"),
        ("He left the same day.", "2020-05-03"),
        ("He left the next day.", "2020-05-04"),
        ("He left the following Monday.", "2020-05-04"),
        ("He left the following month.", "2020-06-01..2020-06-30"),
        ("He left the previous year.", "2019-01-01..2019-12-31"),
    ],
)
def test_what_is_counted_from_the_day_spoken_of(text: str, expected: str) -> None:
    assert days(text, "past", date(2020, 5, 3)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on 3 May 2019 and left two days later.", "2019-05-05"),
        ("They quarrelled in 2014 and made peace the following year.", "2015-01-01"),
        ("They met in 2014; three days later he left.", None),
        ("Exports rose in May, compared with the same period last year.", "2019-05-01"),
    ],
)
def test_a_sentence_is_its_own_context(text: str, expected: str | None) -> None:
    assert find_times(text, REPORT, tense="past")[-1].interval.start == expected


@pytest.mark.parametrize(
    ("anchor", "tense", "text", "expected"),
    [
        (UNKNOWN, "past", "They met on September 1.", "XXXX-09-01"),
        (UNKNOWN, "past", "They met in September.", "XXXX-09"),
        (UNKNOWN, "past", "They met on Wednesday.", "-"),
        (UNKNOWN, "past", "They met three days ago.", "-"),
        (Interval("2020", "2020", "year", "given"), "past", "They met on July 21.", "2020-07-21"),
        (Interval("2020-08-01", "2020-12-31", "interval", "inferred"), "past", "They met on July 21.", "2020-07-21"),
        (Interval("2020-07", "2020-07", "month", "given"), "past", "They met last month.", "2020-06-01..2020-06-30"),
        (Interval("2020-07", "2020-07", "month", "given"), "past", "They met on Tuesday.", "2020-06-30..2020-07-28"),
        (Interval(None, "2020-07-22", "open", "inferred"), "past", "They met on July 21.", "XXXX-07-21"),
    ],
)
def test_no_more_is_said_than_the_report_lets_know(anchor: Interval, tense: Tense, text: str, expected: str) -> None:
    assert days(text, tense, anchor=anchor) == expected


KINDS: list[tuple[str, list[tuple[str, TimeKind]]]] = [
    ("A two-day visit ended.", [("two-day", "duration")]),
    ("The pact runs for ten years.", [("ten years", "duration")]),
    ("Elections are held every five years.", [("every five years", "set")]),
    ("The 45-year-old envoy resigned.", [("45-year-old", "age")]),
    ("The envoy, aged 45, resigned.", [("aged 45", "age")]),
    ("It has been in force since May 2018.", [("May 2018", "since")]),
    ("After Monday nothing is certain.", [("Monday", "since")]),
    ("After Monday's vote nothing is certain.", [("Monday", "point")]),
    ("It was to end before 2015.", [("2015", "until")]),
    ("He met her on Tuesday evening and left on July 23.", [("Tuesday evening", "point"), ("July 23", "point")]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: list[tuple[str, TimeKind]]) -> None:
    assert [(raw.words, raw.kind) for raw in scan(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers may meet, and may not.",
        "They march on the capital.",
        "The second minister sat in the sun.",
        "Some 2,000 troops crossed the river.",
        "The blast killed 1990 people.",
        "He sent 2015 soldiers and 2000 tons of wheat.",
        "The Council adopted Resolution 2231.",
        "The Council adopted Security Council Resolution 1973 and Flight 1549 landed.",
        "Bloody Sunday was never forgotten.",
        "He led Friday prayers in the capital.",
        "The fall of the government surprised Theresa May.",
        "The A380 cost $2000 and the F-16 more.",
        "Johanna Christmas sold KC-30s.",
        "A survey of 1709 schoolchildren was published.",
        "The second half was better than the first half.",
        "It lay there 5,000,000 years ago.",
    ],
)
def test_not_times(text: str) -> None:
    assert scan(text) == ()


def test_a_day_that_does_not_exist_is_no_day() -> None:
    assert all(found.interval.granularity != "day" for found in find_times("They met on 30 February 2020.", REPORT))
    assert [found.interval.start for found in find_times("They met on February 29.", UNKNOWN)] == ["XXXX-02-29"]


def test_a_bare_word_is_read_where_it_is_known_to_be_a_time() -> None:
    for words, expected in (("May", "2020-05-01"), ("2008", "2008-01-01"), ("spring", "2020-03-01")):
        raw = read(words)
        assert raw is not None
        assert resolve(raw, REPORT).start == expected
    assert read("Riga") is None


def test_how_is_a_reason() -> None:
    (found,) = find_times("They met on Tuesday.", REPORT, tense="past")
    assert found.interval.how == "'on Tuesday' before the report's date 2020-07-22"
    assert found.interval.granularity == "day"
    (evening,) = find_times("They met on Tuesday evening.", REPORT, tense="past")
    assert evening.interval.granularity == "part_of_day"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_all_orders_of_a_date_mean_it(day: date) -> None:
    month = day.strftime("%B")
    for written in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()):
        assert days(f"It was signed on {written}.") == day.isoformat()


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_weekdays_lie_within_a_week_on_the_side_of_the_tense(today: date, ahead: int) -> None:
    name = (today + timedelta(days=ahead)).strftime("%A")
    anchor = Interval(today.isoformat(), today.isoformat(), "day", "given")
    raw = only(f"They meet on {name}.")
    past, future = (bounds(resolve(raw, anchor, tense))[0] for tense in ("past", "future"))
    assert past is not None
    assert future is not None
    assert today - timedelta(days=6) <= past <= today <= future <= today + timedelta(days=6)
    assert past.weekday() == future.weekday() == (today.weekday() + ahead) % 7


PIECES = (
    "May may 2020 31 Feb. 30 last week the of first half - , on Tuesday 10:30 p.m. 's ago three years since end 90s "
    "5,000,000 centuries decades later ( ſ İ 21/13/2020 every"
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["past", "present", "future", None]))
def test_anything_is_read_and_places_are_true(pieces: list[str], tense: Tense | None) -> None:
    text = " ".join(pieces)
    end = 0
    for anchor in (REPORT, UNKNOWN, Interval("2020", "2020", "year", "given")):
        for found in find_times(text, anchor, tense=tense):
            assert text[found.span_start : found.span_end] == found.words
            if found.interval.start and found.interval.end:
                assert found.interval.start <= found.interval.end
    for raw in scan(text):
        assert end <= raw.start < raw.end
        end = raw.end
