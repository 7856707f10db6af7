"""What stands beside a verb of saying and is what was said: one function a frame of ``speech.yaml``.

Each takes the verb and gives token ranges (half-open), none if the frame is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.codebook.speech import Usage
from dragoman.events.sources import is_mark
from dragoman.events.syntax import agent, child, is_passive
from dragoman.texts.parsed import Token

Range = tuple[int, int]

_TAILS = frozenset({"for", "as", "over", "about", "against", "of", "like", "between", "toward", "towards"})
_REASONS = frozenset({"of", "for", "over", "with"})
_OCCASION = ("congratulate", "on")  # others happen "on Monday"
_TELLING = frozenset({"dobj", "prep", "advcl", "xcomp", "oprd"})
_PRONOUNS = frozenset({"PRP", "WDT", "WP", "EX"})


def span_of(*tokens: Token) -> Range:
    return min(t.left_edge.i for t in tokens), max(t.right_edge.i for t in tokens) + 1


def _clause(verb: Token, usage: Usage) -> tuple[Range, ...]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _infinitive_only(c)]
    if clauses:
        low, high = span_of(*clauses)
        that = next((m for c in clauses for m in c.lefts if m.dep_ == "mark" and m.lower_ == "that"), None)
        for c in verb.rights:  # "said it was late, and “we will go”": quoted words are not the reporter's
            if c.dep_ == "conj" and c.left_edge.i >= high and (is_mark(c.left_edge.nbor(-1)) or _that(c)):
                high = c.right_edge.i + 1
        return ((max(low, that.i) if that is not None and that.i > verb.i else low, high),)
    return _around(verb) or _astray(verb) or _garden_path(verb, usage)


def _that(clause: Token) -> bool:
    """ "…, and that he had left": a second clause that the parser joined to the verb of saying."""
    return any(m.dep_ == "mark" and m.lower_ == "that" for m in clause.lefts)


def _unmarked(verb: Token) -> Token | None:
    """ "Said after the summit he would go": a clause taken for an adverbial, though no conjunction opens it."""
    for c in verb.rights:
        opened = any(w.dep_ == "mark" or w.tag_ == "WRB" for w in c.lefts)
        if c.dep_ == "advcl" and c.tag_ != "VBG" and not opened and child(c, "nsubj", "nsubjpass") is not None:
            return c
    return None


def _astray(verb: Token) -> tuple[Range, ...]:
    """ "Told a hall of pupils that nobody knew": the clause that the parser hung on the last noun."""
    for token in verb.rights:
        if token.dep_ in {"dobj", "dative", "prep", "npadvmod"}:
            for c in token.subtree:
                if c.dep_ in {"relcl", "acl"} and child(c, "nsubj", "nsubjpass") is not None:
                    that = next((m for m in c.lefts if m.lower_ == "that" and m.tag_ in {"IN", "WDT"}), None)
                    if that is not None:
                        return ((that.i + 1, c.right_edge.i + 1),)
    return ()


def _garden_path(verb: Token, usage: Usage) -> tuple[Range, ...]:
    """ "Said many of the cases had failed", where the parser took the clause's subject for an object of "said"."""
    target, clause = child(verb, "dobj"), _unmarked(verb)
    if usage.lemma != "say":
        return ()
    if clause is not None and (target is None or target.i < verb.i):
        subject = child(clause, "nsubj", "nsubjpass")
        return ((subject.left_edge.i, clause.right_edge.i + 1),) if subject is not None else ()
    if target is None or target.i < verb.i:
        return ()
    end = max(c.right_edge.i + 1 for c in verb.rights if c.dep_ in _TELLING)
    return ((target.left_edge.i, end),) if end - target.left_edge.i > 3 else ()


def _infinitive_only(token: Token) -> bool:
    return (
        any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children) and child(token, "nsubj", "nsubjpass") is None
    )


def _around(verb: Token) -> tuple[Range, ...]:
    """Relations, he said, are good: the clause in which the verb stands as an aside."""
    if verb.dep_ == "advcl" and verb.left_edge.lower_ == "as" and child(verb, "mark") is not None:
        host = verb.head  # as the envoy pointed out
        while host.tag_[:2] not in {"VB", "MD"} and host.head != host:
            host = host.head
        return (span_of(host),)
    if verb.dep_ != "parataxis" or verb.head == verb or verb.left_edge.text == "(":
        return ()
    return (span_of(verb.head),)


def _object(verb: Token, usage: Usage) -> tuple[Range, ...]:
    if is_passive(verb):
        subject = child(verb, "nsubjpass")
        return (
            (span_of(subject),)
            if subject is not None and subject.tag_ not in _PRONOUNS and agent(verb) is not None
            else ()
        )
    target = child(verb, "dobj")
    if target is None or target.i < verb.i or target.tag_ in _PRONOUNS or usage.listener:
        return ()
    if (usage.things and target.tag_[:3] == "NNP") or (usage.objects and target.lemma_ not in usage.objects):
        return ()
    return (_with_tail(verb, span_of(target)),)


def _with_tail(verb: Token, content: Range) -> Range:
    """With what still belongs to it: "praised the envoy for his patience", "announced plans on Monday to leave"."""
    for token in verb.rights:
        beside = token.left_edge.i == content[1]
        tail = (token.dep_ == "prep" and (token.lower_ in _TAILS or child(token, "pcomp") is not None)) or (
            token.dep_ in {"advcl", "xcomp"} and _to(token)
        )
        if (beside and tail) or (token.i > content[1] and _joined(verb, token)):
            content = content[0], token.right_edge.i + 1
    return content


def _joined(verb: Token, token: Token) -> bool:
    """ "Praised patience and a sense of", "vowed to stay and fight": joined to the verb, not its equal."""
    return token.dep_ == "conj" and (token.tag_[:2] == "NN" or (token.tag_ == "VB" and verb.tag_ != "VB"))


def _preposition(verb: Token, usage: Usage) -> tuple[Range, ...]:
    for token in verb.rights:
        if token.dep_ in {"advcl", "ccomp", "xcomp"}:  # "called for pay to be cut"
            mark = child(token, "mark")
            if mark is not None and mark.i == verb.i + 1 and mark.lower_ in usage.prepositions:
                return ((mark.i + 1, token.right_edge.i + 1),)
        if token.dep_ in {"prep", "prt", "dative", "advmod"} and token.lower_ in usage.prepositions:
            inner = child(token, "pobj", "pcomp", "prep")
            if usage.needs_infinitive:
                goal = child(verb, "xcomp", "advcl")
                if inner is not None and goal is not None and _to(goal) and goal.i > inner.i:
                    return (span_of(inner, goal),)
            elif inner is not None:
                return (_with_tail(verb, (token.i + 1, token.right_edge.i + 1)),)
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
    return (_with_tail(verb, span_of(goal)),) if goal is not None else ()


def _gerund(verb: Token, usage: Usage) -> tuple[Range, ...]:
    goal = next((c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and (c.tag_ == "VBG" or _having(c))), None)
    return (span_of(goal),) if goal is not None else ()


def _having(verb: Token) -> bool:
    """Denied having met the envoy."""
    return any(c.dep_ == "aux" and c.tag_ == "VBG" for c in verb.lefts)


def _as(verb: Token, usage: Usage) -> tuple[Range, ...]:
    target = child(verb, "dobj") if not is_passive(verb) else child(verb, "nsubjpass")
    if target is None:
        return ()
    like = next((c for c in (*verb.rights, *target.rights) if c.lower_ == "as" and c.i > verb.i), None)
    if like is None or child(like, "pobj", "amod", "pcomp", "acomp", "advmod") is None:
        return ()
    if target.i > verb.i:
        return (span_of(target, like),)
    if target.tag_ in _PRONOUNS and verb.dep_ == "relcl":  # a blast that the mayor described as …
        return ((verb.head.left_edge.i, verb.head.i + 1), span_of(like))
    return (span_of(target), span_of(like))


def _predicate(verb: Token, usage: Usage) -> tuple[Range, ...]:
    what = child(verb, "oprd")
    if what is None:
        what = next(
            (c for c in verb.rights if c.dep_ == "ccomp" and c.tag_[:2] in {"NN", "JJ"} and child(c, "aux") is None),
            None,
        )
    target = child(verb, "dobj")
    if what is None and target is not None and any(is_mark(t) for t in target.subtree):
        what = target  # called the plan "a disaster", parsed as one noun phrase
    if what is None and target is not None:
        what = next((c for c in verb.rights if c.dep_ == "dobj" and c != target), None)
    if what is None or is_passive(verb):
        return ()
    return (span_of(target, what),) if target is not None and target.i > verb.i else (span_of(what),)


def _feeling(verb: Token, usage: Usage) -> tuple[Range, ...]:
    noun = child(verb, "dobj")
    if noun is None or noun.i < verb.i or noun.tag_ in _PRONOUNS:
        return ()
    clause = next(
        (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and child(c, "mark") is not None), None
    )
    clause = (
        clause if clause is not None else next((c for c in verb.rights if c.dep_ == "ccomp" and c.i > noun.i), None)
    )
    return (span_of(clause),) if clause is not None else (span_of(noun),)


def _about(verb: Token, usage: Usage) -> tuple[Range, ...]:
    whom = child(verb, "dobj") if not is_passive(verb) else None
    if whom is None or whom.i < verb.i:
        return ()
    why = next(
        (
            c
            for c in verb.rights
            if c.dep_ == "prep" and c.i > whom.i and (c.lower_ in _REASONS or (verb.lemma_, c.lower_) == _OCCASION)
        ),
        None,
    )
    if why is None:  # "thanked the envoy for his help", where the parser hung the reason on the envoy
        why = next((c for c in whom.rights if c.dep_ == "prep" and c.lower_ in {"for", "over"}), None)
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
