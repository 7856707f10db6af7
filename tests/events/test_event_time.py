"""Whose time an expression is, the tense it is read in, and the chain of fallbacks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.events.dates import Clock, date_of, event_time, scan, set_clock, time_tense
from dragoman.events.event import Status
from dragoman.texts.cleaning import clean
from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.parse import parser
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import split

pytestmark = pytest.mark.model

REPORT = Interval("2020-07-22", "2020-07-22", "day", "given")  # a Wednesday


def parsed(text: str) -> list[Doc]:
    return list(parser().parse(split(clean(text))))


def place(doc: Doc, word: str) -> int:
    return next(token.i for token in doc if token.text == word)


OWN = [
    ("Officials said on Tuesday that rebels had attacked the convoy on Monday.", "attacked", "Monday"),
    ("Officials said on Tuesday that rebels had attacked the convoy on Monday.", "said", "Tuesday"),
    ("Officials said on Tuesday that rebels had attacked the convoy.", "attacked", None),
    ("The ministers held a meeting on 3 May in Riga.", "held", "3 May"),
    ("The ministers held a meeting on 3 May in Riga.", "meeting", "3 May"),
    ("The treaty, signed in 2001, expired last March.", "signed", "2001"),
    ("The treaty, signed in 2001, expired last March.", "expired", "last March"),
    ("The president rejected the offer made a week ago.", "rejected", None),
    ("The president rejected the offer made a week ago.", "made", "a week ago"),
    ("The envoys discussed the 2015 deal in Vienna on Monday.", "discussed", "Monday"),
    ("The envoys discussed the 2015 deal in Vienna.", "discussed", None),
    ("The visit of the premier to Oslo on Tuesday was condemned on Wednesday.", "visit", "Tuesday"),
    ("The visit of the premier to Oslo on Tuesday was condemned on Wednesday.", "condemned", "Wednesday"),
    ("On Monday the president met the envoy and signed the treaty.", "signed", "Monday"),
    ("The army began to withdraw on Friday.", "withdraw", "Friday"),
    ("At a press conference Wednesday, the minister praised the deal reached in 2015.", "praised", "Wednesday"),
    ("The treaty runs for ten years.", "runs", None),
    ("Three days later he flew to Oslo.", "flew", "Three days later"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), OWN)
def test_the_deed_takes_its_own_time(text: str, predicate: str, expected: str | None) -> None:
    (doc,) = parsed(text)
    raw = event_time(doc, place(doc, predicate), scan(doc.text))
    assert (raw.words if raw else None) == expected


@pytest.mark.parametrize(
    ("text", "tenses"),
    [
        ("They met on Tuesday.", ["past"]),
        ("They will meet on Tuesday.", ["future"]),
        ("They would have met on Tuesday.", ["past"]),
        ("He said on Monday that they would meet on Friday.", ["past", "future"]),
        ("They plan to meet in October.", ["future"]),
        ("A 3 June hearing has been scheduled in the capital.", ["future"]),
        ("The talks, due in March, were postponed until October.", ["future", "future"]),
        ("They agreed on Tuesday to meet in October.", ["past", "future"]),
        ("They have met often since Monday.", ["past"]),
        ("He began to withdraw on Friday.", ["past"]),
    ],
)
def test_the_verb_tells_past_from_future(text: str, tenses: list[str]) -> None:
    (doc,) = parsed(text)
    assert [time_tense(doc, raw) for raw in scan(doc.text)] == tenses


def dated(text: str, predicate: str, *, anchor: Interval = REPORT, status: Status = "occurred") -> Interval:
    """The date of the deed that the last sentence's ``predicate`` tells."""
    sentences = list(split(clean(text)))
    docs = list(parser().parse(sentences))
    clock = set_clock((scan(sentence.text) for sentence in sentences), anchor, sentences=sentences)
    for sentence, doc in zip(sentences[:-1], docs, strict=False):
        clock = clock.at(sentence)
        clock = clock.after(clock.read(doc, scan(doc.text)))
    return date_of(docs[-1], place(docs[-1], predicate), scan(docs[-1].text), clock.at(sentences[-1]), status=status)


CHAIN: list[tuple[str, str, Status, str | None, str | None, str]] = [
    ("Oslo and Riga signed a pact on Tuesday.", "signed", "occurred", "2020-07-21", "2020-07-21", "'on Tuesday'"),
    ("Oslo will sign the pact on Tuesday.", "sign", "planned", "2020-07-28", "2020-07-28", "'on Tuesday'"),
    ("Oslo said on Monday that Riga struck.", "struck", "occurred", "2020-07-20", "2020-07-20", "the day of 'said'"),
    ("The premier flew to Riga on Monday to hold talks.", "hold", "occurred", "2020-07-20", "2020-07-20", "'flew'"),
    (
        "Oslo left the pact in May 2018 and later imposed sanctions.",
        "imposed", "occurred", "2018-05-01", "2020-07-22", "'later' than 2018-05-01",
    ),
    (
        "The envoys met in Riga on Monday. They praised the pact.",
        "praised", "occurred", "2020-07-20", "2020-07-20", "the day the report is about",
    ),
    (
        "The envoys praised the pact. They met in Riga on Monday. They left.",
        "left", "occurred", "2020-07-20", "2020-07-20", "the day the report is about",
    ),
    (
        "The envoys met on Monday. Oslo has long rejected the pact.",
        "rejected", "occurred", None, "2020-07-22", "not after",
    ),
    ("The pact was signed in 2001. Oslo left it.", "left", "occurred", None, "2020-07-22", "not after"),
    ("Oslo and Riga signed a pact.", "signed", "occurred", "2020-07-15", "2020-07-22", "news of the week"),
    ("Oslo is arming the rebels.", "arming", "ongoing", None, "2020-07-22", "under way"),
    ("Oslo has held talks with Riga since 2018.", "held", "occurred", "2018-01-01", "2020-07-22", "up to the report"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "status", "start", "end", "how"), CHAIN)
def test_each_fallback_says_its_name(
    text: str, predicate: str, status: Status, start: str | None, end: str | None, how: str
) -> None:
    found = dated(text, predicate, status=status)
    assert (found.start, found.end) == (start, end)
    assert how in found.how


def test_nothing_is_known_without_any_date() -> None:
    found = dated("Oslo and Riga signed a pact.", "signed", anchor=UNKNOWN)
    assert (found.start, found.end, found.basis) == (None, None, "unknown")


def test_a_dateline_is_not_the_day_of_the_deed() -> None:
    found = dated("22 July 2020. Oslo and Riga signed a pact.", "signed")
    assert found.start != "2020-07-22"


def test_a_weekday_under_a_vague_report_is_a_day_the_report_names() -> None:
    year = Interval("2020-08-01", "2020-12-31", "interval", "inferred")
    found = dated("He spoke in Riga on July 22. The letter was sent on Wednesday.", "sent", anchor=year)
    assert (found.start, found.end) == ("2020-07-22", "2020-07-22")
    assert "which the report names" in found.how


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("Oslo and Riga signed a pact on Tuesday.", "signed", "Tuesday"),
        ("They met.The envoys left on Monday. They praised it.", "praised", "Monday"),
        ("The envoys praised it. They met on Monday. They left.", "left", "Monday"),
        ("Oslo left the pact in May 2018 and later imposed sanctions.", "imposed", "May 2018"),
        ("Oslo and Riga signed a pact.", "signed", None),
    ],
)
def test_a_date_knows_its_words_in_the_document(text: str, predicate: str, words: str | None) -> None:
    span = dated(text, predicate).words
    assert (text[span.start : span.end] if span else None) == words


def test_every_event_has_a_reason() -> None:
    def hows() -> Iterator[str]:
        for text, predicate, status, *_ in CHAIN:
            yield dated(text, predicate, status=status).how
            yield dated(text, predicate, anchor=UNKNOWN, status=status).how

    assert all(hows())


def test_the_clock_keeps_the_last_day_and_the_last_period() -> None:
    (doc,) = parsed("They met on 3 May 2019 and quarrelled in 2014.")
    clock = Clock(REPORT)
    clock = clock.after(clock.read(doc, scan(doc.text)))
    assert [str(spoken.start) for spoken in clock.context] == ["2014-01-01", "2019-05-03"]


RELEASE = [
    ("Norway’s minister spoke with Peru’s.", "2020-07-22", "2020-07-22"),
    ("Norway condemns the raid on Peru.", "2020-07-22", "2020-07-22"),
    ("Norway’s minister spoke with Peru’s on Monday.", "2020-07-20", "2020-07-20"),
    ("Norway has often sent weapons to Peru.", None, "2020-07-22"),
]


@pytest.mark.parametrize(("text", "start", "end"), RELEASE)
def test_an_official_release_tells_of_its_own_day(text: str, start: str | None, end: str) -> None:
    (doc,) = parsed(text)
    times = scan(text)
    root = next(token.i for token in doc if token.head.i == token.i)
    lead = "often" not in text
    found = date_of(doc, root, times, set_clock([times], REPORT, release=True), lead=lead)
    assert (found.start, found.end) == (start, end)


def test_a_report_of_an_inferred_week_is_written_the_day_after_its_news() -> None:
    week = Interval("2020-07-21", "2020-07-27", "interval", "inferred")
    found = dated("The envoys met in Riga on Tuesday. Oslo has long rejected the pact.", "rejected", anchor=week)
    assert (found.start, found.end) == (None, "2020-07-22")
