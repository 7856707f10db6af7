"""What a number counts: its noun in the parse, or nothing, if it is a name, a date or only tells the parties apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.codebook.units import Units
from dragoman.events.figure_numbers import Number
from dragoman.events.syntax import after, child
from dragoman.texts.parsed import Doc, Token

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"})
_SMALL = 12  # up to so many are the parties themselves ("the three countries")
_PRESENT = range(1900, 2051)  # bare numbers that are years
_HARMED = frozenset({"dead", "missing", "injured", "wounded", "homeless"})
_NOT_BEFORE = frozenset({"top", "per", "aged", "no.", "nos.", "group", "vitamin"})
_BEFORE_AMOUNTS = ("dative", "dobj", "pobj", "conj", "appos", "npadvmod")
_OF_NUMBER = ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod", "punct", "dep")


@dataclass(frozen=True, slots=True)
class Counted:
    """``unit`` is a singular noun; ``noun`` the token it is, ``None`` for percent and money without one. ``token`` is
    the last of the number, where the grammar is read from; ``[first, last)`` are the tokens of the whole expression."""

    unit: str
    token: Token
    noun: Token | None
    first: int
    last: int


def counted(doc: Doc, number: Number, units: Units) -> Counted | None:
    """What a number counts, or ``None`` if it is no figure."""
    inside = [t for t in doc if t.idx < number.end and t.idx + len(t.text) > number.start]
    core = [t for t in inside if t.idx < number.last and t.idx + len(t.text) > number.first]
    if not core:
        return None
    token, first, last = core[-1], inside[0].i, inside[-1].i + 1
    if token.dep_ == "conj" and token.head.i in (t.i for t in core):
        token = token.head  # "between 10 and 15 ships"
    if number.ordinal:
        return _ordinal(token, first, units)
    if number.unit is not None:
        return Counted(number.unit, token, None, first, last)
    return None if _is_name(core[0], token, number, units) else _things(token, number, first, last, units)


def _things(token: Token, number: Number, first: int, last: int, units: Units) -> Counted | None:
    noun = _noun(token, number)
    if noun is None:
        return _persons(token, first, last, units)
    if _is_no_count(noun, token, number, units):
        return None
    return Counted(_singular(noun), token, noun, first, max(last, noun.i + 1))


def _ordinal(token: Token, first: int, units: Units) -> Counted | None:
    """ "The ninth trip in two years", "a fifth round of talks" """
    noun = token.head if token.dep_ in ("amod", "compound", "nummod") else token
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun.i <= token.i or noun.tag_ not in ("NN", "NNS"):
        return None
    between = {t.lower_ for t in token.doc[token.i + 1 : noun.i]}
    if noun.lemma_ not in units.serial and not between & units.running:
        return None
    start = next((c.i for c in noun.children if c.dep_ in ("det", "poss") and c.i == first - 1), first)
    return Counted(_singular(noun), token, noun, start, noun.i + 1)


# ------------------------------------------------------------------------------------------------------ no figure


def _is_name(first: Token, last: Token, number: Number, units: Units) -> bool:
    """ "Resolution 2231", "the 2015 deal", "top five", "one of", "1. First of all" """
    if not number.exact and (
        (number.value in _PRESENT and not number.spelled) or (number.value == 1 and number.spelled)
    ):
        return True
    if first.i == 0:
        return len(first.doc) > 1 and not number.spelled and last.nbor(1).text in (".", ")")
    before = first.nbor(-1)
    if before.lower_ in _NOT_BEFORE or (before.i == last.head.i and before.tag_.startswith("N")):
        return True
    named = before.lower_ in units.naming and before.tag_.startswith("N")
    proper = before.tag_ in ("NNP", "NNPS")
    inside = proper and before.dep_ not in _BEFORE_AMOUNTS  # "the Nord Stream 1 pipeline", not "gave Chad 20 trucks"
    return ((named or inside) and not number.exact) or (proper and last.head.i < first.i)


def _noun(token: Token, number: Number) -> Token | None:
    """The noun that the number stands before."""
    current = token
    for _ in range(4):
        head = current.head
        if current.dep_ not in _OF_NUMBER or head.i == current.i:
            break
        if head.tag_.startswith("N") and head.i > token.i:
            return head if head.lemma_ in TIME_UNITS else _whole_noun(head)
        current = head
    of = next(after(token, "of"), None)
    if of is not None and of.tag_.startswith("N") and (number.value > 1 or number.exact):
        return of  # "12 of the soldiers"
    beyond = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return _whole_noun(beyond) if beyond is not None and beyond.tag_ == "NNS" else None


def _whole_noun(noun: Token) -> Token:
    """ "nine phone calls": the last noun of the compound."""
    while noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i and noun.head.tag_.startswith("N"):
        noun = noun.head
    return noun


def _is_no_count(noun: Token, token: Token, number: Number, units: Units) -> bool:
    lemma = noun.lemma_.lower()
    timely = lemma.removesuffix("s") in TIME_UNITS
    hyphened = token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
    if lemma in units.uncounted or (noun.tag_ == "NNP" and not number.exact) or (noun.tag_ == "NNPS" and timely):
        return True  # "60 Minutes" is a programme
    if timely or number.exact:
        return hyphened and not timely
    return hyphened or _is_known(noun, lemma, number, units)  # "a four-nation tour"


def _is_known(noun: Token, lemma: str, number: Number, units: Units) -> bool:
    """ "The two sides", "the three countries", "two reasons": those already known, or told next."""
    definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "all") for c in noun.children)
    if lemma in units.abstract or (lemma in units.companions and definite):
        return number.value <= _SMALL
    return number.value == 2 and (definite or lemma in units.companions)


def _persons(token: Token, first: int, last: int, units: Units) -> Counted | None:
    """ "killed 12", "30 were wounded": people, where nothing else is named."""
    verb = token.head
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "conj") and token.tag_ == "CD" and verb.lemma_ in units.harming:
        return Counted("person", token, None, first, last)
    harmed = child(verb, "acomp", "attr", "oprd")  # "12 are missing", "left 14 dead"
    beside = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if beside in _HARMED or (harmed is not None and harmed.lower_ in _HARMED):
        return Counted("person", token, None, first, last)
    return None


def _singular(noun: Token) -> str:
    """The noun with those that stand before it as one name ("phone talk")."""
    parts = [c.lower_ for c in noun.children if c.dep_ == "compound" and c.i < noun.i and c.tag_ in ("NN", "NNS")]
    base = noun.lemma_ if noun.tag_ in ("NN", "NNS") else noun.text
    if (
        (noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and base.endswith("s")))
        and base.lower() == noun.lower_
        and base not in _SAME
    ):
        # the dictionary holds "years" and "talks" as words of their own
        base = _PLURALS.get(base.lower()) or re.sub(r"(?<=[^aeiou])ie$", "y", base.removesuffix("s"))
    return " ".join((*parts, base))


_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child"}
_SAME = frozenset({"series", "means", "headquarters", "species", "aircraft", "goods", "premises"})
