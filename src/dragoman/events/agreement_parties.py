"""Between whom an agreement is, or on whom a regime lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import Agreements, Stage
from dragoman.events.agreement_governors import Governor, governors
from dragoman.events.agreement_mentions import Found
from dragoman.events.sides import Sides
from dragoman.events.syntax import after, agent, is_passive, modifiers, subject
from dragoman.texts.parsed import Token

_BESIDE = {
    "agreement": ("between", "among", "with", "by"),
    "sanctions": ("on", "against", "upon", "by", "of", "from", "targeting"),
    "embargo": ("on", "against", "upon", "by"),
    "loan": ("for", "to", "from", "by"),
    "ceasefire": ("between", "with", "in", "among"),
    "exchange": ("between", "with", "among"),
    "membership": ("of", "by"),
}
_OF_VERB = {
    "agreement": ("between", "with", "among"),
    "sanctions": ("on", "against", "upon"),
    "embargo": ("on", "against", "upon"),
    "loan": ("to", "for", "from"),
    "ceasefire": ("with", "between", "in"),
    "exchange": ("with", "between"),
    "membership": (),
}
# Whoever does this with an agreement is one of its parties; who does the rest may be anybody.
_PARTY_STEPS = frozenset({"agreed", "signed", "negotiating", "proposed", "extended", "withdrawn", "ended", "suspended"})
_BYSTANDING = frozenset(
    "broker mediate endorse announce welcome support back oppose block veto approve favor favour".split()
)
# Of a ceasefire those who fight are parties.
_FIGHTING = frozenset("declare observe respect honor honour uphold violate breach break accept reject agree".split())
# Of regimes only those who lay them on or take them off are parties.
_IMPOSING = frozenset(
    "impose re-impose reimpose slap announce introduce levy place put tighten expand toughen broaden strengthen lift "
    "remove ease maintain keep drop terminate have".split()
)


class Parties:
    """Looks for the states behind each mention in one document."""

    def __init__(self, reading: Reading, agreements: Agreements) -> None:
        self._reading, self._agreements = reading, agreements
        self._sides: dict[int, Sides] = {}
        self._pair: tuple[str, ...] | None = None

    def explicit(self, found: Found) -> tuple[tuple[str, ...], frozenset[str]]:
        """The states that the phrase and its verb name (ISO3, in order), and the names of others who take part."""
        if found.head is None:
            return (), frozenset()
        head = self._reading.parsed[found.sentence][found.head]
        sides = self._side(found)
        actors: list[str] = []
        for token in self._tokens(head, found):
            actors += sides.meant(token, places=found.family in ("ceasefire", "sanctions", "embargo"))
        near = self._adjectives(found.sentence, [head, *modifiers(head)])
        countries, bodies = self._countries([*near, *actors])
        return countries, bodies | self._unknown_partner(found.sentence, head)

    def _unknown_partner(self, sentence: int, head: Token) -> frozenset[str]:
        """ "The Iran-Eurasia agreement": the other side is named, but is no state."""
        at = {i for m in self._reading.mentions.get(sentence, ()) if m.actors for i in range(m.start, m.end)}
        names = [t for t in modifiers(head) if t.tag_ == "NNP"]
        return frozenset(
            (b if a.i in at else a).lower_
            for a in names
            for b in names
            if b.i == a.i + 2 and head.doc[a.i + 1].text in ("-", "–") and (a.i in at) != (b.i in at)
        )

    def _tokens(self, head: Token, found: Found) -> Iterator[Token]:
        over = [g for g in governors(head) if g.token.tag_.startswith("V") and self._step(g, found)]
        for governor in over:
            verb = governor.token
            doer = agent(verb) if is_passive(verb) else subject(verb)
            if doer is not None and doer.i != head.i and not governor.subject and self._is_party(governor, found):
                yield doer
            if found.family == "membership":
                yield from (c for c in verb.children if c.dep_ == "nsubjpass")  # "was suspended from the Union"
            yield from (c for c in verb.children if c.dep_ == "dative")  # "offered Mexico a health agreement"
        for token, words in ((head, _BESIDE), *((g.token, _OF_VERB) for g in over)):
            for word in words[found.family]:
                yield from after(token, word)

    def _step(self, governor: Governor, found: Found) -> Stage | None:
        keys = (self._agreements.stage(found.family, key, subject=governor.subject) for key in governor.keys)
        return next((stage for stage in keys if stage is not None), None)

    def _is_party(self, governor: Governor, found: Found) -> bool:
        """Whether who does this is bound by the agreement, or binds with it."""
        if found.family in ("sanctions", "embargo"):
            return bool(_IMPOSING.intersection(governor.keys))
        lemma = governor.token.lemma_
        if lemma == "have" or (found.family == "ceasefire" and lemma in _FIGHTING):
            return True
        if lemma in _BYSTANDING or (found.family == "membership" and lemma == "ratify"):
            return False
        # who seeks, gains or loses a membership or a loan is one too
        return found.family in ("membership", "loan", "exchange") or self._step(governor, found) in _PARTY_STEPS

    def _adjectives(self, sentence: int, tokens: Iterable[Token]) -> list[str]:
        """ "the US sanctions", "Tehran-Moscow agreements", "their treaty" """
        at = {t.i for t in tokens}
        found = [m for m in self._reading.mentions.get(sentence, ()) if m.actors and m.form != "place" and m.head in at]
        return [actor for m in sorted(found, key=lambda m: m.start) for actor in m.actors]

    def _countries(self, actors: Iterable[str]) -> tuple[tuple[str, ...], frozenset[str]]:
        known = [self._reading.actors[a] for a in actors if a in self._reading.actors]
        countries = tuple(dict.fromkeys(a.country for a in known if a.country))
        return countries, frozenset(a.name.lower() for a in known if a.country is None and a.actor_kind == "body")

    # ------------------------------------------------------------------ where the phrase leaves them out

    def inferred(self, found: Found, explicit: tuple[str, ...]) -> tuple[str, ...]:
        """The two states that the sentence names, else the two that the document is about, if they fit.

        A phrase that says between whom leaves nothing out; "the deal" alone is too little to guess from.
        """
        if found.head is not None and any(after(self._reading.parsed[found.sentence][found.head], "between")):
            return explicit
        here = self.named_in(found.sentence)
        for pair in (here, self.pair() if found.topics or explicit or not found.old or found.plural else ()):
            if len(pair) == 2 and set(explicit) <= set(pair):
                return tuple(pair)
        return explicit

    def target_known(self, found: Found) -> bool:
        """Whether the phrase says on whom a regime lies."""
        if found.head is None:
            return False
        head = self._reading.parsed[found.sentence][found.head]
        words = (*_OF_VERB[found.family],)
        return any(self._countries(self._side(found).meant(t, places=True))[0] for w in words for t in after(head, w))

    def _side(self, found: Found) -> Sides:
        if found.sentence not in self._sides:
            self._sides[found.sentence] = Sides(self._reading, found.sentence)
        return self._sides[found.sentence]

    def named_in(self, sentence: int) -> tuple[str, ...]:
        """The states that a sentence names, by those who act or are spoken of; places do not."""
        mentions = [m for m in self._reading.mentions.get(sentence, ()) if m.form != "place"]
        return self._countries(actor for m in mentions for actor in m.actors)[0]

    def pair(self) -> tuple[str, ...]:
        """The two states that most of a document's mentions are of; empty where there are no such two."""
        if self._pair is None:
            counts = Counter(
                self._reading.actors[actor].country
                for mentions in self._reading.mentions.values()
                for m in mentions
                if m.form != "place"
                for actor in m.actors
                if actor in self._reading.actors and self._reading.actors[actor].country
            )
            ranked = counts.most_common(3)
            third = ranked[2][1] if len(ranked) > 2 else 0
            clear = len(ranked) > 1 and ranked[1][1] >= 2 * third
            self._pair = tuple(str(country) for country, _ in ranked[:2]) if clear else ()
        return self._pair

    def named(self) -> frozenset[str]:
        """All states of the document."""
        return frozenset(
            country
            for mentions in self._reading.mentions.values()
            for m in mentions
            for country in self._countries(m.actors)[0]
        )
