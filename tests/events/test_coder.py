"""Events: one table, sentence → (event, mode, acting states, other states, status); nothing where nothing was done."""

from __future__ import annotations

import pytest

from dragoman.codebook.codebook import load
from dragoman.events.patterns import SIDES, load_patterns
from dragoman.events.transform import load_transforms
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

Case = tuple[str, str | None, str | None, set[str], set[str], str]

CODED: list[Case] = [
    ("Swedish Foreign Minister Mara Lindqvist telephoned her Finnish counterpart Aino Salmi.",
     "CONSULT", "phone", {"SWE", "FIN"}, set(), "occurred"),
    ("Kenyan President Peter Otieno spoke by phone with Ugandan President Grace Okello.",
     "CONSULT", "phone", {"KEN", "UGA"}, set(), "occurred"),
    ("Danish Prime Minister Anna Holm met with Greek President Eleni Vassou in Oslo.",
     "CONSULT", None, {"DNK", "GRC"}, set(), "occurred"),
    ("Talks were held between Chile and Peru on Monday.", "CONSULT", None, {"CHL", "PER"}, set(), "occurred"),
    ("Polish Foreign Minister Ewa Nowicka visited Latvia.", "CONSULT", "visit", {"POL"}, {"LVA"}, "occurred"),
    ("Polish Foreign Minister Ewa Nowicka travelled to Riga.", "CONSULT", "visit", {"POL"}, {"LVA"}, "occurred"),
    ("Japan hosted Indian Prime Minister Ravi Menon.", "CONSULT", "visit", {"IND"}, {"JPN"}, "occurred"),
    ("Norway will send a delegation and will meet with Iceland.", "AGREE", None, {"NOR", "ISL"}, set(), "planned"),
    ("Norway agreed to hold talks with Iceland.", "AGREE", None, {"NOR", "ISL"}, set(), "occurred"),
    ("Egypt promised to provide aid to Sudan.", "AGREE", None, {"EGY"}, {"SDN"}, "occurred"),
    ("Egypt refused to meet with Ethiopia.", "REJECT", "meet", {"EGY"}, {"ETH"}, "occurred"),
    ("Egypt cancelled a meeting with Ethiopia.", "REJECT", "meet", {"EGY"}, {"ETH"}, "occurred"),
    ("Brazil signed a trade agreement with Canada.", "SUPPORT", None, {"BRA", "CAN"}, set(), "occurred"),
    ("Brazil praised Canada for its help.", "SUPPORT", None, {"BRA"}, {"CAN"}, "occurred"),
    ("Vietnam recognised Kosovo.", "SUPPORT", None, {"VNM"}, {"XKX"}, "occurred"),
    ("Spain stressed the need to deepen cooperation with Morocco.", "AGREE", None, {"ESP"}, {"MAR"}, "called-for"),
    ("Germany sent medicines to Nepal.", "AID", None, {"DEU"}, {"NPL"}, "occurred"),
    ("Germany supplied tanks to Moldova.", "AID", None, {"DEU"}, {"MDA"}, "occurred"),
    ("Turkey urged Armenia to open the border.", "REQUEST", "change", {"TUR"}, {"ARM"}, "occurred"),
    ("Turkey called on Armenia to release the prisoners.", "REQUEST", "change", {"TUR"}, {"ARM"}, "occurred"),
    ("France is putting pressure on Mali.", "REQUEST", "change", {"FRA"}, {"MLI"}, "ongoing"),
    ("Pakistan condemned the Indian decision.", "ACCUSE", "disapprove", {"PAK"}, {"IND"}, "occurred"),
    ("Pakistan accused India of shelling a village.", "ACCUSE", "allege", {"PAK"}, {"IND"}, "occurred"),
    ("Norway described the Russian raid as a violation of its airspace.",
     "ACCUSE", "disapprove", {"NOR"}, {"RUS"}, "occurred"),
    ("Jordan summoned the ambassador of Syria.", "ACCUSE", "disapprove", {"JOR"}, {"SYR"}, "occurred"),
    ("Cuba rejected a proposal by Mexico.", "REJECT", None, {"CUB"}, {"MEX"}, "occurred"),
    ("Cuba will not accept the demands of Mexico.", "REJECT", None, {"CUB"}, {"MEX"}, "occurred"),
    ("China threatened to impose tariffs on Australia.", "THREATEN", None, {"CHN"}, {"AUS"}, "occurred"),
    ("Chad will pull its guards out of Niger unless the raids stop.", None, None, set(), set(), ""),
    ("Canada imposed sanctions on Belarus.", "SANCTION", "discontinue", {"CAN"}, {"BLR"}, "occurred"),
    ("Sanctions were imposed on Belarus by Canada.", "SANCTION", "discontinue", {"CAN"}, {"BLR"}, "occurred"),
    ("Bolivia broke off relations with Paraguay.", "SANCTION", "withdraw", {"BOL"}, {"PRY"}, "occurred"),
    ("Bolivia expelled two diplomats of Paraguay.", "SANCTION", "expel", {"BOL"}, {"PRY"}, "occurred"),
    ("Eritrea lifted sanctions on Somalia.", "RETREAT", None, {"ERI"}, {"SOM"}, "occurred"),
    ("Qatar released twelve Omani sailors.", "RETREAT", "release", {"QAT"}, {"OMN"}, "occurred"),
    ("Ghana deployed troops along the border with Togo.", "MOBILIZE", "troops", {"GHA"}, {"TGO"}, "occurred"),
    ("Libya seized a Tunisian vessel.", "COERCE", "seize", {"LBY"}, {"TUN"}, "occurred"),
    ("Israeli warplanes bombed Lebanon.", "ASSAULT", "aerial", {"ISR"}, {"LBN"}, "occurred"),
    ("Rwanda's army shelled a town in Burundi.", "ASSAULT", "heavy-weapons", {"RWA"}, {"BDI"}, "occurred"),
    ("Asked about the Chadian tolls for Togo, Kenyan President Peter Otieno called them a crime.",
     "ACCUSE", None, {"KEN"}, {"TCD"}, "occurred"),
    ("Italian President Carla Neri sent a letter to Maltese President Paul Vella.",
     "CONSULT", None, {"ITA"}, {"MLT"}, "occurred"),
]  # fmt: skip

QUIET = [
    "Portugal and Spain share a border.",
    "Italy beat France in the final.",
    "The company sells cars in Austria and Hungary.",
    "Had Peru met Chile, the talks might have helped.",
    "Peru did not attack Chile.",
    "Peru was accused of planning to bomb Chile.",
    "If Peru attacks Chile, the region will suffer.",
    "The economies of Kenya and Tanzania grew last year.",
    "Kenya and Tanzania urged everybody to stop fishing with dynamite.",
]


def _states(text: str, domestic: bool = False) -> list[Case]:
    day = Interval("2021-05-03", "2021-05-03", "day", "given")
    coding = pipeline().code(Document("case.txt", "case.txt", text, published=day), domestic=domestic)
    country = {a.id: a.country or a.id for a in coding.actors}
    return [
        (text, e.event, e.mode, {country[a] for a in e.actors}, {country[a] for a in e.recipients}, e.status)
        for e in coding.events
    ]


@pytest.mark.model
@pytest.mark.parametrize("case", [c for c in CODED if c[1]], ids=lambda c: c[0][:60])
def test_coded(case: Case) -> None:
    told = _states(case[0])
    assert any(one[1] == case[1] and (case[2] is None or one[2] == case[2]) and one[3:] == case[3:] for one in told), (
        told
    )


@pytest.mark.model
@pytest.mark.parametrize("text", QUIET)
def test_quiet(text: str) -> None:
    assert [one[1:] for one in _states(text) if one[5] in ("occurred", "ongoing") and one[1] != "ACCUSE"] == []


@pytest.mark.model
def test_every_event_has_its_reasons_and_true_places() -> None:
    text = "Swedish Foreign Minister Mara Lindqvist telephoned her Finnish counterpart Aino Salmi on 2 May 2021."
    (event,) = pipeline().code(Document("case.txt", "case.txt", text)).events
    assert {r.field for r in event.reasons} >= {"event", "status", "date"}
    assert text[event.evidence[0].span.start : event.evidence[0].span.end].startswith("Swedish Foreign Minister")
    assert (event.date.start, event.date.end, event.date.basis) == ("2021-05-02", "2021-05-02", "stated")
    assert event.date.words is not None
    assert text[event.date.words.start : event.date.words.end] == "2 May 2021"


def test_patterns_speak_the_codebook() -> None:
    book = load()
    for pattern in load_patterns().all:
        assert pattern.cameo in book.cameo, pattern.id
        assert pattern.event in book.events, pattern.id
        assert pattern.mode is None or pattern.mode in book.events[pattern.event or ""].modes, pattern.id
        assert pattern.sides in SIDES
        words = (*pattern.verbs, *pattern.nouns, *pattern.objects, *pattern.to)
        assert words
        assert all(isinstance(word, str) for word in words), pattern.id


def test_transforms_speak_the_codebook() -> None:
    book, transforms = load(), load_transforms()
    for table, rows in transforms.tables.items():
        for code, (_, made) in rows.items():
            assert made in book.cameo, (table, code)
            assert table != "demand" or "02" + made[2:] in book.cameo, (table, code)
