"""Where a deed was done: the city or state that its words name, else where its people were on that day.

in Lima, at the Riga summit, visited Oslo            words that hang on the deed
a caption "… in Lima, May 4, 2019"                   where those who stand in it were on that day
spoke to the press on landing in Lima                where the speaker was
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.events.event import Place
from dragoman.events.event_time import clause, tense_of
from dragoman.events.syntax import subject
from dragoman.texts.document import Interval
from dragoman.texts.parsed import Token

Kind = Literal["deed", "contact", "said"]
"""A deed is where its object is, a contact where its occasion is ("a meeting in"); what is said may be of elsewhere."""
_AT = frozenset({"in", "at", "near", "off", "outside", "inside"})
_TRAVEL = frozenset("travel visit fly arrive go come return head".split())
# What people meet in or for: "on the sidelines of the summit in Geneva" is where they met.
_OCCASIONS = frozenset(
    "talk talks meeting meetings summit sideline sidelines margin margins conference session visit ceremony round "
    "consultation consultations negotiation negotiations headquarters forum congress assembly arrival trip speech "
    "interview gathering dialogue ministerial capital city".split()
)
_TOWNS = frozenset("city capital town port village resort island province region state".split())
# What somebody does where he is himself.
_PRESENT = frozenset(
    "meet hold visit travel arrive fly come address speak tell say attend sign host land open stay deliver talk".split()
)
_SMALL = frozenset({"capital", "city", "island"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A place that a sentence names: the token that carries the grammar, and whether it is no larger than a city."""

    token: int
    place: Place
    small: bool


class Places:
    """Looks for the places of one document's deeds. ``day`` tells when a verb of a sentence was done."""

    def __init__(self, reading: Reading, codebook: Codebook, day: Callable[[int, Token], Interval]) -> None:
        self._reading, self._codebook, self._day = reading, codebook, day
        self._names = tuple(codebook.sites.by_name)
        self._seen: dict[int, tuple[_Named, ...]] = {}
        self._known: Mapping[str, list[tuple[str, Place]]] | None = None

    def of(self, sentence: int, trigger: Token, kind: Kind) -> Place | None:
        """The place in the words that hang on a deed."""
        best: tuple[tuple[bool, int], Place] | None = None
        for named in self._named(sentence):
            if not named.small and trigger.doc[named.token].dep_ in ("compound", "nmod"):
                continue  # "Iran-Russia talks"
            steps = _steps(trigger.doc[named.token], trigger, kind)
            if steps is not None and (best is None or (not named.small, steps) < best[0]):
                best = (not named.small, steps), named.place
        return best[1] if best else None

    def of_people(self, people: Collection[str], date: Interval, known: Place | None) -> Place | None:
        """The city in which one of these people was on that day; within the state ``known``, if there is one."""
        if date.start is None or date.start != date.end:
            return known
        if self._known is None:
            self._known = self._whereabouts()
        found = (place for person in people for day, place in self._known.get(person, ()) if day == date.start)
        return next((p for p in found if known is None or known.country == p.country), known)

    def _whereabouts(self) -> Mapping[str, list[tuple[str, Place]]]:
        """Where the people of the document were, by actor, each place with its day."""
        found: dict[str, list[tuple[str, Place]]] = {}
        captions = {b.span for b in self._reading.document.boilerplate if b.kind == "caption"}
        for index in sorted(self._reading.parsed):
            shown = any(span.holds(self._reading.sentences[index].span) for span in captions)
            for named in self._named(index) if shown or not self._reading.sentences[index].boilerplate else ():
                for person, day in self._present(index, named, shown=shown) if named.small else ():
                    found.setdefault(person, []).append((day, named.place))
        return found

    def _present(self, index: int, named: _Named, *, shown: bool) -> Iterator[tuple[str, str]]:
        """Those who were at a place, and when: who does something there, and all whom a caption shows."""
        token = self._reading.parsed[index][named.token]
        verb = clause(token) if shown and _hangs_on(token) is not None else _done_at(token)
        if verb is None or tense_of(verb) == "future":
            return
        date = self._day(index, verb)
        doer = subject(verb)
        mention = self._reading.mention_at(index, doer.i) if doer is not None else None
        mentions = self._reading.mentions[index] if shown else (mention,) if mention is not None else ()
        people = (a for m in mentions for a in m.actors if self._reading.actors[a].actor_kind == "person")
        if date.start is not None and date.start == date.end:
            yield from ((person, date.start) for person in people)

    def _named(self, index: int) -> tuple[_Named, ...]:
        if index not in self._seen:
            self._seen[index] = tuple(self._find(index))
        return self._seen[index]

    def _find(self, index: int) -> Iterator[_Named]:
        """States and capitals that were found as mentions, and the gazetteer's places outside of people's names."""
        doc = self._reading.parsed[index]
        taken: set[int] = set()
        for m in self._reading.mentions.get(index, ()):
            if m.form in ("name", "title") and m.words not in self._codebook.sites.by_name:
                taken.update(range(m.start, m.end))
            actor = self._reading.actors[m.actors[0]] if m.form in ("place", "name") and m.actors else None
            if actor is not None and actor.actor_kind == "state":
                taken.update(range(m.start, m.end))
                yield _Named(m.head, self._place(m.words, actor.country, city=m.form == "place"), m.form == "place")
        ids = (a for m in self._reading.mentions.get(index, ()) for a in m.actors)
        countries = {self._reading.actors[a].country for a in ids}
        for i, start, end in _automaton(self._names).find_matches_as_indexes(doc.text):
            words, site = doc.over(start, end), self._codebook.sites.of(self._names[i], countries)
            whole = words[0].idx == start and words.text == self._names[i]
            if whole and site and site.kind != "state" and taken.isdisjoint(t.i for t in words):
                place = Place(self._names[i], site.country, site.latitude, site.longitude)
                yield _Named(words.root.i, place, site.kind in _SMALL)

    def _place(self, name: str, country: str | None, *, city: bool) -> Place:
        """A place with its coordinates: of its name if that is listed, else of its state's capital or middle."""
        sites, state = self._codebook.sites, self._codebook.states.get(country or "")
        capital = sites.of(state.capital, (country,)) if city and state and state.capital else None
        site = sites.of(name, (country,))
        if site is None or site.country != country:
            site = capital or sites.states.get(country or "")
        return Place(name, country, site.latitude, site.longitude) if site else Place(name, country)


def _hangs_on(token: Token) -> Token | None:
    """The word that a place hangs on: "met in Moscow", "the Riga summit", "flew to Oslo", "visited Lima"."""
    while token.dep_ in ("appos", "conj") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _TOWNS:
        token = token.head.head  # "in the Swiss city of Lausanne"
    head = token.head
    if token.dep_ in ("compound", "nmod"):
        return head if head.lower_ in _OCCASIONS else None
    if token.dep_ == "dobj":
        return head if head.lemma_ == "visit" else None
    if token.dep_ != "pobj":
        return None
    moved = head.lower_ in ("to", "of") and (head.head.lemma_ in _TRAVEL or head.head.lower_ in _OCCASIONS)
    return head.head if head.lower_ in _AT or moved else None


def _climb(token: Token) -> Iterator[Token]:
    """The words above a place, from the one that it hangs on, for as long as they are occasions, prepositions and names
    ("met with Ann Berg in Geneva")."""
    site = _hangs_on(token)
    while site is not None:
        yield site
        upward = site.dep_ == "prep" or site.lower_ in _OCCASIONS or (site.tag_ == "NNP" and site.dep_ == "pobj")
        site = site.head if upward and site.head.i != site.i else None


def _steps(token: Token, trigger: Token, kind: Kind) -> int | None:
    """How far from the deed its place stands; ``None`` where it is not the deed's."""
    for steps, site in enumerate(_climb(token)):
        if site.i == trigger.i:
            return steps
        aim = trigger.dep_ in ("advcl", "xcomp") and site.lemma_ in _TRAVEL  # "flew to Lima to sign it"
        if site.i == trigger.head.i and (aim or (trigger.tag_.startswith("N") and trigger.dep_ != "conj")):
            return steps + 1
        if kind == "deed" and site.tag_.startswith("N") and trigger.i in (site.head.i, site.head.head.i):
            return steps + 2  # "bombed a market in Idlib"
        if kind == "said" and site.dep_ == "dobj":
            return None  # "called for talks in Geneva" elsewhere
    return None


def _done_at(token: Token) -> Token | None:
    """The verb that somebody does at a place himself."""
    return next((site for site in _climb(token) if site.lemma_ in _PRESENT and site.tag_.startswith("V")), None)


@functools.lru_cache(maxsize=2)
def _automaton(names: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
