"""Of which state: one table, words of a sentence → the state of those they stand for ("" where nobody can tell)."""

from __future__ import annotations

import pytest

from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.measures.marked import Marked, answer
from dragoman.texts.document import Document, Span

pytestmark = pytest.mark.model

# text, words, ISO3
WHOSE = [
    # peoples within another state
    ("Ethnic Hungarians marched in Slovakia on Sunday.", "Ethnic Hungarians", "SVK"),
    ("Ethnic Somali rebels crossed into Ethiopia.", "Ethnic Somali rebels", "ETH"),
    ("Estonian Russians asked for schools of their own.", "Estonian Russians", "EST"),
    ("Kosovo Serbs blocked the road to the mine.", "Kosovo Serbs", "XKX"),
    ("Kosovo Serb leader Milan Petrov left the hall.", "Milan Petrov", "XKX"),
    ("Turkish Cypriots voted on Sunday.", "Turkish Cypriots", "CYP"),
    ("Iranian Americans protested outside the hall.", "Iranian Americans", "USA"),
    ("The Albanians of Montenegro vote on Sunday.", "The Albanians of Montenegro", "MNE"),
    # whom somebody is against is not whose he is
    ("Anti-Turkey protesters marched through Nicosia.", "protesters", "CYP"),
    ("The novelist, Paul Ndiaye, urged a boycott of Togo.", "Paul Ndiaye", ""),
    # officials whose state nobody gives
    ("The foreign minister, Ruth Phiri, said Zambia would not pay.", "Ruth Phiri", "ZMB"),
    ("President Joe Okello gave a lunch for the Zambian leader Peter Mulenga.", "Joe Okello", ""),
    ("Zambian President Peter Mulenga and Foreign Minister Ruth Phiri left.", "Ruth Phiri", "ZMB"),
    (
        "President Jean Dossou shut the borders of Togo, a spokesman for the French embassy said.",
        "Jean Dossou",
        "TGO",
    ),
    ("President Jean Dossou freed the rebels, the Togolese interior minister said.", "Jean Dossou", "TGO"),
    ("Judge Rosa Quispe questioned two Bolivian officials on Friday.", "Rosa Quispe", "BOL"),
    # whoever leads a government
    ("The Macron government sent envoys to Mali.", "The Macron government", "FRA"),
    ("Danish Prime Minister Anna Holm left. The Holm administration thanked Peru.", "The Holm administration", "DNK"),
    # parts of a state
    ("Rebels in Mindanao freed a priest.", "Rebels in Mindanao", "PHL"),
    ("The government of Balochistan closed the border.", "The government of Balochistan", "PAK"),
    ("Mindanao rebels freed a priest.", "Mindanao rebels", "PHL"),
    # groups without a name
    ("A rebel group attacked a base in Mali.", "A rebel group", "MLI"),
    ("The opposition party walked out of the parliament of Togo.", "The opposition party", "TGO"),
    ("Togo has banned the Movement for the Republic.", "the Movement for the Republic", "TGO"),
    ("Togo has praised the Association of Lawyers.", "the Association of Lawyers", ""),
    ("Peru blamed armed groups for the raid.", "armed groups", ""),
    ("Mali condemned the attack by armed groups.", "armed groups", ""),
    ("Mali arrested members of an armed group.", "an armed group", "MLI"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load())


@pytest.mark.parametrize(("text", "words", "state"), WHOSE)
def test_whose(reader: Reader, text: str, words: str, state: str) -> None:
    at = text.index(words)
    found = answer(Marked("case", text, Span(at, at + len(words)), state), reader.read(Document("case", "case", text)))
    assert found.state == state
