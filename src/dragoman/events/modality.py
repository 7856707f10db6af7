"""Status: whether a deed was done, is going on, is planned, asked for, refused, threatened, supposed or denied.

Read from the predicate's own auxiliaries and from what governs it, climbing the tree: "agreed to", "plans to", "called
for", "the need to", "refused to", "if". The governing words are data (``codebook/data/modality.yaml``).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import yaml

from dragoman.events.event import Status
from dragoman.events.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Token

Force = Literal[
    "intend",
    "promise",
    "demand",
    "need",
    "hope",
    "refuse",
    "threaten",
    "prevent",
    "deny",
    "accuse",
    "say",
    "cancel",
    "ready",
    "permit",
]


@dataclass(frozen=True, slots=True)
class Modality:
    """``status`` of the deed, and the word that governs it where one does (``force`` and ``governor``)."""

    status: Status
    force: Force | None
    governor: Token | None
    why: str


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemma → force, for verbs, nouns and adjectives; auxiliaries by what they make of a deed."""

    verbs: Mapping[str, Force]
    nouns: Mapping[str, Force]
    adjectives: Mapping[str, Force]
    auxiliaries: Mapping[str, Status]


@functools.cache
def load_cues() -> Cues:
    data = yaml.load((files("dragoman.codebook") / "data/modality.yaml").read_bytes(), yaml.CSafeLoader)

    def flat(part: str) -> dict[str, Force]:
        return {word: force for force, words in data[part].items() for word in words}

    auxiliaries: dict[str, Status] = {word: status for status, words in data["auxiliaries"].items() for word in words}
    return Cues(flat("verbs"), flat("nouns"), flat("adjectives"), auxiliaries)


def judge(predicate: Token, cues: Cues) -> Modality:
    """The status of the deed that this verb or noun tells."""
    own = _own(predicate, cues)
    if own.status in ("negated", "hypothetical", "called-for") or own.force is not None:
        return own
    above = _above(predicate, cues)
    if above is not None:
        return above
    return own


def _unless(verb: Token) -> Token | None:
    """ "will withdraw unless the ceasefire holds": a threat."""
    return next(
        (
            m
            for c in verb.children
            if c.dep_ == "advcl"
            for m in c.children
            if m.dep_ == "mark" and m.lower_ == "unless"
        ),
        None,
    )


def _own(token: Token, cues: Cues) -> Modality:
    verb = token
    if any(
        c.dep_ == "neg" or c.lower_ in ("never", "no", "neither") and c.dep_ in ("det", "preconj", "neg")
        for c in token.children
    ):
        refused = any(c.dep_ == "aux" and c.lower_ in ("will", "would", "wo", "shall") for c in token.children)
        return Modality("negated", "refuse" if refused else None, None, "will not" if refused else "negated")
    if (
        verb.tag_ == "VBG"
        and verb.dep_ == "conj"
        and verb.head.tag_ in ("VBD", "VBZ", "VBP")
        and child(verb, "aux") is None
    ):
        # "touched upon the importance of talks and holding ...": joined to the noun, whatever the parser says
        return Modality("hypothetical", None, verb.head, "a gerund in a list")
    while (
        verb.dep_ == "conj"
        and not any(c.dep_ in ("aux", "nsubj", "nsubjpass") for c in verb.children)
        and verb.head.tag_.startswith(("V", "M"))
    ):
        verb = verb.head
    for c in verb.children:
        if c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether"):
            return Modality("hypothetical", None, c, f"“{c.text}”")
        if c.dep_ == "aux" and c.lower_ in cues.auxiliaries:
            status = cues.auxiliaries[c.lower_]
            perfect = any(x.dep_ == "aux" and x.lower_ == "have" for x in verb.children)
            if c.lower_ == "would" and verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN"):
                status = "planned"  # "said they would boycott": the future of a past
            unless = _unless(verb) if status == "planned" else None
            if unless is not None:
                return Modality("planned", "threaten", unless, "with “unless”")
            if not (perfect and status == "planned"):
                return Modality(status, None, c, f"“{c.text}”")
    if verb.tag_ == "VBG" and any(
        c.dep_ in ("aux", "auxpass") and c.lemma_ == "be" and c.tag_ in ("VBZ", "VBP") for c in verb.children
    ):
        return Modality("ongoing", None, None, "present progressive")
    return Modality("occurred", None, None, "told as a fact")


def _above(token: Token, cues: Cues) -> Modality | None:
    """What the words above make of it: the nearest that says anything decides."""
    current = token
    for _ in range(16):
        governor = current.head
        if governor.i == current.i:
            return None
        dep = current.dep_
        if dep == "relcl":
            return None
        if dep in ("conj", "appos"):
            current = governor
            continue
        if dep in ("pobj", "pcomp", "prep", "agent"):
            current = governor
            if dep in ("pobj", "pcomp"):
                stop = _through_preposition(governor, cues)
                if stop is not None:
                    return stop
            continue
        verdict = _verdict(current, governor, dep, cues)
        if verdict is not None:
            return verdict
        if dep in ("nsubj", "nsubjpass") and current.tag_.startswith("N"):
            # "the hope that cooperation would continue": what is said of the noun's verb holds for it
            carried = _own(governor, cues)
            return _above(governor, cues) or (carried if carried.status != "occurred" else None)
        if dep in ("advcl", "nsubj", "npadvmod", "parataxis") or governor.dep_ == "ROOT":
            return None
        current = governor
    return None


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


def _verdict(current: Token, governor: Token, dep: str, cues: Cues) -> Modality | None:
    if dep == "advcl":
        mark = child(current, "mark")
        if mark is not None and mark.lower_ in ("if", "unless"):
            return Modality("hypothetical", None, mark, f"“{mark.text}”")
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in current.children):
            # The purpose of something else that is on record itself: "flew to Moscow to hold talks".
            return Modality("hypothetical", None, governor, f"only the purpose of “{governor.text}”")
        return None
    force: Force | None = None
    quality = (
        child(governor, "acomp", "attr") if governor.lemma_ == "be" and dep in ("xcomp", "ccomp", "csubj") else None
    )
    if quality is not None:
        # "it is necessary to expand"
        force = cues.adjectives.get(quality.lemma_) or cues.nouns.get(quality.lemma_)
    elif governor.tag_.startswith("V"):
        if dep in ("xcomp", "ccomp", "dobj", "acomp", "oprd", "nsubjpass"):
            force = cues.verbs.get(governor.lemma_)
            if dep == "nsubjpass" and force == "intend" and governor.lemma_ not in _PASSIVE_PLANS:
                force = None
            if (force in ("say", "accuse") and dep not in ("ccomp", "xcomp")) or (force == "need" and dep == "ccomp"):
                force = None
    elif governor.tag_.startswith("N") and dep in ("acl", "relcl", "ccomp", "compound", "nmod", "amod"):
        force = cues.nouns.get(governor.lemma_)
    elif governor.tag_.startswith("J"):
        force = cues.adjectives.get(governor.lemma_)
    return _made(force, governor, cues) if force else None


# Of what is itself "planned" or "expected" something is still to come; a letter "aimed at" something is written.
_PASSIVE_PLANS = frozenset({"plan", "schedule", "expect", "propose", "discuss", "consider", "set", "prepare"})
_STATUS: Mapping[str, Status] = {
    "intend": "planned", "promise": "planned", "demand": "called-for", "need": "called-for", "hope": "planned", "refuse": "negated",
    "threaten": "planned", "prevent": "negated", "deny": "denied", "accuse": "hypothetical", "say": "occurred", "cancel": "negated",
    "ready": "planned", "permit": "planned",
}  # fmt: skip


def _made(force: Force | None, governor: Token, cues: Cues) -> Modality | None:
    if force is None or force == "say":
        return None
    negated = any(c.dep_ == "neg" for c in governor.children)
    if negated and force in ("refuse", "prevent", "deny"):
        return None
    if negated and force in ("intend", "promise", "ready", "hope"):
        return Modality("negated", "refuse", governor, f"not “{governor.text}”")
    return Modality(_STATUS[force], force, governor, f"under “{governor.text}”")
