"""Passages of reports that cannot all be taken at their word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.record.found import Source
from dragoman.texts.document import Span, content_id

ContradictionKind = Literal[
    "date", "place", "people", "count", "figure", "term", "stage", "member", "one-sided", "denied", "corrected",
    "wording", "old date", "unclear",
]  # fmt: skip
KINDS: tuple[ContradictionKind, ...] = get_args(ContradictionKind)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report; ``text`` is what stands at ``span``."""

    source: Source
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two passages or more, or one that is at odds with itself.

    ``about`` is the question on which they differ. ``apparent`` says how both may be right after all, where the words
    leave that open; ``None`` where they do not. ``states`` (ISO3) are those it concerns.
    """

    kind: ContradictionKind
    about: str
    passages: tuple[Passage, ...]
    states: frozenset[str]
    apparent: str | None = None

    @property
    def id(self) -> str:
        places = ((passage.source.id, passage.span) for passage in self.passages)
        return content_id("k", self.kind, *(part for place in places for part in place))
