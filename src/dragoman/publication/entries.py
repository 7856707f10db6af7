"""What can be looked up in the codebook: its lists, and each entry by its name. The command and the pages share it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.codebook.codebook import Codebook, EventKind, State
from dragoman.codebook.holders import Holder, load_holders
from dragoman.codebook.instruments import Instrument, load_agreements
from dragoman.codebook.ontology import CameoCode, Context, Sector
from dragoman.codebook.state import Body
from dragoman.errors import UsageError
from dragoman.events.patterns import Pattern, load_patterns

PATTERN = "pattern:"  # some patterns are called like the event that they code
OFFICES: Mapping[str, str] = {
    "head_of_state": "Head of state",
    "supreme_leader": "Supreme leader",
    "head_of_government": "Head of government",
    "foreign_minister": "Foreign minister",
    "body_chief": "Chief of a body",
}


@dataclass(frozen=True, slots=True)
class Office:
    """An office whose holders are known: ``head_of_state``, in words of people."""

    name: str
    label: str


Entry = EventKind | CameoCode | Context | Sector | State | Body | Instrument | Office | Pattern


class Listed(NamedTuple):
    """An entry in a list: the name it is looked up by, and what it is."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. ``width`` is the room of a name in plain text."""

    about: str
    width: int
    entries: Callable[[Codebook], Iterator[Listed]]


LISTS: Mapping[str, Listing] = {
    "events": Listing(
        "PLOVER’s kinds of event, with their modes",
        10,
        lambda book: (Listed(kind.name, kind.label) for kind in book.events.values()),
    ),
    "contexts": Listing(
        "what an event or a statement is about",
        24,
        lambda book: (Listed(context.name, context.label) for context in book.contexts.values()),
    ),
    "sectors": Listing(
        "the part of a state or society that an actor belongs to",
        0,
        lambda book: (Listed(sector.code, sector.label) for sector in book.sectors.values()),
    ),
    "cameo": Listing(
        "CAMEO’s codes, with their values on Goldstein’s scale",
        5,
        lambda book: (Listed(code.code, code.label) for code in book.cameo.values()),
    ),
    "states": Listing(
        "states and territories with their names and codes",
        0,
        lambda book: (Listed(state.iso3, state.name) for state in book.states.values()),
    ),
    "bodies": Listing(
        "organisations, blocs and groups, with their members",
        10,
        lambda book: (Listed(body.id, body.name) for body in book.bodies.values()),
    ),
    "agreements": Listing(
        "agreements that have a name of their own, with parties and dates",
        24,
        lambda book: (Listed(one.id, one.name) for one in load_agreements().instruments.values()),
    ),
    "offices": Listing(
        "offices and who held them when",
        20,
        lambda book: (Listed(name, label) for name, label in OFFICES.items()),
    ),
    "patterns": Listing(
        "written patterns, each with sentences that are its tests",
        24,
        lambda book: (
            Listed(PATTERN + one.id, one.examples[0] if one.examples else one.cameo) for one in load_patterns().all
        ),
    ),
}


def find(book: Codebook, name: str) -> Entry:
    """The entry of this name: a PLOVER event, a CAMEO code, a body, an agreement, a state (any spelling of these), a
    context, a sector, an office, a pattern.

    :raises UsageError: there is no such entry; near ones are named.
    """
    if name.upper() in book.events:
        return book.events[name.upper()]
    if name.isdecimal():
        return book.code(name)
    found = _named(book, name)
    if found:
        return found
    try:
        return book.state(name)
    except UsageError as error:
        raise UsageError(
            f"{error} Entries that are no states: PLOVER events, CAMEO codes, names of bodies and agreements; lists "
            f"are {', '.join(LISTS)}."
        ) from error


def in_lists(book: Codebook, words: str) -> Iterator[tuple[str, Listed]]:
    """Entries whose name or description holds these words, in any case, each with the name of its list."""
    wanted = words.casefold().strip()
    for list_name, listing in LISTS.items():
        for entry in listing.entries(book):
            if wanted in entry.name.casefold() or wanted in entry.words.casefold():
                yield list_name, entry


def _named(book: Codebook, name: str) -> Body | Instrument | Context | Sector | Office | Pattern | None:
    """An exact name first: of a sector and a state that share a code, the state is found by its own."""
    folded = name.casefold()
    known: list[Body | Instrument] = [*book.bodies.values(), *load_agreements().instruments.values()]
    for entry in known:
        if folded in (spelling.casefold() for spelling in (entry.id, *entry.names)):
            return entry
    if name in book.states:
        return None
    if folded in OFFICES:
        return Office(folded, OFFICES[folded])
    if folded.startswith(PATTERN):
        return next((one for one in load_patterns().all if PATTERN + one.id == folded), None)
    return book.contexts.get(folded) or book.sectors.get(name.upper())


def in_office(office: str) -> tuple[Holder, ...]:
    """Those who hold an office as far as is known, by state or body."""
    terms = (term for term in load_holders().terms if term.office == office and not term.until)
    return tuple(sorted(terms, key=lambda term: (term.key, term.since)))


def offices(key: str) -> Iterator[tuple[str, tuple[Holder, ...]]]:
    """The offices of a state (ISO3) or a body (id) that are known, each with its terms, the last one first."""
    terms = [term for term in load_holders().terms if term.key == key]
    for office, label in OFFICES.items():
        held = sorted((term for term in terms if term.office == office), key=lambda term: term.since, reverse=True)
        if held:
            yield label, tuple(held)
