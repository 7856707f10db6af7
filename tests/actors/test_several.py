"""Groups and bodies: one table, words → the states that they mean one by one, none where a body acts as one."""

from __future__ import annotations

import pytest

from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.texts.document import Document, Interval, Span

pytestmark = pytest.mark.model

BALTIC = "EST LTU LVA"
CENTRAL_ASIAN = "KAZ KGZ TJK TKM UZB"
E3 = "DEU FRA GBR"
JCPOA = "CHN DEU FRA GBR IRN RUS"

# day of publication, text, words, the states they mean
SEVERAL = [
    ("2021-11", "The Baltic states closed their borders to Belarus.", "The Baltic states", BALTIC),
    ("2023-05", "All five Central Asian presidents met Xi Jinping.", "Central Asian presidents", CENTRAL_ASIAN),
    ("2023-05", "Xi Jinping met the leaders of the five Central Asian states.", "Central Asian states", CENTRAL_ASIAN),
    ("2022-06", "The Nordic countries thanked Canada.", "The Nordic countries", "DNK FIN ISL NOR SWE"),
    ("2010-05", "BRICS leaders met in Brazil.", "BRICS leaders", "BRA CHN IND RUS"),
    ("2013-05", "BRICS leaders met in South Africa.", "BRICS leaders", "BRA CHN IND RUS ZAF"),
    ("2013-05", "Chile welcomed the BRICS Leaders' Declaration.", "the BRICS Leaders", ""),
    ("2020-07", "The remaining parties to the JCPOA met in Vienna.", "The remaining parties to the JCPOA", JCPOA),
    ("2016-07", "The parties to the JCPOA met in Vienna.", "The parties to the JCPOA", f"{JCPOA} USA"),
    ("2020-07", "Signatories of the Iran nuclear deal wrote to Japan.", "Signatories of the Iran nuclear deal", JCPOA),
    ("2019-01", "The E3 countries wrote to Iran.", "The E3 countries", E3),
    ("2022-03", "Members of AUKUS thanked Japan.", "Members of AUKUS", "AUS GBR USA"),
    ("2015-03", "Iran met ministers of the six world powers there.", "six world powers", "CHN DEU FRA GBR RUS USA"),
    # a body that acts as one, and a group whose members nobody lists
    ("2021-11", "The EU imposed sanctions on Belarus.", "The EU", ""),
    ("2022-03", "NATO members condemned Russia.", "NATO members", ""),
    ("2020-07", "ASEAN welcomed the accord with Japan.", "ASEAN", ""),
    ("2020-07", "Arab states condemned Israel.", "Arab states", ""),
    ("2020-07", "The parties to the talks met Iran in Vienna.", "The parties to the talks", ""),
    ("2019-01", "The E3 triggered the mechanism against Iran.", "The E3", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load())


@pytest.mark.parametrize(("day", "text", "words", "states"), SEVERAL)
def test_several(reader: Reader, day: str, text: str, words: str, states: str) -> None:
    reading = reader.read(Document("case", "case", text, published=Interval(day, day, "given")))
    span = Span(text.index(words), text.index(words) + len(words))
    over = [m for here in reading.mentions.values() for m in here if m.span.overlaps(span)]
    found = {reading.actors[a].country for m in over for a in m.actors if len(m.actors) > 1}
    assert " ".join(sorted(str(iso3) for iso3 in found)) == " ".join(sorted(states.split()))


def test_all_of_many(reader: Reader) -> None:
    """Where the text says "all" they are told one by one, however many."""
    text = "All NATO members condemned Russia."
    reading = reader.read(Document("case", "case", text, published=Interval("2022-03", "2022-03", "given")))
    assert max(len(m.actors) for here in reading.mentions.values() for m in here) == 30
