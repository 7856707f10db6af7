"""A telling: what one report says of one deed, cut down to what shows which deed it is."""

from __future__ import annotations

import datetime
import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations, product

from dragoman.actors.actor import Actor
from dragoman.codebook.comparing import Comparing, load_comparing
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.record.days import FIRST, LAST, days
from dragoman.record.index import passages
from dragoman.record.outline import Family, Outline, Stage
from dragoman.texts.document import Document, Span, content_id

_FAMILIES: dict[Family, tuple[str, ...]] = {
    "contact": ("CONSULT",),
    "verbal": ("ACCUSE", "REJECT", "REQUEST", "THREATEN", "PROTEST"),
    "material": ("SANCTION", "COERCE", "MOBILIZE", "ASSAULT"),
    "cooperation": ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"),
}
# CAMEO codes of a contact that is only intended (036, 039), asked for (026, 027, 106, 108) or refused (125, 128).
_AHEAD = ("036", "039", "026", "027", "106", "108")
_OFF = ("125", "128")
_FORMS = {
    "phone_call": "phone",
    "message_or_letter": "message",
    "visit": "visit",
    "in_person_meeting": "meeting",
    "negotiations": "meeting",
    "consultations": "meeting",
}
_VISIT = ("042", "043")
_MONTHS = "|".join(name for number in range(1, 13) for name in (month_name[number], month_abbr[number]))
_DATES = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})|\b(?:{_MONTHS})\.? \d{{1,2}}\b")
_WORD = re.compile(r"[^\W_]+")
_SLACK = 4  # days: reports of one deed differ by 3 at most, and what is denied was done within a week
LATER = 45  # days from an announcement to what may still be the same contact
VAGUE = 92  # days: an interval longer than a quarter does not date a deed
_UNDATED = "?"  # instead of a month
NO_COUNTRY = "?"  # of a person whose country is not known
_MOST_PARTIES = 8  # pairs of more are no longer worth an index row each: 28 rows


@dataclass(frozen=True, slots=True)
class Party:
    """Those of one country (ISO3, a body's name, or ``NO_COUNTRY``) on one side; ``names`` are ``folded``."""

    key: str
    acts: bool
    names: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling(Outline):
    """One event of one document. Days are text, as in ``days``; ``told`` is when the document was published.

    ``presumed`` says that the days are worked out from the day of publication only, ``open`` that somebody takes part
    whose state may not be told the same way elsewhere: a group, an unknown person. ``credits`` are the agencies and
    outlets that the report, or this passage of it, is taken from. ``words`` are those of its evidence that may tell it
    from other deeds, ``around`` those of its sentences; ``sentences`` are hashes of whole sentences.
    """

    claim: str
    event: str
    kind: str
    cameo: str
    parties: tuple[Party, ...]
    open: bool = False
    outlet: str | None = None
    credits: tuple[str, ...] = ()
    place: str | None = None
    level: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    words: str = ""
    around: str = ""
    sentences: tuple[str, ...] = ()

    @property
    def states(self) -> frozenset[str]:
        return frozenset(party.key for party in self.parties if party.key != NO_COUNTRY)

    @property
    def acting(self) -> frozenset[str]:
        return frozenset(party.key for party in self.parties if party.acts and party.key != NO_COUNTRY)


def tellings(coding: Coding, claims: Iterable[str]) -> Iterator[Telling]:
    """The tellings of a coding; ``claims`` are the ids of its events' claims, in order."""
    actors = {actor.id: actor for actor in coding.actors}
    words = load_comparing()
    for claim, event in zip(claims, coding.events, strict=True):
        yield _telling(coding, actors, claim, event, words)


def _telling(coding: Coding, actors: dict[str, Actor], claim: str, event: Event, comparing: Comparing) -> Telling:
    text = coding.document.text
    evidence = [e.span for e in event.evidence if e.field is None]
    first, last, presumed = _days(coding, event)
    told = days(coding.document.published)
    words = " ".join(text[span.start : span.end] for span in evidence)
    sentences = passages(evidence, coding.sentences)
    parties = tuple(_parties(event, actors))
    return Telling(
        claim=claim,
        event=event.id,
        document=event.document,
        family=_family(event),
        stage="ahead" if first > told[1] >= told[0] else _stage(event, words, comparing),
        kind=event.event or "",
        cameo=event.cameo,
        form=_form(event),
        first=first,
        last=last,
        presumed=presumed,
        told=told,
        parties=parties,
        open=any(_is_open(actors[id]) for id in (*event.actors, *event.recipients)),
        outlet=coding.document.outlet,
        credits=tuple(_credits(coding.document, event)),
        place=folded(event.place.name) if event.place else None,
        level=tuple(sorted(event.level)),
        numbers=_numbers(words, comparing),
        instruments=_instruments(coding, evidence),
        words=content(words, parties, comparing),
        around=content(" ".join(text[span.start : span.end] for span in sentences), parties, comparing),
        sentences=tuple(_sentences(text, sentences)),
    )


def blocks(telling: Telling) -> Iterator[str]:
    """The keys that two tellings must share one of to be compared.

    Two states, kind and month; one state, where no other is told for certain, or a number is; or a whole sentence.
    Those without a date share a word too: all undated deeds of two states would be a block that grows with the record.
    Contacts without a date are one by a whole sentence only (see ``same_event``).
    """
    yield from (f"s:{sentence}" for sentence in telling.sentences)
    months, contact = list(_months(telling)), telling.family == "contact"
    if contact and not months:
        return
    states = sorted(telling.states)[:_MOST_PARTIES]
    pairs = list(combinations(states, 2))
    acting = sorted(telling.acting or telling.states)[:_MOST_PARTIES]
    if telling.open or not pairs:
        pairs += [(state, "") for state in acting]
    # Of those that one report names both states of and another one, a number tells.
    numbered = [] if contact else [(state, number) for state in acting for number in telling.numbers]
    keys = product(pairs, months or telling.words.split())
    for (one, other), time in chain(keys, product(numbered, months or [_UNDATED])):
        yield f"{telling.family}:{one}:{other}:{time}"


def window(telling: Telling) -> tuple[int, int] | None:
    """The days within which another telling must fall to be compared; ``None`` of one that is not dated.

    A contact ahead reaches to where it may have been put off to, or held without a day having been given.
    """
    first, last = day(telling.first), day(telling.last)
    if first > last or last - first > VAGUE:
        return None
    last += LATER if telling.family == "contact" and telling.stage != "done" else 0
    return max(1, first - _SLACK), min(last + _SLACK, datetime.date.max.toordinal())


@lru_cache(maxsize=10_000)  # the sentences of a report are looked through for each agreement that it names
def folded(name: str) -> str:
    """A name as plain lower-case letters: ``Lindqvist Åsa`` becomes ``lindqvist asa``."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    for mark in filter(unicodedata.combining, set(plain)):
        plain = plain.replace(mark, "")
    return " ".join(_WORD.findall(plain))


def day(text: str) -> int:
    """The number of a day, for reckoning; open ends lie far off."""
    return datetime.date.fromisoformat(text if text > "0001" else "0001-01-01").toordinal()


def _family(event: Event) -> Family:
    if event.cameo.startswith(_AHEAD + _OFF):
        return "contact"
    return next((family for family, kinds in _FAMILIES.items() if event.event in kinds), "other")


def _stage(event: Event, words: str, comparing: Comparing) -> Stage:
    if event.status in ("negated", "denied"):
        return "denied"
    if event.cameo.startswith(_OFF):
        return "put off" if comparing.put_off.search(words) else "off"
    if event.status in ("planned", "called-for", "hypothetical") or event.cameo.startswith(_AHEAD):
        return "ahead"
    return "done"


def _form(event: Event) -> str:
    if event.channel not in ("phone_call", "message_or_letter") and event.cameo.startswith(_VISIT):
        return "visit"
    return _FORMS.get(event.channel, "")


def _days(coding: Coding, event: Event) -> tuple[str, str, bool]:
    """When it was. What is not dated, or only "by now", is presumed to be news: of the week before publication."""
    first, last = days(event.date)
    told_first, told_last = days(coding.document.published)
    if first > last or first == FIRST:
        if told_first in (FIRST, LAST) or told_last == LAST:
            return LAST, FIRST, True
        return _before(told_first, 7), max(told_last, last if last != FIRST else FIRST), True
    return first, last, False


def _credits(document: Document, event: Event) -> Iterator[str]:
    """Those credited for the text, then the agencies and outlets that this passage names; the outlet itself is none."""
    names = [credit.name for credit in document.credits if credit.role in ("text", "source")]
    names += [link.name for link in event.attribution if link.role != "speaker" and link.name]
    outlet = folded(document.outlet or "")
    yield from (name for name in dict.fromkeys(names) if folded(name) != outlet)


def _before(date: str, count: int) -> str:
    return datetime.date.fromordinal(max(1, day(date) - count)).isoformat()


def _parties(event: Event, actors: dict[str, Actor]) -> Iterator[Party]:
    """Both sides, by country; a body of no country stands for itself, a group of none for nobody."""
    for acts, ids in ((True, event.actors), (False, event.recipients)):
        groups: dict[str, list[Actor]] = {}
        for actor in (actors[id] for id in ids):
            if actor.country or _is_known_body(actor):
                groups.setdefault(actor.country or folded(actor.name), []).append(actor)
            elif actor.actor_kind == "person":
                groups.setdefault(NO_COUNTRY, []).append(actor)
        for key, people in sorted(groups.items()):
            names = sorted({folded(person.name) for person in people if person.actor_kind == "person"} - {""})
            levels = sorted({person.level for person in people if person.level and person.actor_kind != "state"})
            yield Party(key, acts, tuple(names), tuple(levels))


def _is_open(actor: Actor) -> bool:
    return actor.actor_kind == "group" or not (actor.country or _is_known_body(actor))


def _is_known_body(actor: Actor) -> bool:
    """The United Nations, not "the navy": bodies that the codebook knows have a code."""
    return actor.actor_kind == "body" and actor.cameo is not None


def _numbers(words: str, comparing: Comparing) -> tuple[str, ...]:
    """Numbers and ordinals that are no dates: years, and days beside the name of a month, say nothing new."""
    bare = _DATES.sub(" ", words)
    found = set(re.findall(r"\d+(?:[.,]\d+)*", bare))
    found |= {str(n) for word, n in comparing.ordinals.items() if re.search(rf"\b{word}\b", bare, re.IGNORECASE)}
    return tuple(sorted(found))


def _instruments(coding: Coding, evidence: list[Span]) -> tuple[str, ...]:
    """The agreements that the evidence mentions: by their key in the codebook, else by what they are called."""
    return tuple(
        sorted(
            {
                agreement.instrument or folded(agreement.name)
                for agreement in coding.agreements
                if any(span.overlaps(place) for span in evidence for place in agreement.mentions)
            }
        )
    )


def content(words: str, parties: tuple[Party, ...], comparing: Comparing) -> str:
    """Words of four letters and more, cut to a stem of six; no common ones, no names of those who take part."""
    names = {part for party in parties for name in party.names for part in name.split()}
    found = set(re.findall(r"[^\W\d_]{4,}", folded(words))) - comparing.common - names
    return " ".join(sorted({word[:6] for word in found}))


def _sentences(text: str, places: Iterable[Span]) -> Iterator[str]:
    for place in places:
        plain = folded(text[place.start : place.end])
        if plain.count(" ") >= 7:  # a short one may stand in any report
            yield content_id("", plain)


def _months(telling: Telling) -> Iterator[str]:
    days = window(telling)
    if days:
        start, end = map(datetime.date.fromordinal, days)
        for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
            yield f"{number // 12:04}-{number % 12 + 1:02}"
