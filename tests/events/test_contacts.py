"""What is said in a contact: its channel, its day, to whom; and what lets it be said elsewhere."""

from __future__ import annotations

import pytest

from dragoman.events.event import Event
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

pytestmark = pytest.mark.model

DAY = Interval("2021-05-06", "2021-05-06", "day", "given")  # a Thursday
LIND = "Norwegian Foreign Minister Marta Lind"
ROJAS = "Peruvian Foreign Minister Jose Rojas"


def said(text: str) -> Event:
    """The one event of a text that is no contact."""
    coding = pipeline().code(Document("t", "t.txt", text, published=DAY))
    (event,) = (event for event in coding.events if event.event != "CONSULT")
    return event


CHANNELS = [
    (f"{LIND} called {ROJAS} on Monday. Lind stressed the need to deepen cooperation with Peru.", "phone_call"),
    (f"{LIND} met with {ROJAS} on Monday. Lind thanked Peru for its help.", "in_person_meeting"),
    (f"{LIND} and {ROJAS} stressed the need for closer cooperation. Lind and Rojas spoke by phone.", "phone_call"),
    # who is not of the talk says it elsewhere, as does who writes a letter or travels
    (f"{LIND} called {ROJAS} on Monday. Chad condemned Niger.", "public_statement"),
    (f"{LIND} sent a letter to {ROJAS} on Monday. Lind thanked Chad for its help.", "public_statement"),
    (f"{LIND} visited Peru on Monday. Lind thanked Chad for its help.", "public_statement"),
    # a government's own account of a call is public: what it thanks for in the call, it thanks for in public
    (f"Office of the Spokesperson\n\n{LIND} called {ROJAS}. Lind thanked Peru for its help.", "public_statement"),
    (f"{LIND} said that Norway thanked Peru for its help. “Peru is a friend,” Lind told reporters.", "press_remarks"),
    (f"{LIND} said that Norway thanked Peru for its help. “It was great,” a man told reporters.", "public_statement"),
]


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_channel(text: str, channel: str) -> None:
    assert said(text).channel == channel


def test_what_is_said_in_a_contact_without_a_day_of_its_own_has_its_day() -> None:
    event = said(f"{LIND} met with {ROJAS} on Monday. Lind has thanked Peru for its help.")
    assert (event.date.start, event.date.end) == ("2021-05-03", "2021-05-03")
    assert event.date.how.startswith("the day of the contact")


def test_who_calls_for_talks_of_his_own_state_calls_the_others() -> None:
    text = "Norway called for talks between Norway, Peru and Chad."
    coding = pipeline().code(Document("t", "t.txt", text, published=DAY))
    country = {actor.id: actor.country for actor in coding.actors}
    (event,) = coding.events
    assert [country[a] for a in (*event.actors, *event.recipients)] == ["NOR", "PER", "TCD"]


def test_the_wish_of_both_is_not_that_of_the_first() -> None:
    text = (
        f"{LIND} called {ROJAS} on Monday. Lind stressed the need to deepen cooperation with Peru. "
        "Lind and Rojas stressed that Norway and Peru need to deepen cooperation."
    )
    coding = pipeline().code(Document("t", "t.txt", text, published=DAY))
    assert [e.event for e in coding.events] == ["CONSULT", "AGREE", "AGREE"]
