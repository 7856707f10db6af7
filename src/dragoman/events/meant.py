"""Who is meant by words of a sentence: from tokens to the actors they name, and the states of places."""

from __future__ import annotations

from dragoman.actors.actor import Mention
from dragoman.actors.reading import Reading
from dragoman.events.syntax import after, child, conjuncts, modifiers, objects
from dragoman.texts.parsed import Token

Actors = tuple[str, ...]
_WHERE = ("in", "near", "at", "outside", "inside", "across", "throughout", "around", "into", "over", "off")


class Meant:
    """Who is meant in one sentence. ``home``: deeds within one state count too (see ``home.py``)."""

    def __init__(self, reading: Reading, sentence: int, *, home: bool = False) -> None:
        self.home = home
        self._actors = reading.actors
        # "workers", "two prisoners": whose they are says more
        self._stateless = {
            a.id for a in reading.actors.values() if a.actor_kind == "group" and not (a.country or a.cameo)
        }
        self._at: dict[int, Mention] = {}
        self._near: dict[int, Mention] = {}  # adjectives and places: they lend their state to a noun
        for mention in sorted(reading.mentions.get(sentence, ()), key=lambda m: m.start - m.end):
            table = self._near if mention.form in ("adjective", "place") else self._at
            for i in range(mention.start, mention.end):
                table[i] = mention

    def meant(self, token: Token, *, places: bool = False) -> Actors:
        """Actors meant by a noun phrase and what is joined to it. ``places``: a city stands for its state."""
        found: list[str] = []
        for one in conjuncts(token):
            found += self._one(one, places=places)
        return tuple(dict.fromkeys(found))

    def named(self, token: Token) -> bool:
        """Whether the token stands in a mention of somebody."""
        return token.i in self._at and bool(self._at[token.i].actors)

    def _one(self, token: Token, *, places: bool, depth: int = 0) -> Actors:
        mention, near = self._at.get(token.i), self._near.get(token.i)
        if mention is None and near is not None and (places or near.form == "adjective"):
            mention = near
        own = mention.actors if mention is not None else ()
        stateless = self._stateless.issuperset(own)
        several = self._owners(token) if token.tag_ == "NNS" and own and depth == 0 else ()
        if len(several) > 1 and not self.people(own):
            return several  # "Georgian and Armenian officials"
        return (
            self._members(token)
            or (() if stateless else own)
            or self._owners(token)
            or tuple(a for word in ("including", "like") for t in after(token, word) for a in self.meant(t))
            or (self._of(token, places=places, depth=depth + 1) if depth < 3 else ())
            or own
        )

    def _owners(self, token: Token) -> Actors:
        """Whose it is: "Israeli warplanes", "Iran's decision"."""
        for modifier in reversed(modifiers(token)):
            found = self._owner(modifier)
            if found:  # "Georgian and Armenian officials"
                joined = (self._owner(m) for m in modifiers(token) if m.dep_ == "conj" or m == modifier.head)
                return tuple(dict.fromkeys((*found, *(a for owners in joined for a in owners))))
        return ()

    def _owner(self, modifier: Token) -> Actors:
        owner = self._at.get(modifier.i) or self._near.get(modifier.i)
        return () if owner is None or self._stateless.issuperset(owner.actors) else owner.actors

    def _of(self, token: Token, *, places: bool, depth: int) -> Actors:
        """ "members of the Iranian parliament", "a bomber from France" """
        words = ("of", "from", "by", "with") if token.lemma_ in ("border", "frontier") else ("of", "from", "by")
        inner = (t for word in words for t in after(token, word))
        for t in inner:  # "delegations from Peru and Ecuador"
            found = [a for one in conjuncts(t) for a in self._one(one, places=places, depth=depth)]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _members(self, token: Token) -> Actors:
        """ "the River Group - Peru, Chile and Bolivia": the several who are listed after a group."""
        listed = child(token, "appos")
        if listed is None or not any(c.dep_ == "conj" for c in listed.children):
            return ()
        members = self.meant(listed)
        return members if len(members) > 2 else ()

    def stateless(self, actors: Actors) -> bool:
        """Whether of these nobody's state is known, or there are none."""
        return not any(self._actors[a].country or self._actors[a].cameo for a in actors)

    def somebody(self, verb: Token) -> bool:
        """Whether it is done to somebody, whoever that is ("ordered the skipper to pay")."""
        return verb.tag_.startswith("V") and any(o.i in self._at for o in objects(verb))

    def people(self, actors: Actors) -> bool:
        """Whether one of them is a person with a name, who may come from anywhere."""
        return any(self._actors[a].actor_kind == "person" for a in actors)

    def state_of(self, actors: Actors) -> Actors:
        """The state that they belong to, where the document names it; else they themselves."""
        states = {self._actors[a].country for a in actors}
        return tuple(a.id for a in self._actors.values() if a.actor_kind == "state" and a.country in states) or actors

    def located(self, *words: Token | None) -> Actors:
        """The state of the place where it was done: "in Damascus", "near the Syrian border", "at a jail in Dili"."""
        purposes = (c for w in words if w is not None for c in w.children if c.dep_ == "advcl" and c.tag_ == "VB")
        for word in (*words, *purposes):
            for token in (t for w in _WHERE if word is not None for t in after(word, w)):
                found = self._one(token, places=True)
                states = tuple(a for a in found if self._actors[a].actor_kind == "state")
                if states or (states := self.located(token)):
                    return states
        return ()
