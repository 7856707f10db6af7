"""Steps of agreements and figures, tied to the events that they are or measure."""

from __future__ import annotations

import pytest

from dragoman.codebook.instruments import STAGES
from dragoman.codebook.units import KINDS
from dragoman.events import ties
from dragoman.events.ties import events_of
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Interval

PUBLISHED = Interval("2021-06-15", "2021-06-15", "day", "given")

# A sentence, the step of its agreement, and the event that this is: type and CAMEO code (None: no such event).
STEPS = [
    ("Norway and Finland signed a treaty on fisheries on Monday.", "signed", "SUPPORT 057"),
    ("A defence pact between Kenya and Uganda was signed in Nairobi.", "signed", "SUPPORT 057"),
    ("Hungary ratified the agreement with Serbia.", "ratified", "SUPPORT 057"),
    ("Italy and Malta will sign a migration deal next month.", "signed", "AGREE 030"),
    ("Poland and Lithuania are negotiating a border treaty.", "negotiating", "CONSULT 046"),
    ("Japan and South Korea agreed to extend their intelligence-sharing pact.", "extended", "AGREE 030"),
    ("Morocco suspended its fisheries agreement with Spain.", "suspended", "SANCTION 160"),
    ("Pakistan withdrew from the water treaty with India.", "withdrawn", "SANCTION 160"),
    ("Canada terminated its extradition treaty with Russia.", "ended", "SANCTION 160"),
    ("The United States imposed sanctions on Belarus.", "in_force", "SANCTION 163"),
    ("London lifted its sanctions on Myanmar.", "ended", "RETREAT 085"),
    ("Armenia and Azerbaijan agreed to a ceasefire.", "agreed", "AGREE 030"),
    ("The pact between Ghana and Togo expired last year.", "ended", None),
    ("Laos and Nepal agreed to extend their water treaty, which will lapse in June.", "ended", None),
    ("Laos and Nepal agreed to extend their water treaty, which will lapse in June.", "extended", "AGREE 030"),
    ("Canada will terminate its extradition treaty with Russia in July.", "ended", "THREATEN 131"),
    ("Canada threatened to end its extradition treaty with Russia.", "ended", "THREATEN 130"),
    ("Turkey sent troops to Syria, and the pact between Ghana and Togo expired.", "ended", None),
]

# A sentence with one figure that measures an event of it, or none.
FIGURES = [
    ("An Israeli strike killed 12 Syrian soldiers.", "ASSAULT"),
    ("Mexico sent 15,000 troops to the border with Guatemala.", "MOBILIZE"),
    ("Germany pledged 50 million euros in aid to Syria.", "AGREE"),
    ("Turkey sent 300 tons of aid to Lebanon.", "AID"),
    ("The US imposed sanctions on 25 Iranian officials.", "SANCTION"),
    ("Russia and Ukraine exchanged 50 prisoners on Tuesday.", "COOPERATE"),
    ("Iran and Russia agreed to raise bilateral trade to $30 billion.", "AGREE"),
    ("Iran and Iraq held the fifth round of talks in Baghdad.", "CONSULT"),
    ("Turkey's exports to Iraq rose by 12 percent in 2020.", None),
    ("Iraq's president met the Turkish president in a palace of 300 rooms.", None),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "stage", "expected"), STEPS, ids=[row[0][:60] for row in STEPS])
def test_a_step_is_an_event(sentence: str, stage: str, expected: str | None) -> None:
    coding = pipeline().code(Document("test", "test", sentence, published=PUBLISHED))
    events = {event.id: f"{event.event} {event.cameo}" for event in coding.events}
    steps = [change for agreement in coding.agreements for change in agreement.stage_changes if change.stage == stage]
    assert [[events[event] for event in change.events] for change in steps] == [[expected] if expected else []]
    assert {event for one in coding.agreements for event in events_of(one)} <= set(events)


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), FIGURES, ids=[row[0][:60] for row in FIGURES])
def test_a_figure_measures_an_event(sentence: str, expected: str | None) -> None:
    coding = pipeline().code(Document("test", "test", sentence, published=PUBLISHED))
    events = {event.id: event.event for event in coding.events}
    (figure,) = coding.figures
    assert [events[event] for event in figure.events] == ([expected] if expected else [])


def test_every_stage_can_be_an_event() -> None:
    """But for being mentioned, which is no step."""
    assert set(ties._STEPS) == set(STAGES) - {"mentioned"}
    assert set(ties._MEASURED) == set(KINDS)
