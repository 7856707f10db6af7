"""The training sentences: tables that we wrote, one a kind, and how they are parted."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from dragoman.events.relation_model import Marked
from dragoman.measures.relations import unmark

FOLDER = Path(__file__).with_name("sentences")
EVENTS = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
          "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its answer. ``kind`` is a PLOVER event or NONE; ``mode`` is finer than the kind, or empty."""

    kind: str
    mode: str
    marked: Marked

    @property
    def fine(self) -> str:
        return f"{self.kind} {self.mode}".strip()


def read_examples(folder: Path = FOLDER) -> list[Example]:
    """All rows of all tables, each sentence once, in a fixed order."""
    found: dict[str, Example] = {}
    for table in sorted(folder.glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                kind, mode = row["kind"], row["mode"] or ""
                if kind == "YIELD":  # CONCEDE, RETREAT or RETREAT/release
                    kind, _, mode = mode.partition("/")
                found.setdefault(row["sentence"], Example(kind, mode, _unmarked(row["sentence"])))
    return list(found.values())


def _unmarked(sentence: str) -> Marked:
    text, places = unmark(sentence)
    if text is None:
        raise ValueError(f"A mark <s> or <t> is opened or closed without its other half: {sentence}")
    return Marked(text, places["s"], places["t"])


def part(examples: list[Example], share: float) -> tuple[list[Example], list[Example]]:
    """Those to learn from and those held out. A sentence's side hangs on its text alone, so new rows move no others."""

    def held(example: Example) -> bool:
        digest = hashlib.sha256(example.marked.text.encode()).digest()
        return int.from_bytes(digest[:4], "big") / 2**32 < share

    return [e for e in examples if not held(e)], [e for e in examples if held(e)]
