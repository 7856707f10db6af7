"""The nouns of the text side: a document, places in it, and intervals of time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Granularity = Literal["day", "part_of_day", "month", "year", "interval", "open"]
Basis = Literal["stated", "given", "inferred", "unknown"]
CreditRole = Literal["text", "photo", "source", "licence"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: half-open ``str`` offsets into its text as given."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """When something was or will be: both ends belong to it.

    ``start`` and ``end`` are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (``XXXX`` for a year that nobody gives), ``None``
    where that side is open. ``words`` is the place in the text it was read from, ``how`` says in words how it was
    worked out ("'on Tuesday' before 2020-07-22").
    """

    start: str | None = None
    end: str | None = None
    granularity: Granularity = "open"
    basis: Basis = "unknown"
    words: Span | None = None
    how: str = ""


UNKNOWN = Interval()


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited in the text: an agency for the words or a photo, a source line, a licence."""

    name: str
    role: CreditRole


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is no report (caption, credit, tag line, licence …); nothing is coded from it alone."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was given.

    ``name`` is what tells it from others (a file name, ``feed.jsonl#12``); ``path`` is where it was read from, with the
    same ``#12``. ``text`` is what all offsets point into and is never changed: a file's characters with its line ends
    and byte order mark, the field of a row, the article drawn out of a page.

    All else is ``None``, empty or ``UNKNOWN`` until it is known. What came with the input (a table of metadata, a row's
    fields, a page's head) comes before what the text says of itself (:func:`dragoman.texts.front.fill`). ``title`` and
    ``outlet`` are in the spelling of their source, an outlet that the codebook knows under its name there; ``dateline``
    is the place alone; ``language`` is ISO 639-1. ``boilerplate`` is in order of place, none in another.
    """

    name: str
    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: Interval = UNKNOWN
    dateline: str | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()

    @property
    def id(self) -> str:
        """Hash of name and text: the same report read from elsewhere keeps its id, another report never has it."""
        return _document_id(self.name, self.text)


@lru_cache(maxsize=64)  # it is asked for each event and figure of a report
def _document_id(name: str, text: str) -> str:
    return content_id("d", name, text)


def content_id(kind: str, *parts: object) -> str:
    """A stable id from content: ``kind`` plus 16 hex digits of a SHA-256 over the parts."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}{digest[:16]}"
