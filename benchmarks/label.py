"""Labels made by hand (``benchmarks/labels``), the texts they lie in, and what dragoman reads there."""

from __future__ import annotations

import csv
import functools
import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.events.coding import Coding
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Span

LABELS = Path(__file__).parent / "labels"
SMALL_WORDS = frozenset("a an and at for in of on s the to".split())
SAME = {"spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "vice": "deputy"}
RANKS = frozenset("acting assistant deputy prime".split())

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: its cause ("missed person"), the document it lies in, and what was found there and wanted."""

    cause: str
    document: str
    what: str

    def __str__(self) -> str:
        return f"{self.cause}: {self.document}: {self.what}"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text as dragoman reads it, with its labels."""

    coding: Coding
    rows: Sequence[Row]

    def words(self, span: Span) -> str:
        return self.coding.document.text[span.start : span.end]

    def fault(self, cause: str, what: str) -> Fault:
        return Fault(cause, self.coding.document.name, what)


def rows_of(name: str) -> list[Row]:
    """The rows of a file of labels."""
    with (LABELS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def labelled(shared: Path, name: str, *, model: bool = False) -> Iterator[Labelled | Fault]:
    """Each labelled text; a Fault for one that is not what was labelled. ``model``: the learned one speaks too."""
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(name):
        by_document[row["document"]].append(row)
    for document, rows in by_document.items():
        if digest(text_of(shared, document)) != rows[0]["sha256"]:
            yield Fault("changed text", document, "it is not the text that was labelled, and is left out")
        else:
            yield Labelled(_coding(shared, document, model), rows)


@functools.cache
def _coding(shared: Path, document: str, model: bool) -> Coding:
    return pipeline(model=model).code(Document(document, document, text_of(shared, document)))


def text_of(shared: Path, document: str) -> str:
    """The text of an article (``wn001.txt``) or of a row, from 0, of the releases (``state_dept_2021.jsonl#12``)."""
    name, _, number = document.partition("#")
    if number:
        lines = (shared / "bench" / name).read_bytes().decode("utf-8").splitlines()
        return str(json.loads(lines[int(number)])["text"])
    return (shared / "news" / name).read_bytes().decode("utf-8")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def span_of(row: Row) -> Span:
    return Span(int(row["start"]), int(row["end"]))


def causes(faults: Iterable[Fault]) -> str:
    """How often each cause occurs, the most frequent first."""
    counted = Counter(fault.cause for fault in faults).most_common()
    return f"Errors: {', '.join(f'{cause} {times}' for cause, times in counted) or 'none'}."


def share(right: Sequence[bool]) -> float:
    """How much of it is right; 0 of nothing."""
    return sum(right) / max(len(right), 1)


def same_name(wanted: str, given: str) -> bool:
    """One name holds all words of the other ("Araqchi" and "Abbas Araqchi"; not two people of one family)."""
    return _held(_words(wanted), _words(given))


def same_office(wanted: str, given: str) -> bool:
    """One title holds all words of the other, of one rank: a deputy minister is no minister."""
    left, right = _words(wanted), _words(given)
    return RANKS & left == RANKS & right and _held(left, right)


def _held(left: frozenset[str], right: frozenset[str]) -> bool:
    if len(left) > len(right):
        left, right = right, left
    return bool(left) and all(any(_same(a, b) for b in right) for a in left)


def _same(a: str, b: str) -> bool:
    """Equal, or one begins the other: Iran, Iranian."""
    return a == b or (min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a)))


def _words(text: str) -> frozenset[str]:
    """Case, accents, dots and small words taken away: ``U.S.`` is ``us``."""
    plain = unicodedata.normalize("NFKD", text.replace(".", ""))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return frozenset(SAME.get(word, word) for word in re.findall(r"\w+", bare)) - SMALL_WORDS
