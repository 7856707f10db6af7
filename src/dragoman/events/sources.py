"""Whose words: from a verb of saying to the token of the one who says, and to those who are told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech
from dragoman.events.syntax import agent, child, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "JJ"})
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow morning afternoon evening night week month year""".split()
)
_UNREAL_MARKS = frozenset({"if", "unless", "whether", "lest", "without"})
_MODALS = frozenset({"will", "would", "could", "should", "may", "might", "must", "can", "'ll", "’ll", "wo", "shall", "ca"})


def find_source(verb: Token) -> Token | None:
    """Who says: the subject, the agent of a passive, or what the verb's own head has as its subject."""
    seen: Token = verb
    while True:
        if is_passive(seen) and seen is verb:
            return agent(seen)
        subject = _subject(seen)
        if subject is not None:
            return _antecedent(subject, seen)
        inverted = _inverted(seen) if seen is verb else None
        if inverted is not None:
            return inverted
        if seen.dep_ == "acl":
            return seen.head
        if seen.dep_ not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "relcl"} or seen.head is seen:
            return None
        if seen.dep_ == "ccomp" and seen.tag_ not in {"VBG", "VB"}:
            return None
        seen = seen.head


def _subject(verb: Token) -> Token | None:
    """The subject nearest the verb; where it is two names side by side, the one that the verb follows."""
    found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    before = [c for c in found if c.i < verb.i]
    subject = before[-1] if before else next(iter(found), None)
    if subject is not None and subject.i < verb.i:
        apposed = [c for c in subject.children if c.dep_ == "appos" and c.right_edge.i == verb.i - 1 and c.tag_ == "NNP"]
        if apposed and apposed[0].left_edge.i > 0 and apposed[0].left_edge.nbor(-1).text == ",":
            return apposed[0]
    return subject


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    if subject.tag_ in {"WDT", "WP"} or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
    return subject


def _inverted(verb: Token) -> Token | None:
    """“…,” said the minister, where the parser took the minister for an object."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or verb.i == 0 or verb.nbor(-1).text not in {",", '"', "'", "?", "!"}:
        return None
    for token in verb.rights:
        if token.dep_ in {"dobj", "npadvmod", "attr", "dep", "oprd", "appos"} and token.tag_ in _NOUNS and token.left_edge.i == verb.i + 1:
            return token if token.lower_ not in _TIMES else None
    return None


def occurred(verb: Token, speech: Speech) -> bool:
    """Whether the saying is told as done: not negated, not future, not a condition, not an order."""
    if verb.dep_ == "amod":
        return False
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "neg", "mark", "advmod", "preconj"}}
    if any(c.dep_ == "neg" for c in verb.children) or words & _MODALS or words & _UNREAL_MARKS or "never" in words:
        return False
    if verb.tag_ == "VB":
        return _carried(verb, speech)
    if verb.dep_ == "conj" and child(verb, "nsubj", "nsubjpass", "aux") is None and verb.tag_ != "VBG" and verb.head.tag_[:2] == "VB":
        return verb.head.tag_ != verb.tag_ or occurred(verb.head, speech)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return verb.head.lower_ not in {"without", "of", "from", "for", "to"}
    return True


def _carried(verb: Token, speech: Speech) -> bool:
    """Whether a bare or to-infinitive did happen, by the verb above it ("went on to say", "did say")."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if words & {"did", "do", "does"}:
        return True
    if "to" not in words:
        return verb.dep_ == "ROOT" and child(verb, "nsubj") is not None  # "They say" tagged as a base form
    above = verb.head
    return above.tag_[:2] == "VB" and above.lemma_ in speech.carrying and occurred(above, speech)


def find_listeners(verb: Token, *, objects: bool) -> Iterator[Token]:
    """Who is told: the object of "told", "to reporters", "in a meeting with the envoy"."""
    for token in verb.children:
        if objects and token.dep_ in {"dobj", "dative"} and token.tag_ in _NOUNS:
            yield token
        elif token.dep_ in {"prep", "dative"} and token.lower_ in {"to", "in", "during"}:
            target = child(token, "pobj")
            if target is None:
                continue
            if token.lower_ == "to":
                yield target
            elif target.lemma_ in {"conversation", "call", "meeting", "talk", "phone", "interview", "telephone"}:
                other = next((c for c in target.children if c.lower_ == "with"), None)
                partner = child(other, "pobj") if other is not None else None
                if partner is not None:
                    yield partner
