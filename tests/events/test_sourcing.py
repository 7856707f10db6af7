"""How words reached the reporter: anonymous sources, channels, joint statements, addressees, agencies."""

from __future__ import annotations

import functools

import pytest

from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.codebook.speech import load_speech
from dragoman.events.event import Statement
from dragoman.events.statements import find_statements
from dragoman.texts.document import Document

pytestmark = pytest.mark.model
MINISTER = "Norwegian Foreign Minister Marta Lind"


@functools.cache
def reader() -> Reader:
    return Reader(load())


def first(text: str) -> tuple[dict[str, str], Statement]:
    reading = reader().read(Document("t", "t.txt", text, outlet="North Sea Telegraph"))
    return {a: actor.name for a, actor in reading.actors.items()}, find_statements(reading, load_speech())[0]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A senior Norwegian official who asked not to be named said that Latvia had agreed.", True),
        ("Sources familiar with the talks said that Norway had agreed to the plan.", True),
        ("An informed source in Oslo told Reuters that Norway would sign.", True),
        ("“Norway will sign,” a diplomat said on condition of anonymity.", True),
        ("Norway will sign in May, according to an unnamed official at the Norwegian foreign ministry.", True),
        ("A Latvian official, speaking anonymously, said that Norway would sign.", True),
        ("Two people briefed on the matter said that Norway had agreed.", True),
        ("A Norwegian diplomat said that the talks had failed. The diplomat spoke on condition of anonymity.", True),
        ("Norwegian officials, who declined to be identified, said that Latvia had left.", True),
        (f"{MINISTER} said that a source had told her about Latvia.", False),
        ("A Norwegian diplomat said that the talks had failed.", False),
        (f"{MINISTER} said that unnamed officials of Latvia had lied.", False),
    ],
)
def test_sources_that_would_not_be_named(text: str, anonymous: bool) -> None:
    assert first(text)[1].anonymous is anonymous


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“Norway is open,” Foreign Minister Marta Lind of Norway tweeted on Monday.", "tweet"),
        (f"{MINISTER} wrote on Twitter that the bridge was open.", "tweet"),
        (f"{MINISTER} said in a post on X that the bridge was open.", "tweet"),
        (f"The bridge is open, according to a tweet by {MINISTER}.", "tweet"),
        (f"In an interview with Reuters, {MINISTER} said that the bridge was open.", "interview"),
        (f"At a press conference, {MINISTER} said that the bridge was open.", "press_remarks"),
        (f"“The bridge is open,” {MINISTER} told reporters.", "press_remarks"),
        ("The Norwegian foreign ministry said in a statement that the bridge was open.", "public_statement"),
        ("According to a readout of the call, Norway told Latvia that the bridge was open.", "public_statement"),
        (f"In a phone call with the Latvian president, {MINISTER} said that the bridge was open.", "phone_call"),
        ("In a letter to the Latvian president, Norway said that the bridge was open.", "message_or_letter"),
        (f"{MINISTER} said in a meeting with the Latvian president that it was late.", "in_person_meeting"),
        (f"{MINISTER} said that tweets by Latvia were false.", None),
    ],
)
def test_channel(text: str, channel: str | None) -> None:
    assert first(text)[1].channel == channel


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Norway and Sweden said in a joint statement that Latvia must wait.", ["Norway", "Sweden"]),
        ("“We will wait,” a joint statement by Norway and Sweden said.", ["Norway", "Sweden"]),
        ("A joint statement of Norway, Sweden and Latvia said that it was open.", ["Norway", "Sweden", "Latvia"]),
        ("According to the joint statement issued by Norway and Latvia, it will open.", ["Norway", "Latvia"]),
        (f"{MINISTER} and her Latvian counterpart Emil Ozols said that it was open.", ["Marta Lind", "Emil Ozols"]),
        (
            "The foreign ministers of Norway and Sweden met in Oslo. They said in a statement that Latvia must wait.",
            ["The foreign ministers"] * 2,
        ),
    ],
)
def test_joint_statements(text: str, speakers: list[str]) -> None:
    names, said = first(text)
    assert [names[a] for a in said.speakers] == speakers


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Norway told Latvia that the bridge was open.", ["Latvia"]),
        ("Norway urged Latvia to open the bridge.", ["Latvia"]),
        (f"{MINISTER} called on Latvia to open the bridge.", ["Latvia"]),
        ("Norway assured Latvia that the bridge was open.", ["Latvia"]),
        ("In a letter to Latvian President Emil Ozols, Norway said that the bridge was open.", ["Emil Ozols"]),
        (f"In a phone call with Latvian President Emil Ozols, {MINISTER} said that it was open.", ["Emil Ozols"]),
        (f"{MINISTER} said in a meeting with Latvian President Emil Ozols that it was open.", ["Emil Ozols"]),
        (f"{MINISTER} wrote to the Latvian president that the bridge was open.", ["the Latvian president"]),
        (f"“The bridge is open,” {MINISTER} told reporters.", []),
        ("Norway said that Latvia had opened the bridge.", []),
    ],
)
def test_addressees(text: str, addressees: list[str]) -> None:
    names, said = first(text)
    assert [names[a] for a in said.addressees] == addressees


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"“The bridge is open,” TASS quoted {MINISTER} as saying.", ["TASS"]),
        (f"{MINISTER} said that the bridge was open, IRNA reported.", ["IRNA"]),
        (f"{MINISTER} told Reuters that the bridge was open.", ["Reuters"]),
        (f"The bridge is open, {MINISTER} said, according to TASS.", ["TASS"]),
        (f"{MINISTER} was quoted by TASS as saying that the bridge was open.", ["TASS"]),
        (f"According to IRNA, {MINISTER} said that the bridge was open.", ["IRNA"]),
        (f"{MINISTER} said in an interview with Al Jazeera that the bridge was open.", ["Al Jazeera"]),
        ("IRNA reported, quoting TASS, that Norway had opened the bridge.", ["TASS"]),
        (f"{MINISTER} said that Reuters had lied.", []),
        ("TASS, citing the Norwegian foreign ministry, reported that the bridge was open.", []),
    ],
)
def test_agencies_between(text: str, agencies: list[str]) -> None:
    outlet, *others = first(text)[1].attribution
    assert (outlet.role, outlet.name) == ("outlet", "North Sea Telegraph")
    assert [(a.role, a.name) for a in others] == [("agency", name) for name in agencies]
