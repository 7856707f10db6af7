"""The codebook's entries as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from dragoman.codebook.codebook import Codebook, EventKind, State
from dragoman.codebook.instruments import Instrument
from dragoman.codebook.ontology import CameoCode, Context, Sector
from dragoman.codebook.state import Body
from dragoman.events.patterns import Pattern
from dragoman.publication.entries import LISTS, Entry, Office, find, in_office

_WIDTH = 100


def glossary(book: Codebook, name: str | None = None) -> str:
    """An entry (see ``entries.find``), or one of the lists by its name.

    ``None`` says which lists there are, and shows the events.

    :raises UsageError: there is no such entry; near ones are named.
    """
    if name is None:
        return f"Codebook {book.version}. Lists: {', '.join(LISTS)}. `dragoman codebook NAME` shows an entry.\n\n" + (
            "\n".join(_list(book, "events"))
        )
    if name.casefold() in LISTS:
        return "\n".join(_list(book, name.casefold()))
    return "\n".join(_entry(find(book, name)))


def _list(book: Codebook, name: str) -> Iterator[str]:
    listing = LISTS[name]
    return (f"{entry.name:<{listing.width}} {entry.words}" for entry in listing.entries(book))


def _entry(entry: Entry) -> Iterator[str]:
    match entry:
        case EventKind():
            yield from _event(entry)
        case CameoCode():
            yield from _code(entry)
        case State():
            yield from _state(entry)
        case Body():
            yield from _body(entry)
        case Instrument():
            yield from _instrument(entry)
        case Pattern():
            yield from _pattern(entry)
        case Office():
            yield from _office(entry)
        case Context():
            yield f"{entry.name}: {entry.label} ({entry.use})"
        case Sector():
            yield f"{entry.code}: {entry.label}" + (f", CAMEO {entry.cameo}" if entry.cameo else "")


def _event(kind: EventKind) -> Iterator[str]:
    yield f"{kind.name}: {kind.label}. PLOVER score {kind.score:g}, quad class {kind.quad}, CAMEO {kind.cameo}"
    yield from _defined(kind.definition, kind.example, kind.counter_example)
    for mode in kind.modes.values():
        score = "" if mode.score is None else f" PLOVER score {mode.score:g}."
        yield f"\n{kind.name} {mode.name}: CAMEO {mode.cameo}.{score}"
        yield from _defined(mode.definition, mode.example, mode.counter_example)


def _defined(definition: str, example: str, counter_example: str) -> Iterator[str]:
    for label, words in (("", definition), ("Such as: ", example), ("But not: ", counter_example)):
        if words:
            yield fill(label + words, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _code(code: CameoCode) -> Iterator[str]:
    plover = ", ".join(filter(None, (code.event, code.mode, *code.contexts))) or "none: PLOVER dropped it"
    yield f"CAMEO {code.code}: {code.label}"
    yield f"  PLOVER: {plover}"
    yield "  Goldstein: " + ", ".join(f"{scale} {value}" for scale, value in code.goldstein.items())
    yield f"  Quad class {code.quad}"
    if code.note:
        yield fill(code.note, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _state(state: State) -> Iterator[str]:
    cow = f", COW {state.cow.number} {state.cow.abbreviation}" if state.cow else ""
    yield f"{state.name} ({state.official})"
    yield f"  ISO {state.iso2} {state.iso3}, CAMEO {state.cameo}{cow}; {state.region}"
    for label, words in (("Names", state.names), ("People", state.demonyms), ("Stand for it", state.metonyms)):
        if words:
            yield _filled(label, words)
    if state.capital:
        yield f"  Capital: {', '.join((state.capital, *state.capital_aliases))}"


def _body(body: Body) -> Iterator[str]:
    yield f"{body.name} ({body.kind}), CAMEO {body.cameo}"
    yield _filled("Names", body.names)
    for member in body.members:
        yield f"  {member.iso3} since {member.since}" + (f" until {member.until}" if member.until else "")


def _instrument(one: Instrument) -> Iterator[str]:
    yield f"{one.name} ({one.kind})"
    yield _filled("Names", one.names)
    yield _filled("Parties", one.parties or ("open to many",))
    for label, day in (("Signed", one.signed), ("In force", one.in_force), ("Ended", one.ended)):
        if day:
            yield f"  {label}: {day}"
    for state, day in one.left.items():
        yield f"  {state} left: {day}"
    if one.source:
        yield f"  Source: {one.source}"


def _pattern(pattern: Pattern) -> Iterator[str]:
    coded = " ".join(filter(None, (pattern.event, pattern.mode))) or "a statement"
    yield f"{pattern.id}: {coded}, CAMEO {pattern.cameo}, confidence {pattern.weight:g}"
    for label, words in (("Verbs", pattern.verbs), ("Nouns", pattern.nouns), ("Objects", pattern.objects)):
        if words:
            yield _filled(label, sorted(words))
    for sentence in pattern.examples:
        yield f"  Such as: {sentence}"
    for sentence in pattern.counters:
        yield f"  But not: {sentence}"


def _office(office: Office) -> Iterator[str]:
    yield f"{office.label} ({office.name})"
    for term in in_office(office.name):
        yield f"  {term.key} since {term.since or '?'} {term.name}"


def _filled(label: str, words: Iterable[str]) -> str:
    return fill(f"{label}: {', '.join(words)}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
