"""Deeds at home: whose they are where a side is not named, or is named without its state.

Within one state reports leave it out: "police arrested the editor", "students marched", "rebels burned the mill".
CAMEO gives such actors the state of the place, else that of the other side, and so is it here. Only asked for with
``domestic``; between states nobody is supposed.
"""

from __future__ import annotations

import functools
from importlib.resources import files

import yaml

from dragoman.events.matching import Match
from dragoman.events.meant import Actors
from dragoman.events.sides import Sides
from dragoman.events.syntax import after, is_passive, subject
from dragoman.events.transform import Deed
from dragoman.texts.parsed import Token

# Deeds that hit somebody at home where no other is named: their own people, or their own government.
_INWARD = ("PROTEST", "COERCE", "CONCEDE", "ASSAULT")


def at_home(match: Match, deed: Deed, sides: Sides, actors: Actors, recipients: Actors) -> tuple[Actors, Actors]:
    """Both sides, with the state where they have none."""
    here = _here(match, sides)
    if not actors and _by_weapon(match, deed):
        actors = here
    elif actors and sides.stateless(actors):  # a person with a name may come from anywhere
        actors = here or (actors if sides.people(actors) else sides.state_of(recipients) or actors)
    inward = deed.event in _INWARD or deed.cameo.startswith("132") or sides.somebody(match.trigger)
    if actors and sides.stateless(recipients) and (recipients or inward):
        recipients = here or sides.state_of(actors) or recipients
    return actors, recipients


def _by_weapon(match: Match, deed: Deed) -> bool:
    """ "A landmine killed two", "were killed by a rocket", "died in an explosion": somebody did it."""
    return deed.event == "ASSAULT" and any(t.lemma_ in load_weapons() for t in _means(match.trigger))


def _means(trigger: Token) -> list[Token]:
    """What does it: the subject, or in the passive what it is done by or happens in."""
    if not trigger.tag_.startswith("V"):
        return []
    found = [t for word in ("by", "in", "with") for t in after(trigger, word)]
    doer = subject(trigger)
    return found if doer is None or is_passive(trigger) else [*found, doer]


@functools.cache
def load_weapons() -> frozenset[str]:
    """Lemmas of things and happenings that do harm because somebody wants it (``weapons.yaml``)."""
    return frozenset(yaml.load((files("dragoman.codebook") / "data/weapons.yaml").read_bytes(), yaml.CSafeLoader))


def _here(match: Match, sides: Sides) -> Actors:
    """Where it was done: by a place of the deed, of what did it ("a bomb near Basra"), or of a clause beside it."""
    trigger = match.trigger
    beside = (c for c in trigger.children if c.dep_ == "advcl")
    return sides.located(trigger, match.noun, *_means(trigger), *beside)
