"""Titles, with or without a name: "Iranian Foreign Minister Zarif", "the Russian president", "his counterpart"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.found import Found
from dragoman.actors.institutions import institution_from
from dragoman.actors.lexicon import Title
from dragoman.actors.line import POSSESSIVES, Line, state_and_body
from dragoman.actors.names import name_from

_ROUTE = frozenset({"of", "for", "to", "in", "at", "on", "with"})
_OWNERS = ("his", "her", "their", "its")
_PART_OF_TITLE = frozenset({"deputy", "vice", "assistant", "acting", "interim", "first", "prime", "under", "and", "-"})
_DEPUTIES = {"minister": "deputy minister", "foreign_minister": "deputy foreign minister"}


def find_titles(line: Line) -> None:
    """Keep everybody who is named with a title or by it alone."""
    i = 0
    while i < len(line):
        met = None if i in line.taken or i in line.hit_over else line.title_from(i)
        skip = met is None or not _is_noun(line, met[0] - 1) or _given(line, i) or _field(line, met[0])
        i = i + 1 if skip or met is None else _add(line, i, *met)


def extend_left(line: Line, found: Found) -> None:
    """Take in what stands before: fields and modifiers, the state or body, the article or owner."""
    i = found.start
    while i:
        step = _step_left(line, found, i)
        if step == i:
            break
        i = step
    found.start = i


def extend_right(line: Line, found: Found) -> None:
    """ "of the Russian Federation", "to Russia", "for Political Affairs", "of Iran's Supreme Council of ..." """
    while line.word(found.end) in _ROUTE and found.end + 1 < len(line):
        preposition = line.lower[found.end]
        start = found.end + 1 + (line.lower[found.end + 1] == "the" and found.end + 2 < len(line))
        stop = institution_from(line, start)
        if stop == start or (preposition == "for" and line.word(stop) in POSSESSIVES):
            return
        if found.kind == "group" and (preposition not in ("of", "in") or line.doc[stop - 1].head.i >= stop):
            return  # "tanks to the Chinese border" are not China's
        _read_route(line, found, preposition, start, stop)
        found.end = stop


def _is_noun(line: Line, i: int) -> bool:
    """Not a verb ("chairs a meeting", "heads a delegation")."""
    return line.doc[i].tag_.startswith("N") or (line.doc[i].tag_ in ("JJ", "JJR") and line.capital(i))


def _field(line: Line, end: int) -> bool:
    """ "Justice minister": the field of the title that follows."""
    return line.lower[end - 1] in line.lexicon.fields and end < len(line) and line.title_from(end) is not None


def _given(line: Line, i: int) -> bool:
    """ "Amir Rahmani", "Dr. Sultan Al Marri": a first name, and no title as in "Sultan Haitham"."""
    if line.lower[i] not in line.lexicon.given or not line.capital(i) or i + 1 >= len(line):
        return False
    return line.capital(i + 1) and line.lower[i + 1] not in line.lexicon.rulers and line.owner_before(i) is None


def _add(line: Line, start: int, end: int, title: Title) -> int:
    found = Found("office", "title", start, end, end - 1, (start, end), title=title)
    found.plural = line.doc[end - 1].tag_ in ("NNS", "NNPS") and line.lower[end - 1].endswith("s")
    found.title_words = _own_words(line, start, end)
    extend_left(line, found)
    words = line.text(found.start, end)
    extend_right(line, found)
    if not (found.country or found.body) and title.only and found.owner is None:
        found.country = title.only
    name_start, name_end = _name_after(line, found.end)
    if name_end > name_start:
        _add_named(line, found, name_start, name_end)
    else:
        found.head = end - 1 if found.end > end else line.head(found.start, found.end)
        found.shown, found.name = (found.start, found.end), words
        line.add(found)
    return max(found.end, end)


def _own_words(line: Line, start: int, end: int) -> str:
    """The title with its fields and deputies, without country and article ("Deputy Health Minister")."""
    belonging = line.lexicon.fields | _PART_OF_TITLE
    while start and start - 1 not in line.hit_over and line.lower[start - 1] in belonging:
        start -= 1
    while line.lower[start] in ("and", "-"):
        start += 1
    return line.text(start, end)


def _step_left(line: Line, found: Found, i: int) -> int:
    """How far left one more piece of the phrase reaches; i itself where it ends."""
    if i - 1 in line.taken or line.lower[i] in ("a", "an", "the"):
        return i  # "lent Malawi a hundred soldiers"
    if line.lower[i - 1] == ")" and line.word(i - 3) == "(" and i - 2 in line.hit_over:
        return i - 3  # "Republic of Korea (ROK) Foreign Minister"
    placed, owner = bool(found.country or found.body), line.owner_before(i)
    if owner is not None:
        if not placed:
            found.country, found.body = state_and_body(line.hits[owner][1].name)
        return i if placed else owner
    return i - 1 if _qualifies(line, found, i - 1, placed=placed) or _determines(line, found, i - 1) else i


def _qualifies(line: Line, found: Found, i: int, *, placed: bool) -> bool:
    """ "former", "deputy", "health": a modifier or field of office."""
    word, lexicon = line.lower[i], line.lexicon
    hyphen = word == "-" and i > 0 and i - 1 not in line.hit_over
    if not (hyphen or word in lexicon.modifiers or (word in lexicon.fields and not placed)):
        return False
    found.former = found.former or word in ("former", "ex", "ousted", "late")
    if word == "deputy" and found.title and found.title.office in _DEPUTIES:
        found.title = lexicon.titles[_DEPUTIES[found.title.office]]
    return True


def _determines(line: Line, found: Found, i: int) -> bool:
    """ "the", "his", "two": article, owner or number."""
    word = line.lower[i]
    if word not in line.lexicon.determiners and line.doc[i].tag_ != "CD":
        return False
    found.owner = i if word in _OWNERS else found.owner
    found.plural = found.plural or word in ("two", "both", "three")
    return True


def _read_route(line: Line, found: Found, preposition: str, start: int, end: int) -> None:
    """What "of …", "to …" say of the state, body or host."""
    names = line.names_in(start, end)
    states = tuple(dict.fromkeys(name.key for name in names if name.kind != "body"))
    bodies = [name.key for name in names if name.kind == "body"]
    ambassador = found.title is not None and found.title.office == "ambassador"
    if preposition == "to" or (ambassador and found.country and preposition in ("in", "at")):
        found.host = states[0] if states else None
    elif preposition in ("of", "for", "in") or ambassador:
        if len(states) > 1 and found.plural:
            found.countries = states
        if found.country is None:
            found.body = found.body or (bodies[0] if bodies else None)
            found.country = states[0] if states else None


def _name_after(line: Line, i: int) -> tuple[int, int]:
    """The name at i, honorifics and clerical or military titles skipped; empty where there is none."""
    while line.word(i) in line.lexicon.honorifics:
        i += 1
    inner = line.title_from(i) if i < len(line) else None
    if inner and line.capital(i) and inner[1].office in ("cleric", "general"):
        i = inner[0]
        while line.word(i) in line.lexicon.honorifics:
            i += 1
    return i, name_from(line, i)


def _add_named(line: Line, found: Found, start: int, end: int) -> None:
    """A title followed by its holder's name; "Presidents Putin and Rouhani" gives both the title."""
    found.kind, found.form, found.shown, found.end = "person", "name", (start, end), end
    found.head, found.name = line.head(found.start, end), line.text(start, end)
    if not (found.country or found.body) and line.word(end) == "of" and line.doc[end].head.i == found.head:
        found.country = _realm(line, end + 1)
    if found.title and found.title.office == "counterpart" and start > found.start:
        described = line.note("person", "description", found.start, start)
        line.add(replace(described, head=start - 1, name=found.name, country=found.country))
    several, found.plural = found.plural, False
    line.add(found)
    while several and line.word(end) in ("and", ","):
        stop = name_from(line, end + 1)
        if stop == end + 1:
            break
        line.add(replace(line.note("person", "name", end + 1, stop), title=found.title, title_words=found.title_words))
        end = stop


def _realm(line: Line, i: int) -> str | None:
    """ "King Hassan of Morocco" """
    i += line.word(i) == "the"
    return line.hits[i][1].name.key if i in line.hits and line.hits[i][1].name.kind == "state" else None
