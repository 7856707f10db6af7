"""Accuracy of dates, measured on texts whose time expressions were marked by hand.

``value``: of the marked expressions that mean days on the calendar, how many we resolve to just those days, given their
place. "Early June" and "late on Tuesday" are compared as June and Tuesday, which is all a TIMEX3 value holds.
Datelines (a sentence that is a date and nothing else) are what all else is resolved against and are not counted.
``spans``: whether we find the expressions. One of ours on an expression that the gold marks without days ("in the
past") is not false. ``values``: found and right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.events.dates import Clock, RawTime, read, resolve, scan, time_tense
from dragoman.events.time_forms import Lately, Length
from dragoman.events.time_parts import plain
from dragoman.measures.figures import Figure, Report, figure
from dragoman.measures.timebanks import Days, GoldSentence, GoldText, GoldTime, read_timebank
from dragoman.texts.cleaning import clean
from dragoman.texts.document import Span
from dragoman.texts.parse import Parser
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Judged:
    """A marked expression and what we made of it."""

    document: str
    sentence: str
    words: str
    gold: Days
    ours: Days | None

    @property
    def right(self) -> bool:
        return self.ours == self.gold

    def remark(self) -> str:
        """The error as a line."""
        return f"wrong: {self.words!r} is {_shown(self.gold)}, not {_shown(self.ours)} ({self.document})"


@dataclass(slots=True)
class Counts:
    """Running counts of one measurement."""

    judged: list[Judged] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)


def score_dates(folder: Path, parser: Parser) -> Report:
    """The score over a folder of NAF (TIMEX3) or GUM XML files.

    :raises UsageError: the folder holds no such files.
    """
    counts = judge(read_timebank(folder), parser)
    judged, found = counts.judged, counts.found
    total = max(len(judged), 1)
    figures = [Figure("value, given the span", sum(j.right for j in judged) / total)]
    for name in ("overlap", "exact"):
        figures.append(_f1(f"spans, {name}", found[f"answers {name}"], found["answers"], found[f"golds {name}"], total))
    figures.append(figure("values, found and right", hits=found["right"], answers=found["answers"], wanted=total))
    remarks = tuple(j.remark() for j in judged if not j.right)
    return Report("dates", len(judged), "marked expressions with days", tuple(figures), remarks)


def judge(texts: Sequence[GoldText], parser: Parser) -> Counts:
    """Read every text as the coder does: sentence after sentence, with the day spoken of before."""
    counts = Counts()
    for text in texts:
        clock = Clock(text.published)
        for sentence, doc in zip(text.sentences, parser.parse(map(_sentence, text.sentences)), strict=True):
            reading = _Reading(text, sentence, doc, clock, tuple(raw for raw in scan(sentence.text) if _dated(raw)))
            if sentence.header is None:
                reading.count(counts)
            clock = clock.after(clock.read(doc, reading.ours))
    return counts


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence with our expressions, its parse, and the clock it is read by."""

    text: GoldText
    sentence: GoldSentence
    doc: Doc
    clock: Clock
    ours: tuple[RawTime, ...]

    def days(self, raw: RawTime) -> Days | None:
        """The days of an expression, as TIMEX3 counts them."""
        before = [r for r in self.ours if r.end <= raw.start]
        context = self.clock.after(self.clock.read(self.doc, before)).context
        bare = replace(raw, kind="point", form=plain(raw.form))
        tense = time_tense(self.doc, raw) or ("future" if raw.kind == "until" else None)
        found = resolve(bare, self.clock.anchor, tense, context)
        return Days(found.start, found.end) if found.start and found.end else None

    def count(self, counts: Counts) -> None:
        for raw in self.ours:
            met = [time for time in self.sentence.times if _overlap(time, raw)]
            if not met or any(time.days for time in met):
                counts.found["answers"] += 1
                counts.found["answers overlap"] += bool(met)
                counts.found["answers exact"] += any(self._same(time, raw) for time in met)
                counts.found["right"] += any(time.days == self.days(raw) for time in met if time.days)
        for time in self.sentence.times:
            if time.days is not None:
                met_by = [raw for raw in self.ours if _overlap(time, raw)]
                counts.found["golds overlap"] += bool(met_by)
                counts.found["golds exact"] += any(self._same(time, raw) for raw in met_by)
                counts.judged.append(self._judged(time, time.days))

    def _judged(self, time: GoldTime, days: Days) -> Judged:
        words = self.sentence.text[time.start : time.end]
        raw = read(words)
        ours = None
        if raw is not None:
            before = self.sentence.text[: time.start].split()
            ours = self.days(replace(raw, start=time.start, end=time.end, lead=before[-1].lower() if before else ""))
        return Judged(self.text.name, self.sentence.text, words, days, ours)

    def _same(self, time: GoldTime, raw: RawTime) -> bool:
        """Whether both are the same words, an article aside."""
        gold = self.sentence.text[time.start : time.end]
        return gold.lower().removeprefix("the ") == raw.words.lower().removeprefix("the ") and time.end == raw.end


def _overlap(time: GoldTime, raw: RawTime) -> bool:
    return time.start < raw.end and raw.start < time.end


def _dated(raw: RawTime) -> bool:
    return raw.kind in ("point", "since", "until") and not isinstance(raw.form, Lately | Length)


def _sentence(sentence: GoldSentence) -> Sentence:
    return Sentence(0, 0, sentence.text, Span(0, len(sentence.text)), 0, False, clean(sentence.text))


def _f1(name: str, right: int, answers: int, found: int, wanted: int) -> Figure:
    """F1 of a share of the answers and a share of the gold, counted each on its own side."""
    precision, recall = right / max(answers, 1), found / max(wanted, 1)
    return Figure(name, 2 * precision * recall / (precision + recall) if precision + recall else 0.0, precision, recall)


def _shown(days: Days | None) -> str:
    if days is None:
        return "nothing"
    return days.start if days.start == days.end else f"{days.start}..{days.end}"
