"""What an explanation says of agreements and figures, and of what events are tied to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Event
from dragoman.events.figure import Figure
from dragoman.publication.exports import titled
from dragoman.publication.wording import amount, printable, shown, stands, step, terms
from dragoman.record.found import Told
from dragoman.texts.document import UNKNOWN, Interval, Span

Field = tuple[str, str]
Actors = Mapping[str, Actor]


def agreement_fields(agreement: Agreement, actors: Actors) -> Iterator[Field]:
    named = f", {agreement.instrument} in the codebook" if agreement.instrument else ""
    yield "kind", agreement.agreement_kind + named
    yield "parties", ", ".join(agreement.parties) or "open to many"
    yield "stands", stands(agreement.stage)
    if told := terms(agreement.terms):
        yield "terms", told
    for change in agreement.stage_changes:
        events = "".join(f"; event {event}" for event in change.events)
        what = f"{step(change.stage, change.status)}, {when(change.date)}"
        yield "step", what + _saying(change.said_by, actors) + events
    if agreement.said_by:
        yield "named by", _names(agreement.said_by, actors)


def figure_fields(figure: Figure, actors: Actors) -> Iterator[Field]:
    yield "value", amount(figure) + (f" ({figure.currency})" if figure.currency else "")
    if figure.direction:
        yield "direction", figure.direction
    if figure.measures or figure.figure_kind:
        yield "measures", printable(" — ".join(filter(None, (figure.measures, figure.figure_kind))))
    for name, date in (("period", figure.period), ("base", figure.base)):
        if date.start or date.end:
            yield name, when(date)
    if figure.parties:
        yield "of whom", _names(figure.parties, actors)
    if figure.countries:
        yield "countries", ", ".join(figure.countries)
    yield "said by", _names(figure.said_by, actors) or "the report itself"


def beside_fields(thing: Told, beside: Iterable[Told]) -> Iterator[Field]:
    """The other end of each tie: agreements and figures of an event, events of an agreement or figure."""
    for other in beside:
        match other:
            case Agreement():
                steps = [step(c.stage, c.status) for c in other.stage_changes if thing.id in c.events]
                yield "agreement", printable(f"{other.id} {other.name}: {', '.join(steps)}")
            case Figure():
                yield "figure", printable(f"{other.id} {amount(other)}, {other.measures}")
            case Event():
                yield (
                    "event",
                    f"{other.id} {other.event or 'statement'} {other.mode or ''}".strip() + f", {other.status}",
                )


def agreement_marks(agreement: Agreement) -> Iterator[tuple[Span, str, str]]:
    """Its places, what is there, and the field that rests on it."""
    yield from ((span, "the agreement", "name") for span in agreement.mentions)
    for change in agreement.stage_changes:
        yield change.evidence, step(change.stage, change.status), "step"
    for name, date in (("signed", agreement.terms.signed), ("ends", agreement.terms.expires)):
        if date.words:
            yield date.words, name, "terms"


def _saying(said_by: Iterable[str], actors: Actors) -> str:
    names = _names(said_by, actors)
    return f", told by {names}" if names else ""


def _names(ids: Iterable[str], actors: Actors) -> str:
    return printable(", ".join(titled(actors[actor]) for actor in ids))


def when(date: Interval) -> str:
    """A date, and how it was worked out."""
    if date == UNKNOWN:
        return "not told"
    how = f": {date.how}" if date.how else ""
    return printable(f"{shown(date)} ({date.granularity}, {date.basis}){how}")
