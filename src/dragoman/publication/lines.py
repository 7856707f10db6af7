"""The record as JSON Lines: one object a line, in the format that other programs read and that is scored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dragoman.actors.actor import Actor
from dragoman.events.coding import Coding
from dragoman.events.event import Attribution, Event, Evidence, Place, Statement
from dragoman.texts.document import Document, Interval, Span

Line = dict[str, Any]
# JSON allows them bare inside a string, but programs that split text into lines take them for the end of one.
_LINE_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def lines(coding: Coding) -> Iterator[Line]:
    """A document with its actors, events and statements, in the order in which they stand in the coding."""
    document = coding.document
    yield _document(document)
    yield from (_actor(actor, document.id) for actor in coding.actors)
    yield from (_event(event) for event in coding.events)
    yield from (_statement(statement) for statement in coding.statements)


def dump(line: Line) -> str:
    """One line of JSON, without its line end."""
    return json.dumps(line, ensure_ascii=False).translate(_LINE_BREAKS)


def _document(document: Document) -> Line:
    return {
        "kind": "document",
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": _date(document.published),
        "dateline": document.dateline,
        "language": document.language,
        "credits": [{"name": credit.name, "role": credit.role} for credit in document.credits],
        "boilerplate": [_span(boilerplate.span) for boilerplate in document.boilerplate],
    }


def _actor(actor: Actor, document: str) -> Line:
    places = sorted({mention.span for mention in actor.mentions if mention.form != "pronoun"})
    return {
        "kind": "actor",
        "id": actor.id,
        "name": actor.name,
        "actor_kind": actor.actor_kind,
        "country": actor.country,
        "sector": actor.sector,
        "office": actor.office,
        "cameo": actor.cameo,
        "mentions": [_place(place, document) for place in places],
    }


def _event(event: Event) -> Line:
    return {
        "kind": "event",
        "id": event.id,
        "document": event.document,
        "plover": {"event": event.event, "mode": event.mode, "contexts": list(event.contexts)},
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "quad": event.quad,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "third_parties": list(event.third_parties),
        "symmetric": event.symmetric,
        "date": _date(event.date),
        "place": _where(event.place),
        "channel": event.channel,
        "level": list(event.level),
        "status": event.status,
        "topics": list(event.topics),
        "attribution": [_attribution(link) for link in event.attribution],
        "evidence": [_evidence(evidence, event.document) for evidence in event.evidence],
        "coded_by": event.coded_by,
        "confidence": event.confidence,
    }


def _statement(statement: Statement) -> Line:
    return {
        "kind": "statement",
        "id": statement.id,
        "document": statement.document,
        "speaker": list(statement.speakers),
        "addressee": list(statement.addressees),
        "cue": _span(statement.cue) if statement.cue else None,
        "content": [_span(span) for span in statement.content],
        "mode": statement.mode,
        "about": list(statement.about),
        "nested_in": statement.nested_in,
        "attribution": [_attribution(link) for link in statement.attribution],
    }


def _span(span: Span) -> Line:
    return {"start": span.start, "end": span.end}


def _place(span: Span, document: str) -> Line:
    return {"document": document, **_span(span)}


def _evidence(evidence: Evidence, document: str) -> Line:
    return _place(evidence.span, document) | ({"field": evidence.field} if evidence.field else {})


def _date(date: Interval) -> Line:
    return {"start": date.start, "end": date.end, "granularity": date.granularity, "basis": date.basis}


def _where(place: Place | None) -> Line | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _attribution(link: Attribution) -> Line:
    return {"role": link.role, "name": link.name} | ({"actor": link.actor} if link.actor else {})
