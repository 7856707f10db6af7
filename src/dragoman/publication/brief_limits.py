"""What the brief opens and ends with: the whole in a few sentences, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dragoman.measures.contacts import is_contact, last_contacts
from dragoman.measures.periods import bounds
from dragoman.publication.brief import Entry, Matter, Section, teller
from dragoman.publication.brief_deeds import entry, undated
from dragoman.publication.brief_words import agreement_name
from dragoman.publication.plain_english import capital, in_words, listed, on, sentence
from dragoman.publication.wording import printable
from dragoman.texts.document import Interval

_GAP = 60  # days without a contact that are worth a word
_GAPS = 3
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def summary(matter: Matter) -> tuple[str, ...]:
    return tuple(map(sentence, _summary(matter)))


def unknown(matter: Matter) -> Section:
    """What a reader might take as known and is not."""
    entries = [*_undated(matter), *_gaps(matter), *_strangers(matter), *_reports(matter)]
    lead = (
        "This brief holds what the reports say, and no more. Silence in it means that no report read here tells of it."
    )
    return Section("What is not known", lead, tuple(entries))


def number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """``one report``, ``five reports``."""
    return f"{number(count)} {one if count == 1 else many or f'{one}s'}"


def _summary(matter: Matter) -> Iterator[str]:
    english, done = matter.english, matter.done
    sources = matter.sources
    outlets = listed(sorted({teller(source) for source in sources if source.outlet}))
    by = f", by {outlets}" if outlets else ""
    yield f"this brief is made from {counted(len(sources), 'report')}{by}"
    contacts = list(filter(is_contact, done))
    if contacts:
        last = last_contacts(contacts, until=date.max)
        yield f"they tell of {counted(len(contacts), 'contact')} between {_states(matter)}"
        for rank, contact in list(last.items())[:2]:
            kind = english.kind(contact.dealing.event.channel, 1)
            between = english.rank(rank)[0].lower() + english.rank(rank)[1:]
            yield f"the last with a known date between {between} was {kind} {on(contact.dealing.event.date)}"
    good = sum(dealing.event.quad in (1, 2) for dealing in done)
    bad = sum(dealing.event.quad in (3, 4) for dealing in done)
    if good or bad:
        worse = number(bad) if bad else "none"
        yield f"of what was done, {counted(good, 'act')} made for cooperation and {worse} for conflict"
    standing = [one for one in matter.agreements if one.stage in ("in_force", "implementing", "extended")]
    if standing:
        names = listed([agreement_name(one) for one in standing])
        yield f"the reports speak of these as in force or being carried out: {names}"


def _undated(matter: Matter) -> Iterator[Entry]:
    items = tuple(entry(matter, dealing) for dealing in undated(matter))
    if items:
        yield Entry("The reports do not say when this happened:", items=items)


def _gaps(matter: Matter) -> Iterator[Entry]:
    """The longest stretches between two contacts that have a date."""
    known = sorted({ends for d in matter.done if is_contact(d) and (ends := bounds(d.event.date))})
    latest, gaps = date.min, []
    for (_, end), (start, _) in pairwise(known):
        latest = max(latest, end)
        if (start - latest).days > _GAP:
            gaps.append(((start - latest).days, latest, start))
    for length, end, start in sorted(gaps, reverse=True)[:_GAPS]:
        stretch = capital(in_words(Interval(str(end), str(start))))
        yield Entry(f"{stretch}, in {length:,} days, there is no contact with a known date.")


def _strangers(matter: Matter) -> Iterator[Entry]:
    """People and groups who took part, and whose country nobody says."""
    names, tellings = dict[str, None](), []
    for dealing in matter.dealings:
        event = dealing.event
        for actor in dealing.telling.who((*event.actors, *event.recipients)):
            if not actor.country and actor.actor_kind in ("person", "office", "group"):
                names[printable(actor.name)] = None
                tellings.append(dealing.telling)
    if names:
        yield Entry(f"For which state they act is not said of {listed(list(names))}.", notes=matter.notes.of(*tellings))


def _reports(matter: Matter) -> Iterator[Entry]:
    sources = matter.sources
    nameless = [source for source in sources if not source.outlet]
    if nameless:
        names = listed([printable(source.name) for source in nameless])
        who = "does not say who published it" if len(nameless) == 1 else "do not say who published them"
        yield Entry(sentence(f"{counted(len(nameless), 'report')} {who}: {names}"))
    timeless = [source for source in sources if not (source.published.start or source.published.end)]
    if timeless:
        names = listed([teller(source) for source in timeless])
        when = "does not say when it appeared" if len(timeless) == 1 else "do not say when they appeared"
        yield Entry(sentence(f"{counted(len(timeless), 'report')} {when}: {names}"))
    alone = sum(dealing.origins == 1 for dealing in matter.done)
    if alone == len(matter.done) > 1:
        yield Entry("Each thing that is told as done rests on a single source.")
    elif alone:
        yield Entry(f"Of {len(matter.done):,} things done, {number(alone)} rest on a single source.")


def _states(matter: Matter) -> str:
    return listed([matter.english.state(code) for code in matter.states])
