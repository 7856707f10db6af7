"""Matching: the verbs and nouns of a sentence that patterns know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.events.patterns import ANYBODY, Pattern, Patterns
from dragoman.events.sides import Sides
from dragoman.events.syntax import after, complements, objects, phrases, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met at ``trigger`` (a verb, or a noun on its own); ``noun`` is the object that a light verb carries."""

    pattern: Pattern
    trigger: Token
    noun: Token | None


def matches(doc: Doc, sides: Sides, patterns: Patterns) -> Iterator[list[Match]]:
    """For each verb and noun, the patterns it meets, most demanding first. Verbs come first, so that the noun a verb
    carries ("hold talks") is not told twice."""
    carried: set[int] = set()
    for token in doc:
        found = list(_verb(token, sides, patterns)) if token.tag_.startswith("V") else []
        carried.update(match.noun.i for match in found if match.noun is not None)
        if found:
            yield found
    for token in doc:
        if token.tag_.startswith("N") and token.i not in carried and token.lemma_ in patterns.by_noun:
            met = [p for p in patterns.by_noun[token.lemma_] if p.verbs or not p.prepositions or _takes(token, p)]
            if met:
                yield [Match(pattern, token, None) for pattern in met]


def _verb(verb: Token, sides: Sides, patterns: Patterns) -> Iterator[Match]:
    for pattern in patterns.by_verb.get(verb.lemma_, ()):
        if pattern.particle and not _has(verb, ("prt", "advmod", "prep"), {pattern.particle}):
            continue
        if pattern.without and not pattern.without.isdisjoint(_relations(verb)):
            continue
        if pattern.plural and not _many(verb):
            continue
        if pattern.complements and pattern.complements.isdisjoint(complements(verb)):
            continue
        if pattern.objects:
            noun = _object(pattern, verb, sides, patterns)
            if noun is not None:
                yield Match(pattern, verb, noun)
        elif not pattern.prepositions or _has(verb, ("prep", "dative"), pattern.prepositions):
            yield Match(pattern, verb, None)


def _relations(verb: Token) -> set[str]:
    """The grammatical relations of the verb's dependents. A name taken for a predicate is an object where there is no
    other ("called the president on Friday")."""
    labels = {c.dep_ for c in verb.children}
    return labels if "dobj" in labels else labels - {"oprd"}


def _takes(noun: Token, pattern: Pattern) -> bool:
    """ "a call with" and "a phone call", but not "a call for" """
    return not pattern.objects.isdisjoint(phrases(noun)) or any(
        True for word in pattern.prepositions for _ in after(noun, word)
    )


def _many(verb: Token) -> bool:
    """Whether more than one does it: a plural, or "a crowd of"."""
    doer = subject(verb)
    return doer is not None and (doer.tag_ in ("NNS", "NNPS", "CD") or any(True for _ in after(doer, "of")))


def _has(verb: Token, labels: tuple[str, ...], words: frozenset[str] | set[str]) -> bool:
    return any(c.dep_ in labels and c.lower_ in words for c in verb.children)


def _object(pattern: Pattern, verb: Token, sides: Sides, patterns: Patterns) -> Token | None:
    """The object, or what follows the pattern's preposition, that is one of the pattern's words."""
    followers = [t for word in pattern.prepositions for t in after(verb, word)]
    for token in followers if pattern.prepositions else objects(verb):
        counted = after(token, "of") if token.lemma_ in patterns.amounts else ()
        joined = (c for c in token.children if c.dep_ == "conj")
        one: Token
        for one in (token, *joined, *counted):
            if not pattern.objects.isdisjoint(phrases(one)):
                return one
            if ANYBODY in pattern.objects and sides.named(one):
                return one
    return None
