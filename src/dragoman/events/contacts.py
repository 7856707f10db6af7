"""In which contact something was said (a call, a meeting, talks, a visit), and so when and where.

What is said in a contact is said to its other side, through its channel, on its day and at its place. It is said there
if a party says it, after the contact is told of, or if the parties say it together, wherever that stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dragoman.actors.reading import Reading
from dragoman.events.circumstances import VERBAL, Circumstances
from dragoman.events.event import Place
from dragoman.events.meant import Actors
from dragoman.events.telling import Told
from dragoman.texts.document import Interval

# Contacts in which people talk with each other. A letter is no talk, and what a visitor says he may say to anybody.
_TALKS = frozenset({"phone_call", "in_person_meeting", "negotiations", "consultations"})


def in_contact(told: Iterable[Told], reading: Reading, speakers: Callable[[Told], Actors]) -> Iterator[Told]:
    """Each telling with the contact that it was said in. ``speakers`` are those in whose words a deed is told."""
    # Within a sentence the contact is known before what is said in it, wherever it stands.
    ordered = sorted(told, key=lambda t: (t.sentence, t.deed.event != "CONSULT"))
    contacts = [t for t in ordered if t.deed.event == "CONSULT" and len(_states(_parties(t), reading)) > 1]
    talks = [t for t in contacts if t.match.pattern.channel in _TALKS]
    last: Told | None = None
    for one in ordered:
        yield _addressed(one, _contact_of(one, last, talks, speakers), reading)
        last = one if one in contacts and not (last and _same_talk(one, last)) else last


def channel_of(one: Told, *, published: bool) -> str | None:
    """The channel of the talk that something was said in. ``published``: the report is the release of a party, by which
    the support or agreement that it tells of is stated in public; what it wishes for stays in the talk."""
    channel = one.contact.match.pattern.channel if one.contact is not None else None
    return channel if channel in _TALKS and not (published and one.deed.status == "occurred") else None


def when_and_where(one: Told, look: Circumstances) -> tuple[Interval, Place | None]:
    """The deed's own day and place; else those of the contact in which it was said; else where its people were then."""
    trigger, contact = one.match.trigger, one.contact
    date, place = look.date(one.sentence, trigger, one.deed.status), look.place(one.sentence, trigger, one.deed.event)
    if contact is not None:
        then = look.date(contact.sentence, contact.match.trigger, contact.deed.status)
        if date.words is None and date.granularity == "open" and then.start:
            date = replace(then, basis="inferred", how=f"the day of the contact in which it was said: {then.how}")
        if date.start == then.start:
            place = place or look.place(contact.sentence, contact.match.trigger, contact.deed.event)
    talk = contact if contact is not None and one.deed.event in VERBAL else one
    if talk.deed.event == "CONSULT" and talk.match.pattern.channel == "phone_call":
        return date, None  # each is where he is
    return date, look.place_of_people(_there(one, look), date, place)


def _there(one: Told, look: Circumstances) -> Actors:
    """Those who must have been where it was done: the parties to a contact; who says something, and for whom."""
    if one.deed.event == "CONSULT":
        return _parties(one) if one.match.pattern.channel != "message_or_letter" else ()
    speakers = look.speakers(one.sentence, one.match.trigger) if one.deed.event in VERBAL else ()
    return (*one.actors, *look.of_states(speakers, one.actors)) if one.deed.event in VERBAL else ()


def _same_talk(one: Told, last: Told) -> bool:
    """ "Discussed trade in a call": told again, without saying how they talked."""
    return one.match.pattern.channel not in _TALKS and set(_parties(one)) == set(_parties(last))


def _contact_of(one: Told, last: Told | None, talks: Iterable[Told], speakers: Callable[[Told], Actors]) -> Told | None:
    if one.deed.event not in VERBAL:
        return None
    if last is not None and not {*one.actors, *speakers(one)}.isdisjoint(_parties(last)):
        return last
    together = set(_parties(one))
    return next((c for c in talks if len(together) > 1 and together == set(_parties(c))), None)


def _addressed(one: Told, contact: Told | None, reading: Reading) -> Told:
    if one.deed.by_governor:  # "Norway called for talks between Norway and Peru": with Peru
        one = replace(one, recipients=_others(one.recipients, one, reading) or one.recipients)
    if contact is None:
        return one
    recipients = one.recipients or (_others(_parties(contact), one, reading) if one.deed.event == "AGREE" else ())
    return replace(one, recipients=recipients, contact=contact)


def _others(parties: Actors, one: Told, reading: Reading) -> Actors:
    """Those of other states than the actors."""
    home = _states(one.actors, reading)
    return tuple(a for a in parties if reading.actors[a].country not in home)


def _parties(contact: Told) -> Actors:
    return (*contact.actors, *contact.recipients)


def _states(actors: Iterable[str], reading: Reading) -> set[str | None]:
    return {reading.actors[a].country for a in actors}
