"""States, bodies and their names."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from dragoman.codebook.codebook import Membership, load
from dragoman.errors import UsageError

BOOK = load()
NAMES = {(name.text, name.key): name for name in BOOK.names()}


def test_every_territory_of_iso_3166_and_kosovo() -> None:
    assert len(BOOK.states) == 250
    assert len({state.iso2 for state in BOOK.states.values()}) == 250
    assert all(re.fullmatch("[A-Z]{3}", code) for code in BOOK.states)
    assert sum(state.un_member for state in BOOK.states.values()) == 193


def test_codes_are_unique() -> None:
    cows = [state.cow for state in BOOK.states.values() if state.cow]
    assert len(cows) == len({cow.number for cow in cows}) == len({cow.abbreviation for cow in cows}) == 195
    assert len({state.cameo for state in BOOK.states.values()}) == 250


def test_un_members_have_demonyms_capitals_and_numbers() -> None:
    for state in BOOK.states.values():
        if state.un_member:
            assert state.demonyms, state.iso3
            assert state.capital, state.iso3
            assert state.cow, state.iso3


@pytest.mark.parametrize(
    ("asked", "iso3"),
    [
        ("iran", "IRN"),
        ("IR", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Iranians", "IRN"),
        ("U.S.", "USA"),
        ("usa", "USA"),
        ("America", "USA"),
        ("Britons", "GBR"),
        ("Northern Ireland", "GBR"),
        ("UKG", "GBR"),
        ("Soviet Union", "RUS"),
        ("Russian Federation", "RUS"),
        ("PRC", "CHN"),
        ("Republic of China", "TWN"),
        ("Cote d’Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Turkiye", "TUR"),
        ("DPRK", "PRK"),
        ("Holy See", "VAT"),
        ("Palestinian Authority", "PSE"),
        ("Burma", "MMR"),
        ("Zaire", "COD"),
        ("ROM", "ROU"),
        ("KSV", "XKX"),
        ("AUS", "AUS"),
        ("SLV", "SLV"),
        ("630", "IRN"),
        ("  saudi   arabia ", "SAU"),
    ],
)
def test_a_state_by_any_name(asked: str, iso3: str) -> None:
    assert BOOK.state(asked).iso3 == iso3
    assert BOOK.known_state(asked) == BOOK.state(asked)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("Irann", "Did you mean Iran"),
        ("Congo", "COD or COG"),
        ("Dominican", "DOM or DMA|DMA or DOM"),
        ("Atlantis", "There is no state 'Atlantis'"),
        ("Crimea", "There is no state 'Crimea'"),
        ("", "There is no state ''"),
    ],
)
def test_what_is_no_state(asked: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        BOOK.state(asked)
    assert BOOK.known_state(asked) is None


def test_codes_lead_to_their_state() -> None:
    for state in BOOK.states.values():
        assert {BOOK.state(code).iso3 for code in (state.iso3, state.iso2, state.cameo)} == {state.iso3}


def test_names_are_of_one_thing_unless_ambiguous() -> None:
    holders = defaultdict(list)
    for name in BOOK.names():
        holders[name.text].append(name)
    for text, names in holders.items():
        assert len(names) == 1 or all(name.ambiguous for name in names), text
        assert len({name.key for name in names}) == len(names), text


def test_keys_lead_somewhere() -> None:
    for name in BOOK.names():
        assert name.key in (BOOK.bodies if name.kind == "body" else BOOK.states), name.text


@pytest.mark.parametrize(
    ("text", "key", "kind", "ambiguous"),
    [
        ("Georgia", "GEO", "state", True),
        ("Jordan", "JOR", "state", True),
        ("Turkey", "TUR", "state", True),
        ("Chad", "TCD", "state", True),
        ("Congo", "COD", "state", True),
        ("Congo", "COG", "state", True),
        ("Korea", "KOR", "state", True),
        ("Dominican", "DMA", "demonym", True),
        ("Iranian", "IRN", "demonym", False),
        ("Americans", "USA", "demonym", False),
        ("Kiev", "UKR", "capital", False),
        ("Victoria", "SYC", "capital", True),
        ("Washington", "USA", "capital", True),
        ("Brussels", "BEL", "capital", True),
        ("Brussels", "EU", "body", True),
        ("Kremlin", "RUS", "metonym", False),
        ("Zhongnanhai", "CHN", "metonym", False),
        ("Quai d’Orsay", "FRA", "metonym", False),
        ("E3", "E3", "body", False),
        ("WHO", "WHO", "body", True),
    ],
)
def test_names_for_a_scanner(text: str, key: str, kind: str, ambiguous: bool) -> None:
    name = NAMES[text, key]
    assert (name.kind, name.ambiguous, bool(name.otherwise)) == (kind, ambiguous, ambiguous)


def test_the_likelier_stands_first() -> None:
    order = [name.key for name in BOOK.names() if name.text in ("Dominican", "Congolese", "Brussels")]
    assert order == ["BEL", "COD", "COG", "DOM", "DMA", "EU"]


def test_every_decoy_holds_a_name_and_is_none() -> None:
    texts = {name.text for name in BOOK.names()}
    for decoy in BOOK.decoys:
        words = re.split("[ -]", decoy)
        inner = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        assert decoy not in texts
        assert inner & texts, decoy


@pytest.mark.parametrize(
    ("body", "day", "iso3", "member"),
    [
        ("NATO", "2024-03-07", "SWE", True),
        ("NATO", "2024-03-06", "SWE", False),
        ("NATO", "2024", "SWE", True),
        ("EU", "2020-01-31", "GBR", True),
        ("EU", "2020-02", "GBR", False),
        ("SCO", "2020-06-01", "IRN", False),
        ("SCO", "2023-07-04", "IRN", True),
        ("OPEC", "2010-01-01", "IDN", False),
        ("OPEC", "2016-06-01", "IDN", True),
        ("P5_PLUS_1", "2020-07-21", "USA", False),
        ("P5", "1960-01-01", "TWN", True),
    ],
)
def test_members_on_a_day(body: str, day: str, iso3: str, member: bool) -> None:
    assert (iso3 in BOOK.bodies[body].members_on(day)) is member


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [("NATO", "2025-01-01", 32), ("EU", "2025-01-01", 27), ("G7", "2025-01-01", 7), ("P5", "2025-01-01", 5),
     ("BRICS", "2025-11-01", 10), ("ASEAN", "2025-11-01", 11), ("GCC", "2025-01-01", 6), ("OPEC", "2025-01-01", 12),
     ("ARAB_LEAGUE", "2025-01-01", 22), ("SCO", "2025-01-01", 10), ("EAEU", "2025-01-01", 5),
     ("ECOWAS", "2025-11-01", 12)],
)  # fmt: skip
def test_how_many_members(body: str, day: str, count: int) -> None:
    assert len(BOOK.bodies[body].members_on(day)) == count


def test_bodies_with_members_name_a_source() -> None:
    assert all(body.source for body in BOOK.bodies.values() if body.members)


def test_a_membership_holds_on_its_first_and_last_day() -> None:
    member = Membership("GBR", "1973-01-01", "2020-01-31")
    assert [member.holds_on(day) for day in ("1972-12-31", "1973-01-01", "2020-01-31", "2020-02-01")] == [
        False, True, True, False,
    ]  # fmt: skip
