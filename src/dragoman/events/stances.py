"""Stances: how what was said stands toward each state, and each body of no country, that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors.actor import Mention
from dragoman.actors.reading import Reading
from dragoman.events.event import Stance
from dragoman.events.said import Said, sentences_of
from dragoman.texts.document import Span


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


def find_stances(reading: Reading, said: Said) -> tuple[Stance, ...]:
    """One for each state and body named, in their order."""
    places: dict[tuple[str | None, str | None], list[Span]] = {}
    for one in named(reading, said):
        places.setdefault((one.state, one.body), []).append(one.mention.span)
    return tuple(Stance("neutral", tuple(spans), state, body) for (state, body), spans in places.items())
