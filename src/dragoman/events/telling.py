"""Telling: what a met pattern says in its clause. Who acts on whom, with which status, what it makes of the deed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.events.circumstances import VERBAL
from dragoman.events.cues import Cues, Modality
from dragoman.events.home import at_home
from dragoman.events.matching import Match
from dragoman.events.meant import Actors
from dragoman.events.modality import judge
from dragoman.events.sides import Sides
from dragoman.events.syntax import child, is_passive, subject
from dragoman.events.transform import Deed, Transforms, transform
from dragoman.texts.parsed import Token

_WEAK = 0.6  # nouns of this weight or less ("attack") are told only where nothing else is
_ALONE = ("AGREE", "REQUEST", "THREATEN")  # talk that need not name whom it is meant for
# Their other side may stand deep in the clause.
_REACHING = (*_ALONE, "REJECT", "SANCTION", "ACCUSE", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE")
_CLIMB = 5  # how many words up the tree the speaker of a call may stand


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
    reached: bool = False
    """Whether the other side was only found deep in the clause."""
    contact: Told | None = None
    """The call, meeting or visit in which it was said."""
    advised: bool = False
    """Whether a learned model tells it, and no pattern."""

    @property
    def by(self) -> str:
        """What coded it: ``pattern:contact.call`` or ``model:relation-1``."""
        return f"{'model' if self.advised else 'pattern'}:{self.match.pattern.id}"


def tell(match: Match, sides: Sides, sentence: int, cues: Cues, transforms: Transforms) -> Told | None:
    """What the match tells; ``None`` where nobody acts, or where nothing is to be put on record."""
    pattern, modality = match.pattern, judge(match.trigger, cues, match.noun)
    deed = transform(pattern, modality, transforms)
    if deed is None:
        return None
    actors, recipients = _sides(match, sides)
    carrier: Actors = ()
    if pattern.carried and match.noun is not None:
        sender = sides.sender(match.noun, actors)
        actors, carrier = (sender, actors) if sender else (actors, ())
    if deed.by_governor:
        actors, recipients = _governed(deed, modality, sides, actors, recipients)
    recipients = tuple(a for a in recipients if a not in actors)
    if not recipients and deed.event in VERBAL:
        recipients = sides.conveyed(match.trigger, actors)
    if not recipients and deed.event == "PROTEST":
        recipients = sides.of_cause(match.trigger, actors)
    if not recipients and pattern.located and deed.event == pattern.event:
        recipients = tuple(a for a in sides.located(match.trigger, match.noun) if a not in actors)
    reached: Actors = ()
    if not recipients and deed.event in _REACHING and len(actors) == 1 and match.trigger.tag_.startswith("V"):
        condition = sides.of_condition(match.trigger, actors) if deed.event == "THREATEN" else ()
        reached = condition or sides.deep_within(match.trigger, actors)
    recipients = recipients or reached
    if sides.home:
        actors, recipients = at_home(match, deed, sides, actors, recipients)
    told = Told(match, deed, modality, actors, recipients, sentence, carrier, reached=bool(reached))
    several = len(actors) > 1 and pattern.sides == "symmetric"
    enough = told.recipients or several or pattern.alone or deed.event in _ALONE
    return told if actors and enough else None


def _sides(match: Match, sides: Sides) -> tuple[Actors, Actors]:
    pattern, trigger, noun = match.pattern, match.trigger, match.noun
    if trigger.tag_.startswith("N"):
        return sides.sides_of_noun(pattern, trigger)
    doer = subject(trigger)
    together = sides.between(trigger, noun, doer) if pattern.sides == "symmetric" else ()
    actors = together[:1] or sides.actor_of_verb(trigger)
    recipients = together[1:] or sides.other_of_verb(pattern, trigger, noun, actors)
    if not actors and noun is not None and (doer is None or doer == noun or is_passive(trigger)):
        actors, of_noun = sides.sides_of_noun(pattern, noun)
        recipients = recipients or of_noun
    return actors, recipients


def _governed(
    deed: Deed, modality: Modality, sides: Sides, actors: Actors, recipients: Actors
) -> tuple[Actors, Actors]:
    """The speaker of a call or refusal acts; those called upon are the other side."""
    speaker = _speaker(modality.governor, sides)
    if not speaker:
        return actors, recipients
    rest = tuple(a for a in (*actors, *recipients) if a not in speaker)
    asked = tuple(a for a in actors if a not in speaker) if deed.asks and modality.force == "demand" else ()
    return speaker, asked or rest


def _speaker(governor: Token | None, sides: Sides) -> Actors:
    """Who stands behind the governing word: its subject or possessor, or that of a word further up."""
    for _ in range(_CLIMB):
        if governor is None:
            return ()
        if governor.tag_.startswith("V"):
            actors = sides.actor_of_verb(governor)
        else:
            owner = child(governor, "poss")
            actors = sides.meant(owner) if owner is not None else ()
        if actors or governor.head.i == governor.i:
            return actors
        governor = governor.head
    return ()


def once(told: Iterable[Told]) -> list[Told]:
    """ "Threatened to close the consulate in Riga" is one threat: the governing verb and the governed deed are told
    together, by the one that knows the other side. A weak noun beside another deed is its background."""
    found = list(told)
    dropped: set[int] = set()
    for whole in found:
        for part in found:
            governor = part.modality.governor
            words = (whole.match.trigger, whole.match.noun)
            if part is whole or governor is None or governor not in words:
                dropped.update({id(part)} if part is not whole and _background(part, whole) else ())
                continue
            # "vowed to strike" is no promise, "called for sanctions on Chad" asks nothing of Chad
            if (whole.deed.event, part.deed.event) in (("AGREE", "THREATEN"), ("REQUEST", "ACCUSE")):
                dropped.add(id(whole))
                continue
            if part.deed.event != whole.deed.event:
                # "accepted the demand to free them": accepted, and no demand of its own
                dropped.update({id(part)} if part.deed.by_governor else ())
                continue
            known = bool(whole.recipients) and not whole.reached
            dropped.add(id(part) if known or not part.recipients else id(whole))
    left = [t for t in found if id(t) not in dropped]
    weak = [t for t in left if t.match.trigger.tag_.startswith("N") and t.match.pattern.weight <= _WEAK]
    if len(weak) < len(left):
        dropped.update(id(t) for t in weak if not t.match.pattern.governed)
    return [t for t in left if id(t) not in dropped]


def _background(part: Told, whole: Told) -> bool:
    """ "Eased the curbs laid on Chad": what is only told of another deed's noun; "the coalition fighting rebels
    declared a truce": of who does it."""
    trigger = part.match.trigger
    if trigger.dep_ == "acl" and trigger.tag_ == "VBG" and whole.match.trigger.tag_.startswith("V"):
        return trigger.head == subject(whole.match.trigger)
    return trigger.dep_ == "acl" and trigger.head == whole.match.noun and trigger.tag_ == "VBN"


def once_a_wish(told: Iterable[Told]) -> list[Told]:
    """ "The need to deepen trade and to go on meeting X" is one wish: the part that names most leads."""
    kept: dict[object, Told] = {}
    for one in told:
        governor = one.modality.governor
        wish = governor is not None and one.deed.event == "AGREE" and one.deed.asks
        key: object = (one.sentence, governor.i) if wish and governor is not None else id(one)
        if key not in kept or len(one.recipients) > len(kept[key].recipients):
            kept[key] = one
    return list(kept.values())
