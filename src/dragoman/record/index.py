"""The rows by which the claims of one coding are found: what may be searched for, taken out of the bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Table

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.record import tables
from dragoman.record.days import days
from dragoman.texts.document import Document, Interval, Span

Row = dict[str, Any]
Countries = Mapping[str, str | None]


class Entry(NamedTuple):
    """A row and the table it belongs to."""

    table: Table
    row: Row


def document_row(document: Document) -> Row:
    first, last = days(document.published)
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "text": document.text,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "first_day": first,
        "last_day": last,
    }


def entries(coding: Coding, claims: Iterable[str]) -> Iterator[Entry]:
    """All index rows of a coding, of all tables. ``claims`` are the ids of its claims, in its order."""
    countries = {actor.id: actor.country for actor in coding.actors}
    things = chain(coding.actors, coding.events, coding.statements, coding.agreements, coding.figures)
    for claim, thing in zip(claims, things, strict=True):
        key = {"claim": claim, "document": coding.document.id}
        match thing:
            case Actor():
                yield from _actor(key, thing)
            case Event():
                yield from _event(key, thing, countries, coding.sentences)
            case Statement():
                yield from _statement(key, thing, countries, coding)
            case Agreement():
                yield from _agreement(key, thing, countries, coding)
            case Figure():
                yield from _figure(key, thing, countries, coding)


def _actor(key: Row, actor: Actor) -> Iterator[Entry]:
    columns = ("id", "name", "actor_kind", "country", "sector", "office", "level", "cameo")
    yield Entry(tables.actors, key | {name: getattr(actor, name) for name in columns})
    yield from _places(key, (("mention", mention.span) for mention in actor.mentions))


def _event(key: Row, event: Event, countries: Countries, sentences: Iterable[Span]) -> Iterator[Entry]:
    columns = (
        *("id", "event", "mode", "cameo", "goldstein", "quad", "status", "channel"),
        *("symmetric", "coded_by", "confidence"),
    )
    first, last = days(event.date)
    passage = around([e.span for e in event.evidence if e.field is None][:1], sentences)
    yield Entry(
        tables.events,
        key
        | {name: getattr(event, name) for name in columns}
        | {"first_day": first, "last_day": last, "place": event.place.name if event.place else None}
        | {"start": passage.start, "stop": passage.end},
    )
    roles = (("actor", event.actors), ("recipient", event.recipients), ("third_party", event.third_parties))
    yield from _sides(key, ((role, actor, countries[actor]) for role, actors in roles for actor in actors))
    yield from _places(key, ((f"evidence:{e.field}" if e.field else "evidence", e.span) for e in event.evidence))


def _statement(key: Row, statement: Statement, countries: Countries, coding: Coding) -> Iterator[Entry]:
    first, last = days(_known(statement.date, coding.document))
    cue = [("cue", statement.cue)] if statement.cue else []
    spans = [*cue, *(("content", span) for span in statement.content)]
    passage = around((span for _, span in spans), coding.sentences)
    yield Entry(
        tables.statements,
        key
        | {"id": statement.id, "mode": statement.mode, "first_day": first, "last_day": last}
        | {"start": passage.start, "stop": passage.end},
    )
    roles = (("speaker", statement.speakers), ("addressee", statement.addressees))
    people = ((role, actor, countries[actor]) for role, actors in roles for actor in actors)
    yield from _sides(key, chain(people, (("about", None, country) for country in statement.about)))
    yield from (Entry(tables.topics, {"claim": key["claim"], "topic": topic}) for topic in statement.topics)
    yield from _places(key, spans)


def _agreement(key: Row, agreement: Agreement, countries: Countries, coding: Coding) -> Iterator[Entry]:
    """An agreement is dated by its report: that is when it is told to stand so."""
    first, last = days(coding.document.published)
    steps = [change.evidence for change in agreement.stage_changes]
    passage = around((steps or list(agreement.mentions))[:1], coding.sentences)
    columns = ("id", "name", "agreement_kind", "stage")
    yield Entry(
        tables.agreements,
        key
        | {name: getattr(agreement, name) for name in columns}
        | {"first_day": first, "last_day": last, "start": passage.start, "stop": passage.end},
    )
    yield from _party_sides(key, agreement.parties, agreement.said_by, countries)
    yield from _places(key, (("mention", span) for span in agreement.mentions))


def _figure(key: Row, figure: Figure, countries: Countries, coding: Coding) -> Iterator[Entry]:
    first, last = days(_known(figure.period, coding.document))
    passage = around(figure.evidence, coding.sentences)
    columns = ("id", "figure_kind", "unit", "currency", "measures")
    yield Entry(
        tables.figures,
        key
        | {name: getattr(figure, name) for name in columns}
        | {"first_day": first, "last_day": last, "start": passage.start, "stop": passage.end},
    )
    yield from _party_sides(key, figure.countries, figure.said_by, countries)
    yield from _places(key, (("evidence", span) for span in figure.evidence))


def _known(date: Interval, document: Document) -> Interval:
    """The date, or that of the report where nothing is known of it."""
    return date if date.start or date.end else document.published


def _party_sides(key: Row, parties: Iterable[str], said_by: Iterable[str], countries: Countries) -> Iterator[Entry]:
    speakers = (("speaker", actor, countries[actor]) for actor in said_by)
    yield from _sides(key, chain((("party", None, country) for country in parties), speakers))


def _sides(key: Row, sides: Iterable[tuple[str, str | None, str | None]]) -> Iterator[Entry]:
    for position, (role, actor, country) in enumerate(sides):
        row = {"claim": key["claim"], "position": position, "role": role, "actor": actor, "country": country}
        yield Entry(tables.sides, row)


def _places(key: Row, places: Iterable[tuple[str, Span]]) -> Iterator[Entry]:
    for position, (role, span) in enumerate(places):
        row = {"claim": key["claim"], "position": position, "role": role, "start": span.start, "stop": span.end}
        yield Entry(tables.places, row)


def around(spans: Iterable[Span], sentences: Iterable[Span]) -> Span:
    """From the start of the first sentence that the spans touch to the end of the last one.

    Without sentences the spans themselves are taken together; without spans it is the empty place at 0.
    """
    found = passages(spans, sentences)
    return Span(found[0].start, found[-1].end) if found else Span(0, 0)


def passages(spans: Iterable[Span], sentences: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences that the spans touch, in order, neighbours joined; a span outside all of them stands for itself."""
    wanted, found, open_since = sorted(set(spans)), list[Span](), None
    for sentence in sentences:
        if any(sentence.overlaps(span) for span in wanted):
            open_since = sentence.start if open_since is None else open_since
            if found and found[-1].start == open_since:
                found.pop()
            found.append(Span(open_since, sentence.end))
        else:
            open_since = None
    outside = [span for span in wanted if not any(span.overlaps(place) for place in found)]
    return tuple(sorted(found + outside))
