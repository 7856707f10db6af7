"""The brief: what is known of the dealings of two states, for somebody who has ten minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.events.agreement import Agreement
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.measures.dealing import Dealing
from dragoman.publication.plain_english import English, in_words, quoted
from dragoman.publication.wording import printable
from dragoman.record.contradiction import Contradiction
from dragoman.record.filter import Filter
from dragoman.record.found import Found, Source
from dragoman.record.same_agreement import Tracked
from dragoman.texts.document import Span

Told = Found[Event] | Found[Statement] | Found[Agreement] | Found[Figure]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the sentence that something rests on, in quotation marks, and the report it stands in.

    ``document`` is the id of the report, ``span`` the place of the sentence in it.
    """

    number: int
    teller: str
    title: str
    day: str
    words: str
    url: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told: ``head`` is its day or name, ``words`` the report's own, ``notes`` the numbers of its notes.

    ``items`` are what belongs to it, such as the steps of an agreement; they have no items themselves. ``thing`` is the
    id of what is told, where it is one thing of the record.
    """

    text: str
    head: str = ""
    words: str = ""
    notes: tuple[int, ...] = ()
    items: tuple[Entry, ...] = ()
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """``lead`` says what is to be known before; ``table`` has its header as its first row.

    ``named``: the heads of the entries are names, not days.
    """

    title: str
    lead: str = ""
    entries: tuple[Entry, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """``summary`` are whole sentences; ``made`` says from what the brief was made, and by what."""

    title: str
    subtitle: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    made: str


@dataclass(slots=True)
class Notes:
    """Footnotes as they are asked for: the same sentence of the same report has one number."""

    kept: dict[tuple[str, str], Note] = field(default_factory=dict)

    def of(self, *told: Told) -> tuple[int, ...]:
        """Their numbers, each once, in order."""
        return tuple(sorted({self._number(found) for found in told}))

    def numbered(self) -> dict[int, Note]:
        """All that were asked for, by number."""
        return {note.number: note for note in self.kept.values()}

    def _number(self, found: Told) -> int:
        source, key = found.source, (found.source.id, found.passage)
        if key not in self.kept:
            words = quoted(found.passage)
            title = printable(source.title or "")
            span = Span(found.start, found.start + len(found.passage))
            about = (teller(source), title, in_words(source.published), words, source.url or "", source.id, span)
            note = Note(len(self.kept) + 1, *about)
            self.kept[key] = note
        return self.kept[key].number


@dataclass(frozen=True, slots=True)
class Matter:
    """All that a brief is made of. ``states`` are the two, ISO3."""

    states: tuple[str, str]
    wanted: Filter
    dealings: Sequence[Dealing]
    statements: Sequence[Found[Statement]]
    agreements: Sequence[Tracked]
    figures: Sequence[Found[Figure]]
    contradictions: Sequence[Contradiction]
    english: English
    notes: Notes

    @property
    def done(self) -> list[Dealing]:
        return [dealing for dealing in self.dealings if dealing.done]

    @property
    def sources(self) -> list[Source]:
        """The reports that anything was taken from, each once."""
        found: list[Told] = [telling for dealing in self.dealings for telling in dealing.tellings]
        found += [*self.statements, *(told for one in self.agreements for told in one.told), *self.figures]
        return list({one.source.id: one.source for one in found}.values())


def teller(source: Source) -> str:
    """The outlet, or the file of the report where no outlet is known."""
    return printable(source.outlet or f"unnamed outlet ({source.name})")
