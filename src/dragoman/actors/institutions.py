"""Institutions: runs of words that name a body ("Iran's Supreme Council of ...", "the UN Security Council")."""

from __future__ import annotations

from dragoman.actors.line import POSSESSIVES, Line, state_and_body

_JOINING = ("of", "for", "and", "the", ",")


def institution_from(line: Line, i: int) -> int:
    """End of a run of codebook names, capitalised English words and field words that starts at i."""
    end = i
    while end < len(line):
        if end in line.hit_over:
            end = line.hits[line.hit_over[end]][0]
        elif (end > i and _joins(line, end)) or (line.capital(end) and _belongs(line, i, end)):
            end += 1
        else:
            break
    while end > i and line.lower[end - 1] in _JOINING:
        end -= 1
    return end


def add_body(line: Line, start: int, end: int) -> None:
    """Keep the body whose capitalised words stand at ``[start, end)``, with what follows "of" and its state before."""
    lexicon = line.lexicon
    while start and line.capital(start - 1) and _describes(line, start - 1):
        start -= 1  # "Foreign Ministry", "National Assembly"
    nouns = [w for w in line.lower[start:end] if w in lexicon.bodies]
    while line.word(end) in ("of", "for") and line.lower[end - 1] in lexicon.bodies:
        i = end + 1 + (line.word(end + 1) == "the")
        stop = institution_from(line, i) if i < len(line) else i
        if stop == i:
            break
        end = stop
    owner = line.owner_before(start)
    left = start if owner is None else owner
    if nouns[-1] in lexicon.things or line.lower[start] in lexicon.things:
        line.taken.update(range(left, end))  # a treaty, plan or street has a name and does nothing
        return
    found = line.note("body", "name", left, end)
    found.name = line.text(left, end).removeprefix("the ")
    if owner is not None:
        found.country, found.body = state_and_body(line.hits[owner][1].name)
    states = (name.key for name in line.names_in(start, end) if name.kind in ("state", "demonym"))
    found.country = found.country or next(states, None)
    found.sector = next((lexicon.bodies[w] for w in reversed(nouns) if lexicon.bodies[w]), None)
    found.alias = _initials_after(line, end)
    line.add(found)


def _describes(line: Line, i: int) -> bool:
    free = i not in line.taken and i not in line.hit_over
    return free and (line.lower[i] in line.lexicon.modifiers or line.lower[i] in line.lexicon.fields)


def _initials_after(line: Line, i: int) -> str | None:
    """ "(EFU)" after "Economic Front for Unity": what the text will call the body from there on."""
    if line.word(i) != "(" or line.word(i + 2) != ")":
        return None
    line.taken.add(i + 1)
    return line.doc[i + 1].text if line.doc[i + 1].text.isupper() else None


def _joins(line: Line, i: int) -> bool:
    """ "'s", or a joining word with more of the institution behind it."""
    word = line.lower[i]
    return (word in POSSESSIVES and i - 1 in line.hit_over) or (word in _JOINING and _continues(line, i))


def _belongs(line: Line, start: int, i: int) -> bool:
    """Whether a capitalised word goes on with an institution begun at ``start``; after its head word
    ("Council", "Center") an unheard-of word begins a name instead."""
    word, lexicon = line.lower[i], line.lexicon
    if word in lexicon.fields or word in lexicon.bodies:
        return True
    if word in lexicon.calendar:
        return False
    if i > start and (line.lower[i - 1] in lexicon.bodies or line.lower[i - 1] in lexicon.fields):
        national = line.lower[i - 1] == "national" and line.doc[i - 1].head.i == i  # "Government of National Concord"
        return national and line.knows(word)
    if line.word(i + 1) in lexicon.bodies:
        return True
    if i > start and i - 1 in line.hit_over:
        return False  # "to Uganda Peter Otieno"
    return not line.title_from(i) and (line.knows(word) or line.knows(word.rstrip("s")))


def _continues(line: Line, i: int) -> bool:
    """Whether the word after a joining word carries the institution or list of states on."""
    j = i + 1 + (line.word(i + 1) == "the")
    if j >= len(line):
        return False
    if line.lower[i] in (",", "and"):
        name = line.name_over(j)
        return name is not None and i - 1 in line.hit_over and name.kind in ("state", "body")
    if line.lower[i] == "the":
        return False
    return j in line.hit_over or (
        line.capital(j) and (line.knows(line.lower[j]) or line.lower[j] in line.lexicon.fields)
    )
