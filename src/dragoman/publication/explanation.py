"""Why an event or statement was coded so, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill, indent

from dragoman.actors.actor import Actor
from dragoman.events.event import Attribution, Event, Statement
from dragoman.publication.exports import titled
from dragoman.publication.tables import printable, shown
from dragoman.record.found import Explained
from dragoman.texts.document import Interval, Span

Mark = tuple[Span, str]  # a place in the document, and what is there
_WIDTH = 100
_JOINED = "\u00a0"  # keeps a mark's number and its first word on one line


def explanation(explained: Explained) -> str:
    """The sentence with numbered marks, what each mark is, and the reasons for each field.

    A mark is ``[1 words]``; marks may lie within each other.
    """
    marks = sorted(set(_marks(explained)), key=lambda mark: (mark[0].start, -mark[0].end, mark[1]))
    text = explained.document.text
    marked = " … ".join(_marked(text, passage, marks) for passage in explained.passages)
    passage = fill(marked, _WIDTH).replace(_JOINED, " ")
    parts = (
        _headline(explained),
        indent(passage, "  "),
        "\n".join(_legend(text, marks)),
        "\n".join(f"{name:<12} {value}" for name, value in _fields(explained)),
    )
    return "\n\n".join(part for part in parts if part)


def _headline(explained: Explained) -> str:
    thing, document = explained.thing, explained.document
    if isinstance(thing, Event):
        what = f"Event {thing.id}: {thing.event or 'statement'} {thing.mode or ''}".strip() + f", {thing.status}"
    else:
        what = f"Statement {thing.id}: {thing.mode}"
    title = f" “{document.title}”" if document.title else ""
    places = ", ".join(f"{passage.start}–{passage.end}" for passage in explained.passages)
    return printable(f"{what}. {document.path}{title}, characters {places}")


def _marks(explained: Explained) -> Iterator[Mark]:
    """Places in the passage: evidence, cue and content, and every mention of those who take part."""
    thing = explained.thing
    if isinstance(thing, Event):
        for evidence in thing.evidence:
            yield evidence.span, f"evidence of the {evidence.field}" if evidence.field else "evidence"
    else:
        yield from ((span, "what was said") for span in thing.content)
        if thing.cue:
            yield thing.cue, "cue"
        for stance in thing.stances:
            if stance.stance != "neutral":
                name = stance.state or explained.actors[stance.body or ""].name
                yield from ((span, f"{stance.stance} of {name}") for span in stance.evidence)
    for actor in map(explained.actors.__getitem__, _parties(thing)):
        for mention in actor.mentions:
            if any(passage.overlaps(mention.span) for passage in explained.passages):
                yield mention.span, f"{actor.name}: {mention.form}" + (f", {mention.reason}" if mention.reason else "")


def _marked(text: str, passage: Span, marks: list[Mark]) -> str:
    """The passage with a bracket at both ends of each mark that lies in it, inner marks within outer ones."""
    inserts: list[tuple[int, int, int, str]] = []  # offset, closing before opening, order, bracket
    for number, (span, _) in enumerate(marks, 1):
        if passage.holds(span):
            inserts.append((span.start, 1, number, f"[{number}{_JOINED}"))
            inserts.append((span.end, 0, -number, "]"))
    pieces, at = [], passage.start
    for offset, _, _, bracket in sorted(inserts):
        pieces += [printable(text[at:offset]), bracket]
        at = offset
    return "".join((*pieces, printable(text[at : passage.end])))


def _legend(text: str, marks: list[Mark]) -> Iterator[str]:
    for number, (span, what) in enumerate(marks, 1):
        yield printable(f"  {number:>2}  {_short(text[span.start : span.end])}  — {what}")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"


def _fields(explained: Explained) -> Iterator[tuple[str, str]]:
    thing = explained.thing
    yield from _event_fields(thing) if isinstance(thing, Event) else _statement_fields(thing, explained.actors)
    for actor in map(explained.actors.__getitem__, _parties(thing)):
        kind = ", ".join(filter(None, (actor.actor_kind, actor.country, actor.sector, actor.cameo)))
        yield "actor", printable(f"{titled(actor)}: {kind}" + _because(actor.reasons))
    yield "date", shown(thing.date) + _dated(thing.date)
    for reason in dict.fromkeys(thing.reasons):
        if reason.why != thing.date.how:
            yield reason.field, printable(reason.why)
    yield "told by", printable(_chain(thing.attribution) or "the report itself")
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


def _parties(thing: Event | Statement) -> list[str]:
    both = (thing.actors, thing.recipients) if isinstance(thing, Event) else (thing.speakers, thing.addressees)
    return list(dict.fromkeys(actor for side in both for actor in side))


def _dated(date: Interval) -> str:
    return printable(f" ({date.granularity}, {date.basis})" + (f": {date.how}" if date.how else ""))


def _because(reasons: Iterable[str]) -> str:
    why = "; ".join(dict.fromkeys(reasons))
    return f" — {why}" if why else ""


def _chain(attribution: Iterable[Attribution]) -> str:
    return " → ".join(f"{link.role} {link.name or '(unnamed)'}" for link in attribution)


def _reading(explained: Explained) -> str:
    state = "" if explained.holds else "; a later reading no longer says so"
    times = f"first {explained.first_seen}, last {explained.last_seen}"
    return f"read by {explained.coder} with codebook {explained.codebook} ({times}){state}"
