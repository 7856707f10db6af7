"""What a document tells, as the record's listings give it, and in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.measures.dealing import Dealing
from dragoman.publication.brief_words import figure_told, statement_told
from dragoman.publication.plain_english import English, listed, quoted, sentence
from dragoman.publication.wording import stands
from dragoman.record.deed import Deed
from dragoman.record.found import Explained, Found, Source, Told
from dragoman.record.index import around
from dragoman.texts.document import Document, Span

_SHORT = 400  # characters


@dataclass(frozen=True, slots=True)
class Tied:
    """Something of the record that a thing is tied to: how, its id, and what it is."""

    how: str
    id: str
    told: str


def places(thing: Told) -> tuple[Span, ...]:
    """Where a document tells it: all its words, not those of single fields."""
    match thing:
        case Event():
            return tuple(evidence.span for evidence in thing.evidence if evidence.field is None)
        case Statement():
            return (*([thing.cue] if thing.cue else []), *thing.content)
        case Agreement():
            return (*(change.evidence for change in thing.stage_changes), *thing.mentions)
        case Figure():
            return thing.evidence


def kind(thing: Told) -> str:
    """The plural noun by which it goes in addresses and looks."""
    match thing:
        case Event():
            return "events"
        case Statement():
            return "statements"
        case Agreement():
            return "agreements"
        case Figure():
            return "figures"


def source(document: Document) -> Source:
    about = (document.id, document.name, document.path, document.title, document.outlet, document.url)
    return Source(*about, document.published)


def as_told(
    thing: Told, document: Document, actors: Mapping[str, Actor], sentences: Iterable[Span], english: English
) -> str:
    """One sentence: what was done, said, agreed or counted."""
    place = around(places(thing), sentences)
    words = (source(document), actors, document.text[place.start : place.end], place.start)
    match thing:
        case Event():
            return english.deed(alone(Found(thing, *words)))
        case Statement():
            return statement_told(english, Found(thing, *words))
        case Agreement():
            return agreement_told(english, thing)
        case Figure():
            return figure_told(english, Found(thing, *words))


def found_in(explained: Explained, event: Event) -> Found[Event]:
    """An event as the record's listings give it, of what ``Record.explain`` says of it."""
    place = around(places(event), explained.passages)
    words = explained.document.text[place.start : place.end]
    return Found(event, source(explained.document), explained.actors, words, place.start)


def alone(found: Found[Event]) -> Dealing:
    """An event as one report tells it, whatever others do."""
    return Dealing(found.thing.id, found, (found,), 1)


def of_deed(deed: Deed, telling: Found[Event] | None = None) -> Dealing:
    """A deed as one of its reports tells it, else as the telling that says most."""
    return Dealing(deed.id, telling or deed.telling, deed.tellings, deed.origins, deed.turns)


def told_of(explained: Explained, english: English) -> str:
    """The same of what ``Record.explain`` gives."""
    return short(as_told(explained.thing, explained.document, explained.actors, explained.passages, english))


def short(told: str) -> str:
    """No longer than can be read at a glance: a statement may go on for a page."""
    return told if len(told) <= _SHORT else f"{told[: _SHORT - 1].rstrip()}…"


def agreement_told(english: English, agreement: Agreement) -> str:
    """``“the grain deal”, a deal of Sweden and Finland: signed.``"""
    of = f" of {listed([english.state(code) for code in agreement.parties])}" if agreement.parties else ""
    kind = english.words["agreements"].get(agreement.agreement_kind, f"a {agreement.agreement_kind}")
    return sentence(f"{quoted(agreement.name)}, {kind}{of}: {stands(agreement.stage)}")
