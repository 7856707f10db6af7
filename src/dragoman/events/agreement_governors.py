"""What governs an agreement in its sentence: the verbs and nouns up the tree, and the clauses that hang on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.events.syntax import SUBJECTS, child, conjuncts, is_passive
from dragoman.texts.parsed import Token

_CLIMB = 7
_PART = frozenset({"participation", "involvement", "part"})  # "suspended its participation in the treaty"
_RELATIVES = frozenset({"which", "that", "who"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A word over the agreement. ``keys`` are its lemma, with the preposition between them where there is one;
    ``subject`` says that the agreement does what the verb tells."""

    token: Token
    keys: tuple[str, ...]
    subject: bool = False


def governors(head: Token) -> Iterator[Governor]:
    """From the nearest on: its own clauses ("which will end in March", "signed in 2001"), then up the tree."""
    for c in head.children:
        if c.dep_ in ("relcl", "acl") and c.tag_.startswith("V"):
            yield from _clause(c)
        if c.dep_ == "amod" and _again(c):
            yield Governor(c.nbor(-2), (f"re-{c.lower_.removesuffix('d')}",))
    token = head
    for _ in range(_CLIMB):
        above = token.head
        if above.i == token.i:
            return
        found = _above(token, above)
        if found is not None:
            yield found
            yield from _also(found)
            if found.subject:
                yield from _ahead(found.token)
        over = found.token if found is not None else above
        if above.tag_.startswith("V") or (token.dep_ == "pobj" and above.lower_ != "of" and over.lemma_ not in _PART):
            return  # "views on the deal": what is done to the views is not done to the deal
        token = over


def _clause(verb: Token) -> Iterator[Governor]:
    """A relative clause or participle that belongs to the agreement."""
    for one in conjuncts(verb):
        own = child(one, *SUBJECTS) if one is verb else child(one, *SUBJECTS) or child(verb, *SUBJECTS)
        if is_passive(one) or (one.dep_ == "conj" and one.tag_ == "VBN"):
            yield Governor(one, _keys(one))
        elif own is None or own.lower_ in _RELATIVES:
            yield Governor(one, _keys(one), subject=True)
        elif one.dep_ == "relcl":
            yield Governor(one, _keys(one))


def _above(token: Token, above: Token) -> Governor | None:
    dep = token.dep_
    if dep in ("dobj", "nsubjpass", "oprd") or (dep == "attr" and above.lemma_ != "be"):
        return Governor(above, _keys(above))
    if dep in SUBJECTS:
        keys = (*_complements(above), *_keys(above))
        return Governor(above, keys, subject=not is_passive(above)) if above.tag_.startswith("V") else None
    if dep in ("pobj", "pcomp"):
        return _through(above)
    if dep in ("compound", "nmod", "amod", "poss", "npadvmod") and above.tag_.startswith("N"):
        return Governor(above, _keys(above))
    if dep == "xcomp" and above.tag_.startswith("V"):
        return Governor(above, _keys(above))
    return None


def _ahead(verb: Token) -> Iterator[Governor]:
    """ "The treaty awaits ratification", "is waiting to be ratified", "needs to enter into force" """
    for c in verb.children:
        if c.dep_ in ("dobj", "attr") and c.tag_.startswith("N"):
            yield Governor(c, _keys(c))
        elif c.dep_ == "xcomp" and c.tag_.startswith("V"):
            yield Governor(c, _keys(c), subject=not is_passive(c))
        elif c.dep_ == "prep":
            yield from (Governor(p, _keys(p)) for p in c.children if p.dep_ == "pobj")


def _through(preposition: Token) -> Governor | None:
    """ "withdrew from it", "pulled out of it", "its extension" as "extension of it" """
    word, governor = preposition.lower_, preposition.head
    while governor.dep_ in ("prep", "prt") and governor.tag_ in ("IN", "RP", "RB") and governor.head.i != governor.i:
        governor = governor.head
    if governor.tag_ in ("IN", "RP", "RB") and not governor.tag_.startswith(("V", "N")):
        return None
    keys = [f"{lemma} {word}" for lemma in _keys(governor)]
    if word == "of" and governor.tag_.startswith("N"):
        keys += _keys(governor)
    return Governor(governor, tuple(keys) if word != "under" else (*keys, word))


def _also(found: Governor) -> Iterator[Governor]:
    """Verbs joined to the one above that share the agreement: "negotiated and signed the treaty"."""
    verb = found.token
    if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ and child(verb.head, "dobj") is None and not found.subject:
        yield Governor(verb.head, _keys(verb.head))
    for c in verb.children:
        if c.dep_ == "conj" and c.tag_.startswith("V") and (found.subject or child(c, "dobj") is None):
            shared = child(c, *SUBJECTS) is None
            if shared and (is_passive(verb) or c.tag_ != "VBN" or (found.subject and is_passive(c))):
                yield Governor(c, _keys(c), subject=found.subject and not is_passive(verb) and not is_passive(c))


def _complements(verb: Token) -> Iterator[str]:
    """ "The treaty is valid", "remains in force", "is on the agenda" """
    for c in verb.children:
        if c.dep_ in ("acomp", "attr"):
            yield c.lemma_
        elif c.dep_ == "prep":
            yield from (f"{c.lower_} {p.lemma_}" for p in c.children if p.dep_ == "pobj")


def _keys(token: Token) -> tuple[str, ...]:
    lemma = token.lemma_.lower()
    if token.tag_ == "NNS":
        lemma = lemma.removesuffix("s")  # the dictionary holds "talks" as a word of its own
    particle = child(token, "prt")
    own = (f"{lemma} {particle.lower_}", lemma) if particle is not None else (lemma,)
    # "re-imposed" is three words to the tokenizer, and only the last is a known verb
    return (f"re-{lemma}", *own) if _again(token) else own


def _again(token: Token) -> bool:
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "re"
