"""The codebook's entries as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from textwrap import fill

from dragoman.codebook.codebook import Codebook, EventKind, State
from dragoman.codebook.ontology import CameoCode
from dragoman.codebook.state import Body
from dragoman.errors import UsageError

_WIDTH = 100


def glossary(book: Codebook, name: str | None = None) -> str:
    """An entry: a PLOVER event, a CAMEO code, a state (any spelling), a body; or one of the lists by its name.

    ``None`` says which lists there are, and shows the events.

    :raises UsageError: there is no such entry; near ones are named.
    """
    if name is None:
        return f"Codebook {book.version}. Lists: {', '.join(_LISTS)}. `dragoman codebook NAME` shows an entry.\n\n" + (
            "\n".join(_LISTS["events"](book))
        )
    if name.casefold() in _LISTS:
        return "\n".join(_LISTS[name.casefold()](book))
    return "\n".join(_told(entry(book, name)))


def entry(book: Codebook, name: str) -> EventKind | CameoCode | Body | State:
    """What the codebook has under a name: a PLOVER event, a CAMEO code, a body, a state in any spelling.

    :raises UsageError: there is no such entry; near ones are named.
    """
    if name.upper() in book.events:
        return book.events[name.upper()]
    if name.isdecimal():
        return book.code(name)
    body = _body_named(book, name)
    if body:
        return body
    try:
        return book.state(name)
    except UsageError as error:
        raise UsageError(f"{error} Entries that are no states: PLOVER events, CAMEO codes, names of bodies.") from error


def _told(found: EventKind | CameoCode | Body | State) -> Iterator[str]:
    match found:
        case EventKind():
            return _event(found)
        case CameoCode():
            return _code(found)
        case Body():
            return _body(found)
        case State():
            return _state(found)


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
            yield fill(f"{label}: {', '.join(words)}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
    if state.capital:
        yield f"  Capital: {', '.join((state.capital, *state.capital_aliases))}"


def _body(body: Body) -> Iterator[str]:
    yield f"{body.name} ({body.kind}), CAMEO {body.cameo}"
    yield fill(f"Names: {', '.join(body.names)}", _WIDTH, initial_indent="  ", subsequent_indent="  ")
    for member in body.members:
        yield f"  {member.iso3} since {member.since}" + (f" until {member.until}" if member.until else "")


def _body_named(book: Codebook, name: str) -> Body | None:
    wanted = name.casefold()
    spellings = ((body, (body.id, *body.names)) for body in book.bodies.values())
    return next((body for body, names in spellings if wanted in (spelling.casefold() for spelling in names)), None)


_LISTS: Mapping[str, Callable[[Codebook], Iterator[str]]] = {
    "events": lambda book: (f"{kind.name:<10} {kind.label}" for kind in book.events.values()),
    "contexts": lambda book: (f"{context.name:<24} {context.label}" for context in book.contexts.values()),
    "sectors": lambda book: (f"{sector.code} {sector.label}" for sector in book.sectors.values()),
    "cameo": lambda book: (f"{code.code:<5} {code.label}" for code in book.cameo.values()),
    "states": lambda book: (f"{state.iso3} {state.name}" for state in book.states.values()),
    "bodies": lambda book: (f"{body.id:<10} {body.name}" for body in book.bodies.values()),
}
