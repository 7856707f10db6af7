"""Deeds at home, asked for with ``domestic``: sides that reports leave out, and the states of places."""

from __future__ import annotations

import pytest

from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

# event, acting state, state acted on, sentence
AT_HOME = [
    ("COERCE", "KEN", "KEN", "Kenyan police arrested four editors on Monday."),
    ("COERCE", "CHL", "CHL", "Chile's government banned the opposition party in March."),
    ("COERCE", "THA", "THA", "The Thai army imposed a curfew in Bangkok."),
    ("PROTEST", "BOL", "BOL", "Bolivian miners blocked a highway to demand higher pay."),
    ("PROTEST", "PER", "PER", "Thousands of students marched in Lima on Friday."),
    ("PROTEST", "LBN", "FRA", "Demonstrators in Beirut burned tyres to denounce the French policy."),
    ("PROTEST", "SRB", "HUN", "Serbian farmers rallied at noon, demanding that Hungary open the border."),
    ("ASSAULT", "MLI", "MLI", "Malian rebels attacked the airfield of Gao, wounding a guard."),
    ("ASSAULT", "IRQ", "POL", "A landmine near Baghdad killed a Polish surveyor."),
    ("ASSAULT", "AFG", "NOR", "Two Norwegian engineers were killed by a rocket in Kabul."),
    ("ASSAULT", "DZA", "ESP", "Two Algerian robbers killed a guard when they stormed a bank in Madrid."),
    ("ACCUSE", "SDN", "SDN", "The Sudanese government accused the rebels of breaking the truce."),
    ("REQUEST", "CHL", "CHL", "A Chilean minister ordered the governor to open the archives."),
    ("CONCEDE", "FIN", "FIN", "Finnish pilots ended their walkout at dawn."),
    ("THREATEN", "TUN", "TUN", "Tunisia's interior minister threatened to ban the unions."),
]
# What harms without anybody wanting it, and who belongs to nobody.
NOBODY = [
    "A storm in Vietnam destroyed the Chinese bridge.",
    "Two Norwegian engineers were killed by a landslide in Nepal.",
    "Nine Polish pilgrims died in a bus crash in Croatia.",
    "A fire destroyed a Peruvian hospital.",
]


def _sides(sentence: str, *, domestic: bool = True) -> set[tuple[str | None, str | None, str | None]]:
    coding = pipeline().code(Document("case.txt", "case.txt", sentence), domestic=domestic)
    state = {a.id: a.country for a in coding.actors}
    pairs = ((e.event, a, b) for e in coding.events for a in e.actors for b in e.recipients)
    return {(event, state[a], state[b]) for event, a, b in pairs}


@pytest.mark.model
@pytest.mark.parametrize(("event", "actor", "recipient", "sentence"), AT_HOME)
def test_sides_at_home(event: str, actor: str, recipient: str, sentence: str) -> None:
    assert (event, actor, recipient) in _sides(sentence)


@pytest.mark.model
@pytest.mark.parametrize("sentence", NOBODY)
def test_no_deed_of_anybody(sentence: str) -> None:
    assert not [event for event, *_ in _sides(sentence) if event == "ASSAULT"]


@pytest.mark.model
@pytest.mark.parametrize("sentence", [sentence for _, actor, other, sentence in AT_HOME if actor == other])
def test_only_when_asked_for(sentence: str) -> None:
    assert _sides(sentence, domestic=False) == set()


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("An Israeli strike killed five people in Damascus.", ("ASSAULT", "ISR", "SYR")),
        ("Turkish jets bombed a village near Mosul in Iraq.", ("ASSAULT", "TUR", "IRQ")),
        ("American marshals arrested a banker in Bern.", ("COERCE", "USA", "CHE")),
        ("France sent two frigates to the waters off Beirut.", ("MOBILIZE", "FRA", "LBN")),
        ("Norway sent doctors to work in a camp near Khartoum.", ("AID", "NOR", "SDN")),
    ],
)
def test_the_place_stands_for_its_state(sentence: str, expected: tuple[str, str, str]) -> None:
    """Also between states, where nobody else is named."""
    assert expected in _sides(sentence, domestic=False)
