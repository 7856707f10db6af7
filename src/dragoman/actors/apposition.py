"""Appositions: a name and a title side by side speak of one person ("Hua Chunying, a spokeswoman for …")."""

from __future__ import annotations

from itertools import pairwise

from dragoman.actors.found import Found
from dragoman.actors.line import Line

_BETWEEN = ([","], ["("], ["-"], ["–"], ["—"], [",", "("])
_CLOSING = (",", ".", ")", ";", "-", "–", "—", "")


def join_appositions(line: Line) -> None:
    """Give each name the title beside it, and make the title a description of the one named."""
    people = sorted((f for f in line.found if f.kind in ("person", "office")), key=lambda f: f.start)
    for left, right in pairwise(people):
        if {left.kind, right.kind} != {"person", "office"} or left.plural or right.plural:
            continue
        between = line.lower[left.end : right.start]
        if between == ["and"] and left.kind == "office":
            _join_offices(line, left, right)
        elif between in _BETWEEN and _apposed(line, left, right):
            _join(*((left, right) if left.kind == "person" else (right, left)))


def _join(person: Found, office: Found) -> None:
    if person.title:
        return
    person.title, person.title_words = office.title, office.title_words
    person.country, person.body, person.host = person.country or office.country, office.body, office.host
    person.owner, person.former, person.weak = office.owner, office.former, False
    # "foreign minister (Zarif)" names nobody by itself; "the Iranian foreign minister, Zarif" does
    bare = office.end - office.start == len((office.title_words or "").split())
    office.name, office.kind, office.form = person.name, "person", "pronoun" if bare else "description"


def _join_offices(line: Line, left: Found, right: Found) -> None:
    """ "Israeli Alternate Prime Minister and Minister of Defense Benjamin Gantz" is one man."""
    determined = line.lower[left.start] in line.lexicon.determiners
    if determined or right.title is None or right.country not in (None, left.country):
        return
    right.country, right.body = left.country, right.body or left.body
    left.kind, left.form, left.name = "person", "description", right.name


def _apposed(line: Line, left: Found, right: Found) -> bool:
    """Not two items of a list: an apposition is closed by a comma, bracket, or the end."""
    if "appos" in (line.doc[right.head].dep_, line.doc[left.head].dep_):
        return True
    closed = line.word(right.end) in _CLOSING or line.lower[left.end] == "("
    return closed and line.doc[right.head].dep_ != "conj"
