"""Matching: the verbs and nouns of a sentence that patterns know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.events.patterns import ANYBODY, Pattern, Patterns
from dragoman.events.sides import Sides
from dragoman.events.syntax import after, complements, objects, phrases, singular, subject
from dragoman.texts.parsed import Doc, Token


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
        # "the visiting minister", "a banned group": what somebody is called, not what is told
        if token.lemma_ in patterns.by_verb and token.tag_.startswith("V") and token.dep_ != "amod":
            found = list(_verb(token, sides, patterns))
            carried.update(match.noun.i for match in found if match.noun is not None)
            if found:
                yield found
    for token in doc:
        word = singular(token)
        named = token.tag_ == "NNP" and token.dep_ == "compound"  # "the Asian Development Bank"
        if word in patterns.by_noun and token.tag_.startswith("N") and token.i not in carried and not named:
            met = [p for p in patterns.by_noun[word] if p.verbs or not p.prepositions or _takes(token, p)]
            if met:
                yield [Match(pattern, token, None) for pattern in met]


def _verb(verb: Token, sides: Sides, patterns: Patterns) -> Iterator[Match]:
    around = _Around(verb, patterns.amounts)
    for pattern in patterns.by_verb[verb.lemma_]:
        if pattern.particle and not _has(verb, ("prt", "advmod", "prep", "intj"), {pattern.particle}):
            continue
        if pattern.without and not pattern.without.isdisjoint(around.relations):
            continue
        if pattern.plural and not _many(verb):
            continue
        if pattern.subjects and pattern.subjects.isdisjoint(around.doer):
            continue
        if pattern.complements and pattern.complements.isdisjoint(around.complements):
            continue
        if pattern.excluding and any(not pattern.excluding.isdisjoint(names) for _, names in around.objects):
            continue
        if pattern.objects:
            noun = _object(pattern, around, sides)
            if noun is not None:
                yield Match(pattern, verb, noun)
        elif not pattern.prepositions or _has(verb, ("prep", "dative"), pattern.prepositions):
            yield Match(pattern, verb, None)


class _Around:
    """What the patterns of a verb ask about it, each thing looked up once: some verbs have fifty."""

    def __init__(self, verb: Token, amounts: frozenset[str]) -> None:
        self._verb, self._amounts = verb, amounts

    @cached_property
    def relations(self) -> set[str]:
        """The grammatical relations of the verb's dependents. A name taken for a predicate is an object where there is
        no other ("called the president on Friday")."""
        labels = {c.dep_ for c in self._verb.children}
        return labels if "dobj" in labels else labels - {"oprd"}

    @cached_property
    def complements(self) -> frozenset[str]:
        return frozenset(complements(self._verb))

    @cached_property
    def doer(self) -> set[str]:
        """What the subject may be listed as, or what there are so many of ("a crowd of farmers")."""
        doer = subject(self._verb)
        return set() if doer is None else set().union(*(phrases(t) for t in (doer, *after(doer, "of"))))

    @cached_property
    def objects(self) -> list[tuple[Token, set[str]]]:
        """Each with what it may be listed as."""
        return self._named(objects(self._verb))

    def following(self, prepositions: Iterable[str]) -> list[tuple[Token, set[str]]]:
        """The same for what follows one of the prepositions."""
        return self._named([token for word in sorted(prepositions) for token in after(self._verb, word)])

    def _named(self, tokens: Iterable[Token]) -> list[tuple[Token, set[str]]]:
        return [(one, phrases(one)) for token in tokens for one in self._joined(token)]

    def _joined(self, token: Token) -> Iterator[Token]:
        yield token
        yield from (c for c in token.children if c.dep_ == "conj")
        if token.lemma_ in self._amounts:
            yield from after(token, "of")


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


def _object(pattern: Pattern, around: _Around, sides: Sides) -> Token | None:
    """The object, or what follows the pattern's preposition, that is one of the pattern's words."""
    for token, names in around.following(pattern.prepositions) if pattern.prepositions else around.objects:
        if not pattern.objects.isdisjoint(names) or (ANYBODY in pattern.objects and sides.named(token)):
            return token
    return None
