"""Status: whether a deed was done, is going on, is planned, asked for, refused, threatened, supposed or denied.

Read from the predicate's own auxiliaries and from what governs it, climbing the tree: "agreed to", "plans to", "called
for", "the need to", "refused to", "if".
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.events.cues import Cues, Force, Modality
from dragoman.events.event import Status
from dragoman.events.forms import conditional, inverted, negated, out_of_question, sharing, subjunctive
from dragoman.events.syntax import child, of_ourselves
from dragoman.texts.parsed import Token


def judge(predicate: Token, cues: Cues, noun: Token | None = None) -> Modality:
    """The status of the deed that this verb or noun tells; ``noun`` is what a light verb carries."""
    own = _own(predicate, cues)
    if noun is not None and negated(noun):
        return Modality("negated", None, None, "negated")  # "held no talks"
    if own.status in ("negated", "hypothetical", "called-for") or own.force is not None:
        return own
    above = _above(predicate, cues)
    if above is not None:
        return _outermost(above, cues)
    return _infinitive(predicate) or own


def _infinitive(verb: Token) -> Modality | None:
    """ "Ministers to tour Chad in May", a headline's future, and "the minister is to tour Chad"."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None
    if verb.dep_ == "ROOT" or (verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "ROOT"):
        return Modality("planned", None, None, "a headline's infinitive")
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        return Modality("planned", None, verb.head, f"“{verb.head.text} to”")
    return None


def _outermost(inner: Modality, cues: Cues) -> Modality:
    """ "accused of planning to bomb", "refused to agree to talks", "may agree to meet": what stands above decides."""
    if inner.governor is None or not inner.governor.tag_.startswith(("V", "N")):
        return inner
    own = _own(inner.governor, cues)
    if own.status == "hypothetical" and inner.governor.tag_.startswith("V"):
        return own
    outer = _above(inner.governor, cues)
    decides = outer is not None and (outer.force in _OVERRULING or outer.status in ("hypothetical", "denied"))
    return outer if outer is not None and decides else inner


# -------------------------------------------------------------------- the predicate's own words


def _own(token: Token, cues: Cues) -> Modality:
    if negated(token):
        refused = any(c.dep_ == "aux" and c.lower_ in ("will", "would", "wo", "shall") for c in token.children)
        return Modality("negated", "refuse" if refused else None, None, "will not" if refused else "negated")
    finite = token.head.tag_ in ("VBD", "VBZ", "VBP")
    if token.tag_ == "VBG" and token.dep_ == "conj" and finite and child(token, "aux") is None:
        # "spoke of the value of trade and building ...": joined to the noun, whatever the parser says
        return Modality("hypothetical", None, token.head, "a gerund in a list")
    verb = sharing(token)
    mark = next((c for c in verb.children if c.dep_ == "mark" and conditional(c, verb)), None)
    if mark is not None or inverted(verb):
        return Modality("hypothetical", None, mark, f"“{mark.text}”" if mark is not None else "an inverted condition")
    modal = _modal(verb, cues) or _modified(token, cues)
    if modal is not None:
        return modal
    if verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in verb.children):
        return Modality("ongoing", None, None, "present progressive")
    return Modality("occurred", None, None, "told as a fact")


def _modal(verb: Token, cues: Cues) -> Modality | None:
    """What "will", "may", "should" make of it."""
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    perfect = any(c.lower_ == "have" for c in auxiliaries)
    for c in auxiliaries:
        status = cues.auxiliaries.get(c.lower_)
        if c.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN"):
            status = "planned"  # "said they would boycott": the future of a past
        if status is None or (perfect and status == "planned"):
            continue
        if status == "called-for" and _of_another(verb, cues):
            return Modality(status, "demand", verb.head, f"“{c.text}” under “{verb.head.text}”")
        unless = _unless(verb) if status == "planned" else None
        if unless is not None:
            return Modality("planned", "threaten", unless, "with “unless”")
        return Modality(status, None, c, f"“{c.text}”")
    return None


def _of_another(verb: Token, cues: Cues) -> bool:
    """ "said that Chad must release them" asks something of another; "said that the two countries must meet" not."""
    under = verb.dep_ == "ccomp" and cues.verbs.get(verb.head.lemma_) in ("say", "need", "demand")
    return under and not of_ourselves(verb)


def _modified(noun: Token, cues: Cues) -> Modality | None:
    """ "a planned visit", "the alleged attack" """
    words = (c for c in noun.children if noun.tag_.startswith("N") and c.dep_ == "amod" and c.lower_ in cues.modifiers)
    return next((Modality(cues.modifiers[c.lower_], None, c, f"“{c.text}”") for c in words), None)


def _unless(verb: Token) -> Token | None:
    """ "will close the port unless the fee is paid": a threat."""
    marks = (m for c in verb.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark")
    return next((mark for mark in marks if mark.lower_ == "unless"), None)


# -------------------------------------------------------------------- the words above


def _above(token: Token, cues: Cues) -> Modality | None:
    """What the words above make of it: the nearest that says anything decides."""
    current = token
    for _ in range(_CLIMB):
        governor, dep = current.head, current.dep_
        if governor.i == current.i or dep == "relcl":
            return None
        if dep in ("pobj", "pcomp"):
            found = _through_preposition(governor, cues) or _within(governor, cues)
        elif dep in ("conj", "appos", "prep", "agent"):
            found = None
        elif dep in ("nsubj", "nsubjpass") and current.tag_.startswith("N"):
            return _verdict(current, governor, cues) or _carried(governor, cues)
        else:
            found = _verdict(current, governor, cues)
            if found is None and (dep in ("advcl", "nsubj", "npadvmod", "parataxis") or governor.dep_ == "ROOT"):
                return None
        if found is not None:
            return found
        current = governor
    return None


def _within(preposition: Token, cues: Cues) -> Modality | None:
    """ "will sign the book during a visit": what is part of something still to come is still to come itself; "after
    the visit" is not part of it."""
    verb = preposition.head if preposition.head.dep_ != "dobj" else preposition.head.head
    if preposition.lower_ not in ("on", "for", "in", "at") or not verb.tag_.startswith("V") or preposition.i < verb.i:
        return None
    modal = _modal(sharing(verb), cues)
    return modal if modal is not None and modal.status == "planned" else None


def _carried(verb: Token, cues: Cues) -> Modality | None:
    """ "the hope that trade would recover": what is said of the noun's verb holds for the noun."""
    own = _own(verb, cues)
    return _above(verb, cues) or (own if own.status != "occurred" else None)


def _through_preposition(preposition: Token, cues: Cues) -> Modality | None:
    """ "called for talks", "the need for talks", "accused of attacking", "if not faced with" """
    governor = preposition.head
    word = preposition.lower_
    if governor.tag_.startswith("V"):
        force = cues.verbs.get(f"{governor.lemma_} {word}")
        return _made(force, governor, cues) if force else None
    force = cues.nouns.get(governor.lemma_) if word in ("for", "of", "to", "on", "in", "about", "at") else None
    if force is None and governor.tag_.startswith("J"):
        force = cues.adjectives.get(governor.lemma_)
    return _made(force, governor, cues) if force else None


def _verdict(current: Token, governor: Token, cues: Cues) -> Modality | None:
    dep = current.dep_
    if dep == "advcl":
        return _adverbial(current, governor)
    if governor.lemma_ == "be" and dep in ("xcomp", "ccomp", "csubj", "nsubj"):
        quality = child(governor, "acomp", "attr")  # "it is vital to meet"
        force = cues.adjectives.get(quality.lemma_) or cues.nouns.get(quality.lemma_) if quality is not None else None
        if dep == "nsubj" and force != "deny":
            force = None  # "the visit is important" was made
        force = "refuse" if out_of_question(governor) else force
    elif governor.tag_.startswith("V"):
        force = _force_of_verb(current, governor, cues)
    elif governor.tag_.startswith("N") and dep in ("acl", "advcl", "ccomp", "compound", "nmod", "amod"):
        force = cues.nouns.get(governor.lemma_)
    else:
        force = cues.adjectives.get(governor.lemma_) if governor.tag_.startswith("J") else None
    return _made(force, governor, cues) if force else None


def _adverbial(current: Token, governor: Token) -> Modality | None:
    mark = child(current, "mark")
    if mark is not None and mark.lower_ in ("if", "unless"):
        return Modality("hypothetical", None, mark, f"“{mark.text}”")
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in current.children) and governor.lemma_ not in _CONVEYING:
        # The purpose of something else that is on record itself: "flew to Moscow to hold talks".
        return Modality("hypothetical", None, governor, f"only the purpose of “{governor.text}”")
    return None


def _force_of_verb(current: Token, governor: Token, cues: Cues) -> Force | None:
    dep = current.dep_
    if dep not in ("xcomp", "ccomp", "dobj", "acomp", "oprd", "nsubjpass"):
        return None
    particle = child(governor, "prt")
    phrase = f"{governor.lemma_} {particle.lower_}" if particle is not None else ""  # "ruled out talks"
    force = cues.verbs.get(phrase) or cues.verbs.get(governor.lemma_)
    if governor.lemma_ == "go" and (governor.tag_ != "VBG" or dep != "xcomp"):
        return None  # "is going to withdraw"
    if force == "say" and dep == "xcomp" and governor.lemma_ == "tell":
        return "demand"  # "told Chad to withdraw"
    unplanned = dep == "nsubjpass" and force == "intend" and governor.lemma_ not in _PASSIVE_PLANS
    if unplanned or (force in ("say", "accuse") and dep not in ("ccomp", "xcomp")):
        return None
    if governor.lemma_ == "want" and child(current, "nsubj") is not None:
        return "demand"  # "wants Chad to pay"
    says = governor.lemma_ == "insist" and dep == "ccomp" and not subjunctive(current)  # "that it enforces the ban"
    return None if says or (force == "need" and dep == "ccomp") else force


# What one calls or writes to say is said: "called to apologise", "summoned the envoy to protest".
_CONVEYING = frozenset({"call", "phone", "telephone", "write", "summon"})
_OVERRULING = ("accuse", "deny", "fear", "prevent", "refuse", "cancel", "demand", "hope")
_CLIMB = 16  # how many words up the tree are asked; a deed seldom lies deeper
# Of what is itself "planned" or "expected" something is still to come; a letter "aimed at" something is written.
_PASSIVE_PLANS = frozenset({"plan", "schedule", "expect", "propose", "discuss", "consider", "set", "prepare"})
_STATUS: Mapping[str, Status] = {
    "intend": "planned",
    "promise": "planned",
    "hope": "planned",
    "ready": "planned",
    "permit": "planned",
    "threaten": "planned",
    "demand": "called-for",
    "need": "called-for",
    "refuse": "negated",
    "prevent": "negated",
    "cancel": "negated",
    "deny": "denied",
    "accuse": "hypothetical",
    "fear": "hypothetical",
    "attempt": "planned",
    "say": "occurred",
}


def _made(force: Force | None, governor: Token, cues: Cues) -> Modality | None:
    negated = any(c.dep_ == "neg" for c in governor.children)
    if force == "say" and negated:
        return Modality("hypothetical", None, governor, f"not “{governor.text}”")
    if force is None or force == "say":
        return None
    if negated and force in ("refuse", "prevent", "deny"):
        return None
    if negated and force in ("intend", "promise", "ready", "hope"):
        return Modality("negated", "refuse", governor, f"not “{governor.text}”")
    return Modality(_STATUS[force], force, governor, f"under “{governor.text}”")
