"""Several documents in one go: the codings are those of one by one; reports of other subjects cost little."""

from __future__ import annotations

import pytest

from dragoman.publication.lines import dump, lines
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

pytestmark = pytest.mark.model

CALL = "Norwegian Foreign Minister Ane Lund telephoned her Peruvian counterpart Luis Rojas on 3 March 2015."
OUTBREAK = """The fever has reached a third province of Ghana. Two clinics in Tamale were closed on Monday.
Nurses wash the wards twice a day. Families wait at the gate.
“We have seen nothing like it,” said Ghanaian Health Minister Kofi Boateng.
{more}
Rain has filled the wells. The schools stay shut until May. The market of Tamale is empty. Buses do not run at night."""
ASKED = "Peru has asked Chile to close the road."
SPOKE = "The Ghanaian government sent an envoy."
REASON = "the report does not speak of dealings between states, nor does this sentence"


def document(text: str, name: str = "t.txt") -> Document:
    return Document(name, name, text)


def test_together_as_one_by_one() -> None:
    texts = [CALL, OUTBREAK.format(more=ASKED), f"{CALL} “We agreed to meet,” Lund said. He thanked her.", "", CALL * 3]
    documents = [document(text, f"{number}.txt") for number, text in enumerate(texts)]
    together = [list(map(dump, lines(coding))) for coding in pipeline().code_all(documents)]
    assert together == [list(map(dump, lines(pipeline().code(one)))) for one in documents]
    assert len(together[0]) > 2


@pytest.mark.parametrize(
    ("more", "events"),
    [
        ("The road to the coast is open.", []),
        (ASKED, ["REQUEST"]),  # names two states
        (SPOKE, []),  # is read for its envoy, and tells of no second state
    ],
)
def test_of_a_report_of_another_subject_dealings_are_read(more: str, events: list[str]) -> None:
    coding = pipeline().code(document(OUTBREAK.format(more=more)))
    assert [event.event for event in coding.events] == events
    assert [s for s in coding.statements if s.mode == "direct"] == []
    skipped = {coding.document.text[s.span.start : s.span.end]: s.reason for s in coding.skipped}
    assert skipped["The fever has reached a third province of Ghana."] == REASON
    assert skipped.get(more) != REASON or more.startswith("The road")


def test_whoever_asks_for_events_within_a_state_gets_all_subjects() -> None:
    read = pipeline().code(document(OUTBREAK.format(more="")), domestic=True)
    assert [statement.mode for statement in read.statements] == ["direct"]
