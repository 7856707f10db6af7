"""Accuracy of contacts on official readouts: a call or meeting whose parties, people and channel are known.

The set is JSON Lines with ``id``, ``published`` (a day), ``text`` and ``expected``: ``{"channel": "phone_call" or
"in_person_meeting", "states": [alpha-3 …], "people": [surname …]}``. Of each readout's events the best is judged: its
states, people, channel, date (within a day of the publication) and status. "found" needs states, channel and
status, "complete" all five. Precision is over the readouts in which anything was coded.
"""

from __future__ import annotations

import datetime
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.measures.figures import Report, figure
from dragoman.measures.gold import gold_text
from dragoman.texts.document import Document, Interval

Lines = Callable[[Coding], Iterable[Mapping[str, Any]]]
CHANNELS = {"phone_call": ("phone_call",), "in_person_meeting": ("in_person_meeting", "visit")}
FIELDS = ("states", "people", "channel", "date", "status")


@dataclass(frozen=True, slots=True)
class Readout:
    """A readout and the contact it tells of."""

    id: str
    published: datetime.date
    text: str
    channels: tuple[str, ...]
    states: frozenset[str]
    people: tuple[str, ...]

    @property
    def document(self) -> Document:
        """The document as it would be read from ``<id>.txt`` with its date given."""
        day = self.published.isoformat()
        return Document(f"{self.id}.txt", f"{self.id}.txt", self.text, published=Interval(day, day, "day", "given"))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is right in the best event of a readout; ``doubles``: how often the contact was coded again."""

    right: frozenset[str] = frozenset()
    answered: bool = False
    doubles: int = 0


def score_readouts(
    gold: Path, code: Callable[[Document], Coding], predictions: Path | None = None, lines: Lines | None = None
) -> Report:
    """Precision, recall and F1 of each field, of "found" and of "complete".

    ``predictions`` is written as JSON Lines, a coding's lines being what ``lines`` makes of it.

    :raises UsageError: the file is not of the form above, or ``predictions`` is asked for without ``lines``.
    """
    readouts = read_readouts(gold)
    codings = {readout.id: code(readout.document) for readout in readouts}
    if predictions is not None:
        if lines is None:
            raise UsageError("Predictions for readouts can be written only by a caller that says how a line is made.")
        rows = (json.dumps(line, ensure_ascii=False) for coding in codings.values() for line in lines(coding))
        predictions.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return judge([judged(readout, codings[readout.id]) for readout in readouts])


def read_readouts(gold: Path) -> list[Readout]:
    """The readouts of a gold file."""
    found = []
    for number, line in enumerate(gold_text(gold).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_readout(json.loads(line)))
        except (ValueError, TypeError, KeyError) as error:
            wanted = "a JSON object with id, published (YYYY-MM-DD), text and expected {channel, states, people}"
            raise UsageError(f"{gold}, line {number} is not {wanted} ({type(error).__name__}: {error}).") from error
    return found


def _readout(item: Mapping[str, Any]) -> Readout:
    expected = item["expected"]
    return Readout(
        item["id"], datetime.date.fromisoformat(item["published"]), item["text"],
        CHANNELS[expected["channel"]], frozenset(expected["states"]), tuple(expected["people"]),
    )  # fmt: skip


def judged(readout: Readout, coding: Coding) -> Judged:
    """The best event of a coding: most right in what makes it found, then most right at all."""
    core = {"states", "channel", "status"}
    found = [_right(readout, event, coding) for event in coding.events]
    best = max(found, key=lambda right: (len(right & core), len(right)), default=frozenset())
    return Judged(best, bool(best), max(0, sum(core <= right for right in found) - 1))


def _right(readout: Readout, event: Event, coding: Coding) -> frozenset[str]:
    actors = {actor.id: actor for actor in coding.actors}
    side = [actors[id] for id in (*event.actors, *event.recipients) if id in actors]
    names = " ".join(_folded(actor.name) for actor in side)
    checks = {
        "states": readout.states <= {actor.country for actor in side},
        "people": all(_folded(person) in names for person in readout.people),
        "channel": event.channel in readout.channels,
        "date": _near(event.date, readout.published),
        "status": event.status == "occurred",
    }
    return frozenset(field for field, right in checks.items() if right)


def _folded(name: str) -> str:
    """Letters and digits only, without accents or case: "Al-Thani" and "al Thani" are one."""
    return "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if char.isalnum())


def _near(date: Interval, published: datetime.date) -> bool:
    try:
        start, end = (datetime.date.fromisoformat(side or "") for side in (date.start, date.end))
    except ValueError:  # open, a whole month or year, or a day of a year that nobody gives
        return False
    return start == end and abs((start - published).days) <= 1


def judge(readouts: Sequence[Judged]) -> Report:
    """The figures over judged readouts."""
    needs = {**{field: {field} for field in FIELDS}, "found": {"states", "channel", "status"}, "complete": {*FIELDS}}
    answers = sum(readout.answered for readout in readouts)
    figures = (
        figure(name, hits=sum(need <= r.right for r in readouts), answers=answers, wanted=len(readouts))
        for name, need in needs.items()
    )
    doubles = sum(readout.doubles for readout in readouts)
    return Report("readouts", len(readouts), "readouts", tuple(figures), (f"contacts coded twice: {doubles}",))
