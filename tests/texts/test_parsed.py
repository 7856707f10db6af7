"""Parsed sentences in plain Python, held against spaCy's own."""

from __future__ import annotations

import pickle

import pytest
import spacy

from dragoman.texts.cleaning import clean
from dragoman.texts.parse import DEFAULT_PIPELINE, parser
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import split

# "the envoys met in Oslo": met ← envoys ← the, met ← in ← Oslo
GIVEN = [*((w, " ", "NN", w) for w in ("The", "envoys", "met", "in")), ("Oslo", "", "NNP", "Oslo")]
HEADS = [(1, "det"), (2, "nsubj"), (2, "ROOT"), (2, "prep"), (3, "pobj")]
MET = Doc("The envoys met in Oslo", GIVEN, HEADS)


def test_a_tree_can_be_walked() -> None:
    the, envoys, met, within, oslo = MET
    assert (met.head, met.children, met.lefts, met.rights) == (met, (envoys, within), [envoys], [within])
    assert (met.left_edge, met.right_edge, within.right_edge) == (the, oslo, oslo)
    assert met.subtree == list(MET)
    assert list(oslo.ancestors) == [within, met]
    assert (the.nbor(), oslo.nbor(-1), [t.idx for t in MET]) == (envoys, within, [0, 4, 11, 15, 18])


def test_words_in_a_row() -> None:
    assert (MET[0:2].text, MET[0:2].root, MET[3:].root, MET[2:2].text) == ("The envoys", MET[1], MET[3], "")
    assert MET.over(5, 16) == MET[1:4]


@pytest.mark.parametrize(("i", "step"), [(0, -1), (4, 1)])
def test_there_is_nobody_beyond_the_ends(i: int, step: int) -> None:
    with pytest.raises(IndexError):
        MET[i].nbor(step)


def test_it_can_be_sent_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(MET))
    assert [(t.text, t.dep_, t.head.i) for t in again] == [(t.text, t.dep_, t.head.i) for t in MET]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The president of Peru, who had been ill, flew to Quito on Monday; his ministers did not.",
        "“We met,” she said, “and we will meet again.”",
        "Talks: a first round – of five – ended in Lima.",
    ],
)
def test_it_says_what_spacy_says(text: str) -> None:
    (ours,) = parser().parse(split(clean(text)))
    theirs = spacy.load(DEFAULT_PIPELINE)(ours.text)
    assert [(t.text, t.lower_, t.idx, t.whitespace_, t.tag_, t.is_punct) for t in ours] == [
        (t.text, t.lower_, t.idx, t.whitespace_, t.tag_, t.is_punct) for t in theirs
    ]
    assert [(t.dep_, t.head.i, t.left_edge.i, t.right_edge.i, [c.i for c in t.children]) for t in ours] == [
        (t.dep_, t.head.i, t.left_edge.i, t.right_edge.i, [c.i for c in t.children]) for t in theirs
    ]
    assert [[t.i for t in one.subtree] for one in ours] == [[t.i for t in one.subtree] for one in theirs]
