"""Sentences parsed side by side, with words remembered: the same parses as spaCy's own, whatever stands beside."""

from __future__ import annotations

import pytest
import spacy

from dragoman.texts import word_vectors
from dragoman.texts.cleaning import clean
from dragoman.texts.parse import DEFAULT_PIPELINE, Parser, parser
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import split
from dragoman.texts.word_vectors import remember

pytestmark = pytest.mark.model

TEXT = """Norway's prime minister flew to Lima on Monday. He won't sign, said Peru. Talks!
The two ministers, who had met in Oslo before the treaty was signed by their predecessors in 1994, agreed to meet again.
Ghana's envoy, a former general, said that the border, closed since the war, would be opened by the end of the year."""
SENTENCES = list(split(clean(TEXT)))


def told(docs: list[Doc]) -> list[list[tuple[str, str, int, str]]]:
    return [[(t.text, t.dep_, t.head.i, t.tag_) for t in doc] for doc in docs]


def test_side_by_side_as_alone() -> None:
    together = told(list(parser().parse(SENTENCES * 60)))  # more than are taken at once
    alone = [told(list(parser().parse([sentence])))[0] for sentence in SENTENCES]
    assert len(SENTENCES) == 5
    assert together == alone * 60


def test_as_spacy_does_it() -> None:
    theirs = list(spacy.load(DEFAULT_PIPELINE).pipe(sentence.text for sentence in SENTENCES))
    assert told(list(parser().parse(SENTENCES))) == told(theirs)  # type: ignore[arg-type]


def test_none_at_all() -> None:
    assert list(parser().parse([])) == []


def test_a_remembered_word_has_the_vector_it_had() -> None:
    nlp = spacy.load(DEFAULT_PIPELINE)
    pipe, docs = nlp.get_pipe("tok2vec"), [nlp.make_doc(sentence.text) for sentence in SENTENCES]
    before = pipe.model.predict(docs)
    remember(pipe)
    for _ in range(2):  # worked out, then remembered
        assert all((a == b).all() for a, b in zip(before, pipe.model.predict(docs), strict=True))
    with pytest.raises(NotImplementedError, match="load it anew"):
        pipe.model.begin_update(docs)[1](before)


def test_what_is_too_much_to_remember_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(list(parser().parse(SENTENCES)))
    monkeypatch.setattr(word_vectors, "_MOST", 3)
    assert [told(list(parser().parse(SENTENCES))) for _ in range(2)] == [before, before]


def test_a_pipeline_without_such_words_is_left_as_it_is() -> None:
    nlp = spacy.load(DEFAULT_PIPELINE)
    pipe = nlp.get_pipe("tok2vec")
    remember(pipe)
    layers = list(pipe.model.get_ref("embed").layers)
    remember(pipe)
    assert pipe.model.get_ref("embed").layers == layers
    assert Parser(nlp).knows("treaty")
