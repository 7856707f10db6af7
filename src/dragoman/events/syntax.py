"""Who stands where round a predicate: subjects through control and passive, objects, and prepositions.

Works on spaCy's CLEAR English dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.texts.parsed import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
# "urged Iran to return": the object of these is the subject of the infinitive.
OBJECT_CONTROL = frozenset(
    "urge ask force tell order allow invite help press pressure request persuade encourage warn enable permit "
    "push want expect compel require advise instruct convince authorize authorise lead get implore "
    "appeal summon forbid ban bar".split()
)


def child(token: Token, *labels: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in labels), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and"."""
    found = [token]
    for c in token.children:
        if c.dep_ == "conj":
            found += conjuncts(c)
    return found


def is_passive(verb: Token) -> bool:
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def subject(verb: Token, *, depth: int = 0) -> Token | None:
    """The grammatical subject, own, shared, controlled, or the noun that a relative clause or participle belongs to."""
    own = child(verb, *SUBJECTS)
    if own is not None:
        if own.lower_ in _RELATIVES and verb.dep_ == "relcl":
            return verb.head
        return own
    return _borrowed_subject(verb, depth) if depth < 7 and verb.head.i != verb.i else None


def _borrowed_subject(verb: Token, depth: int) -> Token | None:
    """The subject of a clause that has none of its own."""
    infinitive = child(verb, "aux") is not None
    if verb.dep_ in ("acl", "relcl"):
        # "the soldiers killed in", "a man carrying", but not "the decision to withdraw" (whose decision?)
        return _decider(verb, depth) if infinitive and verb.dep_ == "acl" else verb.head
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and infinitive and child(verb, "mark") is None):
        return _controller(verb, depth)
    if verb.dep_ in ("conj", "advcl", "dep") and verb.head.tag_.startswith(("V", "MD")):
        return subject(verb.head, depth=depth + 1)
    return _gerund_subject(verb, depth) if verb.dep_ == "pcomp" else None


def _controller(verb: Token, depth: int) -> Token | None:
    governor = verb.head
    object_ = child(governor, "dobj", "dative")
    if object_ is not None and governor.lemma_ in OBJECT_CONTROL:
        return object_
    if governor.lemma_ in OBJECT_CONTROL and is_passive(governor):
        return subject(governor, depth=depth + 1)
    if governor.lemma_ in ("call", "appeal", "prevail"):
        called = child(governor, "prep")
        if called is not None and called.lower_ in ("on", "upon", "to"):
            return child(called, "pobj")
    return subject(governor, depth=depth + 1) if governor.tag_.startswith(("V", "J", "M")) else None


def _decider(verb: Token, depth: int) -> Token | None:
    """ "Iran's decision to withdraw": the possessor; "made a decision to withdraw": the subject of "made"."""
    noun = verb.head
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.tag_.startswith("V"):
        return subject(noun.head, depth=depth + 1)
    return None


def _gerund_subject(verb: Token, depth: int) -> Token | None:
    """ "accused Iran of attacking": Iran; "by attacking, Iran": the clause's subject."""
    governor = verb.head.head
    object_ = child(governor, "dobj")
    if verb.head.lower_ in ("of", "for", "from") and object_ is not None:
        return object_
    return subject(governor, depth=depth + 1) if governor.tag_.startswith("V") else None


def after(token: Token, preposition: str) -> Iterator[Token]:
    """Objects of a preposition that belongs to the token ("agent" counts as "by")."""
    for c in token.children:
        if c.dep_ in ("prep", "agent", "dative") and c.lower_ == preposition:
            for p in c.children:
                if p.dep_ in ("pobj", "pcomp"):
                    yield p
            for deeper in c.children:  # "from across", "out of", "along with"
                if deeper.dep_ == "prep":
                    yield from (p for p in deeper.children if p.dep_ == "pobj")


def agent(verb: Token) -> Token | None:
    """Who did it, of a passive: "by the army"."""
    return next(after(verb, "by"), None)


def objects(verb: Token) -> list[Token]:
    """Direct objects, or what is acted on in a passive, shared with a joined verb, or belongs to a relative clause."""
    if is_passive(verb):
        found = subject(verb)
        return [found] if found is not None else []
    own = [c for c in verb.children if c.dep_ == "dobj"] or _mistaken(verb) or _raised(verb)
    if verb.dep_ == "relcl" and own and own[0].lower_ in _RELATIVES:
        return [verb.head]
    return own or _object_of_relative(verb) or _shared_objects(verb)


def _mistaken(verb: Token) -> list[Token]:
    """ "called the president on Friday": a name taken for a predicate is the object where there is no other."""
    return [c for c in verb.children if c.dep_ == "oprd" and c.tag_.startswith("N")]


def _raised(verb: Token) -> list[Token]:
    """ "allowed inspectors to enter": who is allowed; "declared a curfew to begin at ten"."""
    inner = (c for c in verb.children if c.dep_ == "ccomp" and child(c, "mark") is None and c.tag_ == "VB")
    known = verb.lemma_ in OBJECT_CONTROL
    return [s for c in inner if known or _infinitive(c) for s in c.children if s.dep_ == "nsubj"]


def _object_of_relative(verb: Token) -> list[Token]:
    """ "the sanctions that it imposed": the noun that the clause belongs to."""
    if verb.dep_ != "relcl" or child(verb, *SUBJECTS) is None:
        return []
    relative = any(c.lower_ in _RELATIVES and c.dep_ not in SUBJECTS for c in verb.children)
    return [verb.head] if relative or verb.head.i < verb.i else []


def _shared_objects(verb: Token) -> list[Token]:
    """ "condemned and rejected the plan": the object of the last verb serves the first too."""
    if any(c.dep_ == "prep" for c in verb.children):
        return []
    joined = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_ and child(c, *SUBJECTS) is None)
    return [o for c in joined for o in c.children if o.dep_ == "dobj"]


def singular(noun: Token) -> str:
    """The lemma, also of a plural that the lemmatiser does not know ("airstrikes")."""
    lemma: str = noun.lemma_
    return lemma[:-1] if noun.tag_ == "NNS" and lemma == noun.lower_ and lemma[-1:] == "s" else lemma


def complements(verb: Token) -> list[str]:
    """Lemmas of what the object is said to be or to do: "called it a violation", "described it as illegal and cruel",
    "ordered him arrested", "sent divers to search", "began a hunt to catch", "said they were responsible",
    "said that it must stop" ("must" and "stop"). "to *" is an infinitive of whatever verb."""
    said = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp", "ccomp", "xcomp")]
    said += [
        p for c in verb.children if c.lower_ == "as" for p in c.children if p.dep_ in ("pobj", "amod", "acomp", "pcomp")
    ]
    clauses = [c for c in said if c.dep_ == "ccomp" and not of_ourselves(c)]
    said += [a for o in _mistaken(verb) for a in o.children if a.dep_ == "appos"]
    said += [c for c in verb.children if c.dep_ == "advcl" and any(a.lower_ == "to" for a in c.children)]
    inner = [p for o in objects(verb) for p in o.children if p.dep_ in ("acl", "relcl")]
    said += [p for p in inner if _infinitive(p) or (p.tag_ == "VBN" and p.dep_ == "acl")]
    said += [
        q
        for c in clauses
        if c.lemma_ == "be" and child(c, "neg") is None
        for q in c.children
        if q.dep_ in ("acomp", "attr", "prep")
    ]
    said += [c for c in verb.children if c.dep_ == "npadvmod" and c.tag_ == "NN"]  # "branded it a lie"
    modals = [a.lower_ for c in clauses for a in c.children if a.tag_ == "MD"]
    told = ["to *"] if any(c.dep_ == "xcomp" and _infinitive(c) for c in said) else []
    return [*(c.lemma_ for one in said for c in conjuncts(one)), *modals, *told]


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def of_ourselves(verb: Token) -> bool:
    """Whether the clause is about the speaker too: "we must", "villagers on either bank must"."""
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None:
        return True
    shared = any(t.lower_ in ("both", "two", "our", "all", "we", "us") for t in doer.subtree)
    return shared or doer.lemma_ in ("we", "i", "he", "she", "it", "they", "side", "country", "nation")


def phrases(noun: Token) -> set[str]:
    """What a noun may be listed as: "strike", "strikes", "air strike", "state of emergency", "commitment to peace"."""
    lemma = singular(noun)
    names = {noun.lemma_, noun.lower_, lemma}
    for c in noun.children:
        if c.dep_ in ("compound", "amod", "nmod"):
            names.add(f"{c.lower_} {lemma}")
            if c.lower_ == "joint":
                names.add("joint *")
            elif c.tag_ == "NN" and noun.tag_ == "NNP":
                names.add(c.lemma_)  # "the tanker Aurora"
        elif c.dep_ == "acl" and _infinitive(c):
            names.add(f"{lemma} to {c.lemma_}")
        elif c.dep_ == "prep" and c.lower_ in ("of", "to", "in", "for"):
            names.update(f"{lemma} {c.lower_} {t.lemma_}" for t in c.children if t.dep_ in ("pobj", "pcomp"))
    return names


def modifiers(noun: Token) -> list[Token]:
    """Adjectives, compounds and possessors of a noun, nearest the noun last."""
    found = []
    for c in noun.children:
        if c.dep_ in ("amod", "compound", "nmod", "poss", "npadvmod"):
            found.append(c)
            found += modifiers(c)
            found += [x for x in c.children if x.dep_ == "conj"]
    return found
