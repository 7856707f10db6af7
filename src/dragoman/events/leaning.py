"""Which way words lean toward somebody named in them: from the name up the parse to the verb that governs it all.

"We condemn the brutal attack by Ruritania on Norway": the attack is Ruritania's and Norway's only to suffer, so it
speaks ill of the one and of the other nothing. What a third party thinks ("Ruritania supports Norway") is no stand of
the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.codebook.leanings import Leanings
from dragoman.events.syntax import child, is_passive, subject
from dragoman.texts.parsed import Token

_OWNING = frozenset({"poss", "amod", "compound", "nmod"})
_SAME = frozenset({"conj", "appos"})
_LISTING = frozenset({"including", "like"})
_BESIDE = frozenset({"for", "to", "with", "toward", "towards", "alongside"})
_FIRST = frozenset({"we", "i", "he", "she", "they", "it"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "dative"})
_CLIMB = 12


@dataclass(frozen=True, slots=True)
class Sign:
    """A word (token number) that speaks well (1) or ill (-1) of somebody."""

    token: int
    sign: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a sentence: the tokens of the cue and its source, and those that name the speaker's own state."""

    cue: int | None
    source: int | None
    mine: frozenset[int]

    def stands_behind(self, verb: Token) -> bool:
        """Whether a verb is the speaker's own deed or wish: the cue, "we thank", "Norway must be punished"."""
        if verb.i == self.cue:
            return True
        who = None if is_passive(verb) else subject(verb)
        return who is None or who.i == self.source or who.i in self.mine or who.lower_ in _FIRST

    def gives(self, noun: Token) -> bool:
        """Whether support, help or thanks are the speaker's to give: nobody else owns them."""
        owners = [c for c in noun.children if c.dep_ in _OWNING and (c.dep_ == "poss" or c.tag_[:3] == "NNP")]
        return all(c.i in self.mine or c.tag_ == "PRP$" for c in owners)


def leanings(name: Token, words: Leanings, voice: Voice) -> Iterator[Sign]:
    """What the words say of the one named at the token ``name``."""
    if name.i > 1 and name.nbor(-1).text == "-" and name.nbor(-2).lower_ in {"anti", "non"}:
        return
    yield from _described(name, words)
    token: Token | None = name
    for _ in range(_CLIMB):
        if token is None or token.head.i == token.i:
            return
        up = token.head
        if token.dep_ in _SAME:
            yield from _described(up, words) if token.dep_ == "appos" else ()
            token = up
        elif token.dep_ in _OWNING and up.tag_[0] in "NJ":
            yield from _owned(up, words)
            token = up
        elif token.dep_ == "pobj":
            signs, token = _behind(up, words, voice)
            yield from signs
        elif token.dep_ == "nsubj" and up.tag_[0] in "NJ":  # called the plan illegal, as the parser may have it
            yield from _quality(up, words)
            return
        elif up.tag_[0] in "VM":
            yield from _of_verb(token, up, words, voice)
            return
        else:
            return


def _behind(preposition: Token, words: Leanings, voice: Voice) -> tuple[list[Sign], Token | None]:
    """A name behind a preposition owns what stands before it, is given it, or suffers it; with where to go on."""
    up, word = preposition.head, preposition.lower_
    if word in _LISTING or (word == "as" and up.lower_ == "such"):
        return list(_described(up, words)), up
    if up.tag_[0] == "V":
        return list(_behind_verb(up, preposition, words, voice)), None
    return _behind_noun(up, word, words, voice) if up.tag_[0] == "N" else ([], None)


def _behind_noun(up: Token, word: str, words: Leanings, voice: Voice) -> tuple[list[Sign], Token | None]:
    if word == "from" and up.head.lemma_ in words.asking:  # "demanded an apology from Norway"
        return [Sign(up.head.i, -1)], None
    if word in {"by", "from"} or (word == "of" and up.lemma_ not in words.suffered and child(up, "poss") is None):
        return list(_owned(up, words)), up
    if word in _BESIDE and up.lemma_ in words.given:
        return [Sign(up.i, 1)] if voice.gives(up) else [], None
    if word == "for" and up.dep_ in _OBJECTS:  # "thanked the minister for Norway's help"
        return [], up
    hostile = word == "against" and up.lemma_ not in words.deeds | words.hedges and voice.gives(up)
    above = words.toward.get(up.head.lemma_, 0) if up.dep_ in _OBJECTS else 0
    return [Sign(up.i, -1)] if hostile and above >= 0 else [], None


def _behind_verb(verb: Token, preposition: Token, words: Leanings, voice: Voice) -> Iterator[Sign]:
    word = preposition.lower_
    if preposition.dep_ == "agent" or word == "by":
        yield from _turned(verb, _sign(verb, words.doing))
        if verb.dep_ in {"acl", "relcl"}:  # "the role played by Norway"
            yield from _owned(verb.head, words)
            if verb.head.dep_ in _OBJECTS and verb.head.head.i == voice.cue:
                yield from _sign(verb.head.head, words.toward)
    elif word == "from" and verb.lemma_ in words.asking:
        yield Sign(verb.i, -1)
    elif word in {"on", "upon", "to"} and verb.lemma_ in words.asking:
        yield from _asked(verb, words)
    elif word in {*_BESIDE, "by"} and voice.stands_behind(verb):
        yield from _turned(verb, _sign(verb, words.toward))


def _of_verb(token: Token, verb: Token, words: Leanings, voice: Voice) -> Iterator[Sign]:
    """The name, or what belongs to it, is subject or object of a verb."""
    if token.dep_ in _OBJECTS and voice.stands_behind(verb):
        yield from _turned(verb, _sign(verb, words.toward))
        for c in (*verb.rights, *token.rights):  # called the plan illegal, described it as a farce
            what = child(c, "pobj", "amod") if c.dep_ == "prep" and c.lower_ == "as" else c
            if what is not None and (what is not c or c.dep_ in {"oprd", "ccomp"}):
                yield from _turned(verb, tuple(_quality(what, words)))
        if verb.lemma_ in words.asking:
            yield from _asked(verb, words)
    if token.dep_ in {"nsubj", "nsubjpass"} and token.i not in voice.mine:
        yield from _demanded(verb, words)
    if token.dep_ == "nsubj":
        yield from _turned(verb, tuple(_done(verb, words)))


def _done(verb: Token, words: Leanings) -> Iterator[Sign]:
    """What the subject is ("is a reliable partner") or does; a bad object makes a bad deed ("supports aggression")."""
    if verb.lemma_ == "be":
        for c in verb.children:
            if c.dep_ in {"attr", "acomp"}:
                yield from _quality(c, words)
        return
    goods = [c for c in verb.children if c.dep_ == "dobj"]
    bad = [s for c in goods for s in _quality(c, words) if s.sign < 0]
    yield from bad
    if not bad and not _should(verb):
        yield from _sign(verb, words.doing)


def _asked(verb: Token, words: Leanings) -> Iterator[Sign]:
    """ "Urged Norway to stop": a demand that blames."""
    for c in verb.rights:
        if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.lemma_ in words.demands and child(c, "aux") is not None:
            yield Sign(c.i, -1)


def _demanded(verb: Token, words: Leanings) -> Iterator[Sign]:
    """ "Norway must stop", "(urged) Norway to stop"."""
    asked = verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.lemma_ in words.asking
    if verb.lemma_ in words.demands and child(verb, "neg") is None and (_should(verb) or asked):
        yield Sign(verb.i, -1)


def _should(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"must", "should"} for c in verb.children)


def _owned(noun: Token, words: Leanings) -> Iterator[Sign]:
    """A noun that is somebody's: a bad deed, if it is no mere allegation, and what describes it."""
    if noun.lemma_ in words.deeds and not (noun.head.dep_ == "prep" and noun.head.head.lemma_ in words.hedges):
        yield Sign(noun.i, -1)
    yield from _described(noun, words)


def _described(noun: Token, words: Leanings) -> Iterator[Sign]:
    """Adjectives before a noun, what stands in apposition to it."""
    for c in noun.children:
        if c.dep_ in {"amod", "appos"}:
            yield from _quality(c, words)


def _quality(token: Token, words: Leanings) -> Iterator[Sign]:
    sign = words.qualities.get(token.lower_, words.qualities.get(token.lemma_, 0))
    if token.tag_[0] == "N" and not sign:
        sign = -1 if token.lemma_ in words.deeds else next((s.sign for s in _described(token, words)), 0)
    if sign:
        yield Sign(token.i, -sign if _denied(token) else sign)
    for c in token.children:
        if c.dep_ == "conj":
            yield from _quality(c, words)


def _denied(token: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in token.children)


def _sign(token: Token, signs: Mapping[str, int]) -> tuple[Sign, ...]:
    sign = signs.get(token.lemma_, 0)
    return (Sign(token.i, sign),) if sign else ()


def _turned(verb: Token, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Turned by a "not" at the verb or one that governs it ("refused to help"), by no "not only"; none after "if"."""
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
        return ()
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "fail", "stop", "decline", "cease"}
    turned = _negated(verb) != (refused or (verb.dep_ == "xcomp" and _negated(verb.head)))
    return tuple(Sign(s.token, -s.sign) for s in signs) if turned else signs


def _negated(verb: Token) -> bool:
    return any(
        (c.dep_ == "neg" or c.lower_ in {"never", "hardly"})
        and not (c.i + 1 < len(verb.doc) and c.nbor(1).lower_ in {"only", "just", "merely"})
        for c in verb.children
    )
