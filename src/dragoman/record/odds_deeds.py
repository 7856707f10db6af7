"""Where reports of one deed differ: when and where it was, who was there, which in a row, what it was called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from dragoman.codebook.codebook import load
from dragoman.codebook.comparing import Form, load_comparing
from dragoman.events.coding import Coding
from dragoman.events.event import Place, Statement
from dragoman.events.figure import Figure
from dragoman.record.contradiction import Contradiction, ContradictionKind
from dragoman.record.days import days
from dragoman.record.dossier import Dossier, Told, own, passage, sentence, words
from dragoman.record.features import common_words, days_apart, same_people
from dragoman.record.telling import NO_COUNTRY, Party, content, day, folded
from dragoman.texts.document import Span

_SAME_ACCOUNT = 0.4  # of their words: two meetings of one day are told in other ones
_MIDNIGHT = "a day's difference may be one of midnight or time zones"
_DENIED = 30  # days within which what is done is denied
_DENIED_WORDS = 2  # stems that a denial has in common with what it denies
_WORDS_OF_ITS_OWN = 3  # stems: a denial that has so many, none of them the deed's, is of something else
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)


def dates(dossier: Dossier) -> Iterator[Contradiction]:
    """Days that two reports give in words of their own, and that do not meet."""
    for deed in dossier.deeds():
        dated = [one for one in deed if _own_date(one)]
        if len({one.coding.document.id for one in dated}) < 2:
            continue
        first = min(dated, key=lambda one: (one.telling.last, one.telling.first))
        then = max(dated, key=lambda one: (one.telling.first, one.telling.last))
        gap = days_apart(first.telling, then.telling)
        if gap:
            sent = "it may have been sent one day and received another" if first.telling.form == "message" else None
            places = [(one.coding, sentence(one.coding, one.event.date.words or Span(0, 0))) for one in (first, then)]
            about = f"when it was: {first.telling.first} or {then.telling.first}"
            yield _of((first, then), "date", about, places, sent or (_MIDNIGHT if gap == 1 else None))


def places(dossier: Dossier) -> Iterator[Contradiction]:
    """Places of which none lies in the other by name."""
    for deed in dossier.deeds():
        found = {folded(one.event.place.name): one for one in reversed(deed) if one.event.place}
        for one, other in combinations(sorted(found), 2):
            if one in other or other in one:
                continue
            a, b = sorted((found[one], found[other]), key=deed.index)
            here, there = a.event.place, b.event.place
            if here is None or there is None or a.coding is b.coding or _state_of(here, there):
                continue
            if other in _folded_sentence(found[one]) or one in _folded_sentence(found[other]):
                continue  # a journey of several stations, one of which the other report tells of
            near = "they may be two stations of one stay" if here.country and here.country == there.country else None
            about = f"where it was: {here.name} or {there.name}"
            yield _of((a, b), "place", about, [(one.coding, _sentence(one)) for one in (a, b)], near)


def people(dossier: Dossier) -> Iterator[Contradiction]:
    """The same one side on the same day in the same form of contact, but somebody else of the same rank on the other.

    Who meets a president and then his minister has met two.
    """
    contacts: dict[tuple[object, ...], list[Told]] = {}
    for one in dossier.told:
        told = one.telling
        if (
            told.family == "contact"
            and told.stage == "done"
            and told.form
            and told.first == told.last
            and not told.presumed
        ):
            contacts.setdefault((told.states, told.form, told.first), []).append(one)
    for group in contacts.values():
        for a, b in combinations(group, 2):
            alike = common_words(a.telling, b.telling)
            if a.coding is b.coding or a.deed == b.deed or not alike or alike.value < _SAME_ACCOUNT:
                continue
            differing = _somebody_else(a, b)
            if differing and _of_one_rank(*differing):
                about = f"who it was: {' or '.join(party.names[0].title() for party in differing)}"
                places = [(one.coding, _sentence(one)) for one in (a, b)]
                yield _of((a, b), "people", about, places, "they may be two contacts of one day")
                break


def ordinals(dossier: Dossier) -> Iterator[Contradiction]:
    """The third visit of July and the third of October; the second that is later than the third."""
    counted = [(one, figure) for one in dossier.told for figure in one.coding.figures if _counts(one, figure)]
    for (a, mine), (b, theirs) in combinations(counted, 2):
        if (a.telling.states, mine.unit) != (b.telling.states, theirs.unit) or a.coding is b.coding:
            continue
        if not _at_odds(a, mine, b, theirs) or _somebody_else(a, b):
            continue
        first, other = (f"{figure.value:g}, {one.event.date.start}" for one, figure in ((a, mine), (b, theirs)))
        about = f"which {mine.unit} in a row: number {first}; number {other}"
        places = [(one.coding, figure.evidence[0]) for one, figure in ((a, mine), (b, theirs))]
        yield _of(
            (a, b), "count", about, places, None if a.deed == b.deed else "they may count from different beginnings"
        )


def wording(dossier: Dossier) -> Iterator[Contradiction]:
    """A letter here, a message there: words for one contact that are not the same thing."""
    for deed in dossier.deeds():
        form = load_comparing().forms.get(deed[0].telling.form)
        found: dict[tuple[str, str], tuple[Coding, Span]] = {}
        for name, place in _named(deed, form) if form else ():
            found.setdefault((name, place[0].document.id), place)
        names = list(dict.fromkeys(name for name, _ in found))
        narrow = [name for name in names if form and name in form.narrow]
        if narrow and len(names) > 1:
            apparent = None if len(narrow) > 1 else f"“{narrow[0]}” may be the narrower word for the same"
            yield _of(deed, "wording", f"what it was: {' or '.join(names)}", found.values(), apparent)


def denied(dossier: Dossier) -> Iterator[Contradiction]:
    """What is told as done, and denied: by another report, or by somebody whom a report quotes."""
    for told, denial in dossier.denials:
        places = [(one.coding, _sentence(one)) for one in (told, denial)]
        yield _of((told, denial), "denied", "whether it was done", places, None)
    for coding in dossier.codings.values():
        for statement in (one for one in coding.statements if _is_denial(coding, one)):
            for one in dossier.told:
                if _denies(coding, statement, one):
                    places = [(one.coding, _sentence(one)), (coding, sentence(coding, statement.content[0]))]
                    yield _of((one,), "denied", "whether it was done", places, None)


def _is_denial(coding: Coding, statement: Statement) -> bool:
    """Whether somebody says that something is not so; who asks whether it is not true denies nothing."""
    cue = statement.cue and load_comparing().denying.search(words(coding, statement.cue))
    asked = words(coding, sentence(coding, statement.content[0])).rstrip("”\"’' ").endswith("?")
    return bool(statement.denies or cue) and not asked


def _denies(coding: Coding, statement: Statement, one: Told) -> bool:
    """Whether somebody concerned denies this, not long after, in words like those that tell it."""
    said, place = one.telling, sentence(coding, statement.content[0])
    mine = set(content(" ".join(words(coding, s) for s in statement.content), said.parties, load_comparing()).split())
    common = mine & set(said.words.split())
    if one.coding is coding and one.event.id in statement.denies:
        return bool(common) or len(mine) < _WORDS_OF_ITS_OWN
    if one.coding is coding and any(place.overlaps(span) for span in one.evidence):
        return False
    if said.stage != "done" or 2 * len(common) <= len(mine):
        return False
    named = {a.country for a in coding.actors if any(place.holds(m.span) for m in a.mentions)}
    concerned = {a.country for a in coding.actors if a.id in statement.speakers} & said.states
    told, published = days(coding.document.published)
    dated = said.first <= said.last and told <= published
    late = -_DENIED <= day(published) - day(said.last) <= _DENIED if dated else one.coding is coding
    return bool(concerned) and said.states <= named and late and len(common) >= _DENIED_WORDS


def _state_of(here: Place, there: Place) -> bool:
    """Whether one is the state that the other lies in."""
    names = {here.name.casefold(), there.name.casefold()}
    return here.country == there.country and any(
        state.name.casefold() in names for state in load().states.values() if state.iso3 == here.country
    )


def _of(
    told: Iterable[Told],
    kind: ContradictionKind,
    about: str,
    places: Iterable[tuple[Coding, Span]],
    apparent: str | None,
) -> Contradiction:
    states = frozenset(state for one in told for state in one.telling.states)
    passages = tuple(passage(*place) for place in places)
    return Contradiction(kind, about, passages, states, apparent)


def _own_date(one: Told) -> bool:
    return own(one.event.date) and one.telling.first <= one.telling.last


def _sentence(one: Told) -> Span:
    return sentence(one.coding, one.evidence[0])


def _folded_sentence(one: Told) -> str:
    return folded(words(one.coding, _sentence(one)))


def _somebody_else(a: Told, b: Told) -> tuple[Party, Party] | None:
    """The two that stand for one country, where another country's people agree; ``None`` where nobody differs."""
    mine, theirs = (_named_parties(one.telling.parties) for one in (a, b))
    both = mine.keys() & theirs.keys()
    same = {key for key in both if same_people(mine[key], theirs[key])}
    other = sorted(both - same)
    return (mine[other[0]], theirs[other[0]]) if same and other else None


def _of_one_rank(one: Party, other: Party) -> bool:
    """Whether they may be; where a rank is not told, it may be any."""
    return not one.levels or not other.levels or not set(one.levels).isdisjoint(other.levels)


def _named_parties(parties: Iterable[Party]) -> dict[str, Party]:
    return {party.key: party for party in parties if party.names and party.key != NO_COUNTRY}


def _counts(one: Told, figure: Figure) -> bool:
    """Whether a figure says which in a row a contact was."""
    if not figure.value or not figure.unit or one.telling.family != "contact" or not one.counts(figure):
        return False
    text = words(one.coding, figure.evidence[0]).casefold()
    return bool(_ORDINAL.search(text) or set(text.split()) & load_comparing().ordinals.keys())


def _at_odds(a: Told, mine: Figure, b: Told, theirs: Figure) -> bool:
    if a.deed == b.deed:
        return mine.value != theirs.value
    if not days_apart(a.telling, b.telling) or a.telling.first > a.telling.last or b.telling.first > b.telling.last:
        return False
    (_, early), (_, late) = sorted(
        (day(one.telling.first), figure.value or 0) for one, figure in ((a, mine), (b, theirs))
    )
    return 1 < late <= early


def _named(deed: Iterable[Told], form: Form) -> Iterator[tuple[str, tuple[Coding, Span]]]:
    """The words for a contact in its evidence, the longest first, each with its place."""
    names = sorted((*form.narrow, *form.broad), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    for one in deed:
        for span in one.evidence:
            for match in pattern.finditer(words(one.coding, span)):
                yield match[0].casefold(), (one.coding, span)
