"""What stands beside a verb of saying and is what was said: one function a frame of ``speech.yaml``.

Each takes the verb and gives token ranges (half-open), none if the frame is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from dragoman.codebook.speech import Usage
from dragoman.events.syntax import agent, child, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]

_PRONOUNS = frozenset({"PRP", "WDT", "WP", "EX"})


def span_of(*tokens: Token) -> Range:
    return min(t.left_edge.i for t in tokens), max(t.right_edge.i for t in tokens) + 1


def _clause(verb: Token, usage: Usage) -> tuple[Range, ...]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _infinitive_only(c)]
    if clauses:
        return (span_of(*clauses),)
    return _around(verb)


def _infinitive_only(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children) and child(token, "nsubj", "nsubjpass") is None


def _around(verb: Token) -> tuple[Range, ...]:
    """Relations, he said, are good: the clause in which the verb stands as an aside."""
    if verb.dep_ != "parataxis" or verb.head is verb:
        return ()
    return (span_of(verb.head),)


def _object(verb: Token, usage: Usage) -> tuple[Range, ...]:
    if is_passive(verb):
        subject = child(verb, "nsubjpass")
        return (span_of(subject),) if subject is not None and subject.tag_ not in _PRONOUNS and agent(verb) is not None else ()
    target = child(verb, "dobj")
    if target is None or target.i < verb.i or target.tag_ in _PRONOUNS or usage.listener:
        return ()
    return (span_of(target),)


def _preposition(verb: Token, usage: Usage) -> tuple[Range, ...]:
    for token in verb.rights:
        if token.dep_ in {"prep", "prt", "dative", "advmod"} and token.lower_ in usage.prepositions:
            inner = child(token, "pobj", "pcomp", "prep")
            if usage.needs_infinitive:
                goal = child(verb, "xcomp", "advcl")
                if inner is not None and goal is not None and _to(goal) and goal.i > inner.i:
                    return (span_of(inner, goal),)
            elif inner is not None:
                return ((token.i + 1, token.right_edge.i + 1),)
            elif token.dep_ == "prt":
                return _object(verb, usage)
    return ()


def _to(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _request(verb: Token, usage: Usage) -> tuple[Range, ...]:
    if usage.needs_infinitive:
        return ()
    goal = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and _to(c)), None)
    if goal is None:
        return ()
    whom = child(verb, "dobj", "dative") or child(goal, "nsubj")
    return (span_of(*(t for t in (whom, goal) if t is not None)),) if whom is not None else ()


def _infinitive(verb: Token, usage: Usage) -> tuple[Range, ...]:
    goal = next((c for c in verb.rights if c.dep_ == "xcomp" and _to(c)), None)
    return (span_of(goal),) if goal is not None else ()


def _gerund(verb: Token, usage: Usage) -> tuple[Range, ...]:
    goal = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"), None)
    return (span_of(goal),) if goal is not None else ()


def _as(verb: Token, usage: Usage) -> tuple[Range, ...]:
    target = child(verb, "dobj") if not is_passive(verb) else child(verb, "nsubjpass")
    if target is None:
        return ()
    like = next((c for c in (*verb.rights, *target.rights) if c.lower_ == "as" and c.i > verb.i), None)
    if like is None or child(like, "pobj", "amod", "pcomp", "acomp", "advmod") is None:
        return ()
    return (span_of(target), span_of(like)) if target.i < verb.i else (span_of(target, like),)


def _predicate(verb: Token, usage: Usage) -> tuple[Range, ...]:
    what = child(verb, "oprd")
    if what is None:
        what = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_[:2] in {"NN", "JJ"} and child(c, "aux") is None), None)
    if what is None or is_passive(verb):
        return ()
    target = child(verb, "dobj")
    return (span_of(target, what),) if target is not None and target.i > verb.i else (span_of(what),)


def _feeling(verb: Token, usage: Usage) -> tuple[Range, ...]:
    noun = child(verb, "dobj")
    if noun is None or noun.i < verb.i or noun.tag_ in _PRONOUNS:
        return ()
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and child(c, "mark") is not None), None)
    clause = clause if clause is not None else next((c for c in verb.rights if c.dep_ == "ccomp" and c.i > noun.i), None)
    return (span_of(clause),) if clause is not None else (span_of(noun),)


def _about(verb: Token, usage: Usage) -> tuple[Range, ...]:
    whom = child(verb, "dobj") if not is_passive(verb) else None
    if whom is None or whom.i < verb.i:
        return ()
    why = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"of", "for", "over", "with", "on"} and c.i > whom.i), None)
    return (span_of(whom, why),) if why is not None else ()


FRAMES: Mapping[str, Callable[[Token, Usage], tuple[Range, ...]]] = {
    "predicate": _predicate,
    "as": _as,
    "request": _request,
    "clause": _clause,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "feeling": _feeling,
    "about": _about,
    "preposition": _preposition,
    "object": _object,
}
