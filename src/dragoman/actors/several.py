"""Bodies and groups whose words mean their members one by one: "BRICS leaders", "the remaining parties to the JCPOA".

A body that acts as one ("the EU imposed sanctions", "the E3 triggered the mechanism") is left alone, and so is what has
more members than a text can mean each of ("NATO members"), unless it says "all".
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping

from dragoman.actors.found import Found
from dragoman.actors.line import Line
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.instruments import Instrument, load_agreements
from dragoman.texts.document import Interval

_FEW = 12  # ASEAN has 11 members, BRICS 10; the African Union 55
_MEMBERS = frozenset("countries states nations republics members powers governments capitals".split())
_HOLDERS = frozenset("leaders presidents ministers".split())
_PARTIES = frozenset("parties signatories participants members".split())
_BEFORE = frozenset("the all both remaining other these those foreign prime member two three four five six".split())
_ALL = ("all", "each", "every")


def find_several(line: Line) -> None:
    """Keep what means the members of a body, a region or an agreement."""
    for start, (end, hit) in line.hits.items():
        if hit.name.kind == "body" and start not in line.taken:
            _add_body(line, start, end, hit.name.key)
    for i, word in enumerate(line.lower):
        if word in _PARTIES and i not in line.taken and line.word(i + 1) in ("to", "of"):
            _add_parties(line, i)


def members(item: Found, book: Codebook, when: Interval) -> tuple[str, ...]:
    """The states (ISO3) meant by words that ``find_several`` kept, on the day of the report (today where it has none);
    none where they are not known or too many."""
    body = book.bodies.get(item.several or "")
    day = when.start or when.end
    if body is not None:
        found: Collection[str] = body.members_on(day) if day else [m.iso3 for m in body.members if m.until is None]
    else:
        found = _parties(_instruments()[item.several or ""], day, remaining="remaining" in (item.name or "").split())
    return tuple(sorted(found)) if len(found) <= _FEW or (item.name or "").split()[0].lower() in _ALL else ()


def _parties(instrument: Instrument, day: str | None, *, remaining: bool) -> list[str]:
    """Who is a party on that day; of those who left nobody remains, whatever the day."""
    left = {iso3 for iso3, until in instrument.left.items() if remaining or not day or until[: len(day)] <= day}
    return [iso3 for iso3 in instrument.parties if iso3 not in left]


def _add_body(line: Line, start: int, end: int, key: str) -> None:
    """ "The E3 countries", "NATO member states", "BRICS leaders"; regions have the word in them ("Baltic states")."""
    last = end
    while line.word(last) in ("member", "foreign", "prime"):
        last += 1
    if line.word(last) in _MEMBERS or line.word(last) in _HOLDERS:
        end = last + 1
    elif line.word(start - 1) == "of" and line.word(start - 2) in _PARTIES:
        start -= 2
    elif not {line.lower[end - 1]} & (_MEMBERS | _HOLDERS):
        return
    if line.doc[end - 1].dep_ not in ("poss", "compound"):  # "the BRICS leaders' statement" is one of the body
        _keep(line, start, end, key)


def _add_parties(line: Line, i: int) -> None:
    """ "the remaining parties to the JCPOA" """
    at = i + 2 + (line.word(i + 2) == "the")
    text = line.text(at, min(at + 8, len(line)))
    name = next((n for n in _spellings() if text.startswith(n) and not text[len(n) : len(n) + 1].isalnum()), None)
    if name is not None:
        width = next(n for n in range(1, len(line) - at + 1) if len(line.text(at, at + n)) >= len(name))
        _keep(line, i, at + width, _spellings()[name])


def _keep(line: Line, start: int, end: int, key: str) -> None:
    while line.word(start - 1) in _BEFORE or (line.word(start - 1) == "of" and line.word(start - 2) in _ALL):
        start -= 1
    found = line.note("group", "description", start, end)
    found.several, found.key, found.sector = key, None, "GOV"
    line.add(found)


@functools.cache
def _instruments() -> Mapping[str, Instrument]:
    return load_agreements().instruments


@functools.cache
def _spellings() -> Mapping[str, str]:
    """Names of agreements whose parties are listed, longest first, with their ids."""
    known = ((name, id) for name, id in load_agreements().spellings() if _instruments()[id].parties)
    return dict(sorted(known, key=lambda pair: -len(pair[0])))
