"""The pattern coder: from a reading to events, each with its reasons.

For each verb and noun that a pattern knows: who are the sides, what is its status, what does that make of it, when and
where. Tellings of one deed become one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.events.circumstances import Circumstances
from dragoman.events.contacts import channel_of, in_contact, when_and_where
from dragoman.events.cues import Cues, load_cues
from dragoman.events.event import Event, Evidence, Reason
from dragoman.events.matching import Match, matches
from dragoman.events.meant import Actors
from dragoman.events.merging import merge
from dragoman.events.patterns import Patterns, load_patterns
from dragoman.events.second_opinion import Adviser, SecondOpinion
from dragoman.events.sides import Sides
from dragoman.events.telling import Told, once, once_a_wish, tell
from dragoman.events.transform import Transforms, load_transforms
from dragoman.texts.document import content_id

_DIRECTED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})  # what two do together they do to somebody else


class Coder:
    """Codes readings under one codebook and one set of patterns."""

    def __init__(self, codebook: Codebook, patterns: Patterns | None = None, *, adviser: Adviser | None = None) -> None:
        """``adviser`` is asked about sentences between states on which no pattern speaks."""
        self.codebook = codebook
        self.patterns = patterns or load_patterns()
        self.cues: Cues = load_cues()
        self.transforms: Transforms = load_transforms()
        self.adviser = adviser
        self._second = SecondOpinion(adviser, codebook, self.cues, self.transforms) if adviser else None

    def code(self, reading: Reading, look: Circumstances, *, domestic: bool = False) -> tuple[Event, ...]:
        """Events of a document. ``domestic`` keeps those within one state too; else only dealings between states."""
        sentences = (i for i in sorted(reading.parsed) if not reading.sentences[i].boilerplate)
        found = once_a_wish(t for i in sentences for t in self._advised(reading, i, home=domestic))
        told = in_contact(found, reading, lambda t: look.speakers(t.sentence, t.match.trigger))
        events = [self._event(reading, t, look) for t in told if domestic or _between_states(reading, t)]
        return merge(events, reading)

    def told(self, reading: Reading, index: int, *, home: bool = False) -> Iterator[Told]:
        """What one sentence tells, each deed once. ``home``: deeds within one state too."""
        sides = Sides(reading, index, home=home)
        seen: set[tuple[object, ...]] = set()
        found = [self._first(met, sides, index) for met in matches(reading.parsed[index], sides, self.patterns)]
        for told in once(t for t in found if t is not None):
            key = (told.deed.event, told.deed.mode, frozenset(told.actors), frozenset(told.recipients))
            if key not in seen:
                seen.add(key)
                yield told

    def _advised(self, reading: Reading, index: int, *, home: bool) -> Iterator[Told]:
        """What the patterns tell; where that is nothing, what the adviser tells."""
        told = list(self.told(reading, index, home=home))
        yield from told
        if self._second is not None and not told:
            yield from self._second.told(reading, index)

    def _first(self, met: Iterable[Match], sides: Sides, index: int) -> Told | None:
        """The first of several patterns that finds its sides."""
        tellings = (tell(match, sides, index, self.cues, self.transforms) for match in met)
        return next((told for told in tellings if told is not None), None)

    def _event(self, reading: Reading, told: Told, look: Circumstances) -> Event:
        pattern, deed, sentence, trigger = told.match.pattern, told.deed, told.sentence, told.match.trigger
        actors, recipients, symmetric = _turned(told)
        clause, date, place = look.clause(sentence, trigger), *when_and_where(told, look)
        attribution = look.attribution(sentence, trigger)
        own = pattern.channel if deed.event == pattern.event else None
        content = (deed.event, deed.mode, deed.cameo, actors, recipients, clause.start, clause.end, deed.status)
        return Event(
            id=content_id("e", reading.document.id, *content),
            document=reading.document.id,
            event=deed.event,
            mode=deed.mode,
            contexts=look.contexts(sentence),
            cameo=deed.cameo,
            goldstein=self.codebook.goldstein(deed.cameo),
            quad=self.codebook.quad(deed.event) if deed.event else None,
            actors=actors,
            recipients=recipients,
            third_parties=told.third_parties,
            symmetric=symmetric,
            date=date,
            place=place,
            channel=look.channel(sentence, trigger, deed.event, own or channel_of(told, published=look.release)),
            level=look.levels(deed.event, actors, recipients, attribution),
            status=deed.status,
            evidence=(Evidence(clause), *((Evidence(date.words, "date"),) if date.words else ())),
            attribution=attribution,
            coded_by=told.by,
            confidence=pattern.weight,
            reasons=_reasons(told, date.how),
        )


def _turned(told: Told) -> tuple[Actors, Actors, bool]:
    """(actors, recipients, whether all act): a host receives the visitor who acts, parties to a meeting all act."""
    pattern, deed = told.match.pattern, told.deed
    if pattern.sides == "symmetric" and not deed.by_governor and deed.event != "REJECT":
        return (*told.actors, *told.recipients), (), True
    if pattern.sides in ("host", "suffered") and deed.event == pattern.event and told.recipients:
        return told.recipients, told.actors, False
    return told.actors, told.recipients, False


def _reasons(told: Told, how: str) -> tuple[Reason, ...]:
    pattern, noun = told.match.pattern, told.match.noun
    words = told.match.trigger.text + (f" {noun.text}" if noun is not None else "")
    met = f"“{words}” meets the pattern {pattern.id}"
    if told.advised:
        met = f"no pattern speaks; the model {pattern.id} is {pattern.weight:.0%} sure (verb or noun: “{words}”)"
    found = [Reason("event", met), Reason("status", told.modality.why)]
    if told.deed.event != pattern.event:
        found.append(Reason("event", f"{pattern.event} {told.modality.why} is {told.deed.event}"))
    if how:
        found.append(Reason("date", how))
    return tuple(found)


def _between_states(reading: Reading, told: Told) -> bool:
    """Whether two states or bodies deal with each other. Whom two accuse or call upon together is a third."""
    if told.deed.event in _DIRECTED and not told.recipients:
        return False
    parties = [reading.actors[a] for a in (*told.actors, *told.recipients)]
    known = {p.country or p.id for p in parties if p.country or p.actor_kind == "body" or p.cameo}
    return len(known) >= 2
