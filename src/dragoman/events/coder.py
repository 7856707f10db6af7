"""The pattern coder: from a reading to events, each with its reasons.

For each verb and noun that a pattern knows: who are the sides, what is its status, what does that make of it, when and
where. Sentences that give nothing say why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.events.circumstances import VERBAL, Circumstances
from dragoman.events.event import Event, Evidence, Reason
from dragoman.events.merging import merge
from dragoman.events.modality import Cues, Modality, judge, load_cues
from dragoman.events.patterns import ANYBODY, Pattern, Patterns, load_patterns
from dragoman.events.sides import Actors, Sides
from dragoman.events.syntax import after, child, complements, objects
from dragoman.events.transform import Deed, Transforms, load_transforms, transform
from dragoman.texts.document import content_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CODER = "patterns"
_WEAK = 0.6  # nouns of this weight or less ("attack") are told only where nothing else is
# "dozens of prisoners", "a group of soldiers": what is counted is meant.
_AMOUNTS = frozenset("dozen dozens hundred hundreds thousand thousands million billion number group batch series couple lot pair handful "
                     "shipment package consignment total score scores majority member members team tons tonnes ton tonne".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met at ``trigger`` (a verb, or a noun on its own); ``noun`` is the object a light verb carries."""

    pattern: Pattern
    trigger: Token
    noun: Token | None


@dataclass(frozen=True, slots=True)
class Told:
    """One deed as one clause tells it, before it becomes an event."""

    match: Match
    deed: Deed
    modality: Modality
    actors: Actors
    recipients: Actors
    sentence: int
    third_parties: Actors = ()
    contact_channel: str | None = None


class Coder:
    """Codes readings under one codebook and one set of patterns."""

    def __init__(self, codebook: Codebook, patterns: Patterns | None = None) -> None:
        self.codebook = codebook
        self.patterns = patterns or load_patterns()
        self.cues: Cues = load_cues()
        self.transforms: Transforms = load_transforms()

    def code(self, reading: Reading, *, domestic: bool = False) -> tuple[Event, ...]:
        """Events of a document. ``domestic`` keeps those within one state too; else only dealings between states."""
        circumstances = Circumstances(reading, self.codebook)
        told = [
            t for i in sorted(reading.parsed) if not reading.sentences[i].boilerplate for t in self.told(reading, i)
        ]
        told = list(in_contact(once_a_wish(told), reading))
        events = [self._event(reading, t, circumstances) for t in told if domestic or _between_states(reading, t)]
        return merge(events, reading)

    def told(self, reading: Reading, index: int) -> Iterator[Told]:
        """What one sentence tells."""
        sides = Sides(reading, index)
        seen: set[tuple[object, ...]] = set()
        found = [self._first(matches, sides, index) for matches in self.matches(reading.parsed[index], sides)]
        for told in _once(t for t in found if t is not None):
            key = (told.deed.event, told.deed.mode, frozenset(told.actors), frozenset(told.recipients))
            if key not in seen:
                seen.add(key)
                yield told

    def _first(self, matches: Iterable[Match], sides: Sides, index: int) -> Told | None:
        """The first of several patterns that finds its sides."""
        return next((told for match in matches if (told := self._tell(match, sides, index)) is not None), None)

    # ---------------------------------------------------------------- which pattern

    def matches(self, doc: Doc, sides: Sides) -> Iterator[list[Match]]:
        """For each verb and noun, the patterns it meets, most demanding first. Verbs come first, so that the noun a verb
        carries ("hold talks") is not told twice."""
        carried: set[int] = set()
        for token in doc:
            if token.tag_.startswith("V"):
                found = list(self._verb(token, sides))
                carried.update(match.noun.i for match in found if match.noun is not None)
                if found:
                    yield found
        for token in doc:
            if token.tag_.startswith("N") and token.i not in carried and token.lemma_ in self.patterns.by_noun:
                yield [Match(pattern, token, None) for pattern in self.patterns.by_noun[token.lemma_]]

    def _verb(self, verb: Token, sides: Sides) -> Iterator[Match]:
        for pattern in self.patterns.by_verb.get(verb.lemma_, ()):
            if pattern.particle and not any(
                c.dep_ in ("prt", "advmod", "prep") and c.lower_ == pattern.particle for c in verb.children
            ):
                continue
            if pattern.complements and not pattern.complements & set(complements(verb)):
                continue
            if pattern.objects:
                noun = self._object(pattern, verb, sides)
                if noun is not None:
                    yield Match(pattern, verb, noun)
            elif not pattern.prepositions or any(
                c.dep_ in ("prep", "dative") and c.lower_ in pattern.prepositions for c in verb.children
            ):
                yield Match(pattern, verb, None)

    def _object(self, pattern: Pattern, verb: Token, sides: Sides) -> Token | None:
        candidates = (
            [t for word in pattern.prepositions for t in after(verb, word)] if pattern.prepositions else objects(verb)
        )
        for token in candidates:
            counted = after(token, "of") if token.lemma_ in _AMOUNTS else ()
            for one in [token, *(c for c in token.children if c.dep_ == "conj"), *counted]:
                if one.lemma_ in pattern.objects or one.lower_ in pattern.objects:
                    return one
                if ANYBODY in pattern.objects and sides.named(one):
                    return one
        return None

    # ---------------------------------------------------------------- who, and what it comes to

    def _tell(self, match: Match, sides: Sides, sentence: int) -> Told | None:
        pattern, trigger = match.pattern, match.trigger
        modality = judge(trigger, self.cues)
        if trigger.tag_.startswith("N"):
            actors, recipients = sides.sides_of_noun(pattern, trigger)
        else:
            together = sides.between(trigger, match.noun) if pattern.sides == "symmetric" else ()
            actors = together[:1] or sides.actor_of_verb(trigger)
            recipients = together[1:] or sides.other_of_verb(pattern, trigger, match.noun, actors)
            if not actors and match.noun is not None:
                actors, of_noun = sides.sides_of_noun(pattern, match.noun)
                recipients = recipients or of_noun
        carrier: Actors = ()
        if pattern.carried and match.noun is not None:
            sender = sides.sender(match.noun, actors)
            actors, carrier = (sender, actors) if sender else (actors, ())
            recipients = tuple(a for a in recipients if a not in sender)
        deed = transform(pattern, modality, self.transforms)
        if deed is None:
            return None
        if deed.by_governor:
            actors, recipients = self._governed(deed, modality, sides, actors, recipients)
        recipients = tuple(a for a in recipients if a not in actors)
        if not actors or not (
            recipients or pattern.alone or len(actors) > 1 or deed.event in ("AGREE", "REQUEST", "THREATEN")
        ):
            return None
        return Told(match, deed, modality, actors, recipients, sentence, third_parties=carrier)

    def _governed(
        self, deed: Deed, modality: Modality, sides: Sides, actors: Actors, recipients: Actors
    ) -> tuple[Actors, Actors]:
        """The speaker of a call or refusal acts; those called upon are the other side."""
        speaker = self._speaker(modality.governor, sides)
        if not speaker:
            return actors, recipients
        rest = tuple(a for a in (*actors, *recipients) if a not in speaker)
        if deed.asks and modality.force == "demand":
            asked = tuple(a for a in actors if a not in speaker)
            return speaker, asked or rest
        return speaker, rest

    def _speaker(self, governor: Token | None, sides: Sides) -> Actors:
        for _ in range(5):
            if governor is None:
                return ()
            if governor.tag_.startswith("V"):
                actors = sides.actor_of_verb(governor)
                if actors or governor.dep_ == "ROOT":
                    return actors
            elif governor.tag_.startswith("N"):
                owner = child(governor, "poss")
                actors = sides.meant(owner) if owner is not None else ()
                if actors:
                    return actors
            if governor.head.i == governor.i:
                return ()
            governor = governor.head
        return ()

    # ---------------------------------------------------------------- the event

    def _event(self, reading: Reading, told: Told, circumstances: Circumstances) -> Event:
        pattern, deed = told.match.pattern, told.deed
        actors, recipients = told.actors, told.recipients
        symmetric = pattern.sides == "symmetric" and not deed.by_governor and deed.event != "REJECT"
        if symmetric:
            actors, recipients = (*actors, *recipients), ()
        elif pattern.sides == "host" and deed.event == pattern.event:
            actors, recipients = recipients or actors, actors if recipients else ()
        clause = circumstances.clause(told.sentence, told.match.trigger)
        date = circumstances.date(told.sentence, told.match.trigger, deed.status)
        evidence = (Evidence(clause), *((Evidence(date.words, "date"),) if date.words else ()))
        channel = pattern.channel if deed.event == pattern.event else told.contact_channel
        attribution = circumstances.attribution(told.sentence, told.match.trigger)
        event = Event(
            id="", document=reading.document.id, event=deed.event, mode=deed.mode,
            contexts=circumstances.contexts(told.sentence), cameo=deed.cameo, goldstein=self.codebook.goldstein(deed.cameo),
            quad=self.codebook.quad(deed.event) if deed.event else None, actors=actors, recipients=recipients, symmetric=symmetric, date=date,
            channel=circumstances.channel(told.sentence, deed.event, channel), level=circumstances.levels(deed.event, actors, recipients, attribution),
            status=deed.status, evidence=evidence, attribution=attribution,
            coded_by=f"pattern:{pattern.id}", confidence=pattern.weight, place=circumstances.place(told.sentence, told.match.trigger),
            third_parties=told.third_parties, reasons=_reasons(told, date.how),
        )  # fmt: skip
        return replace(
            event,
            id=content_id(
                "e",
                event.document,
                deed.event,
                deed.mode,
                deed.cameo,
                actors,
                recipients,
                clause.start,
                clause.end,
                deed.status,
            ),
        )


def _reasons(told: Told, how: str) -> tuple[Reason, ...]:
    pattern = told.match.pattern
    words = told.match.trigger.text + (f" {told.match.noun.text}" if told.match.noun is not None else "")
    found = [Reason("event", f"“{words}” meets the pattern {pattern.id}"), Reason("status", told.modality.why)]
    if told.deed.event != pattern.event:
        found.append(Reason("event", f"{pattern.event} {told.modality.why} is {told.deed.event}"))
    if how:
        found.append(Reason("date", how))
    return tuple(found)


def _once(told: Iterable[Told]) -> list[Told]:
    """ "Threatened to break relations with Russia" is one threat: the governing verb and the governed deed are told
    together, by the one that knows the other side. A weak noun beside another deed is its background."""
    found = list(told)
    dropped: set[int] = set()
    for whole in found:
        for part in found:
            governor = part.modality.governor
            words = (whole.match.trigger, whole.match.noun)
            if part is whole or governor is None or governor not in words or part.deed.event != whole.deed.event:
                continue
            dropped.add(id(part) if whole.recipients else id(whole))
    weak = [t for t in found if t.match.trigger.tag_.startswith("N") and t.match.pattern.weight <= _WEAK]
    if len(weak) < len(found):
        dropped.update(id(t) for t in weak if not t.match.pattern.governed)
    return [t for t in found if id(t) not in dropped]


def once_a_wish(told: Iterable[Told]) -> Iterator[Told]:
    """ "The need to promote cooperation and to continue talks between X and Y" is one wish: the part that names most leads."""
    wishes: dict[tuple[int, int], Told] = {}
    order: list[Told | tuple[int, int]] = []
    for one in told:
        governor = one.modality.governor
        if governor is None or one.deed.event != "AGREE" or not one.deed.asks:
            order.append(one)
            continue
        key = (one.sentence, governor.i)
        if key not in wishes:
            order.append(key)
        if key not in wishes or len(one.recipients) > len(wishes[key].recipients):
            wishes[key] = one
    yield from (wishes[o] if isinstance(o, tuple) else o for o in order)


def in_contact(told: Iterable[Told], reading: Reading) -> Iterator[Told]:
    """What is said in a call or meeting is said to the other side, and through that channel."""
    parties: Actors = ()
    channel: str | None = None
    # Within a sentence the contact is known before what is said in it, wherever it stands.
    for one in sorted(told, key=lambda t: (t.sentence, t.deed.event != "CONSULT")):
        if one.deed.event == "CONSULT":
            both = (*one.actors, *one.recipients)
            if len({reading.actors[a].country for a in both}) > 1:
                parties, channel = both, one.match.pattern.channel
        elif parties and set(one.actors) & set(parties) and one.deed.event in VERBAL:
            home = {reading.actors[a].country for a in one.actors}
            others = tuple(a for a in parties if reading.actors[a].country not in home)
            one = replace(one, recipients=one.recipients or (others if one.deed.event == "AGREE" else ()), contact_channel=channel)  # noqa: PLW2901
        yield one


def _between_states(reading: Reading, told: Told) -> bool:
    """Whether two states or bodies deal with each other, or one acts alone where it may."""
    parties = {a: reading.actors[a] for a in (*told.actors, *told.recipients)}
    known = {
        p.country or p.id
        for p in parties.values()
        if p.country or p.actor_kind == "body" or (p.cameo and p.actor_kind != "person")
    }
    if len(known) >= 2:
        return True
    return False
