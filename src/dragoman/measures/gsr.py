"""Accuracy end to end on single sentences: who does what to whom, where only the sentence is given.

The set is a JSON list of records with ``id``, ``text``, ``event``, ``source`` and ``target`` (lists of ``{"code": …}``,
or nothing). Records that share a sentence are pooled; those with the event ``DOCUMENT`` are skipped. Two sources and no
target are a reciprocal deed, right in either direction; a side that the gold leaves out is not judged. Most sentences
have only one of their events coded, so precision is a lower bound.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.measures.figures import Figure, Report, figure
from dragoman.measures.gold import gold_text
from dragoman.measures.roots import QUADS, country, root
from dragoman.texts.document import Document

Triple = tuple[str, str, str]  # root, source, target; "" where there is none
_LEVELS = ("type", "type+source", "type+source+target")


@dataclass(frozen=True, slots=True)
class Unit:
    """One deed of the gold. ``None`` for a side that is not judged; ``mutual``: right in either direction."""

    root: str
    source: str | None
    target: str | None
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A distinct sentence with all that the gold says of it."""

    id: str
    text: str
    units: tuple[Unit, ...]


def score_gsr(gold: Path, code: Callable[[Document], Coding], predictions: Path | None = None) -> Report:
    """Precision, recall and F1 of type, type with source, and type with both sides, for roots and for quads.

    ``predictions`` is written as ``id<TAB>source<TAB>target<TAB>type``, one line an event.

    :raises UsageError: the file is not a list of such records.
    """
    sentences = read_sentences(gold)
    answers = {s.id: list(triples(code(Document(f"{s.id}.txt", f"{s.id}.txt", s.text)))) for s in sentences}
    if predictions is not None:
        rows = ("\t".join((id, *sides, name)) for id, found in answers.items() for name, *sides in found)
        predictions.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return judge(sentences, answers)


def read_sentences(gold: Path) -> list[Sentence]:
    """The distinct sentences of the gold, in order."""
    try:
        records = [r for r in json.loads(gold_text(gold)) if r["event"] != "DOCUMENT"]
        return list(_pooled(records))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        wanted = "a JSON list of records with id, text, event, source and target"
        raise UsageError(f"{gold} is not {wanted} ({type(error).__name__}: {error}).") from error


def _pooled(records: Sequence[Mapping[str, Any]]) -> Iterator[Sentence]:
    ids: dict[str, str] = {}  # normalised sentence: its id; one id of the public file stands for two sentences
    units: dict[str, list[Unit]] = {}
    texts: dict[str, str] = {}
    for record in records:
        key = re.sub(r"[^a-z0-9]+", " ", record["text"].lower()).strip()
        if key not in ids:
            ids[key] = record["id"] + ("#2" if record["id"] in ids.values() else "")
            texts[key] = record["text"]
        units.setdefault(key, []).extend(_units(record))
    yield from (Sentence(id, texts[key], tuple(units[key])) for key, id in ids.items())


def _units(record: Mapping[str, Any]) -> Iterator[Unit]:
    name, sources, targets = root(record["event"]), _codes(record.get("source")), _codes(record.get("target"))
    if not name:
        return
    if not targets and len(sources) > 1:
        yield from (Unit(name, a, b, mutual=True) for a, b in combinations(sources, 2))
    else:
        sides = product(sources or [None], targets or [None])
        yield from (Unit(name, *pair) for pair in sides if pair != (None, None))


def _codes(side: object) -> list[str | None]:
    return [country(actor.get("code")) for actor in side if isinstance(actor, dict)] if isinstance(side, list) else []


def triples(coding: Coding) -> Iterator[Triple]:
    """The events of a coding as root, source and target. What did not happen is left out."""
    codes = {actor.id: country(actor.country or actor.cameo) for actor in coding.actors}
    for event in coding.events:
        name = root(event.event, event.cameo)
        if name and event.status not in ("negated", "denied"):
            yield from ((name, *sides) for sides in _sides(event, codes))


def _sides(event: Event, codes: Mapping[str, str]) -> list[tuple[str, str]]:
    actors = list(dict.fromkeys(codes.get(id, "") for id in event.actors))
    if event.symmetric and len(actors) > 1:
        return list(combinations(actors, 2))
    recipients = list(dict.fromkeys(codes.get(id, "") for id in event.recipients))
    return list(product(actors or [""], recipients or [""]))


def judge(sentences: Sequence[Sentence], answers: Mapping[str, Sequence[Triple]]) -> Report:
    """The figures for given answers, keyed by the sentences' ids."""
    figures = [
        _level(f"{classes} {name}", sentences, answers, level, classes == "quad")
        for classes in ("root", "quad")
        for level, name in enumerate(_LEVELS)
    ]
    return Report("gsr", len(sentences), "sentences", tuple(figures))


def _level(
    name: str, sentences: Sequence[Sentence], answers: Mapping[str, Sequence[Triple]], level: int, quad: bool
) -> Figure:
    counts = [_count(s.units, answers.get(s.id, ()), level, quad) for s in sentences]
    hits, answered, wanted = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return figure(name, hits=hits, answers=answered, wanted=wanted)


def _count(units: Sequence[Unit], answers: Sequence[Triple], level: int, quad: bool) -> tuple[int, int, int]:
    """Hits, answers and wanted deeds of one sentence. The mirror of a reciprocal deed is neither right nor wrong."""
    wanted = sorted({_cut(unit, level, quad) for unit in units}, key=repr)
    given = sorted({(_kind(name, quad), a * (level > 0), b * (level > 1)) for name, a, b in answers})
    meets = {(i, j) for i, answer in enumerate(given) for j, unit in enumerate(wanted) if _meets(unit, answer, level)}
    taken = _matched(len(wanted), len(given), meets)
    mirrors = {i for i, j in meets if wanted[j].mutual} - taken.keys()
    return len(taken), len(given) - len(mirrors), len(wanted)


def _kind(name: str, quad: bool) -> str:
    return str(QUADS[name]) if quad else name


def _cut(unit: Unit, level: int, quad: bool) -> Unit:
    """A unit as far as a level looks at it. The level of sources still needs both parties of a reciprocal deed."""
    name = _kind(unit.root, quad)
    if level == 0:
        return Unit(name, None, None)
    return Unit(name, unit.source, unit.target if level > 1 or unit.mutual else None, unit.mutual)


def _meets(unit: Unit, answer: Triple, level: int) -> bool:
    name, source, target = answer
    if unit.root != name:
        return False
    if unit.mutual:
        sides = (unit.source, unit.target)
        return source in sides if level == 1 else (source, target) in (sides, sides[::-1])
    return unit.source in (None, source) and unit.target in (None, target)


def _matched(wanted: int, given: int, meets: Set[tuple[int, int]]) -> dict[int, int]:
    """Answers paired with units one to one, as many as can be (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(unit: int, seen: set[int]) -> bool:
        for i in range(given):
            if (i, unit) in meets and i not in seen:
                seen.add(i)
                if i not in taken or place(taken[i], seen):
                    taken[i] = unit
                    return True
        return False

    for unit in range(wanted):
        place(unit, set())
    return taken
