"""Which way an amount moves: the verb, noun or adjective of change that a number hangs on, and what it is of."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from dragoman.codebook.units import Units
from dragoman.events.figure import Direction
from dragoman.events.figure_units import Counted
from dragoman.events.syntax import after, child, is_passive, subject
from dragoman.texts.parsed import Doc, Token

_CLIMB = 5
_AMOUNT_PREPOSITIONS = frozenset({"by", "to", "from", "of", "at", "with", "in"})
_SHOWING = frozenset("be see show record post report register witness experience enjoy suffer".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Change:
    """``word`` tells of the change, ``measured`` is what changes, ``factor`` the number that the word itself holds."""

    word: Token
    direction: Direction
    measured: Token | None
    factor: float | None = None


def change_of(what: Counted, units: Units) -> Change | None:
    """The change that a number belongs to: "grew by 20 percent", "a 5% fall in exports", "10 percent higher"."""
    if what.unit == "time":
        return None
    before = what.token.doc[what.first - 1] if what.first else None
    if before is not None and before.lower_ in ("up", "down"):
        return _change(before, what, units)
    token = what.token
    for _ in range(_CLIMB):
        head = token.head
        if head.i == token.i:
            return None
        if head.lemma_.lower() in units.change and token.dep_ not in ("nsubj", "nsubjpass", "advcl", "conj"):
            return _change(head, what, units)
        if head.tag_.startswith("V") or (token.dep_ == "pobj" and head.lower_ not in _AMOUNT_PREPOSITIONS):
            return None
        token = head
    return None


def changes_alone(doc: Doc, seen: Container[Token], units: Units) -> Iterator[Change]:
    """Changes without a number beside them: "exports fell", "it doubled its supplies", "prices will rise"."""
    for token in doc:
        if token.lemma_ not in units.change or not token.tag_.startswith("V") or token in seen:
            continue
        factor, object_ = units.factors.get(token.lemma_), child(token, "dobj")
        measured = child(token, "nsubj", "nsubjpass") if object_ is None else object_ if factor else None
        if measured is not None and _is_told(token) and measured.lemma_.lower() in units.measured:
            yield Change(token, _direction(token, units), measured, factor)


def _change(word: Token, what: Counted, units: Units) -> Change:
    return Change(word, _direction(word, units), _measured(word, what))


def _direction(word: Token, units: Units) -> Direction:
    return (
        "increase" if units.change.get(word.lemma_.lower(), units.change.get(word.lower_)) == "increase" else "decrease"
    )


def _is_told(verb: Token) -> bool:
    """Told as done or to come, not wished for, denied or supposed."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark")}
    if words & {"not", "n't", "never", "if", "to", "could", "would", "may", "might", "should", "must", "can", "unless"}:
        return False
    return verb.tag_ in _FINITE or bool(words & {"has", "have", "had", "will", "is", "are", "was", "were"})


def _measured(word: Token, what: Counted) -> Token | None:
    if what.noun is not None and what.noun.i != word.i:
        return what.noun
    part = next(after(what.token.doc[what.last - 1], "of"), None)
    if part is not None:
        return part  # "lost 20 percent of its oil"
    if not word.tag_.startswith("V"):
        return _of_noun(word, what)
    object_ = child(word, "dobj")
    if object_ is not None and not what.first <= object_.i < what.last:
        return object_
    doer = subject(word)
    return doer if doer is not None and (is_passive(word) or not what.first <= doer.i < what.last) else None


def _of_noun(noun: Token, what: Counted) -> Token | None:
    """ "a 20% rise in exports", "export growth of 20%", "bilateral trade is up 20%" """
    for word in ("in", "of"):
        found = next((t for t in after(noun, word) if not what.first <= t.i < what.last), None)
        if found is not None:
            return found
    before = (c for c in noun.children if c.dep_ in ("compound", "poss") and not what.first <= c.i < what.last)
    compound = next(before, None)
    verb = noun if noun.tag_.startswith("V") else noun.head
    return subject(verb) if compound is None and verb.lemma_ in _SHOWING else compound
