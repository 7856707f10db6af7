"""Forms that a predicate's own words show: negated, conditional, inverted, subjunctive, with a shared auxiliary."""

from __future__ import annotations

from dragoman.events.syntax import child
from dragoman.texts.parsed import Token


def conditional(mark: Token, verb: Token) -> bool:
    """ "if", "unless"; and "until they meet", "before they withdraw", of what is still to come."""
    if mark.lower_ in ("if", "unless", "whether"):
        return True
    tense = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return mark.lower_ in ("until", "till", "before") and tense.tag_ in ("VBZ", "VBP")


def negated(token: Token) -> bool:
    """ "did not", "never", "no talks", "neither X nor Y did", "nobody" """
    doer = child(token, "nsubj", "nsubjpass")
    nobody = doer is not None and (doer.lower_ in ("nobody", "none") or any(map(_no, doer.children)))
    return nobody or any(c.dep_ == "neg" or _no(c) for c in token.children)


def _no(word: Token) -> bool:
    return word.lower_ in ("never", "no", "neither") and word.dep_ in ("det", "preconj", "cc")


def inverted(verb: Token) -> bool:
    """ "Had they met, …", "should talks fail, …": the auxiliary stands before its subject."""
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "should", "were") and c.i < subject.left_edge.i
        for c in verb.children
    )


def sharing(verb: Token) -> Token:
    """The verb whose auxiliaries it shares: "will meet and discuss"."""
    while verb.dep_ == "conj" and verb.head.tag_.startswith(("V", "M")):
        if any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children):
            break
        verb = verb.head
    return verb


def subjunctive(verb: Token) -> bool:
    """ "that he leave", "that Chad pay": no verb of what is so."""
    doer = child(verb, "nsubj")
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and doer is not None and doer.tag_ in ("NN", "NNP"))


def out_of_question(verb: Token) -> bool:
    """ "a second vote is out of the question" """
    return any(c.lower_ == "out" and any(t.lower_ == "question" for t in c.subtree) for c in verb.children)
