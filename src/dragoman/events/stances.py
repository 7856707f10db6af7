"""Stances: how what was said stands toward each state, and each body of no country, that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dragoman.actors.actor import Mention
from dragoman.actors.reading import Reading
from dragoman.codebook.leanings import Leanings
from dragoman.events.event import Stance, StanceValue
from dragoman.events.leaning import Voice, leanings
from dragoman.events.said import Said, sentences_of
from dragoman.texts.document import Span

_VALUES: dict[bool, StanceValue] = {True: "supportive", False: "critical"}
Target = tuple[str | None, str | None]  # state and body, as in ``Stance``


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in what was said: ``state`` or ``body`` as in ``Stance``."""

    mention: Mention
    state: str | None = None
    body: str | None = None


def named(reading: Reading, said: Said) -> Iterator[Named]:
    """States by their own name, people and bodies; bodies of no country. Places and pronouns speak of nobody."""
    for index in sentences_of(reading, said):
        for mention in reading.mentions.get(index, ()):
            if mention.form not in ("pronoun", "place") and any(piece.holds(mention.span) for piece in said.content):
                for actor in filter(None, map(reading.actors.get, mention.actors)):
                    if actor.country is not None:
                        yield Named(mention, state=actor.country)
                    elif actor.actor_kind == "body":
                        yield Named(mention, body=actor.id)


def find_stances(
    reading: Reading, said: Said, words: Leanings, *, speakers: Sequence[str], within: Sequence[Said]
) -> tuple[Stance, ...]:
    """One for each state and body named, in their order. ``within`` are the statements reported inside this one: what
    others say of somebody is not the speaker's stand."""
    own = {reading.actors[a].country for a in speakers if a in reading.actors} - {None}
    places: dict[Target, list[Span]] = {}
    signs: dict[Target, dict[Span, int]] = {}
    for one in named(reading, said):
        target = (one.state, one.body)
        places.setdefault(target, []).append(one.mention.span)
        signs.setdefault(target, {})
        if not any(piece.holds(one.mention.span) for other in within for piece in other.content):
            signs[target] |= _signs(reading, said, one, words, own)
    return tuple(_stance(target, spans, signs[target]) for target, spans in places.items())


def _signs(reading: Reading, said: Said, one: Named, words: Leanings, own: Set[str | None]) -> dict[Span, int]:
    """Places of the words that lean, within what was said or its cue."""
    index = one.mention.sentence
    doc = reading.parsed[index]
    if doc[-1].text == "?" or any(t.text == "?" for t in doc[-2:]):
        return {}
    here = said.sentence == index
    mine = frozenset(
        m.head
        for m in reading.mentions[index]
        for a in m.actors
        if a in reading.actors and reading.actors[a].country in own
    )
    voice = Voice(said.saying.head if here else None, said.saying.source if here else None, mine)
    found = {}
    for sign in leanings(doc[one.mention.head], words, voice):
        place = reading.span(index, sign.token, sign.token + 1)
        if place == said.cue or any(piece.holds(place) for piece in said.content):
            found[place] = sign.sign
    return found


def _stance(target: Target, places: Sequence[Span], signs: dict[Span, int]) -> Stance:
    total = sum(signs.values())
    if not total:
        return Stance("neutral", tuple(places), *target)
    shown = sorted(place for place, sign in signs.items() if sign * total > 0)
    return Stance(_VALUES[total > 0], tuple(shown), *target)
