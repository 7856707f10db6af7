"""Full-text search: reports by their words, the newest first, and those who are named so.

Words are compared without case and accents, whole; ``"in quotes"`` they must follow each other, with ``*`` at the end
they may go on. All of them must stand in the report or its title. The newest come first because that needs no look at
all the others: a page takes the same time at any depth, of a word in every report too.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from dragoman.actors.actor import ActorKind
from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.record.found import Source
from dragoman.record.search_tables import named, names, words
from dragoman.record.source_row import ABOUT, source
from dragoman.record.tables import actors, documents, readings
from dragoman.record.telling import folded
from dragoman.texts.document import Span

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_MOST_NAMES = 500  # looked at, of all that begin so: enough for a name, and a letter does not stop the others


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which the words stand.

    ``sentence`` is the one that has most of them, ``passage`` what stands there; ``words`` are the places of those
    words, in the report as ``sentence`` is; empty where only the title has them.
    """

    source: Source
    sentence: Span
    passage: str
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A state, person, office or body whose name has words that begin so; ``documents`` is in how many reports."""

    name: str
    actor_kind: ActorKind
    country: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class Matches:
    """``hits`` are the newest first, ``named`` those in most reports first, states before all.

    ``after`` is what to ask for the next hits with; ``None`` where there are no more. Then ``named`` is empty: it
    comes with the first.
    """

    hits: tuple[Hit, ...]
    named: tuple[Named, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other, as given; the last may be only the beginning of one."""

    given: str
    begins: bool
    words: tuple[str, ...]

    def query(self, *, begins: bool = False) -> str:
        """As FTS5 is asked for it: in quotes it reads no signs, and takes the words apart as it took the texts."""
        return f'"{self.given}"{"*" if self.begins or begins else ""}'

    def places(self, words: Mapping[int, Word]) -> Iterator[Span]:
        """Where it stands, of the words of a text that may be in it, by their numbers."""
        last = len(self.words) - 1
        for at, first in words.items():
            if all(at + n in words and self._fits(words[at + n].plain, n) for n in range(last + 1)):
                yield Span(first.start, words[at + last].end)

    def _fits(self, word: str, at: int) -> bool:
        wanted = self.words[at]
        return word == wanted or (self.begins and at == len(self.words) - 1 and word.startswith(wanted))


class Word(NamedTuple):
    """A word of a text, ``folded``, and its place."""

    plain: str
    start: int
    end: int


def search(connection: Connection, text: str, *, limit: int, after: str | None) -> Matches:
    """See ``Record.search``."""
    terms = _terms(text)
    rows = _rows(connection, terms, limit + 1, after)
    hits = tuple(_hits(connection, rows[:limit], terms))
    found = () if after else (*_states(connection, terms), *_named(connection, terms))
    return Matches(hits, found[:limit], hits[-1].source.id if len(rows) > limit else None)


def _terms(text: str) -> list[Term]:
    found = [((quoted or bare).replace("\0", " ").replace('"', " "), bare) for quoted, bare in _TERM.findall(text)]
    terms = [Term(given, bare.endswith("*"), tuple(folded(given).split())) for given, bare in found if folded(given)]
    if not terms:
        raise UsageError(f'No word to search for in {text!r}. Give one or more: Zarif, "trade deal", enrich*.')
    return terms


def _rows(connection: Connection, terms: Iterable[Term], limit: int, after: str | None) -> Sequence[Row[Any]]:
    query = (
        select(documents.c.text, *ABOUT)
        .join_from(words, documents, documents.c.number == words.c.rowid)
        .where(words.c.words.match(" ".join(term.query() for term in terms)))
        .order_by(words.c.rowid.desc())
        .limit(limit)
    )
    if after:
        query = query.where(words.c.rowid < _number(connection, after))
    return connection.execute(query).all()


def _number(connection: Connection, document: str) -> int:
    number = connection.execute(select(documents.c.number).where(documents.c.id == document)).scalar()
    if number is None:
        raise UsageError(f"The record holds no report {document!r} to go on after. Search again from the beginning.")
    return int(number)


def _hits(connection: Connection, rows: Sequence[Row[Any]], terms: Sequence[Term]) -> Iterator[Hit]:
    table = readings
    query = select(table.c.document, table.c.body).where(
        table.c.superseded_by.is_(None), table.c.document.in_([row.id for row in rows])
    )
    bodies = {row.document: row.body for row in connection.execute(query).all()}
    for row in rows:
        sentences = [Span(*ends) for ends in json.loads(bodies[row.id])["sentences"]]
        sentence, places = _best(row.text, sentences, terms)
        yield Hit(source(row), sentence, row.text[sentence.start : sentence.end], places)


def _best(text: str, sentences: Sequence[Span], terms: Sequence[Term]) -> tuple[Span, tuple[Span, ...]]:
    """The sentence with the most of the terms, the first of several, and where they stand in it."""
    words = dict(_words(text, terms))
    found = [(place, number) for number, term in enumerate(terms) for place in term.places(words)]
    spread: dict[Span, set[int]] = {}
    for place, number in found:
        around = next((sentence for sentence in sentences if sentence.overlaps(place)), place)
        spread.setdefault(around, set()).add(number)
    if not spread:
        return (sentences[0] if sentences else Span(0, 0)), ()
    best = min(spread, key=lambda sentence: (-len(spread[sentence]), sentence))
    return best, tuple(sorted({place for place, _ in found if best.overlaps(place)}))


def _words(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, Word]]:
    """The words of a text that are of a term, with their numbers; all others are passed over quickly."""
    whole = {word for term in terms for word in term.words}
    begun = tuple(term.words[-1] for term in terms if term.begins)
    for number, match in enumerate(_WORD.finditer(text)):
        plain = folded(match[0])
        if plain in whole or plain.startswith(begun):
            yield number, Word(plain, *match.span())


def _states(connection: Connection, terms: Iterable[Term]) -> Iterator[Named]:
    """States of whose names, by any spelling, words begin so."""
    wanted = [word for term in terms for word in term.words]
    for iso3, spellings in _spellings().items():
        if any(all(any(part.startswith(word) for part in name) for word in wanted) for name in spellings):
            state = (actors.c.actor_kind == "state", actors.c.country == iso3)
            count = connection.execute(select(func.count()).select_from(actors).where(*state)).scalar_one()
            yield Named(load().states[iso3].name, "state", iso3, count)


@functools.cache
def _spellings() -> dict[str, list[list[str]]]:
    return {
        state.iso3: [folded(name).split() for name in (state.iso3, *state.names)] for state in load().states.values()
    }


def _named(connection: Connection, terms: Iterable[Term]) -> list[Named]:
    told = (
        select(func.count())
        .where(
            *(actors.c.actor_kind == names.c.actor_kind, actors.c.name == names.c.name),
            actors.c.country.is_not_distinct_from(names.c.country),
        )
        .scalar_subquery()
    )
    query = (
        select(names.c.name, names.c.actor_kind, names.c.country, told)
        .join_from(named, names, names.c.number == named.c.rowid)
        .where(named.c.named.match(" ".join(term.query(begins=True) for term in terms)))
        .limit(_MOST_NAMES)
    )
    found = [Named(*row) for row in connection.execute(query).all()]
    held = [one for one in found if one.documents]  # of names that no report has any more there is nothing to show
    return sorted(held, key=lambda one: (-one.documents, one.name, one.actor_kind, one.country or ""))
