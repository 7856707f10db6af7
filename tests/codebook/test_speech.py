"""The vocabulary of speech: its own examples give statements, its counter-examples none, and faults are all told."""

import pytest

from dragoman.codebook.speech import Case, load_speech, read_speech
from dragoman.errors import CodebookError
from dragoman.events.said import find_said
from dragoman.measures.attributions import plain_reading
from dragoman.texts.parse import parser


@pytest.mark.model
@pytest.mark.parametrize("case", load_speech().cases, ids=lambda case: case.sentence)
def test_codebook_case(case: Case) -> None:
    reading = plain_reading(case.sentence, parser())
    said = find_said(reading, load_speech())
    cues = {reading.parsed[s.sentence][s.saying.head].lemma_ for s in said}
    assert cues & case.lemmas if case.lemmas else not cues


def test_every_group_has_both_kinds_of_cases() -> None:
    kinds = [bool(case.lemmas) for case in load_speech().cases]
    assert kinds.count(True) >= 25
    assert kinds.count(False) >= 25


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(CodebookError, match=r"no frame 'clausal'.*no counter.*mutter: no examples"):
        read_speech({"verbs": [
            {"lemmas": ["say"], "frames": ["clausal"], "examples": ["He said so."]},
            {"lemmas": ["mutter"], "frames": ["clause"], "counter": ["He left."]},
        ]})  # fmt: skip
