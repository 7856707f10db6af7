"""How right dragoman is, on sets whose answers are known. The kinds of set that it can be measured on are one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from dragoman.actors.reader import Reader
from dragoman.codebook.speech import load_speech
from dragoman.errors import UsageError
from dragoman.events.coder import Coder
from dragoman.events.coding import Coding
from dragoman.events.relation import Relater
from dragoman.measures.attributions import score_attributions
from dragoman.measures.dates import score_dates
from dragoman.measures.figures import Figure, Report, figure
from dragoman.measures.gsr import score_gsr
from dragoman.measures.marked import score_states
from dragoman.measures.readouts import Lines, score_readouts
from dragoman.measures.relations import Relate, by_both, by_patterns, score_relations
from dragoman.texts.document import Document


class Measured(Protocol):
    """What is measured: a pipeline (``runs.pipeline``), whole and in its parts."""

    @property
    def reader(self) -> Reader: ...

    @property
    def coder(self) -> Coder: ...

    def code(self, document: Document, /, *, domestic: bool = False) -> Coding: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of gold set: what it holds, and how it is scored (gold, predictions, what is measured, lines)."""

    holds: str
    score: Callable[[Path, Path | None, Measured, Lines | None], Report]


KINDS: Mapping[str, Kind] = {
    "relations": Kind(
        "sentences with a marked source and target, and the root of what one does to the other",
        lambda gold, out, it, _: score_relations(gold, _relate(it), out),
    ),
    "gsr": Kind(
        "sentences with all that is needed: who does what to whom",
        lambda gold, out, it, _: score_gsr(gold, partial(it.code, domestic=True), out),  # the set is full of them
    ),
    "states": Kind(
        "the sentences of gsr: is the state of the marked sources and targets right",
        lambda gold, out, it, _: score_states(gold, it.reader.read, out),
    ),
    "readouts": Kind(
        "official readouts with the call or meeting they tell of",
        lambda gold, out, it, lines: score_readouts(gold, it.code, out, lines),
    ),
    "dates": Kind(
        "a folder of texts whose time expressions were marked by hand",
        lambda gold, out, it, _: score_dates(gold, it.reader.parser),
    ),
    "attributions": Kind(
        "a folder of texts whose statements were marked by hand: source, cue and content",
        lambda gold, out, it, _: _attributions(gold, it),
    ),
}


def score(
    kind: str, gold: Path, predictions: Path | None = None, *, pipeline: Measured, lines: Lines | None = None
) -> Report:
    """Code a gold set and say how right that was.

    ``predictions`` is a file to write the answers to, where the kind has a form for them; those of readouts need
    ``lines``, which turns a coding into JSON objects.

    :raises UsageError: no such kind, no such file, or a file of another form.
    """
    if kind not in KINDS:
        raise UsageError(f"There is no kind of set named {kind!r}. The kinds are: {', '.join(KINDS)}.")
    if not gold.exists():
        raise UsageError(f"The gold set {gold} does not exist.")
    return KINDS[kind].score(gold, predictions, pipeline, lines)


def _relate(it: Measured) -> Relate:
    """By patterns, and by the model as well where it is used."""
    relater = Relater(it.coder, it.reader.parser)
    return by_patterns(relater) if it.coder.adviser is None else by_both(relater, it.coder.adviser)


def _attributions(folder: Path, measured: Measured) -> Report:
    found = score_attributions(folder, measured.reader.parser, load_speech())
    figures = []
    for scope, tally in (("all", found.whole), ("in scope", found.in_scope)):
        figures += [
            figure(f"cue, {scope}", hits=tally.cue, answers=tally.found, wanted=tally.gold),
            figure(f"content, {scope}", hits=tally.content, answers=tally.found, wanted=tally.gold),
            Figure(f"source of contents found, {scope}", tally.source / max(tally.content, 1)),
        ]
    return Report("attributions", found.whole.gold, "attributions", tuple(figures))
