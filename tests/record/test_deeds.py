"""One deed from many reports: what is joined, what is kept apart, whatever the order of reading."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from codings import FakeCoder, coding, day, document, dump, event, replace, telling
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.texts.document import Credit, Interval

MARA, AINO, BO = "Mara Lindqvist/SWE", "Aino Salmi/FIN", "Bo Rehn/FIN"
CALL = "Mara Lindqvist and Aino Salmi spoke about salmon quotas on the telephone."
AGAIN = "Over the phone the two ministers, Lindqvist and Salmi, went through the quotas for salmon."
LETTER = {"channel": "message_or_letter", "mode": None, "cameo": "040"}
VISIT = {"channel": "visit", "mode": "visit", "cameo": "042", "symmetric": False}
PLAN = {"event": "AGREE", "mode": None, "cameo": "036", "status": "planned", "channel": "in_person_meeting"}
OFF = {"event": "REJECT", "mode": "meet", "cameo": "128", "channel": "in_person_meeting"}
ACCUSED = {"event": "ACCUSE", "mode": "disapprove", "cameo": "111", "symmetric": False, "channel": "public_statement"}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.db")


def groups(record: Record) -> list[list[str]]:
    """The names of the reports of each deed."""
    return sorted(sorted(report.source.name for report in deed.reports) for deed in record.deeds())


def one(name: str, text: str = CALL, *people: str, **fields: object) -> Coding:
    given = {"date": day("2015-03-03"), "published": "2015-03-04"} | fields
    return telling(name, text, *(people or (MARA, AINO)), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (one("b", AGAIN), True),
        (one("b", AGAIN, "Mara Lindquist/SWE", "Aino Sälmi/FIN"), True),
        (one("b", AGAIN, "Lindqvist/SWE", "FIN"), True),
        (one("b", AGAIN, date=day("2015-03-04")), True),
        (one("b", AGAIN, date=Interval("2015-03", "2015-03", "month", "stated")), True),
        (one("b", AGAIN, date=Interval(None, "2015-03-04", "open", "inferred")), True),
        (one("b", CALL, date=day("2016-03-03"), published="2016-03-04"), False),
        (one("b", AGAIN, date=day("2015-04-03"), published="2015-04-04"), False),
        (one("b", AGAIN, MARA, BO), False),
        (one("b", AGAIN, MARA, "Ida Berg/NOR"), False),
        (one("b", AGAIN, **LETTER), False),
        (one("b", AGAIN, status="negated"), False),
        (one("b", "Sweden and Finland.", "SWE", "FIN", date=Interval("2015", "2015", "year", "stated")), False),
    ],
    ids=[
        *("other words", "other spellings", "less said", "a day later", "the month only", "not dated"),
        *("a year later", "a month later", "other people", "another state", "a letter", "it never was", "vague"),
    ],
)  # fmt: skip
def test_two_reports(record: Record, other: Coding, same: bool) -> None:
    record.add(one("a"))
    record.add(other)
    assert groups(record) == ([["a", "b"]] if same else [["a"], ["b"]])


@pytest.mark.parametrize(
    ("texts", "fields", "same"),
    [
        (
            ("Sweden accused Finland of fishing in its waters.", "Finland fished in Swedish waters, Sweden said."),
            {},
            True,
        ),
        (("Sweden accused Finland of fishing in its waters.", "Finland spies on our ports, Sweden said."), {}, False),
    ],
)
def test_accusations_are_told_apart_by_their_words(
    record: Record, texts: tuple[str, str], fields: dict[str, object], same: bool
) -> None:
    for name, text in zip("ab", texts, strict=True):
        record.add(one(name, text, "SWE", "FIN", **ACCUSED, **fields))
    assert (len(groups(record)) == 1) is same


SEIZED = {"event": "COERCE", "mode": "seize", "cameo": "171", "symmetric": False, "channel": "unspecified"}


@pytest.mark.parametrize(
    ("texts", "people", "same"),
    [
        (
            ("Sweden seized 12 Finnish trawlers off Gotland.", "Sweden seized 12 trawlers near Gotland."),
            ("SWE", "SWE"),
            True,
        ),
        (
            ("Sweden seized 12 Finnish trawlers off Gotland.", "A cargo of rare books was taken by customs in Malmö."),
            ("SWE", "SWE"),
            False,
        ),
        (("Lindqvist met Jon Berg.", "Lindqvist met Tom Holt."), (f"{MARA},Jon Berg/", f"{MARA},Tom Holt/"), False),
    ],
    ids=["a side left out, a number in common", "a side left out", "people of no known country"],
)
def test_what_a_report_leaves_open(record: Record, texts: tuple[str, str], people: tuple[str, str], same: bool) -> None:
    for name, text, who in zip("ab", texts, people, strict=True):
        known = who.split(",")
        record.add(one(name, text, *known, **({} if len(known) > 1 else SEIZED)))
    assert (len(groups(record)) == 1) is same


def test_undated_reports_meet_each_other(record: Record) -> None:
    for name in "ab":
        text = "Sweden accused Finland of fishing in its waters." + name * 9
        record.add(one(name, text, "SWE", "FIN", **ACCUSED, date=Interval(), published=None))
    assert groups(record) == [["a", "b"]]


def test_who_acts_counts(record: Record) -> None:
    record.add(one("a", "A visit.", MARA, "FIN", **VISIT))
    record.add(one("b", "A visit.", AINO, "SWE", **VISIT))
    assert groups(record) == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("later", "turn"),
    [
        ({"date": day("2015-03-10"), "channel": "in_person_meeting", "cameo": "046", "mode": None}, "held"),
        (OFF | {"date": day("2015-03-08"), "text": "The talks were postponed."}, "put off"),
        (OFF | {"date": day("2015-03-08"), "text": "The talks were called off."}, "called off"),
        ({"date": day("2016-03-10"), "channel": "in_person_meeting", "cameo": "046", "mode": None}, None),
        ({"date": day("2015-03-10"), "channel": "phone_call", "cameo": "041", "mode": "phone"}, None),
    ],
    ids=["held", "put off", "called off", "a year later", "by telephone"],
)
def test_what_became_of_a_plan(record: Record, later: dict[str, object], turn: str | None) -> None:
    then = {"text": "Lindqvist and Salmi held talks.", "published": str(later["date"].start)} | later  # type: ignore[attr-defined]
    record.add(one("b", str(then.pop("text")), **then))
    record.add(one("a", "Lindqvist and Salmi will hold talks on 10 March.", **PLAN | {"date": day("2015-03-10")}))
    announced, became = (next(deed for deed in record.deeds() if deed.reports[0].source.name == name) for name in "ab")
    assert [(t.kind, t.deed, t.before) for t in announced.turns] == ([(turn, became.id, False)] if turn else [])
    assert [(t.kind, t.deed, t.before) for t in became.turns] == ([(turn, announced.id, True)] if turn else [])


def test_monthly_talks_are_each_announced_once(record: Record) -> None:
    for month in ("03", "04", "05"):
        date = {"date": day(f"2015-{month}-10")}
        held = date | {"channel": "in_person_meeting", "cameo": "046", "mode": None, "published": f"2015-{month}-11"}
        record.add(one(f"held {month}", "Lindqvist and Salmi held talks.", **held))
        record.add(
            one(f"plan {month}", "Lindqvist and Salmi will meet.", **PLAN | date | {"published": f"2015-{month}-05"})
        )
    assert len(groups(record)) == 6
    for deed in record.deeds():
        name, other = deed.reports[0].source.name, deed.turns[0].deed
        kind, month = name.split()
        assert record.deed(other).reports[0].source.name == {"held": "plan", "plan": "held"}[kind] + f" {month}"


STORY = [
    *(one(f"call {n}", text, published=f"2015-03-0{4 + n}") for n, text in enumerate((CALL, AGAIN, CALL + " Again."))),
    *(one(f"late {n}", text, date=day("2015-03-05"), published="2015-03-06") for n, text in enumerate((CALL, AGAIN))),
    one("vague", AGAIN, "SWE", "FIN", date=Interval("2015-03", "2015-03", "month", "stated")),
    one("bo", AGAIN, MARA, BO),
    one("plan", "Lindqvist and Salmi will telephone.", **PLAN | {"channel": "phone_call"}),
    one("letter", AGAIN, **LETTER),
]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers())
def test_the_order_of_reading_does_not_show(tmp_path: Path, seed: int) -> None:
    orders = (STORY, random.Random(seed).sample(STORY, len(STORY)))
    for number, order in enumerate(orders):
        (tmp_path / f"{number}.db").unlink(missing_ok=True)
        with open_record(tmp_path / f"{number}.db") as record:
            for coded in order:
                record.add(coded)
    assert dump(tmp_path / "0.db") == dump(tmp_path / "1.db")


def test_a_report_read_otherwise_leaves_the_others_as_if_it_had_always_been_so(tmp_path: Path) -> None:
    for name, first in (("a.db", one("x", AGAIN, MARA, BO)), ("b.db", one("x", AGAIN))):
        with open_record(tmp_path / name) as record:
            record.add(first)
            for coded in STORY:
                record.add(coded)
            record.add(replace(one("x", AGAIN, date=day("2016-01-01")), codebook="2026.2"))
    with open_record(tmp_path / "a.db") as a, open_record(tmp_path / "b.db") as b:
        assert [deed.id for deed in a.deeds()] == [deed.id for deed in b.deeds()]
        assert groups(a) == groups(b)


@pytest.mark.parametrize(
    ("second", "origins"),
    [
        (one("b", AGAIN), 2),
        (one("b", f"{CALL} That is all that was said of it in the end."), 1),
        (one("b", AGAIN, outlet="The Daily"), 1),
        (one("b", AGAIN, credits=(Credit("Nordwire", "text"),)), 1),
        (one("b", AGAIN, credits=(Credit("The Daily", "source"),)), 1),
        (one("b", AGAIN, credits=(Credit("The Daily", "photo"),)), 2),
    ],
    ids=["its own", "a copy", "same outlet", "same agency", "credits the other", "a photo only"],
)
def test_reports_are_counted_once_an_origin(record: Record, second: Coding, origins: int) -> None:
    record.add(one("a", outlet="The Daily", credits=(Credit("Nordwire", "text"),), published="2015-03-03"))
    record.add(second)
    (deed,) = record.deeds()
    assert [report.source.name for report in deed.reports] == ["a", "b"]
    assert deed.origins == origins
    assert deed.reports[1].origin == deed.reports[1 if origins == 2 else 0].source.id


def test_first_report_and_lag(record: Record) -> None:
    for name, published in (("late", "2015-03-13"), ("first", "2015-03-03")):
        record.add(
            one(name, AGAIN if name == "late" else CALL, published=published, credits=(Credit("Nordwire", "text"),))
        )
    (deed,) = record.deeds()
    assert [(r.source.name, r.lag, r.credits) for r in deed.reports] == [
        ("first", 0, ("Nordwire",)),
        ("late", 10, ("Nordwire",)),
    ]


def test_deeds_are_filtered_whole_and_named(record: Record) -> None:
    for coded in STORY:
        record.add(coded)
    (letter,) = record.deeds(Filter(types=("message_or_letter",)))
    assert record.deed(letter.id[:9]) == letter
    calls = [{report.source.name for report in deed.reports} for deed in record.deeds(Filter(since="2015-03-05"))]
    assert {"late 0", "late 1", "call 0", "call 1", "call 2"} in calls  # whole, though some say it was on 3 March
    assert {"letter"} not in calls
    told = {found.thing.id: deed.id for deed in record.deeds() for found in deed.tellings}
    document_id = STORY[0].document.id
    assert record.canonical(document_id) == {STORY[0].events[0].id: told[STORY[0].events[0].id]}
    with pytest.raises(UsageError, match="no deed whose id begins"):
        record.deed("x0")
    with pytest.raises(UsageError, match="several ids"):
        record.deed("x")


def test_a_judgement_shows_what_met(record: Record) -> None:
    record.add(one("a"))
    record.add(one("b", AGAIN, "Mara Lindquist/SWE", AINO))
    (deed,) = record.deeds()
    (judged,) = deed.judgements
    assert judged.score == pytest.approx(sum(met.adds for met in judged.why) - 2.6)
    assert {met.feature for met in judged.why} >= {"date", "people", "states", "wording"}
    assert {judged.one, judged.other} == set(deed.claims)


def test_no_event_no_deed(record: Record) -> None:
    record.add(coding(events=()))
    assert list(record.deeds()) == []


def test_one_report_tells_its_deeds_apart(record: Record) -> None:
    doc = document()
    record.add(coding(doc, events=(event(doc), event(doc, confidence=0.5))))
    assert len(list(record.deeds())) == 2


def test_the_fake_coder_s_calls_are_joined(record: Record) -> None:
    for name in ("one", "two"):
        record.add(FakeCoder().code(document(f"In {name} words: SWE calls FIN on 2015-03-03.", name=name)))
    assert groups(record) == [["one", "two"]]
