"""Reports that contradict each other, or themselves, and reports that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import agreement, coding, day, figure, replace, span, statement, telling

from dragoman.errors import UsageError
from dragoman.events.event import Evidence, Place
from dragoman.publication.account import dispute
from dragoman.record.contradiction import Contradiction
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.runs.local import coder
from dragoman.texts.document import UNKNOWN, Document, Interval

CALL = "Swedish Foreign Minister Mara Lindqvist telephoned Finnish Foreign Minister Aino Salmi on {} about salmon."
SPOKE = "Finnish Foreign Minister Aino Salmi and Swedish Foreign Minister Mara Lindqvist spoke on the phone on {}."
SENT = "Swedish Foreign Minister Mara Lindqvist sent a {} to Finnish Foreign Minister Aino Salmi on 3 March 2015."
TRADE = "Trade between Sweden and Finland {} dollars in 2014."
SIGNED = "Sweden and Finland signed a {}fishery agreement on {} March 2015."
AFTER = " They agreed to speak again before Easter, and their aides will meet in Turku. Fishermen had asked for it."

# What two reports of the same week say, what is at odds between them (or within one), and whether it may be apparent.
CASES: list[tuple[str, str, list[tuple[str, bool]]]] = [
    (CALL.format("3 March 2015"), SPOKE.format("3 March 2015"), []),
    (CALL.format("3 March 2015"), SPOKE.format("Tuesday"), []),
    (CALL.format("3 March 2015"), SPOKE.format("5 March 2015"), [("date", False)]),
    (CALL.format("3 March 2015"), SPOKE.format("4 March 2015"), [("date", True)]),
    (CALL.format("3 March 2015"), SPOKE.format("3 March 2015").replace("Aino Salmi", "Eero Rehn"), [("people", True)]),
    (
        CALL.format("3 March 2015"),
        SPOKE.format("3 March 2015").replace("Foreign Minister Aino Salmi", "President Eero Rehn"),
        [],
    ),
    (
        "Swedish Foreign Minister Mara Lindqvist arrived in Finland on 3 March 2015 on her third visit this year.",
        "Swedish Foreign Minister Mara Lindqvist paid her fourth visit this year to Finland on 3 March 2015.",
        [("count", False)],
    ),
    (SENT.format("letter"), SENT.format("telegram"), [("wording", False)]),
    (SENT.format("letter"), SENT.format("message"), [("wording", True)]),
    (SENT.format("letter"), SENT.format("letter").replace("3 March", "March 3,"), []),
    (TRADE.format("reached 12 billion"), TRADE.format("amounted to 15 billion"), [("figure", False)]),
    (TRADE.format("reached 12 billion"), TRADE.format("reached 12.2 billion"), [("figure", True)]),
    (TRADE.format("reached 12 billion"), TRADE.format("reached over 11 billion"), []),
    (TRADE.format("reached 12 billion"), TRADE.format("reached 15 billion").replace("2014", "2013"), []),
    (SIGNED.format("five-year ", 3), SIGNED.format("ten-year ", 3), [("term", False)]),
    (SIGNED.format("five-year ", 3), SIGNED.format("five-year ", 3) + " Fish was served.", []),
    (SIGNED.format("", 3), SIGNED.format("", 1), [("term", True)]),
    (
        SIGNED.format("", 3),
        "Mara Lindqvist arrived in Oslo on 5 March 2015. Sweden and Finland signed a fishery agreement.",
        [],
    ),
    (
        "Sweden and Finland will extend their fishery treaty, which would lapse in May. The fishery treaty is renewed "
        "automatically every two years.",
        "Fish is food.",
        [("term", True)],
    ),
    ("The fishery pact between Sweden and Finland ends unless both parties wish to renew it.", "", [("unclear", True)]),
    (
        "Sweden offered Finland a broad salmon deal on 4 March 2015.",
        "Sweden and Finland agreed to sign a broad salmon agreement on 5 March 2015.",
        [("stage", True)],
    ),
    (
        "Sweden, Finland and Norway signed the fishery agreement in 2010. It is a long text.",
        "Sweden, Finland and Norway signed the fishery agreement in 2010. "
        "Norway is not a party to the fishery agreement any more.",
        [("member", False)],
    ),
    (
        "Swedish Foreign Minister Mara Lindqvist said that Sweden and Finland had agreed to open a border crossing. "
        "Finnish Foreign Minister Aino Salmi said that many questions remained.",
        "",
        [("one-sided", True)],
    ),
    ("Sweden and Finland agreed to open a border crossing. Swedish and Finnish ministers welcomed it.", "", []),
    (
        "Sweden accused Finland of jamming its satellites on 3 March 2015.",
        "Sweden denied that it had accused Finland of jamming its satellites.",
        [("denied", False)],
    ),
    ("Sweden accused Finland of jamming its satellites on 3 March 2015.", "Sweden denied that it had jammed them.", []),
    (
        "Sweden accused Finland of jamming its satellites on 3 March 2015.",
        "Sweden denied that parts of its satellites, fuel and maps reached Finland after the jamming.",
        [],
    ),
    (
        "Sweden will accuse Finland of jamming its satellites on Monday.",
        "Sweden denied that it had accused Finland of jamming its satellites.",
        [],
    ),
    (
        "Sweden accused Finland of jamming its satellites on 3 March 2015.",
        "“Is it not true that Sweden accused Finland of jamming its satellites?” a Swedish reporter asked.",
        [],
    ),
]  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return open_record(tmp_path / "r.db")


def read(record: Record, *texts: str, outlets: str = "AB") -> list[Contradiction]:
    """What is found in reports of 6 March 2015 and the days after."""
    for number, (text, outlet) in enumerate(zip(texts, outlets, strict=True)):
        date = f"2015-03-{6 + number:02}"
        published = Interval(date, date, "day", "given")
        record.add(coder().code(Document(f"{number}.txt", f"{number}.txt", text, outlet=outlet, published=published)))
    return list(record.contradictions())


@pytest.mark.model
@pytest.mark.parametrize(("one", "other", "found"), CASES)
def test_reports(record: Record, one: str, other: str, found: list[tuple[str, bool]]) -> None:
    assert [(c.kind, c.apparent is not None) for c in read(record, one, other)] == found


@pytest.mark.model
@pytest.mark.parametrize(("published", "found"), [("2015-03-09", 1), ("2016-03-09", 0), (None, 0)])
def test_a_denial_is_of_its_time(record: Record, published: str | None, found: int) -> None:
    """What another report denies at nobody knows what time may be another thing, years apart."""
    read(record, "Sweden accused Finland of jamming its satellites on 3 March 2015.", outlets="A")
    text, date = "Sweden denied that it had accused Finland of jamming its satellites.", UNKNOWN
    if published:
        date = Interval(published, published, "day", "given")
    record.add(coder().code(Document("b.txt", "b.txt", text, outlet="B", published=date)))
    assert [contradiction.kind for contradiction in record.contradictions()] == ["denied"] * found


def test_a_denial_of_something_else(record: Record) -> None:
    """The coder ties a denial to a deed of its report; words that are all of another thing speak against it."""
    text = "Sweden promised herring. Lindqvist denied that timber was ever sold cheaply abroad."
    told = telling("a", text, "Mara Lindqvist/SWE", "FIN", event="AGREE", mode=None, cameo="057", symmetric=False)
    (event,) = told.events
    event = replace(event, evidence=(Evidence(span(text, "Sweden promised herring")),))
    for words, found in (("timber was ever sold cheaply abroad", 0), ("ever", 1)):
        denial = statement(told.document, speakers=event.actors, content=(span(text, words),), denies=(event.id,))
        record.add(replace(told, events=(event,), statements=(denial,), codebook=words))
        assert len(list(record.contradictions())) == found


def test_stations_of_one_journey_are_no_two_places(record: Record) -> None:
    people = ("Mara Lindqvist/SWE", "Aino Salmi/FIN")
    for name, place in (("a", Place("Geneva", "CHE")), ("b", Place("Vienna", "AUT"))):
        text = f"The ministers met in {'Geneva and then in ' if name == 'b' else ''}{place.name}, said {name}."
        record.add(telling(name, text, *people, place=place, channel="in_person_meeting", cameo="040", mode=None))
    assert list(record.contradictions()) == []


@pytest.mark.model
def test_a_correction_is_followed(record: Record) -> None:
    notice = "An earlier version of this report said that the call took place on 3 March."
    old, new = (CALL.format(date) + AFTER for date in ("3 March 2015", "4 March 2015"))
    corrected, dates = read(record, old, f"{new} {notice}", outlets="AA")
    assert [passage.text for passage in corrected.passages] == [notice, CALL.format("3 March 2015")]
    assert (corrected.kind, corrected.apparent) == ("corrected", None)
    assert (dates.kind, dates.apparent) == ("date", "the later report corrects the earlier one")


def test_places_and_old_dates(record: Record) -> None:
    people = ("Mara Lindqvist/SWE", "Aino Salmi/FIN")
    there = {"channel": "in_person_meeting", "cameo": "040", "mode": None}
    for name, place in (("a", Place("Geneva", "CHE")), ("b", Place("Vienna", "AUT")), ("c", Place("Geneva", "CHE"))):
        text = f"In {place.name} the ministers met on Tuesday, said {name}."
        date = replace(day("2015-03-03"), words=span(text, "Tuesday"))
        published = "2015-06-01" if name == "b" else "2015-03-05"
        record.add(telling(name, text, *people, date=date, place=place, published=published, **there))
    where, old = record.contradictions()
    assert (where.kind, where.about, where.apparent) == ("place", "where it was: Geneva or Vienna", None)
    assert where.states == {"SWE", "FIN"}
    assert (old.kind, [passage.source.name for passage in old.passages]) == ("old date", ["b"])


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ((Place("Geneva", "CHE"), Place("Switzerland", "CHE")), []),
        ((Place("Geneva", "CHE"), Place("Bern", "CHE")), ["they may be two stations of one stay"]),
        ((Place("Geneva", "CHE"), Place("Austria", "AUT")), [None]),
    ],
)
def test_a_town_lies_in_its_state(record: Record, places: tuple[Place, Place], found: list[str | None]) -> None:
    there = {"channel": "in_person_meeting", "cameo": "040", "mode": None, "date": day("2015-03-03")}
    for name, place in zip("ab", places, strict=True):
        record.add(
            telling(name, f"They met, said {name}.", "Mara Lindqvist/SWE", "Aino Salmi/FIN", place=place, **there)
        )
    assert [contradiction.apparent for contradiction in record.contradictions()] == found


def test_a_report_that_names_both_numbers_contradicts_neither(record: Record) -> None:
    for name, values in (("a", (12,)), ("b", (12, 15))):
        kept = telling(name, "Trade grew by twelve and fifteen.", "SWE", "FIN")
        period = Interval("2014", "2014", "year", "stated")
        made = tuple(figure(kept.document, value=value, comparator="=", period=period) for value in values)
        record.add(replace(kept, figures=made))
    assert list(record.contradictions()) == []


def test_a_denial_that_the_coder_marked(record: Record) -> None:
    kept = coding()
    denial = statement(kept.document, denies=(kept.events[0].id,), content=(span(kept.document.text, "We will sign"),))
    record.add(replace(kept, statements=(denial,)))
    (found,) = record.contradictions()
    assert found.kind == "denied"
    assert [passage.text.split()[0] for passage in found.passages] == ["Swedish", "“We"]


@pytest.mark.model
def test_states_types_and_limit(record: Record) -> None:
    read(record, CALL.format("3 March 2015"), SPOKE.format("5 March 2015") + " " + SENT.format("letter or message"))
    everything = list(record.contradictions())
    assert {found.kind for found in everything} == {"date", "wording"}
    assert list(record.contradictions(Filter(states=("SWE", "FIN")))) == everything
    assert list(record.contradictions(Filter(states=("SWE", "NOR")))) == []
    assert [found.kind for found in record.contradictions(Filter(types=("wording",)))] == ["wording"]
    assert len(list(record.contradictions(Filter(limit=1)))) == 1
    assert list(record.contradictions(Filter(until="2015-03-06"))) == []
    with pytest.raises(UsageError, match="no kind of contradiction"):
        list(record.contradictions(Filter(types=("visit",))))


def test_ids_are_of_the_passages(record: Record) -> None:
    kept = telling("a", "Sweden and Finland have a pact, unless both parties object.", "SWE", "FIN")
    pact = agreement(kept.document, mentions=(span(kept.document.text, "a pact"),))
    record.add(replace(kept, events=(), agreements=(pact,)))
    (found,) = record.contradictions()
    assert (found.kind, found.passages[0].text) == ("unclear", "unless both parties")
    assert found.id == next(record.contradictions()).id
    assert record.contradiction(found.id[:5]) == found
    first, passages = dispute(found).split("\n\n", 1)
    assert first.startswith(f"Contradiction {found.id}: unclear, ")
    assert passages.startswith("1. a. reports/a, characters 32–51")
    assert "“unless both parties”" in passages
    with pytest.raises(UsageError, match="No contradiction has an id that begins with 'k9z'"):
        record.contradiction("k9z")
