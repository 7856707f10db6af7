"""Metonyms: whether a capital or palace stands for its state, or is only a place.

"Vienna welcomed the vote", "talks between Ankara and Athens", "accused Kyiv" act; "in Vienna", "travelled to
Vienna", "the Vienna summit" are places.
"""

from __future__ import annotations

from dragoman.texts.parsed import Doc, Token

_PLACE = frozenset("in at near around outside through across inside throughout via within".split())
_MOTION = frozenset(
    "travel go fly arrive come head return move trip visit flight arrival drive back leave depart tour stop journey "
    "route invite land reach welcome host way en bring send transfer base bear hold sign evacuate".split()
)
_ACTED_ON = frozenset("visit leave reach tour hit rock shell bomb capture attack storm enter depart quit cross".split())


def acts(doc: Doc, start: int, end: int, head: int, *, metonym: bool) -> bool:
    """Whether tokens ``[start, end)`` act. A palace or ministry (``metonym``) acts unless it is plainly a place."""
    if _hyphened(doc, start, end):
        return True
    token = doc[head]
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return _acts(token, metonym=metonym)


def _hyphened(doc: Doc, start: int, end: int) -> bool:
    """ "Tehran-Moscow agreements" """
    after = (
        end + 1 < len(doc)
        and doc[end].text in "-–"
        and doc[end - 1].whitespace_ == ""
        and doc[end + 1].text[0].isupper()
    )
    before = (
        start > 1
        and doc[start - 1].text in "-–"
        and doc[start - 1].whitespace_ == ""
        and doc[start - 2].text[0].isupper()
    )
    return after or before


def _acts(token: Token, *, metonym: bool) -> bool:
    if token.dep_ in ("nsubj", "nsubjpass", "agent"):
        return True
    if token.dep_ == "poss":
        return not token.head.text[0].isupper()
    if token.dep_ in ("dobj", "dative"):
        return token.head.lemma_ not in _ACTED_ON
    if token.dep_ == "pobj":
        return _after_preposition(token.head, metonym=metonym)
    if token.dep_ in ("compound", "amod", "nmod", "appos", "npadvmod"):
        return metonym and token.dep_ != "appos"
    return metonym


def _after_preposition(preposition: Token, *, metonym: bool) -> bool:
    word = preposition.lower_
    if word in _PLACE:
        return False
    if word in ("to", "from", "for", "into", "toward", "towards", "upon"):
        return preposition.head.lemma_ not in _MOTION
    if word == "of":
        return metonym or preposition.head.lemma_ in (
            "part",
            "support",
            "opposition",
            "criticism",
            "ally",
            "condemnation",
            "position",
        )
    return word in ("with", "against", "between", "by", "on", "among", "over", "than", "as", "like", "behind", "beyond")
