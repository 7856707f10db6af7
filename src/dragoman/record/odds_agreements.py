"""Where reports differ on what was agreed: how long it runs, whether it ends, whom it binds, how far it has come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from dragoman.codebook.comparing import load_comparing
from dragoman.codebook.instruments import Stage
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding
from dragoman.record.contradiction import Contradiction, ContradictionKind
from dragoman.record.days import days
from dragoman.record.dossier import Dossier, own, passage, sentence, words
from dragoman.record.found import Found
from dragoman.record.same_agreement import Tracked
from dragoman.record.telling import day, folded
from dragoman.texts.document import Interval, Span

Place = tuple[Coding, Span]
_LENGTHS = ("year", "month", "week", "day")
_WISHED: frozenset[Stage] = frozenset({"requested", "proposed"})
_MADE: frozenset[Stage] = frozenset({"agreed", "signed", "in_force", "implementing"})
_ONE_TALK = 3  # days within which a wish and its fulfilment may be told as one state of things
_ONE_SEASON = 92  # days within which two signatures under one name are more likely one, dated differently
_LONG_AGO = 365  # days after which what was imposed is no news


def lengths(dossier: Dossier) -> Iterator[Contradiction]:
    """Twenty years here, ten there."""
    for agreement in dossier.agreements:
        found = {words(*place): (length, place) for length, place in _lengths(dossier, agreement)}
        if len({length for length, _ in found.values()}) > 1:
            apparent = "one may be the first term, another what it is extended by, or how long it has run"
            renewed = any(one.thing.terms.renewal for one in agreement.told)
            about = f"how long the {agreement.name} runs: {', '.join(found)}"
            places = [place for _, place in found.values()]
            yield _of(agreement, "term", about, places, apparent if renewed else None)


def signatures(dossier: Dossier) -> Iterator[Contradiction]:
    """Days of signature that do not meet: what is held to be two agreements may be one, dated differently."""
    told = [one for agreement in dossier.agreements for one in agreement.told if own(one.thing.terms.signed)]
    for a, b in combinations(told, 2):
        mine, theirs = a.thing.terms.signed, b.thing.terms.signed
        if (
            a.source.id == b.source.id
            or not _one_subject(a.thing, b.thing)
            or not 0 < _gap(mine, theirs) <= _ONE_SEASON
        ):
            continue
        about = f"when the {a.thing.name} was signed: {mine.start} or {theirs.start}"
        places = [_dated(dossier, one, date) for one, date in ((a, mine), (b, theirs))]
        yield _of(a.thing, "term", about, places, "they may be two agreements")


def expiries(dossier: Dossier) -> Iterator[Contradiction]:
    """Days of the end that do not meet: the earliest and the latest."""
    for agreement in dossier.agreements:
        told = [one for one in agreement.told if days(one.thing.terms.expires)[0] <= days(one.thing.terms.expires)[1]]
        if len({one.source.id for one in told}) < 2:
            continue
        a, b = (end(told, key=lambda one: days(one.thing.terms.expires)) for end in (min, max))
        if a.source.id != b.source.id and _gap(a.thing.terms.expires, b.thing.terms.expires):
            about = f"when the {agreement.name} ends: {a.thing.terms.expires.start} or {b.thing.terms.expires.start}"
            places = [_dated(dossier, one, one.thing.terms.expires) for one in (a, b)]
            yield _of(agreement, "term", about, places, None)


def ends(dossier: Dossier) -> Iterator[Contradiction]:
    """It is renewed by itself, and yet it ends."""
    renewed = load_comparing().renewed
    for agreement in dossier.agreements:
        mentioned = list(_sentences(dossier, agreement))
        by_itself = [(coding, span) for coding, span in mentioned if renewed.search(words(coding, span))]
        ended = [place for place in _changes(dossier, agreement, "ended") if place not in by_itself]
        if by_itself and ended:
            asked = list(_changes(dossier, agreement, "extended"))[:1]
            about = f"whether the {agreement.name} ends"
            yield _of(
                agreement, "term", about, [ended[0], by_itself[0], *asked], "the end may be that of its present term"
            )


def unclear(dossier: Dossier) -> Iterator[Contradiction]:
    """A condition whose reach the words leave open."""
    for agreement in dossier.agreements:
        for coding, span in _sentences(dossier, agreement):
            if match := load_comparing().unclear.search(words(coding, span)):
                place = (coding, Span(span.start + match.start(), span.start + match.end()))
                about = f"what the {agreement.name} depends on: “{words(*place)}”"
                yield _of(agreement, "unclear", about, [place], "one of them may be enough, or all be needed")


def members(dossier: Dossier) -> Iterator[Contradiction]:
    """A party here, no longer a party there."""
    left = load_comparing().left
    for agreement in dossier.agreements:
        seen = set[str]()
        for coding, span in _sentences(dossier, agreement):
            match = left.search(words(coding, span))
            state = match and _nearest(coding, span, span.start + match.start(), agreement.parties)
            inside = _as_party(dossier, agreement, state) if state and state not in seen else None
            if state and inside and inside != (coding, span):
                seen.add(state)
                gone = "it may have been a party once, and have left"
                left_it = any(
                    change.stage == "withdrawn" for one in agreement.told for change in one.thing.stage_changes
                )
                about = f"whether {state} is a party to the {agreement.name}"
                yield _of(agreement, "member", about, [inside, (coding, span)], gone if left_it else None)


def stages(dossier: Dossier) -> Iterator[Contradiction]:
    """Only wished for here, agreed there, within days."""
    wished = [one for group in dossier.agreements for one in group.told if one.thing.stage in _WISHED]
    made = [one for group in dossier.agreements for one in group.told if one.thing.stage in _MADE]
    for b in made:
        for a in wished:
            if a.source.id == b.source.id or not _like(a.thing, b.thing):
                continue
            near = [(x, y) for x in a.thing.stage_changes for y in b.thing.stage_changes if _close(x.date, y.date)]
            if near:
                places = [(dossier.codings[a.source.id], near[0][0].evidence)]
                places += [(dossier.codings[b.source.id], y.evidence) for x, y in near if x is near[0][0]]
                about = f"how far the {b.thing.name} has come: {a.thing.stage} or {b.thing.stage}"
                spans = dict.fromkeys((coding.document.id, sentence(coding, span)) for coding, span in places)
                passages = tuple(passage(dossier.codings[id], span) for id, span in spans)
                apparent = "they may be two steps of those days"
                yield Contradiction("stage", about, passages, frozenset(a.thing.parties), apparent)
                break  # one that only wishes is enough


def imposed(dossier: Dossier) -> Iterator[Contradiction]:
    """A regime imposed long ago, and told without a date as a move of the present."""
    present = load_comparing().present
    for agreement in dossier.agreements:
        if agreement.agreement_kind not in ("sanctions", "embargo"):
            continue
        steps = [(one, change) for one in agreement.told for change in one.thing.stage_changes]
        steps = [(one, change) for one, change in steps if (change.stage, change.status) == ("in_force", "occurred")]
        dated = [(one, change) for one, change in steps if change.date.start]
        undated = [(one, change) for one, change in steps if not change.date.start]
        for now, then in ((n, t) for n in undated for t in dated if n[0].source.id != t[0].source.id):
            coding = dossier.codings[now[0].source.id]
            told, began = days(coding.document.published)[0], days(then[1].date)[0]
            if day(told) - day(began) > _LONG_AGO and present.search(words(coding, now[1].evidence)):
                about = f"when the {agreement.name} began: {then[1].date.start}, or when it was told in {told[:7]}"
                places = [(coding, now[1].evidence), (dossier.codings[then[0].source.id], then[1].evidence)]
                yield _of(agreement, "date", about, places, "it may be one regime that went on, or was widened")
                break


def _of(
    agreement: Tracked | Agreement, kind: ContradictionKind, about: str, places: Iterable[Place], apparent: str | None
) -> Contradiction:
    told = tuple(passage(*place) for place in places)
    return Contradiction(kind, about, told, frozenset(agreement.parties), apparent)


def _sentences(dossier: Dossier, agreement: Tracked) -> Iterator[Place]:
    """The sentences that speak of an agreement: those that mention it, and those that have its name."""
    for one in agreement.told:
        coding, name = dossier.codings[one.source.id], folded(one.thing.name)
        spoken = {sentence(coding, mention) for mention in one.thing.mentions}
        spoken |= {place for place in coding.sentences if name in folded(words(coding, place))}
        yield from ((coding, span) for span in sorted(spoken))


def _lengths(dossier: Dossier, agreement: Tracked) -> Iterator[tuple[tuple[float, str], Place]]:
    for coding, span in _sentences(dossier, agreement):
        for figure in coding.figures:
            place = (coding, figure.evidence[0])
            if figure.value and figure.unit in _LENGTHS and span.holds(place[1]) and _runs(coding, place[1]):
                yield (figure.value, figure.unit), place


def _runs(coding: Coding, span: Span) -> bool:
    """ "A 20-year deal", "for ten years", "every five years"; not "in the past two years"."""
    before, text = coding.document.text[max(0, span.start - 12) : span.start], words(coding, span)
    return bool(load_comparing().running.search(before + text))


def _changes(dossier: Dossier, agreement: Tracked, stage: Stage) -> Iterator[Place]:
    """What is told of a stage still to come."""
    for one in agreement.told:
        for change in one.thing.stage_changes:
            if change.stage == stage and change.status != "occurred":
                yield dossier.codings[one.source.id], change.evidence


def _nearest(coding: Coding, span: Span, at: int, parties: Collection[str | None]) -> str | None:
    """The party that is named nearest to a place in its sentence."""
    near = [
        (abs(mention.span.start - at), actor.country)
        for actor in coding.actors
        for mention in actor.mentions
        if actor.country in parties and actor.actor_kind == "state" and span.holds(mention.span)
    ]
    return min(near)[1] if near else None


def _as_party(dossier: Dossier, agreement: Tracked, state: str) -> Place | None:
    """Where a state is told to be a party: it made the agreement, or is called a member."""
    for one in agreement.told:
        coding = dossier.codings[one.source.id]
        made = [change.evidence for change in one.thing.stage_changes if change.stage in ("agreed", "signed")]
        called = [
            span for _, span in _sentences(dossier, agreement) if load_comparing().member.search(words(coding, span))
        ]
        for span in (*made, *called):
            here = any(m.span.overlaps(span) for a in coding.actors if a.country == state for m in a.mentions)
            if here and not load_comparing().left.search(words(coding, span)):
                return coding, sentence(coding, span)
    return None


def _gap(a: Interval, b: Interval) -> int:
    """Days between two intervals that are known; 0 where they meet, or one is not known."""
    (first, last), (start, end) = days(a), days(b)
    return max(0, day(start) - day(last), day(first) - day(end)) if first <= last and start <= end else 0


def _one_subject(a: Agreement, b: Agreement) -> bool:
    if a.instrument or b.instrument:
        return a.instrument == b.instrument
    return (set(a.parties), a.family) == (set(b.parties), b.family) and bool(set(a.topics) & set(b.topics))


def _dated(dossier: Dossier, one: Found[Agreement], date: Interval) -> Place:
    coding = dossier.codings[one.source.id]
    return coding, sentence(coding, date.words or one.thing.mentions[0])


def _like(a: Agreement, b: Agreement) -> bool:
    """The same parties, and a word of the name in common that not every agreement has."""
    common = {word for word in folded(a.name).split() if len(word) > 3} & set(folded(b.name).split())
    alike = (
        len(a.parties) > 1
        and set(a.parties) == set(b.parties)
        and a.family == b.family
        and not (a.instrument or b.instrument)
    )
    return alike and bool(common - load_comparing().kinds_of_agreement)


def _close(a: Interval, b: Interval) -> bool:
    known = all(days(one)[0] <= days(one)[1] for one in (a, b))
    return known and _gap(a, b) <= _ONE_TALK
