"""Denials and confirmations, and what they answer, seen from both ends."""

from __future__ import annotations

import pytest

from dragoman.codebook.sourcing import load_sourcing, read_sourcing
from dragoman.errors import CodebookError
from dragoman.events.coding import Coding
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

pytestmark = pytest.mark.model
MINISTER = "Norwegian Foreign Minister Marta Lind"

# The text; the act of its last statement; the words of the statement or the type of the event that it answers.
ATTACKED, LIED, SIGNED = "Norway had attacked the bridge", "Norway had lied", "a pact had been signed"
CASES = [
    (f"Latvia said that {ATTACKED}. Norway denied the accusation.", "denial", ATTACKED),
    ("Norwegian troops attacked Latvia on Monday. Norway denied that it had attacked Latvia.", "denial", "ASSAULT"),
    (f"Latvia accused Norway of lying. {MINISTER} rejected the claim as false.", "denial", "Norway of lying"),
    (f"Reports said that {LIED}. Norway dismissed the reports.", "denial", LIED),
    (f"Latvia said that {LIED}. Norway called the Latvian report false.", "denial", LIED),
    (f"Latvia said {LIED}. “That report is not true,” {MINISTER} said.", "denial", LIED),
    (f"Latvia said that {SIGNED}. Norway confirmed that it was signed.", "confirmation", SIGNED),
    (f"{MINISTER} met the Latvian king. A spokesman of Norway confirmed the meeting.", "confirmation", "CONSULT"),
    (f"Latvia said that {LIED}. {MINISTER} acknowledged that the report was correct.", "confirmation", LIED),
    ("Norway denied having attacked Latvia.", "denial", None),
    (f"Latvia said that {LIED}. Sweden said that the talks would go on.", None, None),
    ("Norway said that it had waited. Norway denied the accusation.", "denial", None),
    (f"Latvia said that {LIED}. Norway did not confirm the report.", None, None),
]


def code(text: str) -> Coding:
    return pipeline().code(Document("t", "t.txt", text))


@pytest.mark.parametrize(("text", "act", "target"), CASES)
def test_answers(text: str, act: str | None, target: str | None) -> None:
    coding = code(text)
    last = coding.statements[-1]
    told = {s.id: text[s.content[0].start : s.content[-1].end] for s in coding.statements}
    told |= {e.id: e.event or "" for e in coding.events}
    assert last.act == act
    assert [told[t] for t in (*last.denies, *last.confirms)] == ([target] if target else [])


@pytest.mark.parametrize(("text", "act", "target"), [case for case in CASES if case[2]])
def test_answers_are_seen_from_the_other_end(text: str, act: str, target: str) -> None:
    coding = code(text)
    last = coding.statements[-1]
    things = [thing for thing in (*coding.events, *coding.statements) if thing.denied_by or thing.confirmed_by]
    assert [thing.id for thing in things] == [*last.denies, *last.confirms]
    assert all((*thing.denied_by, *thing.confirmed_by) == (last.id,) for thing in things)


def test_vocabulary_that_ships_is_whole() -> None:
    words = load_sourcing()
    assert "deny" in words.denial.verbs
    assert next(iter(words.channels)) == "tweet"


def test_faults_of_a_vocabulary_are_told() -> None:
    with pytest.raises(CodebookError, match="no anonymous, no channels"):
        read_sourcing({})
