"""What a text of a report of 15 June 2021 gives when it is parsed."""

from __future__ import annotations

from dragoman.actors.reader import Reader
from dragoman.codebook.codebook import load
from dragoman.codebook.instruments import load_agreements
from dragoman.codebook.units import load_units
from dragoman.events.agreement import Agreement
from dragoman.events.agreements import find_agreements
from dragoman.events.circumstances import Circumstances
from dragoman.events.figure import Figure
from dragoman.events.figures import find_figures
from dragoman.texts.document import Document, Interval

PUBLISHED = Interval("2021-06-15", "2021-06-15", "day", "given")


def agreements_in(text: str) -> tuple[Agreement, ...]:
    """Its agreements; nobody says them, for statements are not looked for."""
    book = load()
    reading = Reader(book).read(Document("test", "test", text, published=PUBLISHED))
    return find_agreements(reading, load_agreements(), Circumstances(reading, book))


def figures_in(text: str) -> tuple[Figure, ...]:
    """Its figures; nobody says them either."""
    book = load()
    reading = Reader(book).read(Document("test", "test", text, published=PUBLISHED))
    return find_figures(reading, load_units(), Circumstances(reading, book))
