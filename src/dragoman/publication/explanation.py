"""Why an event, statement, agreement or figure was coded so, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill, indent
from typing import NamedTuple

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Attribution, Event, Statement
from dragoman.events.figure import Figure
from dragoman.publication.explained_fields import (
    Field,
    agreement_fields,
    agreement_marks,
    beside_fields,
    figure_fields,
    when,
)
from dragoman.publication.exports import titled
from dragoman.publication.wording import amount, printable, stands
from dragoman.record.found import Explained, Told
from dragoman.record.judgement import Correction
from dragoman.texts.document import Span


class Mark(NamedTuple):
    """A place in the document, what is there, and the field that rests on it."""

    span: Span
    what: str
    field: str


_WIDTH = 100
_JOINED = "\u00a0"  # keeps a mark's number and its first word on one line


def explanation(explained: Explained) -> str:
    """The sentence with numbered marks, what each mark is, and the reasons for each field.

    A mark is ``[1 words]``; marks may lie within each other.
    """
    marks = sorted(set(marks_of(explained)), key=lambda mark: (mark.span.start, -mark.span.end, mark.what))
    text = explained.document.text
    marked = " … ".join(_marked(text, passage, marks) for passage in explained.passages)
    passage = fill(marked, _WIDTH).replace(_JOINED, " ")
    parts = (
        _headline(explained),
        indent(passage, "  "),
        "\n".join(_legend(text, marks)),
        "\n".join(f"{name:<12} {value}" for name, value in fields(explained)),
    )
    return "\n\n".join(part for part in parts if part)


def corrected(correction: Correction) -> str:
    """``recode mode=visit, by Ada (2026-01-02T…): why``."""
    changes = "".join(f" {name}={value}" for name, value in correction.changes.items() if name != "alone")
    note = f": {correction.note}" if correction.note else ""
    return f"{correction.act}{changes}, by {correction.user} ({correction.made}){note}"


def _headline(explained: Explained) -> str:
    document, what = explained.document, _what(explained.thing)
    title = f" “{document.title}”" if document.title else ""
    places = ", ".join(f"{passage.start}–{passage.end}" for passage in explained.passages)
    return printable(f"{what}. {document.path}{title}, characters {places}")


def _what(thing: Told) -> str:
    match thing:
        case Event():
            return f"Event {thing.id}: {thing.event or 'statement'} {thing.mode or ''}".strip() + f", {thing.status}"
        case Statement():
            return f"Statement {thing.id}: {thing.mode}"
        case Agreement():
            return f"Agreement {thing.id}: {thing.name}, {stands(thing.stage)}"
        case Figure():
            return f"Figure {thing.id}: {amount(thing)}"


def marks_of(explained: Explained) -> Iterator[Mark]:
    """Places in the passages: evidence, cue and content, and every mention of those who take part."""
    thing = explained.thing
    match thing:
        case Event():
            for evidence in thing.evidence:
                what = f"evidence of the {evidence.field}" if evidence.field else "evidence"
                yield Mark(evidence.span, what, evidence.field or "event")
        case Statement():
            yield from _said_marks(thing, explained.actors)
        case Agreement():
            yield from (Mark(*mark) for mark in agreement_marks(thing))
        case Figure():
            yield from (Mark(span, "the figure", "value") for span in thing.evidence)
    for actor in map(explained.actors.__getitem__, _parties(thing)):
        for mention in actor.mentions:
            if any(passage.overlaps(mention.span) for passage in explained.passages):
                what = f"{actor.name}: {mention.form}" + (f", {mention.reason}" if mention.reason else "")
                yield Mark(mention.span, what, "actor")


def _said_marks(statement: Statement, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    yield from (Mark(span, "what was said", "content") for span in statement.content)
    if statement.cue:
        yield Mark(statement.cue, "cue", "content")
    for stance in statement.stances:
        if stance.stance != "neutral":
            name = stance.state or actors[stance.body or ""].name
            yield from (Mark(span, f"{stance.stance} of {name}", "about") for span in stance.evidence)


def _marked(text: str, passage: Span, marks: list[Mark]) -> str:
    """The passage with a bracket at both ends of each mark that lies in it, inner marks within outer ones."""
    inserts: list[tuple[int, int, int, str]] = []  # offset, closing before opening, order, bracket
    for number, (span, *_) in enumerate(marks, 1):
        if passage.holds(span):
            inserts.append((span.start, 1, number, f"[{number}{_JOINED}"))
            inserts.append((span.end, 0, -number, "]"))
    pieces, at = [], passage.start
    for offset, _, _, bracket in sorted(inserts):
        pieces += [printable(text[at:offset]), bracket]
        at = offset
    return "".join((*pieces, printable(text[at : passage.end])))


def _legend(text: str, marks: list[Mark]) -> Iterator[str]:
    for number, (span, what, _) in enumerate(marks, 1):
        yield printable(f"  {number:>2}  {_short(text[span.start : span.end])}  — {what}")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"


def fields(explained: Explained) -> Iterator[Field]:
    """Each field with its value, then what it was worked out from; a field may come several times."""
    thing, how = explained.thing, ""
    match thing:
        case Event():
            yield from _event_fields(thing)
        case Statement():
            yield from _statement_fields(thing, explained.actors)
        case Agreement():
            yield from agreement_fields(thing, explained.actors)
        case Figure():
            yield from figure_fields(thing, explained.actors)
    for actor in map(explained.actors.__getitem__, _parties(thing)):
        kind = ", ".join(filter(None, (actor.actor_kind, actor.country, actor.sector, actor.cameo)))
        yield "actor", printable(f"{titled(actor)}: {kind}" + _because(actor.reasons))
    if isinstance(thing, Event | Statement):
        how = thing.date.how
        yield "date", when(thing.date)
    if isinstance(thing, Event | Statement):
        yield from (("denied by", f"statement {said}") for said in thing.denied_by)
        yield from (("confirmed by", f"statement {said}") for said in thing.confirmed_by)
    for reason in dict.fromkeys(thing.reasons):
        if reason.why != how:
            yield reason.field, printable(reason.why)
    if isinstance(thing, Event | Statement):
        yield "told by", printable(_chain(thing.attribution) or "the report itself")
    yield from beside_fields(thing, explained.beside)
    for correction in explained.corrections:
        yield "corrected", printable(corrected(correction))
    yield "claim", f"{explained.claim}, {_reading(explained)}"


def _event_fields(event: Event) -> Iterator[tuple[str, str]]:
    yield "PLOVER", ", ".join(filter(None, (event.event or "none", event.mode, *event.contexts)))
    yield "CAMEO", f"{event.cameo}, Goldstein {event.goldstein}, quad class {event.quad or 'none'}"
    yield "coded by", f"{event.coded_by}, confidence {event.confidence:g}"
    yield "channel", ", ".join((event.channel, *event.level))
    if event.place:
        yield "place", printable(", ".join(filter(None, (event.place.name, event.place.country))))


def _statement_fields(statement: Statement, actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    if statement.about and not statement.stances:  # read before there were stances
        yield "about", ", ".join(statement.about)
    for stance in statement.stances:
        yield "about", printable(f"{stance.state or actors[stance.body or ''].name}: {stance.stance}")
    if statement.topics:
        yield "topics", ", ".join(statement.topics)
    if statement.nested_in:
        yield "within", f"statement {statement.nested_in}"
    if statement.anonymous:
        yield "source", "does not want to be named"
    if statement.channel:
        yield "channel", statement.channel
    if statement.act:
        yield "act", statement.act
    yield from (("denies", target) for target in statement.denies)
    yield from (("confirms", target) for target in statement.confirms)


def _parties(thing: Told) -> list[str]:
    """Those who take part in an event or statement. Of agreements and figures the fields name them."""
    match thing:
        case Event():
            both = (thing.actors, thing.recipients)
        case Statement():
            both = (thing.speakers, thing.addressees)
        case _:
            return []
    return list(dict.fromkeys(actor for side in both for actor in side))


def _because(reasons: Iterable[str]) -> str:
    why = "; ".join(dict.fromkeys(reasons))
    return f" — {why}" if why else ""


def _chain(attribution: Iterable[Attribution]) -> str:
    return " → ".join(f"{link.role} {link.name or '(unnamed)'}" for link in attribution)


def _reading(explained: Explained) -> str:
    state = "" if explained.holds else "; a later reading no longer says so"
    times = f"first {explained.first_seen}, last {explained.last_seen}"
    return f"read by {explained.coder} with codebook {explained.codebook} ({times}){state}"
