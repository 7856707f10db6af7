"""What a thing of the record rests on: each field with its words and reasons, and the passages with their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dragoman.events.event import Event
from dragoman.publication import explanation
from dragoman.publication.site import cutting
from dragoman.publication.site.cutting import Piece, cut
from dragoman.publication.site.told import kind
from dragoman.publication.wording import printable
from dragoman.record.found import Explained, Found
from dragoman.texts.document import Span

_MOST = 200  # marks in a row, and passages
_LONG = 4_000  # characters of a passage: there are texts that are one sentence from end to end
_BEFORE = 400  # of these, before the first mark
_SAME = {"PLOVER": "event"}  # its reasons go by the name of the field
_APART = {"claim", "corrected"}  # shown elsewhere on the page, as is what it is tied to
_LABELS = {
    "event": "What it is",
    "CAMEO": "In CAMEO",
    "coded by": "How sure",
    "actor": "Who",
    "beside": "Tied to",
    "told by": "Told by",
    "status": "Did it happen",
    "date": "When",
    "channel": "Channel and rank",
    "place": "Where",
}


@dataclass(slots=True)
class Row:
    """A field: its values, why they are so, and the words that it was taken from."""

    name: str
    values: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    words: list[explanation.Mark] = field(default_factory=list)

    @property
    def label(self) -> str:
        return _LABELS.get(self.name, self.name[:1].upper() + self.name[1:])

    @property
    def anchor(self) -> str:
        return "field-" + self.name.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Sentences of a report, cut at their marks."""

    span: Span
    pieces: tuple[Piece, ...]


def rows(explained: Explained) -> list[Row]:
    """The fields in the order of the explanation, each once."""
    found: dict[str, Row] = {}
    thing, reasons = explained.thing, {(one.field, printable(one.why)) for one in explained.thing.reasons}
    apart = _APART | ({"agreement", "figure"} if isinstance(thing, Event) else {"event"})
    if isinstance(thing, Event):
        found["status"] = Row("status", [thing.status])
    for told, value in explanation.fields(explained):
        name = _SAME.get(told, told)
        if name not in apart:
            row = found.setdefault(name, Row(name))
            (row.why if (told, value) in reasons else row.values).append(value)
    seen = set[tuple[str, str]]()  # the same words, of the same kind, are quoted once
    for mark in _marks(explained):
        row = found.setdefault(mark.field, Row(mark.field))
        words = explained.document.text[mark.span.start : mark.span.end]
        if (words, mark.what) not in seen and len(row.words) < _MOST:
            row.words.append(mark)
        seen.add((words, mark.what))
    return list(found.values())


def excerpts(explained: Explained) -> list[Excerpt]:
    """The sentences that it rests on, with all its marks."""
    own = kind(explained.thing)
    looks = {"actor": "actors"} | dict.fromkeys(("date", "terms", "about", "place"), "field")
    marks = [
        cutting.Mark(mark.span, looks.get(mark.field, own), Row(mark.field).anchor, mark.what)
        for mark in _marks(explained)
    ]
    text = explained.document.text
    return [excerpt(text, span, marks) for span in islice(explained.passages, _MOST)]


def excerpt_of(found: Found[Event]) -> Excerpt:
    """The sentence of one report with the words that tell the event, without the document that it stands in."""
    own, start = found.thing.id, found.start
    marks = [
        cutting.Mark(Span(max(0, one.span.start - start), max(0, one.span.end - start)), look, own, what)
        for one in found.thing.evidence
        for look, what in [("field", f"evidence of the {one.field}") if one.field else ("events", "evidence")]
    ]
    told = excerpt(found.passage, Span(0, len(found.passage)), marks)
    return Excerpt(Span(told.span.start + start, told.span.end + start), told.pieces)


def excerpt(text: str, span: Span, marks: Sequence[cutting.Mark]) -> Excerpt:
    """A place with its marks; of a very long one what is about the first of them."""
    if len(span) > _LONG:
        first = min((mark.span.start for mark in marks if span.overlaps(mark.span)), default=span.start)
        start = max(span.start, first - _BEFORE)
        span = Span(start, min(span.end, start + _LONG))
    return Excerpt(span, tuple(cut(text, span, marks)))


def _marks(explained: Explained) -> Iterator[explanation.Mark]:
    yield from sorted(set(explanation.marks_of(explained)))
