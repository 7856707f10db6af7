"""Who "we" are: the speaker's state in quotations and transcripts, the publisher's in releases, else nobody."""

from __future__ import annotations

import functools

import pytest

from dragoman.actors.reading import Reading
from dragoman.codebook.speech import load_speech
from dragoman.codebook.voices import load_voices
from dragoman.events.ours import OURS, with_ours
from dragoman.events.said import find_said
from dragoman.runs.pipeline import Pipeline, pipeline
from dragoman.texts.document import Document
from dragoman.texts.front import fill

pytestmark = pytest.mark.model

RELEASE = "Office of the Spokesperson\n\n"


@functools.cache
def flow() -> Pipeline:
    return pipeline()


def read(text: str, url: str | None = None) -> Reading:
    reading, speech = flow().reader.read(fill(Document("t", "t.txt", text, url=url))), load_speech()
    return with_ours(reading, find_said(reading, speech), speech, flow().codebook, load_voices())


def meant(text: str, url: str | None = None) -> list[list[str]]:
    """For each "we", "us" and "our" in order: the states meant, the names of those of no state."""
    reading = read(text, url)
    found = [m for i in sorted(reading.mentions) for m in reading.mentions[i] if m.words.lower() in OURS]
    return [[reading.actors[a].country or reading.actors[a].name for a in m.actors] for m in found]


QUOTED = [
    ("“We condemn the raid on Chad,” Norwegian Foreign Minister Marta Lind said.", [["NOR"]]),
    ("Marta Lind, the Norwegian prime minister, said: “Chad has attacked our country.”", [["NOR"]]),
    ("NATO said: “We will defend Estonia.”", [["NATO"]]),
    ("“Kenya gave us wheat,” said Norwegian farmer Ole Berg.", [[]]),
    ("“Chad is dear to us all,” Norwegian Foreign Minister Marta Lind said.", [[]]),
    ("“Chad is one of our allies,” Norwegian Foreign Minister Marta Lind said.", [[]]),
    ("“Chad and Norway trust our two armies,” Norwegian Foreign Minister Marta Lind said.", [[]]),
    ("“We salute Chad,” a banner in the street read. Norway had sent aid.", [[]]),
    ("Norwegian Minister Marta Lind is in Chad.\n\nMINISTER LIND: We will send a ship to Chad.", [["NOR"]]),
    # an article's own "we"
    ("Norway has sent a ship to Chad. We doubt that it will help Chad.", [[]]),
]
RELEASES = [
    ("Marta Lind, Secretary of State\n\nWe urge Chad to release its prisoners.", None, [["USA"]]),
    (RELEASE + "Deputy Secretary of State Ann Gray spoke with Peru today. We thank Peru.", None, [["USA"]]),
    (RELEASE + "Norway welcomes the truce in Chad. We call on Chad to keep it.", None, [["NOR"]]),
    ("We call on Chad to keep the truce.", "https://www.mofa.go.jp/press/1.html", [["JPN"]]),
    ("We call on Chad to keep the truce.", "https://www.gov.uk/news/1", [["GBR"]]),
    ("We call on Chad to keep the truce.", "https://www.fjordtimes.no/1", [[]]),
    (
        RELEASE + "The text of the following statement was released by the Governments of Norway and Peru.\n\n"
        "We call on Chad to keep the truce.",
        "https://www.state.gov/1",
        [["NOR", "PER"]],
    ),
    ("We, the foreign ministers of Norway and Peru, condemn the raid of Chad.", None, [["NOR", "PER"]]),
    ("On behalf of the Government of Norway, I congratulate Chad. We stand with Chad.", None, [["NOR"]]),
    (RELEASE + "Kenya has a new president. We met him in Kenya.", None, [[]]),
]


@pytest.mark.parametrize(("text", "states"), QUOTED)
def test_in_quotations_and_transcripts(text: str, states: list[list[str]]) -> None:
    assert meant(text) == states


@pytest.mark.parametrize(("text", "url", "states"), RELEASES)
def test_in_releases(text: str, url: str | None, states: list[list[str]]) -> None:
    assert meant(text, url)[-1:] == states


def test_a_publisher_named_nowhere_in_the_text_becomes_an_actor_of_its_deed() -> None:
    coding = flow().code(Document("t", "t.txt", "We urge Chad to keep the truce.", url="https://www.mfa.gov.lv/1"))
    (event,) = coding.events
    actors = {actor.id: actor for actor in coding.actors}
    assert (event.event, [actors[a].country for a in event.actors]) == ("REQUEST", ["LVA"])


def test_a_text_without_first_persons_is_left_as_it_is() -> None:
    reading = flow().reader.read(Document("t", "t.txt", "Norway has sent a ship to Chad."))
    assert with_ours(reading, (), load_speech(), flow().codebook, load_voices()) is reading
