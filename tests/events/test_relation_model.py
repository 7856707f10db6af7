"""What goes into the relation model and what comes out; the shipped one too, where its runtime is installed."""

from __future__ import annotations

import sys
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.events import relation_model
from dragoman.events.relation_model import MARKS, Encoder, Marked, Opinion, RelationModel, load_model
from dragoman.events.word_pieces import WordPieces
from dragoman.texts.document import Span

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *(mark for pair in MARKS.values() for mark in pair)]
WORDS += ["peru", "thanked", "chile", "and", "."]
PERU, CHILE = Span(0, 4), Span(13, 18)


def encoded(marked: Marked, longest: int = 40) -> list[str]:
    return [WORDS[number] for number in Encoder(WordPieces(WORDS), longest).encode(marked)]


def test_marks_stand_round_the_sides() -> None:
    found = encoded(Marked("Peru thanked Chile.", (PERU,), (CHILE,)))
    assert found == "[CLS] [unused1] peru [unused2] thanked [unused3] chile [unused4] . [SEP]".split()


def test_sides_that_touch_or_are_missing() -> None:
    assert encoded(Marked("PeruChile", (), (Span(0, 4),))) == "[CLS] [unused3] peru [unused4] chile [SEP]".split()
    touching = encoded(Marked("PeruChile", (Span(0, 4),), (Span(4, 9),)))
    assert touching == "[CLS] [unused1] peru [unused2] [unused3] chile [unused4] [SEP]".split()


@given(before=st.integers(0, 60), after=st.integers(0, 60))
def test_of_a_long_sentence_the_part_with_the_marks_stays(before: int, after: int) -> None:
    text = "and " * before + "Peru thanked Chile" + " and" * after
    sides = [Span(4 * before + s.start, 4 * before + s.end) for s in (PERU, CHILE)]
    found = encoded(Marked(text, (sides[0],), (sides[1],)), longest=20)
    assert len(found) == min(20, before + after + 9)
    assert "[unused1] peru [unused2] thanked [unused3] chile [unused4]" in " ".join(found)


def test_an_opinion_is_as_sure_as_the_deed_and_the_event() -> None:
    opinion = Opinion({"AID": 0.8, "COOPERATE": 0.2}, deed=0.5)
    assert (opinion.event, opinion.sureness) == ("AID", 0.4)


def test_without_the_model_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(relation_model, "FOLDER", "models/none")
    with pytest.raises(UsageError, match="make model"):
        load_model.__wrapped__()


def test_without_its_runtime_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(UsageError, match=r"pip install 'dragoman\[model\]'"):
        load_model.__wrapped__()


# ---------------------------------------------------------------- the shipped model


@pytest.fixture(scope="module")
def shipped() -> RelationModel:
    pytest.importorskip("onnxruntime", reason="the extra 'model' is not installed: pip install 'dragoman[model]'")
    return load_model()


CASES = [
    ("<Iceland> telephoned [Malta] on Monday.", "CONSULT"),
    ("<The Peruvian navy> fired on [fishermen from Chile] near the border.", "ASSAULT"),
    ("<Latvia> shipped generators and blankets free of charge to [Moldova].", "AID"),
    ("[Two attachés of Chad] were thrown out by <Togo> for spying.", "SANCTION"),
    ("<Ghana> pledged to reopen its market to [Benin].", "AGREE"),
    ("<Oman> lashed out at [Yemen] over the raid.", "ACCUSE"),
    ("<Finland> turned down a request for money from [Cyprus].", "REJECT"),
]


def marked(text: str) -> Marked:
    plain, spans = "", {}
    for char in text:
        if char in "<[" or char in ">]":
            spans[char] = len(plain)
        else:
            plain += char
    return Marked(plain, (Span(spans["<"], spans[">"]),), (Span(spans["["], spans["]"]),))


def test_it_answers_with_events_of_the_codebook_and_is_small(shipped: RelationModel) -> None:
    assert set(shipped.events) == set(load().events)
    assert (files("dragoman") / relation_model.FOLDER / "NOTICE.md").is_file()
    assert len((files("dragoman") / relation_model.FOLDER / "model.onnx").read_bytes()) < 25_000_000


@pytest.mark.parametrize(("text", "event"), CASES)
def test_the_shipped_model_knows_the_plainest_deeds(shipped: RelationModel, text: str, event: str) -> None:
    opinion = shipped.opinion(marked(text))
    assert opinion.event == event
    assert opinion.deed > 0.5


def test_its_chances_sum_to_one_and_it_repeats_itself(shipped: RelationModel) -> None:
    first, second = (shipped.opinion(marked(CASES[0][0])) for _ in range(2))
    assert sum(first.chances.values()) == pytest.approx(1)
    assert first == second


def test_who_suffers_a_deed_has_not_done_it(shipped: RelationModel) -> None:
    there = marked("<Malta> jailed [four sailors from Tunisia].")
    back = Marked(there.text, there.targets, there.sources)
    assert all(a > b for a, b in pairwise((shipped.opinion(there).deed, shipped.opinion(back).deed)))
