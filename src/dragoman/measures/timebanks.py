"""Texts whose time expressions were marked by hand, in two forms: NAF/CAT files with TIMEX3 and GUM's TEI-like XML."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from dragoman.errors import UsageError
from dragoman.events.calendar import Range
from dragoman.events.time_expressions import read
from dragoman.events.time_forms import Fixed, Season, Share
from dragoman.texts.document import UNKNOWN, Interval

_LAST_MARKED = 5  # MEANTIME marks times in the title, the dateline and the first four sentences only


class Days(NamedTuple):
    """The days a gold value means, both ends meant."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A marked expression at ``[start, end)`` of its sentence; ``days`` is ``None`` where the gold names no days."""

    start: int
    end: int
    days: Days | None


@dataclass(frozen=True, slots=True)
class GoldSentence:
    text: str
    times: tuple[GoldTime, ...]

    @property
    def header(self) -> GoldTime | None:
        """The date that is all there is of the sentence: a dateline."""
        only = [t for t in self.times if not re.search(r"\w", self.text[: t.start] + self.text[t.end :])]
        return only[0] if only else None


@dataclass(frozen=True, slots=True)
class GoldText:
    """A marked text. ``published`` is its dateline where it has one, else what the file says."""

    name: str
    published: Interval
    sentences: tuple[GoldSentence, ...]


def read_timebank(folder: Path) -> list[GoldText]:
    """All marked texts under a folder.

    :raises UsageError: it holds none.
    """
    texts = []
    for file in sorted(folder.rglob("*.xml")):
        source = file.read_text(encoding="utf-8")
        if "<TIMEX3" in source:
            texts.append(_naf(file.stem, source))
        elif source.lstrip().startswith("<text "):
            texts.append(_gum(file.stem, source))
    if not texts:
        raise UsageError(f"{folder} holds no texts with marked times; give a folder of NAF (TIMEX3) or GUM XML files.")
    return texts


def _naf(name: str, source: str) -> GoldText:
    root = ElementTree.fromstring(source)
    tokens = list(root.iter("token"))
    places = {t.get("t_id"): n for n, t in enumerate(tokens)}
    marks, created = [], None
    for timex in root.iter("TIMEX3"):
        days = timex_days(timex.get("value") or "") if timex.get("type") in ("DATE", "TIME") else None
        if timex.get("functionInDocument") == "CREATION_TIME":
            created = created or days
        held = sorted(places[a.get("t_id")] for a in timex.iter("token_anchor"))
        if held:
            marks.append((held[0], held[-1] + 1, days))
    words = [(t.get("sentence") or "0", t.text or "") for t in tokens if int(t.get("sentence") or 0) <= _LAST_MARKED]
    return _text(name, created, words, marks)


def _gum(name: str, source: str) -> GoldText:
    words: list[tuple[str, str]] = []
    marks: list[tuple[int, int, Days | None]] = []
    opened: list[tuple[int, Days | None]] = []
    sentence = 0
    for line in source.splitlines():
        if line.startswith("<s ") or line == "<s>":
            sentence += 1
        elif line.startswith("<date"):
            opened.append((len(words), _tei_days(dict(re.findall(r'(\w+)="([^"]*)"', line)))))
        elif line.startswith("</date"):
            start, days = opened.pop()
            marks.append((start, len(words), days))
        elif "\t" in line:
            words.append((str(sentence), html.unescape(line.split("\t")[0])))
    created = re.search(r'dateCreated="([^"]*)"', source)
    return _text(name, timex_days(created.group(1)) if created else None, words, marks)


def _text(
    name: str, created: Days | None, words: Sequence[tuple[str, str]], marks: Sequence[tuple[int, int, Days | None]]
) -> GoldText:
    sentences = []
    start = 0
    while start < len(words):
        end = start + 1
        while end < len(words) and words[end][0] == words[start][0]:
            end += 1
        text, offsets = join([word for _, word in words[start:end]])
        held = [(a - start, b - start - 1, days) for a, b, days in marks if start <= a and b <= end]
        times = [GoldTime(offsets[a][0], offsets[b][1], days) for a, b, days in held]
        sentences.append(GoldSentence(text, tuple(sorted(times, key=lambda t: t.start))))
        start = end
    datelines = (read(s.text[s.header.start : s.header.end]) for s in sentences[:4] if s.header)
    days = next((d.form for d in datelines if d and isinstance(d.form, Fixed) and d.form.year and d.form.day), None)
    found = _range(days.of(days.year)) if days and days.year else created
    published = Interval(found.start, found.end, "day", "given") if found else UNKNOWN
    return GoldText(name, published, tuple(sentences))


def join(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, with the place of each."""
    text, places = "", []
    glue = True
    for word in words:
        if not glue and not re.match(r"[,.;:?!)\]%’]|'\w|n't$|-$", word):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glue = word in ("(", "[", "$", "-", "“")
    return text, places


def timex_days(value: str) -> Days | None:
    """The days, if any, of a TIMEX3 value: ``2020-07-21``, ``2020-07``, ``2020-Q2``, ``2020-W30``, ``2020-SP`` …"""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?", value)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        return (year and _range(Fixed(year, month, day).of(year))) or None
    if re.fullmatch(r"\d{3}", value):
        return Days(f"{value}0-01-01", f"{value}9-12-31")
    year_text, _, rest = value.partition("-")
    if not re.fullmatch(r"\d{4}", year_text):
        return None
    year = int(year_text)
    if week := re.fullmatch(r"W(\d\d)(-WE)?", rest):
        monday = date.fromisocalendar(year, int(week.group(1)), 1)
        return Days(str(monday + timedelta(days=5 if week.group(2) else 0)), str(monday + timedelta(days=6)))
    if part := re.fullmatch(r"([QH])(\d)", rest):
        return _range(Share(int(part.group(2)), 4 if part.group(1) == "Q" else 2).of(year))
    season = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(rest)
    return _range(Season(season).of(year)) if season else None


def _tei_days(attributes: dict[str, str]) -> Days | None:
    if "when" in attributes:
        return timex_days(attributes["when"])
    first, last = (timex_days(attributes.get(name, "")) for name in ("from", "to"))
    return Days(first.start, last.end) if first and last else None


def _range(found: Range | None) -> Days | None:
    return Days(str(found.start), str(found.end)) if found else None
