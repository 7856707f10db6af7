"""Who is named: one table, sentence(s) → actors with their kind, state, office and the words that name them."""

from __future__ import annotations

import pytest

from dragoman.actors.actor import Actor
from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.texts.document import Document

pytestmark = pytest.mark.model

# text, name, country, office, words that name or describe (None: not looked at)
PEOPLE = [
    ("Polish Foreign Minister Ewa Nowicka flew to Riga.", "Ewa Nowicka", "POL", "Foreign Minister of Poland", None),
    ("Kenyan Ambassador to Uganda Peter Otieno met traders.", "Peter Otieno", "KEN", "Ambassador of Kenya to Uganda",
     None),
    ("Deputy Foreign Minister of the Republic of Korea Kim Min-ho arrived.", "Kim Min-ho", "KOR",
     "Deputy Foreign Minister of South Korea", None),
    ("Aino Salmi, the Finnish prime minister, spoke.", "Aino Salmi", "FIN", "Prime minister of Finland", None),
    ("The Finnish prime minister, Aino Salmi, spoke.", "Aino Salmi", "FIN", "Prime minister of Finland", None),
    ("Portugal's Costa said trade had grown.", "Costa", "PRT", None, None),
    ("King Rashid of Jordan received the envoy.", "Rashid", "JOR", None, None),
    ("Norway's defence minister (Kari Lunde) resigned.", "Kari Lunde", "NOR", None, None),
    ("General Musa Adeyemi, commander of the Nigerian army, spoke.", "Musa Adeyemi", None, None, None),
    ("Iranian President Ayatollah Seyed Karim Hosseini spoke.", "Karim Hosseini", "IRN", "President of Iran", None),
    ("Secretary of State Ruth Allen spoke with Omani Foreign Minister Said al-Harthy.", "Ruth Allen", "USA",
     "Secretary of State of United States", None),
    ("Secretary of State Ruth Allen spoke with Omani Foreign Minister Said al-Harthy.", "Said al-Harthy", "OMN",
     "Foreign Minister of Oman", None),
    ("Israeli Prime Minister and Minister of Defense Dan Regev met Greek President Eleni Vassou.", "Dan Regev", "ISR",
     None, None),
    ("Presidents Okello and Banda signed the pact in Lusaka.", "Okello", None, None, None),
    ("Swedish Foreign Minister Mara Lindqvist met her Finnish counterpart Aino Salmi.", "Aino Salmi", "FIN",
     "Foreign Minister of Finland", ["her Finnish counterpart", "Aino Salmi"]),
    ("Swedish Foreign Minister Mara Lindqvist left. The Swedish minister said Lindqvist's visit was short.",
     "Mara Lindqvist", "SWE", None, ["Mara Lindqvist", "Lindqvist"]),
    ("Danish President Anna Holm met Greek President Eleni Vassou. Both presidents smiled.", "Anna Holm", "DNK", None,
     ["Anna Holm", "Both presidents"]),
    ("Amir Rahmani, the Iranian foreign minister, left.", "Amir Rahmani", "IRN", "Foreign minister of Iran", None),
    ("Sultan Haitham of Oman received Dr. Sultan Al Marri.", "Haitham", "OMN", "Sultan of Oman", None),
    ("Ayatollah Raisi wrote to Armenia.", "Raisi", "IRN", "President of Iran", None),
    ("The presidents of Chad and Niger met. Chadian President Idris Abakar spoke.", "Idris Abakar", "TCD", None, None),
]  # fmt: skip

# text, name of nobody that must not be read as a person
NOBODY = [
    ("The JCPOA binds Iran.", "JCPOA"),
    ("Leaders from the Middle East met in Cairo.", "Middle East"),
    ("The Treaty of Rome was signed by Italy.", "Rome"),
    ("COVID-19 closed the border with China.", "COVID-19"),
    ("On Monday Spain protested.", "Monday"),
    ("Norway raised its tolls. Traders said that the price was too high.", "Traders"),
    ("Norway raised its tolls. Hauliers said that the price was too high.", "Hauliers"),
    ("Creative Commons licences are known in France.", "Creative Commons"),
]

# text, name of a body, country, words that name it
BODIES = [
    ("Iran's Foreign Ministry summoned the Swiss envoy.", "Iran's Foreign Ministry", "IRN", None),
    ("The Economic Front for Unity (EFU) left talks in Mali. The EFU thanked Ghana.", "Economic Front for Unity", "MLI",
     ["Economic Front for Unity", "EFU"]),
    ("The Government of National Concord (GNC) freed two Turks.", "Government of National Concord", None, None),
    ("Denmark praised the Biden administration.", "the Biden administration", "USA", ["the Biden administration"]),
]  # fmt: skip

# text, ISO3, whether the state is named as somebody who acts or is acted upon
ACTING = [
    ("Vienna welcomed the vote.", "AUT", True),
    ("Talks between Ankara and Athens resumed.", "TUR", True),
    ("Berlin's envoy left.", "DEU", True),
    ("Paris-Berlin relations are close.", "FRA", True),
    ("He addressed a meeting in Moscow.", "RUS", False),
    ("She travelled to Ankara on Friday.", "TUR", False),
    ("The Vienna conference ended.", "AUT", False),
    ("Kenya accused Kampala of delay.", "UGA", True),
    ("The Kremlin denied it.", "RUS", True),
    ("Protesters gathered outside Damascus.", "SYR", False),
]

# text, token, name of the one who is meant
MEANT = [
    ("Danish President Anna Holm met reporters. She praised Norway.", "She", "Anna Holm"),
    ("Danish President Anna Holm met Greek President Eleni Vassou. In a call with her Greek counterpart, Holm spoke.",
     "counterpart", "Eleni Vassou"),
    ("In his speech, Danish President Jens Holm praised Greece.", "his", "Jens Holm"),
    ("Danish President Jens Holm met traders in Oslo. The Danish president praised them.", "president", "Jens Holm"),
    ("Danish President Jens Holm praised Greece. The president also thanked Norway.", "president", "Jens Holm"),
    ("Estonian Minister Anna-Liisa Kallets met Latvian traders. Kallets said so.", "Kallets", "Anna-Liisa Kallets"),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load())


def _actors(reader: Reader, text: str) -> list[Actor]:
    return list(reader.read(Document("case.txt", "case.txt", text)).actors.values())


@pytest.mark.parametrize(("text", "name", "country", "office", "words"), PEOPLE)
def test_person(
    reader: Reader, text: str, name: str, country: str | None, office: str | None, words: list[str] | None
) -> None:
    found = [a for a in _actors(reader, text) if a.actor_kind == "person" and a.name == name]
    assert found, [a.name for a in _actors(reader, text)]
    assert country is None or found[0].country == country
    assert office is None or (found[0].office or "").casefold() == office.casefold()
    assert words is None or sorted(m.words for m in found[0].mentions) == sorted(words)


@pytest.mark.parametrize(("text", "name", "country", "words"), BODIES)
def test_body(reader: Reader, text: str, name: str, country: str | None, words: list[str] | None) -> None:
    found = [a for a in _actors(reader, text) if a.actor_kind == "body" and a.name == name]
    assert found, [a.name for a in _actors(reader, text)]
    assert country is None or found[0].country == country
    assert words is None or [m.words for m in found[0].mentions] == words


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody(reader: Reader, text: str, words: str) -> None:
    assert not [a.name for a in _actors(reader, text) if a.actor_kind == "person" and words in a.name]


@pytest.mark.parametrize(("text", "state", "acts"), ACTING)
def test_capital_acts_or_is_a_place(reader: Reader, text: str, state: str, acts: bool) -> None:
    named = [a for a in _actors(reader, text) if a.actor_kind == "state" and a.country == state and a.mentions]
    assert bool(named) is acts


@pytest.mark.parametrize(("text", "word", "name"), MEANT)
def test_coreference(reader: Reader, text: str, word: str, name: str) -> None:
    reading = reader.read(Document("case.txt", "case.txt", text))
    tokens = [(i, t.i) for i, doc in reading.parsed.items() for t in doc if t.text == word]
    sentence, token = tokens[-1]
    mention = reading.mention_at(sentence, token)
    assert mention is not None
    assert [reading.actors[a].name for a in mention.actors] == [name]


@pytest.mark.parametrize("text", [case[0] for case in PEOPLE])
def test_mentions_are_true_to_the_text(reader: Reader, text: str) -> None:
    for actor in _actors(reader, text):
        for mention in actor.mentions:
            assert text[mention.span.start : mention.span.end] == mention.words
