"""Whose state: given the words that stand for a source or target, is its state resolved right?

Measured apart from finding deeds. The set is that of ``measures.gsr``: each actor's ``actorText`` is looked up in the
``text``, and the state of our mention there is held against the actor's ``code``. Actors whose code is no state's (IGO,
NGO) are not judged, nor those whose words do not stand in the text as they are given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.actors.actor import Actor, Mention
from dragoman.actors.reading import Reading
from dragoman.errors import UsageError
from dragoman.measures.figures import Figure, Report
from dragoman.measures.gold import gold_text
from dragoman.measures.roots import country
from dragoman.texts.document import Document, Span

_NO_STATE = ("IGO", "NGO")  # what ``country`` makes of the codes of bodies


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a text that stand for somebody, and the state that he, she or it belongs to (a code)."""

    id: str
    text: str
    span: Span
    state: str

    def __str__(self) -> str:
        return f"{self.id}: {self.text[self.span.start : self.span.end]!r}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The state given, ``""`` where none is, and why it is wrong (``""`` if it is right)."""

    marked: Marked
    state: str
    cause: str


def score_states(gold: Path, read: Callable[[Document], Reading], predictions: Path | None = None) -> Report:
    """The share of marked words whose state is right; the errors by cause in the remarks.

    ``predictions`` is written as ``id<TAB>words<TAB>state<TAB>state given<TAB>cause``, one line for each marked actor.

    :raises UsageError: the file is not a list of such records.
    """
    answers = [answer(marked, read(Document(marked.id, marked.id, marked.text))) for marked in read_marked(gold)]
    if predictions is not None:
        predictions.write_text("".join(f"{_line(a)}\n" for a in answers), encoding="utf-8")
    return judge(answers)


def read_marked(gold: Path) -> list[Marked]:
    """The marked actors of a gold set whose code is that of a state."""
    try:
        records = [r for r in json.loads(gold_text(gold)) if r["event"] != "DOCUMENT"]
        return [marked for record in records for marked in _sides(record)]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        wanted = "a JSON list of records with id, text, source and target"
        raise UsageError(f"{gold} is not {wanted} ({type(error).__name__}: {error}).") from error


def _sides(record: Mapping[str, Any]) -> Iterator[Marked]:
    sides = (one for name in ("source", "target") if isinstance(side := record.get(name), list) for one in side)
    for actor in (one for one in sides if isinstance(one, dict)):
        words, state = actor.get("actorText") or "", country(actor.get("code"))
        at = record["text"].find(words)
        if words and at >= 0 and state and state not in _NO_STATE:
            yield Marked(record["id"], record["text"], Span(at, at + len(words)), state)


def answer(marked: Marked, reading: Reading) -> Answer:
    """The state that a reading gives the marked words, and what is wrong with it."""
    over = list(_over(reading, marked.span))
    given = next((state for _, actor in over if (state := country(actor.country or actor.cameo))), "")
    if given == marked.state:
        return Answer(marked, given, "")
    if given:
        return Answer(marked, given, "another state")
    return Answer(marked, given, "somebody of no state" if over else "nobody found")


def _over(reading: Reading, span: Span) -> Iterator[tuple[Mention, Actor]]:
    """Mentions that touch the words, those that share most with them first; places and adjectives come last."""
    mentions = [m for here in reading.mentions.values() for m in here if m.span.overlaps(span)]
    mentions.sort(key=lambda m: (m.form in ("place", "adjective"), -_shared(m.span, span)))
    return ((m, reading.actors[actor]) for m in mentions for actor in m.actors)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def judge(answers: Sequence[Answer]) -> Report:
    """Shares of right, wrong and missing states."""
    wrong = [a for a in answers if a.cause]
    causes = Counter(a.cause for a in wrong).most_common()
    figures = (
        Figure("state right", 1 - len(wrong) / max(len(answers), 1)),
        Figure("state right where one is given", _share(answers)),
    )
    remark = f"Errors: {', '.join(f'{cause} {times}' for cause, times in causes) or 'none'}."
    return Report("states", len(answers), "marked actors of a state", figures, (remark,))


def _share(answers: Sequence[Answer]) -> float:
    given = [a for a in answers if a.state]
    return sum(not a.cause for a in given) / max(len(given), 1)


def _line(one: Answer) -> str:
    span, text = one.marked.span, one.marked.text
    return "\t".join((one.marked.id, text[span.start : span.end], one.marked.state, one.state, one.cause))
