"""What a file of the record is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.codebook.codebook import Codebook
from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.measures.dealing import Dealing, dealings
from dragoman.measures.scales import Scores
from dragoman.record.edition import Edition
from dragoman.record.filter import Filter
from dragoman.record.found import Found
from dragoman.record.record import Record


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a record, and what its deeds are scored by."""

    record: Record
    wanted: Filter
    scores: Scores
    edition: Edition

    @property
    def book(self) -> Codebook:
        return self.scores.book

    def dealings(self) -> Iterator[Dealing]:
        return dealings(self.record, self.wanted, judged=True)

    def wants(self, one: str | None, other: str | None) -> bool:
        """Whether a pair of states is asked for: it holds the states that the filter names."""
        return {one, other}.issuperset(self.wanted.states)


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a file: rows, the names of their columns, and what was left out, by reason."""

    rows: int
    columns: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Texts:
    """Documents with their sentences and mentions, the last ones at hand: rows of one document mostly come together."""

    record: Record
    kept: dict[str, Coding] = field(default_factory=dict)

    def coding(self, document: str) -> Coding:
        """:raises UsageError: the document is gone from the record."""
        if document not in self.kept:
            coding = self.record.coding(document)
            if coding is None:
                raise UsageError(f"The record changed while it was read: {document} is gone. Export it again.")
            if len(self.kept) >= 64:
                del self.kept[next(iter(self.kept))]
            self.kept[document] = coding
        return self.kept[document]

    def sentence(self, found: Found[Event]) -> int:
        """The number of the sentence that tells it, from 1."""
        spans = self.coding(found.source.id).sentences
        return next((n for n, span in enumerate(spans, 1) if span.start <= found.start < span.end), 0)
