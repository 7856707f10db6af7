"""The two sides of a deed: from tokens of the sentence to the actors they mean."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.events.meant import Actors, Meant
from dragoman.events.patterns import Pattern
from dragoman.events.syntax import after, agent, child, is_passive, modifiers, objects, subject
from dragoman.texts.parsed import Token

# What one does with one's own deed: "launched an attack", "continued negotiations", "announced the release".
_LIGHT = frozenset(
    "make do have hold launch begin start conduct continue carry complete conclude end finish resume pay give take "
    "stage mount undertake announce order confirm plan lead open keep increase expand step speed intensify extend "
    "renew issue send receive express voice impose".split()
)

# What is done to tell somebody something: "called the president to congratulate him".
_CONVEYING = frozenset("call phone telephone write summon message send meet visit contact ring address deliver".split())


class Sides(Meant):
    """Who stands where round the deeds of one sentence."""

    # ---------------------------------------------------------------- of a verb

    def actor_of_verb(self, verb: Token) -> Actors:
        """Who does it: the subject, or the agent of a passive."""
        if is_passive(verb):
            by = agent(verb)
            return self.meant(by) if by is not None else ()
        doer = subject(verb)
        if doer is None or doer.i == verb.i:
            return ()
        return self.meant(doer) or self._speaker(doer, verb)

    def _speaker(self, doer: Token, verb: Token) -> Actors:
        """ "Iraq said it would free them": the unknown "it" of what is said is who says it. "Shot a guard when they
        stormed the bank": that of a clause beside the deed is who did the deed. "Sent a telegram threatening to
        strike": who sent it threatens."""
        if verb.dep_ == "acl" and doer.dep_ == "dobj" and doer.head.lemma_ in _CONVEYING:
            return self.actor_of_verb(doer.head)
        said = next((v for v in (verb, *verb.ancestors) if v.dep_ in ("ccomp", "advcl")), None)
        if doer.lower_ not in ("it", "they", "he", "she", "we") or said is None or not said.head.tag_.startswith("V"):
            return ()
        teller = child(said.head, "nsubj")
        return self.meant(teller) if teller is not None and teller.i != doer.i else ()

    def other_of_verb(self, pattern: Pattern, verb: Token, noun: Token | None, not_these: Actors) -> Actors:
        """The other side, along the paths of the pattern, first that leads to somebody new."""
        strict = pattern.sides in ("visit", "host")
        group: Actors = ()
        for path in pattern.to:
            for token in self._along(path, verb, noun):
                if strict and token.i not in self._at and token.i not in self._near:
                    continue
                actors = tuple(a for a in self.meant(token, places=pattern.sides == "visit") if a not in not_these)
                if actors and not self._stateless.issuperset(actors):
                    return actors
                group = group or actors
        return group

    def deep_within(self, verb: Token, not_these: Actors) -> Actors:
        """The first other state or body anywhere in what is promised, demanded or threatened: "promised to keep
        sending grain to drought-stricken Malawi". Conditions and reasons are left out."""
        inner = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "dobj", "prep", "dative")]
        for token in (t for c in inner for t in c.subtree):
            if any(
                a.dep_ in ("advcl", "relcl") and a in verb.subtree for a in (token, *token.ancestors) if a.i > verb.i
            ):
                continue
            found = tuple(a for a in self._one(token, places=False, depth=3) if a not in not_these)
            if found and token.tag_.startswith(("N", "J")) and not self._stateless.issuperset(found):
                return found
        return ()

    def of_condition(self, verb: Token, not_these: Actors) -> Actors:
        """ "threatened to stop the talks if Chad fires again": whom the condition of a threat is put to."""
        clauses = (t for top in (verb, verb.head) for t in top.subtree if t.dep_ == "advcl")
        doers = (
            subject(c) for c in clauses if any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in c.children)
        )
        named = (tuple(a for a in self.meant(d) if a not in not_these) for d in doers if d is not None)
        return next((found for found in named if found), ())

    def conveyed(self, verb: Token, not_these: Actors) -> Actors:
        """ "Called the president to apologise", "sent a telegram threatening to strike": to whom it was conveyed."""
        if verb.dep_ not in ("advcl", "xcomp", "acl") or verb.tag_ not in ("VB", "VBG"):
            return ()
        bearer = verb.head.head if verb.head.tag_.startswith("N") else verb.head
        if bearer.lemma_ not in _CONVEYING:
            return ()
        told = (t for word in ("to", "with", "on") for t in after(bearer, word))
        others = (*objects(bearer), *self._along("dative", bearer, None), *told, *after(verb.head, "to"))
        found = (tuple(a for a in self.meant(t) if a not in not_these) for t in others)
        return next((actors for actors in found if actors), ())

    def of_cause(self, verb: Token, not_these: Actors) -> Actors:
        """Against whom people protest: "demanding that Chad pay", "to protest the French visit", "in defiance of"."""
        causes = [c for c in verb.children if c.dep_ in ("advcl", "xcomp", "acl") and c.tag_ in ("VB", "VBG")]
        causes += [p for c in verb.children if c.lower_ in ("against", "over", "at") for p in c.children]
        causes += [p for p in after(verb, "in") if p.lemma_ in ("protest", "defiance", "opposition", "response")]
        for token in (t for c in causes for t in c.subtree if t.tag_.startswith(("N", "J"))):
            found = tuple(a for a in self._one(token, places=False) if a not in not_these)
            if found and not self._stateless.issuperset(found):
                return found
        return ()

    def _along(self, path: str, verb: Token, noun: Token | None) -> Iterator[Token]:
        first, _, rest = path.partition(".")
        if first == "object":
            for o in [noun] if noun is not None else objects(verb):
                if rest:
                    yield from _round_object(o, rest)
                elif noun is None or self.named(noun):
                    yield o
        elif first == "dative":
            yield from (c for c in verb.children if c.dep_ == "dative" and c.tag_ != "IN")
        elif first == "clause":
            yield from _clause_subjects(verb)
        else:
            yield from after(verb, first)
            if noun is not None:
                yield from after(noun, first)
                # "held talks with": the preposition may hang on a verb's other dependent
            # "pushed them back to Turkey"
            yield from (t for c in verb.children if c.dep_ in ("prt", "advmod") for t in after(c, first))

    def between(self, *words: Token | None) -> Actors:
        """All who are named after "between" or "among": they act together."""
        tokens = [t for word in ("between", "among") for one in words if one is not None for t in after(one, word)]
        return tuple(dict.fromkeys(a for t in tokens for a in self.meant(t)))

    def sender(self, noun: Token, bearer: Actors) -> Actors:
        """Who sent what the bearer brings: "a message from the president", "the president's letter"."""
        owner = child(noun, "poss")
        for token in (*after(noun, "from"), *after(noun.head, "from"), *([owner] if owner is not None else ())):
            found = tuple(a for a in self.meant(token) if a not in bearer)
            if found:
                return found
        return ()

    # ---------------------------------------------------------------- of a noun

    def sides_of_noun(self, pattern: Pattern, noun: Token) -> tuple[Actors, Actors]:
        """(actors, others) of "Iran's condemnation of the attack", "talks between X and Y", "the visit of X to Y"."""
        # "talks took place between X and Y"
        together = self.between(noun, noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None)
        if together:
            return together[:1], together[1:]
        doer, used_of = self._doer_of_noun(noun)
        ways = [
            w
            for w in ("with", "against", "to", "on", "at", "over", "toward", "towards", "for", "from")
            if w not in ("for", "from") or pattern.sides != "visit"
        ]
        if not used_of:
            ways.append("of")
        for word in ways:
            for token in after(noun, word):
                other = tuple(a for a in self.meant(token, places=pattern.sides == "visit") if a not in doer)
                if other:
                    return doer, other
        return doer, ()

    def _doer_of_noun(self, noun: Token) -> tuple[Actors, bool]:
        for token in after(noun, "by"):
            actors = self.meant(token)
            if actors:
                return actors, False
        joined: list[str] = []
        for modifier in modifiers(noun):
            owner = self._at.get(modifier.i) or self._near.get(modifier.i)
            if owner is not None and owner.form != "place":
                joined += owner.actors
        if joined:
            return tuple(dict.fromkeys(joined)), False
        own = self._at.get(noun.i)
        if own is not None and own.head == noun.i and not self._stateless.issuperset(own.actors):
            return own.actors, False  # "a Saudi-led strike", taken whole for somebody
        clause = self._clause_of(noun)
        if clause:
            return clause, False
        for token in after(noun, "of"):
            actors = self.meant(token)
            if actors:
                return actors, True
        return (), False

    def _clause_of(self, noun: Token) -> Actors:
        """ "In a call with Lind, Berg said": the subject of the clause the noun belongs to."""
        token = noun
        for _ in range(4):
            governor = token.head
            if governor.i == token.i:
                return ()
            if governor.i in self._at and token.dep_ == "prep":
                return self.meant(governor)
            if governor.tag_.startswith("V"):
                if token.dep_ in ("nsubj", "nsubjpass"):
                    by = agent(governor)
                    return self.meant(by) if by is not None else ()
                if token.dep_ == "dobj" and governor.lemma_ not in _LIGHT:
                    return ()  # "condemned the raid" is no raid of his
                doer = subject(governor)
                return self.meant(doer) if doer is not None else ()
            token = governor
        return ()


def _round_object(noun: Token, where: str) -> Iterator[Token]:
    """What stands round an object: its modifiers (``mod``), or what follows the preposition."""
    if where == "mod":
        yield from reversed(modifiers(noun))
        return
    for token in after(noun, where):
        yield token
        if token.tag_ == "VBG":  # "commitment to helping Chad"
            yield from objects(token)
    # "revived the duties that had been dropped against Chile"
    yield from (t for c in noun.children if c.dep_ in ("relcl", "acl") for t in after(c, where))


def _clause_subjects(verb: Token) -> Iterator[Token]:
    for c in verb.children:
        if c.dep_ in ("ccomp", "xcomp") or (c.dep_ == "advcl" and c.tag_ == "VB"):
            inner = child(c, "nsubj", "nsubjpass", "dobj")
            if inner is not None:
                yield inner
        elif c.dep_ == "prep":
            for gerund in c.children:
                if gerund.dep_ == "pcomp":
                    inner = child(gerund, "nsubj")
                    if inner is not None:
                        yield inner
