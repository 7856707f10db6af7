"""The parts of the brief that tell what was done: the chronology, contacts by rank, and what was only announced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.events.event import Event
from dragoman.measures.contacts import is_contact, last_contacts, rank_order
from dragoman.measures.dealing import Dealing
from dragoman.publication.brief import Entry, Matter, Section
from dragoman.publication.plain_english import capital, in_words, quoted, sentence
from dragoman.record.days import FIRST, LAST, days
from dragoman.record.found import Found

_LONGEST = 300  # characters of a report's own words
_FEWEST = 7  # words that can stand alone


def chronology(matter: Matter) -> Section | None:
    """What was done and has a date, in the order of time."""
    dated = [dealing for dealing in matter.done if is_dated(dealing)]
    entries = tuple(entry(matter, dealing) for dealing in sorted(dated, key=_when))
    return Section("What happened", entries=entries) if entries else None


def contacts(matter: Matter) -> Section | None:
    """A row for each rank at which they met, called or wrote."""
    found = list(filter(is_contact, matter.done))
    last = last_contacts(found, until=date.max)
    ranks = sorted({rank for dealing in found for rank in dealing.event.level}, key=rank_order)
    rows = [("Between", "Contacts", "The last known", "How")]
    for rank in ranks:
        count = sum(rank in dealing.event.level for dealing in found)
        known = last.get(rank)
        day = in_words(known.dealing.event.date) if known else "no date given"
        how = matter.english.kind(known.dealing.event.channel, 1) if known else ""
        rows.append((matter.english.rank(rank), str(count), day, how))
    if not ranks:
        return None
    lead = "A contact is a visit, meeting, call, message or round of talks. One at two ranks is counted at both."
    return Section("Contacts by rank", lead, table=tuple(rows))


def announced(matter: Matter) -> Section | None:
    """What was planned, called for, denied, or did not happen."""
    rest = sorted((dealing for dealing in matter.dealings if not dealing.done), key=_when)
    entries = tuple(entry(matter, dealing) for dealing in rest)
    lead = "None of this is reported to have been done, unless it says so."
    return Section("Announced, called for or denied", lead, entries) if entries else None


def entry(matter: Matter, dealing: Dealing) -> Entry:
    words = own_words(dealing.telling) if matter.english.own_words(dealing.event) else ""
    head = capital(in_words(dealing.event.date)) if is_dated(dealing) else ""
    became = [matter.english.words["turns"][turn.kind] for turn in dealing.turns if not turn.before]
    return Entry(
        " ".join([matter.english.deed(dealing), *map(sentence, became)]),
        head,
        words,
        matter.notes.of(*dealing.tellings),
        thing=dealing.id,
    )


def own_words(found: Found[Event]) -> str:
    """The clause that tells the deed, in quotation marks; the sentence where the clause is too short to say much."""
    stop = found.start + len(found.passage)
    spans = [
        e.span for e in found.thing.evidence if e.field is None and found.start <= e.span.start < e.span.end <= stop
    ]
    words = " ".join((found.words(spans[:1]) if spans else "").split()).removeprefix("that ")
    whole = " ".join(found.passage.split())
    if len(words.split()) < _FEWEST:
        words = whole
    begins, ends = whole.startswith(words), whole.endswith(words)
    if len(words) > _LONGEST:
        words, ends = words[:_LONGEST].rsplit(" ", 1)[0], False
    return quoted(words.rstrip(" ,;"), begins=begins, ends=ends)


def is_dated(dealing: Dealing) -> bool:
    first, last = days(dealing.event.date)
    return first <= last and last != LAST


def undated(matter: Matter) -> Iterable[Dealing]:
    return (dealing for dealing in matter.done if not is_dated(dealing))


def _when(dealing: Dealing) -> tuple[str, str]:
    """What is only known to lie before a day has its place at that day."""
    first, last = days(dealing.event.date)
    return (last, last) if first == FIRST else (first, last)
