"""Reading marked sentences, answering from events, and the figures for relations."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.events.coder import Coder
from dragoman.events.relation import Relater
from dragoman.events.relation_model import Marked, Opinion
from dragoman.events.transform import Deed
from dragoman.measures.relations import FALLBACK, by_both, by_model, by_patterns, read_rows, score_relations, unmark
from dragoman.texts.document import Span
from dragoman.texts.parse import parser

HEAD = "uid\troot\tquad\tsentence\tmarked_sentence\tsource\ttarget\n"
ROWS = (
    ("1", "CONSULT", "1", "<s>Norway</s> telephoned <t>Chile</t>."),
    ("2", "ACCUSE", "3", "<t>Chile</t> was blamed by <s>Norway</s>, said <s>Norway</s>."),
    ("3", "CONSULT", "1", "<s>Norway</s> received guests."),
)


def table(folder: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> Path:
    path = folder / "gold.tsv"
    lines = (f"{uid}\t{root}\t{quad}\t\t{marked}\t\t\n" for uid, root, quad, marked in rows)
    path.write_text(HEAD + "".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("marked", "text", "sources", "targets"),
    [
        ("<s>Norway</s> telephoned <t>Chile</t>.", "Norway telephoned Chile.", ["Norway"], ["Chile"]),
        ("<t>Peru</t> and <s>Mali</s>; <s>Mali</s>", "Peru and Mali; Mali", ["Mali", "Mali"], ["Peru"]),
        ("<s>The <t>Peruvian</t> army</s> fled", "The Peruvian army fled", ["The Peruvian army"], ["Peruvian"]),
        ("Nobody acted.", "Nobody acted.", [], []),
    ],
)
def test_marks_become_places(marked: str, text: str, sources: list[str], targets: list[str]) -> None:
    sentence, spans = unmark(marked)
    assert sentence == text
    assert [text[span.start : span.end] for span in spans["s"]] == sources
    assert [text[span.start : span.end] for span in spans["t"]] == targets


@given(st.lists(st.tuples(st.sampled_from("st"), st.text("abc ", min_size=1)), max_size=4), st.text("xyz "))
def test_unmarking_loses_nothing_else(marks: list[tuple[str, str]], rest: str) -> None:
    sentence, spans = unmark("".join(f"<{side}>{words}</{side}>{rest}" for side, words in marks))
    assert sentence == "".join(words + rest for _, words in marks)
    assert len(spans["s"]) + len(spans["t"]) == len(marks)


@pytest.mark.parametrize("marked", ["<s>Norway", "Norway</s>", "<s>Nor<s>way</s></s>"])
def test_an_unpaired_mark_is_named(tmp_path: Path, marked: str) -> None:
    with pytest.raises(UsageError, match="row 7"):
        read_rows(table(tmp_path, (("7", "CONSULT", "1", marked),)))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("uid\tsentence\n1\tNorway acted.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="root, quad, marked_sentence"):
        read_rows(path)


def test_figures_and_predictions(tmp_path: Path) -> None:
    out = tmp_path / "out.tsv"
    report = score_relations(table(tmp_path), lambda sentence, sources, targets: "CONSULT", out)
    figures = {figure.name: figure for figure in report.figures}
    assert out.read_text(encoding="utf-8") == "1\tCONSULT\t1\n2\tCONSULT\t1\n3\tCONSULT\t1\n"
    # CONSULT: P 2/3, R 1, F1 0.8; ACCUSE: nothing; the mean of both classes.
    assert figures["root macro"].value == pytest.approx(0.4)
    assert figures["root macro"].precision == pytest.approx(1 / 3)
    assert figures["root accuracy"].value == pytest.approx(2 / 3)
    assert figures["cooperation/conflict macro"].value == pytest.approx(0.4)


@dataclass
class Told:
    """A relater that answers with the deed of that name."""

    event: str | None
    cameo: str
    sure: float = 0.5

    def relate(self, text: str, sources: object, targets: object) -> tuple[Deed | None, float]:
        return (Deed(self.event, None, self.cameo, "occurred") if self.cameo else None), self.sure


@pytest.mark.parametrize(
    ("event", "cameo", "answer"),
    [("RETREAT", "084", "YIELD"), (None, "022", "REQUEST"), (None, "010", FALLBACK), (None, "", FALLBACK)],
)
def test_deeds_are_named_by_roots_and_silence_by_the_fallback(event: str | None, cameo: str, answer: str) -> None:
    assert by_patterns(cast(Relater, Told(event, cameo)))("Norway acted.", (), ()) == answer


class Advised:
    """A model that is of two minds whether it is CONCEDE or RETREAT, which are one root."""

    name = "stub"

    def opinion(self, pair: Marked) -> Opinion:
        return Opinion({"AID": 0.4, "CONCEDE": 0.3, "RETREAT": 0.3}, deed=0.1)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (Told("AGREE", "030"), "AGREE"),
        (Told("AGREE", "030", sure=0.4), "YIELD"),  # a pattern met beside the marked pair
        (Told(None, "010"), "YIELD"),  # a statement, which is no root
        (Told(None, ""), "YIELD"),
    ],
)
def test_the_model_answers_where_patterns_are_silent_or_weakly_sure(told: Told, answer: str) -> None:
    assert by_both(cast(Relater, told), Advised())("Norway acted.", (), ()) == answer
    assert by_model(Advised())("Norway acted.", (), ()) == "YIELD"


@pytest.mark.model
def test_patterns_answer_for_the_marked_pair() -> None:
    relate = by_patterns(Relater(Coder(load()), parser()))
    assert relate("Norway sharply criticised Chile over whaling.", (Span(0, 6),), (Span(26, 31),)) == "ACCUSE"
