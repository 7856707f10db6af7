"""What the codebook says about a name: a kind of event, a mode, a code, a context, a sector, a state or a body.

    pages(book, "CONSULT")     pages(book, "CONSULT phone")     pages(book, "041")
    pages(book, "Iran")        pages(book, "NATO")              pages(book, "states")

A name may mean several things: ``"AU"`` is Australia and the African Union.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.codebook.codebook import Codebook, fold
from dragoman.codebook.ontology import CameoCode, EventKind, Mode
from dragoman.codebook.state import Body, Membership, State
from dragoman.errors import UsageError

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One thing in the codebook, ready to be printed: a title, a sentence on it, and rows of (label, value)."""

    title: str
    about: str
    rows: Rows


def pages(book: Codebook, name: str | None = None) -> tuple[Page, ...]:
    """All that ``name`` may mean, or what there is where no name is given. Raises UsageError where it means nothing."""
    if name is None:
        return (_overview(book),)
    if name.lower() in LISTS:
        return (_list(book, name.lower()),)
    found = tuple(page for find in FINDERS for page in find(book, name.strip()))
    if not found:
        raise UsageError(
            f"The codebook has no {name!r}. It knows kinds of event (CONSULT, CONSULT phone), CAMEO codes (041), "
            f"states (Iran, IR), bodies (NATO), contexts (economic) and sectors (GOV); {', '.join(LISTS)} list them."
        )
    return found


def _overview(book: Codebook) -> Page:
    rows = tuple((name, f"{len(make(book))} {what}") for name, (what, make) in LISTS.items())
    return Page(f"Codebook {book.version}", "Name one of these lists, or anything in them.", rows)


def _list(book: Codebook, name: str) -> Page:
    what, make = LISTS[name]
    return Page(name, what, make(book))


def _events(book: Codebook, name: str) -> Iterator[Page]:
    event_name, _, mode_name = name.partition(" ")
    event = book.events.get(event_name.upper())
    if event and not mode_name:
        yield _event(book, event)
    elif event and mode_name in event.modes:
        yield _mode(book, event, event.modes[mode_name])


def _codes(book: Codebook, name: str) -> Iterator[Page]:
    if name in book.cameo:
        yield _code(book, book.cameo[name])


def _contexts(book: Codebook, name: str) -> Iterator[Page]:
    context = book.contexts.get(name.lower().replace(" ", "_"))
    if context:
        codes = (code.code for code in book.cameo.values() if context.name in code.contexts)
        yield Page(context.name, context.label, (("use", context.use), ("CAMEO codes", _join(codes))))


def _sectors(book: Codebook, name: str) -> Iterator[Page]:
    sector = book.sectors.get(name.upper())
    if sector:
        yield Page(sector.code, sector.label, (("CAMEO role", sector.cameo or "none"),))


def _states(book: Codebook, name: str) -> Iterator[Page]:
    """By code, name or demonym, and by capital or palace: who looks up ``"Kremlin"`` wants Russia."""
    named = [each.key for each in book.names() if each.key in book.states and fold(each.text) == fold(name)]
    for iso3 in dict.fromkeys((*book.spellings.get(fold(name), ()), *named)):
        yield _state(book, book.states[iso3])


def _bodies(book: Codebook, name: str) -> Iterator[Page]:
    for body in book.bodies.values():
        if fold(name) in map(fold, (body.id, *body.names)):
            yield _body(book, body)


FINDERS: tuple[Callable[[Codebook, str], Iterator[Page]], ...] = (
    _events, _codes, _contexts, _sectors, _states, _bodies,
)  # fmt: skip

LISTS: Mapping[str, tuple[str, Callable[[Codebook], Rows]]] = {
    "events": ("PLOVER's kinds of event", lambda book: tuple((e.name, e.label) for e in book.events.values())),
    "cameo": ("CAMEO codes", lambda book: tuple((c.code, c.label) for c in book.cameo.values())),
    "contexts": ("PLOVER's contexts", lambda book: tuple((c.name, c.label) for c in book.contexts.values())),
    "sectors": ("PLOVER's sectors", lambda book: tuple((s.code, s.label) for s in book.sectors.values())),
    "states": ("states and territories", lambda book: tuple((s.iso3, s.name) for s in book.states.values())),
    "bodies": ("organisations, blocs and groups", lambda book: tuple((b.id, b.name) for b in book.bodies.values())),
}


def _event(book: Codebook, event: EventKind) -> Page:
    rows = (
        ("class", f"{event.quad} {QUADS[event.quad]}"),
        ("score", f"{event.score:g}"),
        ("recipient", "required" if event.requires_recipient else "not required"),
        ("written as", _written(book, event)),
        *_cases(event),
        *((f"mode {mode.name}", mode.definition) for mode in event.modes.values()),
        ("CAMEO codes", _join(code.code for code in book.cameo.values() if code.event == event.name)),
    )
    return Page(f"{event.name}: {event.label}", event.definition, rows)


def _mode(book: Codebook, event: EventKind, mode: Mode) -> Page:
    codes = (code.code for code in book.cameo.values() if (code.event, code.mode) == (event.name, mode.name))
    rows = (
        ("class", f"{event.quad} {QUADS[event.quad]}"),
        ("score", f"{book.plover_score(event.name, mode.name):g}"),
        ("written as", _written(book, mode)),
        *_cases(mode),
        ("CAMEO codes", _join(codes)),
    )
    return Page(f"{event.name} {mode.name}", mode.definition, rows)


def _cases(kind: EventKind | Mode) -> Rows:
    return ("example", kind.example), ("not", kind.counter_example)


def _written(book: Codebook, kind: EventKind | Mode) -> str:
    nearest = "" if kind.exact else " (the nearest; CAMEO has no code of its own)"
    return f"{kind.cameo} {book.cameo[kind.cameo].label}{nearest}"


def _code(book: Codebook, code: CameoCode) -> Page:
    event = " ".join(filter(None, (code.event, code.mode))) or "none: PLOVER dropped roots 01 and 02"
    scales = (f"{value:g} ({scale})" for scale, value in code.goldstein.items() if value is not None)
    rows = [
        ("root", f"{code.root} {book.cameo[code.root].label}"),
        ("PLOVER", event),
        ("contexts", _join(code.contexts)),
        ("Goldstein", _join(scales)),
        ("class", f"{code.quad} {QUADS[code.quad]} (GDELT, ICEWS); {code.penta} (Phoenix)"),
    ]
    if code.swapped:
        rows.append(("sides", "its source is PLOVER's recipient"))
    if code.note:
        rows.append(("note", code.note))
    return Page(f"{code.code}: {code.label}", f"CAMEO code {code.code}.", tuple(rows))


def _state(book: Codebook, state: State) -> Page:
    member_of = (body.name for body in book.bodies.values() if any(_lasts(m, state.iso3) for m in body.members))
    rows = (
        ("official name", state.official),
        ("codes", f"{state.iso3}, {state.iso2}; CAMEO {state.cameo}"),
        ("Correlates of War", f"{state.cow.number} {state.cow.abbreviation}" if state.cow else "none"),
        ("names", _join(state.names)),
        ("people", _join(state.demonyms)),
        ("capital", _join((state.capital, *state.capital_aliases) if state.capital else ())),
        ("stood for by", _join(state.metonyms)),
        ("region", state.region),
        ("UN member", "yes" if state.un_member else "no"),
        ("member of", _join(member_of)),
    )
    return Page(f"{state.iso3}: {state.name}", "State or territory.", rows)


def _lasts(member: Membership, iso3: str) -> bool:
    return member.iso3 == iso3 and member.until is None


def _body(book: Codebook, body: Body) -> Page:
    rows = (
        ("kind", body.kind.replace("_", " ")),
        ("names", _join(body.names)),
        ("CAMEO", body.cameo),
        ("country", book.states[body.country].name if body.country else "none"),
        ("sector", book.sectors[body.sector].label if body.sector else "none"),
        *((f"member {member.iso3}", f"{member.since} to {member.until or 'now'}") for member in body.members),
        *((("source", body.source),) if body.source else ()),
    )
    return Page(f"{body.id}: {body.name}", "Body.", rows)


def _join(words: Iterable[str]) -> str:
    return ", ".join(words) or "none"
