"""The record as JSON Lines: one object a line, in the format that other programs read and that is scored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import Stage
from dragoman.events.agreement import Agreement, Duration, Renewal, StageChange
from dragoman.events.coding import Coding
from dragoman.events.event import Attribution, Event, Evidence, Place, Stance, Statement
from dragoman.events.figure import Figure
from dragoman.events.ties import events_of
from dragoman.record.contradiction import Contradiction
from dragoman.texts.document import Document, Interval, Span

Line = dict[str, Any]
# JSON allows them bare inside a string, but programs that split text into lines take them for the end of one.
_LINE_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}

# The published format has neither; the finer stage stands under treaty_stage.
_PUBLISHED_STAGES: dict[Stage, Stage] = {"initialled": "agreed", "ratified": "signed"}


def lines(coding: Coding, deeds: Mapping[str, str] | None = None) -> Iterator[Line]:
    """A document with its actors, events, statements, agreements and figures, in the order of the coding.

    ``deeds`` gives by event the id of the deed that it tells of, shared by all events that tell of it.
    """
    document = coding.document
    yield _document(document)
    yield from (_actor(actor, document.id) for actor in coding.actors)
    yield from (_event(event, (deeds or {}).get(event.id)) | _ties(event, coding) for event in coding.events)
    yield from (_statement(statement) for statement in coding.statements)
    yield from (_agreement(agreement) for agreement in coding.agreements)
    yield from (_figure(figure) for figure in coding.figures)


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


def _event(event: Event, deed: str | None) -> Line:
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
        "denied_by": list(event.denied_by),
        "confirmed_by": list(event.confirmed_by),
    } | ({"canonical": deed} if deed else {})


def _ties(event: Event, coding: Coding) -> Line:
    """Which agreements' steps the event is, and which figures measure it: the other end of their ``events``."""
    return {
        "agreements": [one.id for one in coding.agreements if event.id in events_of(one)],
        "figures": [one.id for one in coding.figures if event.id in events_of(one)],
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
        "stances": [_stance(stance, statement.document) for stance in statement.stances],
        "topics": list(statement.topics),
        "act": statement.act,
        "denies": list(statement.denies),
        "confirms": list(statement.confirms),
        "denied_by": list(statement.denied_by),
        "confirmed_by": list(statement.confirmed_by),
        "anonymous": statement.anonymous,
        "channel": statement.channel,
    }


def _stance(stance: Stance, document: str) -> Line:
    return {
        "state": stance.state,
        "body": stance.body,
        "stance": stance.stance,
        "evidence": [_place(span, document) for span in stance.evidence],
    }


def _agreement(agreement: Agreement) -> Line:
    terms = agreement.terms
    return {
        "kind": "agreement",
        "id": agreement.id,
        "name": agreement.name,
        "agreement_kind": agreement.agreement_kind,
        "instrument": agreement.instrument,
        "topics": list(agreement.topics),
        "parties": list(agreement.parties),
        "stage": _PUBLISHED_STAGES.get(agreement.stage, agreement.stage),
        "treaty_stage": agreement.stage,
        "stage_changes": [_change(change, agreement.document) for change in agreement.stage_changes],
        "terms": {
            "signed": _date(terms.signed) if terms.signed.start else None,
            "duration": _duration(terms.duration),
            "renewal": _renewal(terms.renewal),
            "expires": _date(terms.expires) if terms.expires.start else None,
        },
        "mentions": [_place(span, agreement.document) for span in agreement.mentions],
        "said_by": list(agreement.said_by),
        "canonical": agreement.canonical,
    }


def _change(change: StageChange, document: str) -> Line:
    return {
        "stage": _PUBLISHED_STAGES.get(change.stage, change.stage),
        "treaty_stage": change.stage,
        "date": {"start": change.date.start, "end": change.date.end},
        "status": change.status,
        "said_by": list(change.said_by),
        "events": list(change.events),
        "evidence": [_place(change.evidence, document)],
    }


def _duration(duration: Duration | None) -> Line | None:
    return {"value": duration.value, "unit": duration.unit} if duration else None


def _renewal(renewal: Renewal | None) -> Line | None:
    return {"rule": renewal.rule, **(_duration(renewal.length) or {})} if renewal else None


def _figure(figure: Figure) -> Line:
    return {
        "kind": "figure",
        "id": figure.id,
        "document": figure.document,
        "value": figure.value,
        "comparator": figure.comparator,
        "unit": figure.unit,
        "currency": figure.currency,
        "direction": figure.direction,
        "figure_kind": figure.figure_kind,
        "ordinal": figure.ordinal,
        "measures": figure.measures or None,
        "parties": list(figure.parties),
        "countries": list(figure.countries),
        "period": {"start": figure.period.start, "end": figure.period.end} if figure.period.words else None,
        "base": {"start": figure.base.start, "end": figure.base.end} if figure.base.words else None,
        "said_by": list(figure.said_by),
        "events": list(figure.events),
        "evidence": [_place(span, figure.document) for span in figure.evidence],
    }


def contradiction(found: Contradiction) -> Line:
    """Passages that cannot all be taken at their word, with the question on which they differ."""
    return {
        "kind": "contradiction",
        "id": found.id,
        "contradiction_kind": found.kind,
        "about": found.about,
        "apparent": found.apparent,
        "claims": [_place(one.span, one.source.id) | {"text": one.text} for one in found.passages],
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
