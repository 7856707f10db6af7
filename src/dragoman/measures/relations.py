"""Accuracy on sentences with a marked pair: which of fifteen roots does the source do to the target?

The set is a table (tab-separated, UTF-8) with the columns ``uid root quad marked_sentence``. In ``marked_sentence`` the
source stands in ``<s>…</s>`` and the target in ``<t>…</t>``; each may be marked several times or not at all.
Every row gets an answer, so nothing is gained by silence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.events.relation import Relater
from dragoman.events.relation_model import Marked
from dragoman.events.second_opinion import Adviser
from dragoman.measures.figures import Figure, Report, f1
from dragoman.measures.gold import gold_text
from dragoman.measures.roots import QUADS, root
from dragoman.texts.document import Span

COLUMNS = ("uid", "root", "quad", "marked_sentence")
Spans = tuple[Span, ...]
Relate = Callable[[str, Spans, Spans], str]  # sentence, places of the source, places of the target: one of the roots
# The answer where no pattern says anything. It is the same for all rows and taken from no set.
FALLBACK = "CONSULT"
# A pattern less sure than this was met beside the marked two and not with them as its sides (``Relater.relate``).
WEAK = 0.45
_MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence without its marks, and where the marked ones stand in it."""

    uid: str
    root: str
    quad: int
    sentence: str
    sources: Spans
    targets: Spans


def score_relations(gold: Path, relate: Relate, predictions: Path | None = None) -> Report:
    """Macro-F1 and accuracy for roots, quads and cooperation against conflict.

    ``predictions`` is written as ``uid<TAB>root<TAB>quad``, one line a row.

    :raises UsageError: the file lacks a column or a mark is not closed.
    """
    rows = read_rows(gold)
    answers = {row.uid: relate(row.sentence, row.sources, row.targets) for row in rows}
    if predictions is not None:
        predictions.write_text("".join(f"{uid}\t{a}\t{QUADS[a]}\n" for uid, a in answers.items()), encoding="utf-8")
    return judge(rows, answers)


def read_rows(gold: Path) -> list[Row]:
    """The rows of a gold table."""
    table = csv.DictReader(io.StringIO(gold_text(gold), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        wanted = f"it needs {', '.join(COLUMNS)}, tab-separated"
        raise UsageError(f"{gold} lacks the column {', '.join(missing)}; {wanted}.")
    return [_row(gold, cells) for cells in table]


def _row(gold: Path, cells: Mapping[str, str]) -> Row:
    if None in cells.values() or not cells["quad"].isdecimal():
        raise UsageError(f"{gold}, row {cells['uid']}: a field is missing, or the quad class is not a number, 1 to 4.")
    sentence, marked = unmark(cells["marked_sentence"])
    if sentence is None:
        raise UsageError(f"{gold}, row {cells['uid']}: a mark <s> or <t> is opened or closed without its other half.")
    return Row(cells["uid"], root(cells["root"]), int(cells["quad"]), sentence, marked["s"], marked["t"])


def unmark(marked: str) -> tuple[str | None, dict[str, Spans]]:
    """The sentence without marks, and the places of ``s`` and ``t`` in it; ``None`` if the marks do not pair."""
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, Spans] = {"s": (), "t": ()}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        closing, side = mark.groups()
        if bool(closing) != (side in opened):
            return None, {}
        if closing:
            spans[side] += (Span(opened.pop(side), len(text)),)
        else:
            opened[side] = len(text)
    return (None if opened else text + marked[at:]), spans


def judge(rows: Sequence[Row], answers: Mapping[str, str]) -> Report:
    """The figures for given answers; a row without one is wrong."""
    pairs = [(row, answers.get(row.uid, "")) for row in rows]
    views: dict[str, list[tuple[object, object]]] = {
        "root": [(row.root, answer) for row, answer in pairs],
        "quad": [(row.quad, QUADS.get(answer)) for row, answer in pairs],
        "cooperation/conflict": [(row.quad > 2, QUADS[answer] > 2 if answer else None) for row, answer in pairs],
    }
    figures = [f for name, view in views.items() for f in (_macro(name, view), _accuracy(name, view))]
    return Report("relations", len(rows), "sentences", tuple(figures))


def _macro(name: str, view: Sequence[tuple[object, object]]) -> Figure:
    """Means over the classes that the gold holds; F1 is the mean of the classes' F1."""
    scores = [_class(label, view) for label in {wanted for wanted, _ in view}]
    precision, recall, value = (sum(column) / max(len(scores), 1) for column in zip((0, 0, 0), *scores, strict=True))
    return Figure(f"{name} macro", value, precision, recall)


def _class(label: object, view: Sequence[tuple[object, object]]) -> tuple[float, float, float]:
    hits = sum(wanted == label == answer for wanted, answer in view)
    answers, wanted = sum(a == label for _, a in view), sum(w == label for w, _ in view)
    precision, recall = hits / answers if answers else 0.0, hits / wanted
    return precision, recall, f1(precision, recall)


def _accuracy(name: str, view: Sequence[tuple[object, object]]) -> Figure:
    return Figure(f"{name} accuracy", sum(wanted == answer for wanted, answer in view) / max(len(view), 1))


def by_patterns(relater: Relater) -> Relate:
    """The answer of the patterns, else ``FALLBACK``."""

    def relate(sentence: str, sources: Spans, targets: Spans) -> str:
        deed, _ = relater.relate(sentence, sources, targets)
        return (root(deed.event, deed.cameo) if deed else "") or FALLBACK

    return relate


def by_model(adviser: Adviser) -> Relate:
    """The likeliest root; the set has a deed in every row, so that there may be none is not asked."""

    def relate(sentence: str, sources: Spans, targets: Spans) -> str:
        chances: dict[str, float] = {}
        for event, chance in adviser.opinion(Marked(sentence, sources, targets)).chances.items():
            chances[root(event)] = chances.get(root(event), 0) + chance
        return max(chances, key=chances.__getitem__)

    return relate


def by_both(relater: Relater, adviser: Adviser) -> Relate:
    """The answer of the patterns; of the model where they are silent or weakly sure."""
    advised = by_model(adviser)

    def relate(sentence: str, sources: Spans, targets: Spans) -> str:
        deed, sure = relater.relate(sentence, sources, targets)
        answer = root(deed.event, deed.cameo) if deed and sure >= WEAK else ""
        return answer or advised(sentence, sources, targets)

    return relate
