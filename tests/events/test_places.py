"""Where a deed was done: by its own words, by those it was said in, by where its people were."""

from __future__ import annotations

import pytest

from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

pytestmark = pytest.mark.model

DAY = Interval("2021-05-06", "2021-05-06", "day", "given")  # a Thursday
LIND = "Norwegian Foreign Minister Marta Lind"
ROJAS = "Peruvian Foreign Minister Jose Rojas"


def places(text: str) -> list[tuple[str | None, str | None]]:
    """Kind and place of each event."""
    coding = pipeline().code(Document("t", "t.txt", text, published=DAY))
    return [(event.event, event.place.name if event.place else None) for event in coding.events]


PLACES = [
    (f"{LIND} met with {ROJAS} in Geneva.", [("CONSULT", "Geneva")]),
    (f"{LIND} met with {ROJAS} on the sidelines of a summit in Cairo.", [("CONSULT", "Cairo")]),
    (f"{LIND} travelled to Lima.", [("CONSULT", "Lima")]),
    ("Norway and Peru held talks in the Swiss city of Lausanne.", [("CONSULT", "Lausanne")]),
    ("Chadian warplanes bombed a market in Agadez, Niger.", [("ASSAULT", "Agadez")]),
    # elsewhere than what is spoken of, or nowhere in particular
    (f"{LIND} met with {ROJAS} to discuss the war in Yemen.", [("CONSULT", None)]),
    ("Norway condemned the Chadian raid in Agadez.", [("ACCUSE", None)]),
    (f"{LIND} spoke by phone with {ROJAS} about Geneva.", [("CONSULT", None)]),
    # said in a contact, or by somebody who was there
    (
        f"{LIND} met with {ROJAS} in Geneva on Monday. Lind thanked Peru for its help.",
        [("CONSULT", "Geneva"), ("SUPPORT", "Geneva")],
    ),
    (f"{LIND} arrived in Lima on Monday. Lind met with {ROJAS} on Monday.", [("CONSULT", "Lima")]),
    (
        f"{LIND} and {ROJAS} meet in Quito, May 3, 2021. (Photo by Reuters)\n{LIND} met with {ROJAS} on Monday.",
        [("CONSULT", "Quito")],
    ),
    (
        f"{LIND} and {ROJAS} meet in Quito, May 3, 2021. (Photo by Reuters)\n{LIND} met with {ROJAS} on Tuesday.",
        [("CONSULT", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text)[-len(expected) :] == expected


def test_a_place_has_its_country_and_coordinates() -> None:
    (event,) = pipeline().code(Document("t", "t.txt", f"{LIND} met with {ROJAS} in Geneva.", published=DAY)).events
    assert event.place is not None
    assert event.place.country == "CHE"
    assert (event.place.latitude, event.place.longitude) == pytest.approx((46.2, 6.15), abs=0.1)
