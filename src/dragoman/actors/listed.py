"""Mentions by words that are listed: states, capitals, bodies, peoples, groups, pairs, pronouns."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.acting import acts
from dragoman.actors.actor import Form
from dragoman.actors.found import Found
from dragoman.actors.line import POSSESSIVES, Line
from dragoman.actors.scan import Hit
from dragoman.actors.titles import extend_left, extend_right

_BARE = frozenset({"CVL", "REB", "OPP", "COP", "MIL"})  # sectors of those who are somebody without a state's name
_LED = frozenset({"administration", "government", "regime", "cabinet"})  # of somebody: "the Biden administration"
_PLURAL = frozenset({"they", "them", "their", "we", "us", "our"})
_BEFORE_PAIR = frozenset({"the", "both", "two", "three", "neighboring", "neighbouring", "these", "all"})


def find_codebook_names(line: Line) -> None:
    """States, capitals and palaces that act or are places, bodies, peoples and adjectives of a state."""
    named = [f.shown for f in line.found if f.kind == "body" or (f.kind == "person" and f.form == "name")]
    for start, (end, hit) in line.hits.items():
        inside = any(first <= start and end <= last for first, last in named)
        found = _of_the_codebook(line, start, end, hit, inside=inside)
        if found is not None:
            line.add(found)


def _of_the_codebook(line: Line, start: int, end: int, hit: Hit, *, inside: bool) -> Found | None:
    key = hit.name.key
    match hit.name.kind:
        case "body":
            body = line.note("body", "name", start, end)
            return None if start in line.taken else replace(body, key=key, body=key)
        case "demonym":
            return _demonym(line, start, end)
        case "state":
            possessor = line.word(end) in POSSESSIVES
            return (
                replace(line.note("state", "name", start, end), key=key, country=key)
                if possessor or not inside
                else None
            )
    if inside:
        return None
    found = line.note("place", "place", start, end)
    apostrophe_lost = line.doc[end - 1].text not in hit.name.text.split()
    if apostrophe_lost or acts(line.doc, start, end, found.head, metonym=hit.name.kind == "metonym"):
        found.kind, found.form = "state", "metonym"
    return replace(found, key=key, country=key)


def _demonym(line: Line, start: int, end: int) -> Found:
    """ "the Palestinians" are a people; "Palestinian" before a noun is an adjective."""
    key = line.hits[start][1].name.key
    token = line.doc[line.head(start, end)]
    if (
        token.tag_.startswith("N")
        and token.dep_ not in ("amod", "compound", "nmod", "poss")
        and token.i not in line.taken
    ):
        return _people(line, start, end, key)
    return replace(line.note("adjective", "adjective", start, end), key=key, country=key)


def _people(line: Line, start: int, end: int, key: str) -> Found:
    """A people is of its state, unless it lives in another ("ethnic Turks", "Kosovo Serbs", "the Serbs of Bosnia")."""
    left = line.dwelling(start)
    country: str | None = line.hits[left][1].name.key
    if line.word(left - 1) == "ethnic":
        left, country = left - 1, None
    elif line.word(end) == "of" and left == start:
        land = next((n for n in line.names_in(end + 1, end + 4) if n.kind == "state"), None)
        country = land.key if land else country
    if line.word(left - 1) in line.lexicon.determiners:
        left -= 1
    return replace(line.note("group", "description", left, end), name=line.text(start, end), country=country)


def find_groups(line: Line) -> None:
    """ "Israeli troops", "senior Russian officials", and bodies like "Iran's parliament": of a state or body. A bare
    plural ("protesters", "rebels") and a band ("a rebel group") is somebody too, of a state that only the context can
    tell."""
    for i in range(len(line)):
        cause = line.lexicon.causes.get(line.word(i - 1)) if line.lower[i] in line.lexicon.bands else None
        sector = cause or line.lexicon.groups.get(line.lower[i])
        if sector is None or i in line.taken or not line.doc[i].tag_.startswith("N"):
            continue
        found = Found("group", "description", i, i + 1, i, (i, i + 1), sector=sector)
        if cause:
            found.start = i - 1
        if line.lower[i] in _LED:
            _take_leader(line, found)
        extend_left(line, found)
        if not (found.country or found.body or found.leader):
            extend_right(line, found)
        bare = sector in _BARE and (cause is not None or line.doc[i].tag_ == "NNS")
        if found.country or found.body or found.leader or bare:
            found.shown, found.name = (found.start, found.end), line.text(found.start, found.end)
            found.kind = (
                "body"
                if line.doc[i].tag_ in ("NN", "NNP") and (found.country or found.leader) and not cause
                else "group"
            )
            line.add(found)


def _take_leader(line: Line, found: Found) -> None:
    """ "The Biden administration", "the government of President Banda": the first speaks of Biden in no way."""
    people = [f for f in line.found if f.kind == "person" and f.form == "name"]
    before = next((f for f in people if f.end == found.start), None)
    after = next((f for f in people if f.start == found.end + 1 and line.word(found.end) == "of"), None)
    if before is not None and not before.title:
        line.found.remove(before)
        found.leader, found.start = before.name, before.start
    elif after is not None:
        found.leader = after.name


def find_pairs(line: Line) -> None:
    """ "the two sides", "both countries", "the sides": several at once, known only from before."""
    for i, word in enumerate(line.lower):
        if word not in line.lexicon.pairs or i in line.taken:
            continue
        start = i
        while start and (line.lower[start - 1] in _BEFORE_PAIR or _describes(line, start - 1, i)):
            start -= 1
        counted = {"two", "both", "three"} & set(line.lower[start:i])
        if counted or (line.word(i - 1) == "the" and word in ("sides", "leaders", "parties", "countries")):
            # A pair of states names none of them; a pair of people speaks of both.
            form: Form = "description" if line.lexicon.pairs[word] == "people" else "pronoun"
            line.add(replace(line.note("pronoun", form, start, i + 1), head=i, plural=True))


def _describes(line: Line, adjective: int, noun: int) -> bool:
    return line.doc[adjective].tag_ == "JJ" and line.doc[adjective].head.i == noun


def find_pronouns(line: Line) -> None:
    for i, word in enumerate(line.lower):
        if word in line.lexicon.pronouns and i not in line.taken and line.doc[i].tag_ in ("PRP", "PRP$"):
            line.add(replace(line.note("pronoun", "pronoun", i, i + 1), name=word, plural=word in _PLURAL))
