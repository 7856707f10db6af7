"""Home: officials, parties and groups whose state nobody gives are of the one state that their sentence speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.actors.cast import Member
from dragoman.actors.focus import SUBJECTS
from dragoman.actors.found import Found
from dragoman.actors.line import PREFIXES
from dragoman.codebook.speech import load_speech
from dragoman.texts.parsed import Doc, Token

_ABROAD = ("embassy", "consulate")
_DOMESTIC = ("PTY", "OPP")  # bodies of these sectors are of a state, wherever nothing else is said


def find_homes(
    parsed: Mapping[int, Doc], found: Mapping[int, Sequence[Found]], who: Mapping[int, Sequence[Member]]
) -> None:
    """Give them that state. ``who`` holds the members of each mention by the mention's ``id``."""
    for index, items in found.items():
        for item in items:
            homeless = [m for m in who[id(item)] if _homeless(m)]
            states = _homes(parsed[index], item, items, who) if homeless else set()
            for member in homeless if len(states) == 1 else ():
                member.country = next(iter(states))
                member.reasons.append(f"{member.country} as the only state that the sentence names")


def _homeless(member: Member) -> bool:
    if member.country is not None or member.body is not None:
        return False
    official = member.kind in ("person", "office") and member.title is not None and member.title.sector is not None
    return official or member.kind == "group" or (member.kind == "body" and member.sector in _DOMESTIC)


def _homes(doc: Doc, item: Found, items: Sequence[Found], who: Mapping[int, Sequence[Member]]) -> set[str]:
    """The states that the sentence names, without those that another official is of ("a spokesman for the French
    embassy"), those that it is against ("sanctions against Togo", "anti-Turkey") and origins ("ethnic Somalis")."""
    others = [o for o in items if o is not item and _foreign(doc, o, item)]
    named = [n for n in items if _names_state(n) and not any(o.start <= n.start < o.end for o in others)]
    named = [n for n in named if not _elsewhere(doc, n) and not (item.kind == "group" and _speaks_of(doc, n, item))]
    return {m.country for n in named for m in who[id(n)] if m.country}


def _foreign(doc: Doc, other: Found, item: Found) -> bool:
    """Whether another official may be of another state: not several ("Chilean officials"), not one joined by "and"
    ("Zambian President X and Foreign Minister Y"), and not whoever says it all, unless at an embassy."""
    if other.kind not in ("person", "office") or other.plural:
        return False
    if other.start < item.end and item.start < other.end:
        return False
    heads = (doc[other.head], doc[item.head])
    if any(a.dep_ == "conj" and a.head.i == b.i for a, b in (heads, heads[::-1])):
        return False
    return any(t.lower_ in _ABROAD for t in doc[other.start : other.end + 1]) or not _tells(doc[other.head], item.head)


def _tells(official: Token, other: int) -> bool:
    """ "…, the interior minister said", "according to the minister" """
    if official.dep_ in SUBJECTS:
        said = [t for t in official.head.children if t.dep_ in ("ccomp", "parataxis")]
        return any(t.left_edge.i <= other <= t.right_edge.i for t in said)
    return official.dep_ == "pobj" and official.head.head.lower_ == "according"


def _speaks_of(doc: Doc, state: Found, group: Found) -> bool:
    """ "Norway condemned terrorist groups": what a state only says of them does not make them its own."""
    subject = doc[state.head]
    verb = subject.head
    spoken = subject.dep_ in SUBJECTS and verb.lemma_ in load_speech().verbs
    return spoken and verb.i < group.head <= verb.right_edge.i


def _names_state(item: Found) -> bool:
    """A state, its adjective or capital, or its people ("the Nigerians")."""
    return bool(item.key) or (item.kind == "group" and item.country is not None and item.sector is None)


def _elsewhere(doc: Doc, named: Found) -> bool:
    governor = doc[named.head]
    while governor.dep_ in ("conj", "amod", "compound") and governor.head.i != governor.i:
        governor = governor.head
    if governor.dep_ == "pobj" and governor.head.lower_ == "against":
        return True
    before = [token.lower_ for token in doc[max(0, named.start - 2) : named.start]]
    return before[-1:] == ["ethnic"] or (before[-1:] == ["-"] and before[0] in PREFIXES)
