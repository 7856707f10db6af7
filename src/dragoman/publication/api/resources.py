"""All lists of the API, in one table: to add one, give it an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import dragoman
from dragoman.errors import UsageError
from dragoman.publication.api.resource import Resource, Row, Wanted, kinds
from dragoman.publication.exports import (
    AGREEMENT,
    CONTACT,
    CONTRADICTION,
    DEED,
    EVENT,
    FIGURE,
    MATCH,
    STATEMENT,
    Columns,
    Match,
    tellings,
)
from dragoman.record.filter import Filter
from dragoman.record.following import rest
from dragoman.record.found import Source
from dragoman.record.judgement import Correction
from dragoman.record.listed import Known
from dragoman.record.search import Hit

DOCUMENT: Columns[Source] = {
    "id": lambda source: source.id,
    "name": lambda source: source.name,
    "title": lambda source: source.title,
    "outlet": lambda source: source.outlet,
    "url": lambda source: source.url,
    "published_start": lambda source: source.published.start,
    "published_end": lambda source: source.published.end,
}
ACTOR: Columns[Known] = {
    "id": lambda known: known.id,
    "name": lambda known: known.name,
    "kind": lambda known: known.actor_kind,
    "country": lambda known: known.country,
    "office": lambda known: known.office,
    "reports": lambda known: known.reports,
}
CORRECTION: Columns[Correction] = {
    "number": lambda made: made.number,
    "act": lambda made: made.act,
    "events": lambda made: list(made.events),
    "changes": lambda made: [f"{name}={value}" for name, value in made.changes.items() if name != "alone"],
    "note": lambda made: made.note,
    "user": lambda made: made.user,
    "made": lambda made: made.made,
    "lost": lambda made: list(made.lost),
}


def heeded(query: str, name: str) -> str:
    """A query of a page without the words that a list does not heed."""
    words = next(resource.words for resource in RESOURCES if resource.name == name)
    return urlencode([(word, value) for word, value in parse_qsl(query) if word in words])


def _agreements(wanted: Wanted) -> Iterator[Any]:
    count = wanted.desk.record.count("agreements", wanted.filter, most=_AGREEMENTS + 1)
    _bounded("tellings of agreements", count, _AGREEMENTS)
    told = tellings(wanted.desk.record.tracked(_unlimited(wanted)))
    return rest(((one[1].thing.id, one) for one in told), wanted.after)


def _contradictions(wanted: Wanted) -> Iterator[Any]:
    _bounded("reports", wanted.desk.record.reports(wanted.filter, most=_REPORTS + 1), _REPORTS)
    found = wanted.desk.record.contradictions(_unlimited(wanted))
    return rest(((one.id, one) for one in found), wanted.after)


def _corrections(wanted: Wanted) -> Iterator[Correction]:
    return rest(((str(one.number), one) for one in wanted.desk.record.corrections()), wanted.after)


def _dyads(wanted: Wanted) -> Iterator[Row]:
    asked = wanted.filter if wanted.after is None else _unlimited(wanted)
    if _unlimited(wanted) != Filter(states=asked.states[:1]):  # else they are counted already
        _measured(wanted)
    found = dragoman.dyads(wanted.desk.record, wanted=asked, scale=wanted.scale)
    return rest(((_pair(row), row) for row in found.rows()), wanted.after)


def _series(wanted: Wanted) -> Iterator[Row]:
    _measured(wanted)
    found = dragoman.series(wanted.desk.record, wanted.filter, by=wanted.per, scale=wanted.scale)
    return rest(((str(row["period"]), row) for row in found.rows()), wanted.after)


def _network(wanted: Wanted) -> Iterator[Row]:
    _measured(wanted)
    found = dragoman.network(wanted.desk.record, wanted=_unlimited(wanted), scale=wanted.scale)
    return rest(((str(row["state"]), row) for row in found.rows()), wanted.after)


def _search(wanted: Wanted) -> Iterator[Match]:
    """Of those who are named so only some, so that a page has room for reports."""
    limit = wanted.filter.limit or 2
    found = wanted.desk.record.search(wanted.q, limit=limit, after=wanted.after)
    yield from found.named[: (limit - 1) // 2]
    yield from found.hits


def _measured(wanted: Wanted) -> None:
    count = wanted.desk.record.count("events", wanted.filter, most=_TELLINGS + 1)
    _bounded("tellings of deeds", count, _TELLINGS)


def _bounded(what: str, count: int, most: int) -> None:
    """:raises UsageError: there is more than can be looked at while somebody waits."""
    if count > most:
        raise UsageError(
            f"This is of more than {most:,} {what}, which takes too long while you wait. Ask for less (one or two "
            "states, a shorter time), or use the command of the same name."
        )


def _pair(row: Row) -> str:
    return f"{row['one']}-{row['other']}"


def _unlimited(wanted: Wanted) -> Filter:
    return replace(wanted.filter, limit=None)


_REPORTS, _AGREEMENTS, _TELLINGS = 3_000, 20_000, 30_000  # laid side by side, or counted, in some ten seconds
_ASKED = ("state", "since", "until", "source")
_DEEDS = (*_ASKED, "type", "status", "person", "place")
_SIDES = "actors actor_countries recipients recipient_countries"

RESOURCES: tuple[Resource, ...] = (
    Resource(
        "documents", "The reports, by name. `state`: that they name; `since` and `until` are of publication.",
        _ASKED, lambda w: w.desk.record.sources(w.filter, after=w.after), lambda source: source.id, DOCUMENT,
    ),
    Resource(
        "events", "What was done, each deed once, by date: a row a deed, as the telling has it that says most.",
        _DEEDS, lambda w: w.desk.record.deeds(w.filter, after=w.after), lambda deed: deed.id, DEED,
        kinds(
            lists=f"contexts {_SIDES} level became came_of documents outlets credits",
            wholes="reports independent_reports quad lag_days", reals="goldstein confidence",
        ),
    ),
    Resource(
        "tellings", "What was done, as each report tells it, by date.",
        _DEEDS, lambda w: w.desk.record.events(w.filter, after=w.after),
        lambda found: found.thing.id, EVENT,
        kinds(lists=f"contexts {_SIDES} level", wholes="quad", reals="goldstein confidence"),
    ),
    Resource(
        "contacts", "Who met, called or wrote to whom, by date.",
        _DEEDS, lambda w: w.desk.record.contacts(w.filter, after=w.after),
        lambda contact: contact.found.thing.id, CONTACT, kinds(lists="level countries people"),
    ),
    Resource(
        "statements", "Who said what, by date.",
        (*_ASKED, "type", "by", "about", "topic"), lambda w: w.desk.record.statements(w.filter, after=w.after),
        lambda found: found.thing.id, STATEMENT,
        kinds(lists="speakers speaker_countries addressees about stances topics"),
    ),
    Resource(
        "agreements", "Agreements and how they stand: a row for each report that tells of one; `agreement` is the same "
        "in those of one agreement.",
        (*_ASKED, "type", "stage", "by"), _agreements, lambda told: told[1].thing.id, AGREEMENT,
        kinds(lists="parties steps said_by"), slow=True,
    ),
    Resource(
        "figures", "Which numbers were named, of what, and by whom.",
        (*_ASKED, "type", "by", "measure"), lambda w: w.desk.record.figures(w.filter, after=w.after),
        lambda found: found.thing.id, FIGURE, kinds(lists="countries said_by events", reals="value"),
    ),
    Resource(
        "contradictions", "Where reports contradict each other, or themselves. `since` and `until` are of publication.",
        ("state", "since", "until", "type"), _contradictions, lambda found: found.id, CONTRADICTION,
        kinds(lists="countries documents outlets passages"), slow=True,
    ),
    Resource(
        "actors", "Those of whom the reports speak, by name. `by` is a part of their name or office.",
        ("state", "by"), lambda w: w.desk.record.actors(w.filter, after=w.after), lambda known: known.id, ACTOR,
        kinds(wholes="reports"), slow=True,
    ),
    Resource(
        "dyads", "Pairs of states, all or those of one, and what passed between them: those with the most deeds first.",
        (*_DEEDS, "scale"), _dyads, _pair, slow=True,
    ),
    Resource(
        "series", "What passed between two states (name both), period by period.",
        (*_DEEDS, "per", "scale"), _series, lambda row: str(row["period"]),
    ),
    Resource(
        "networks", "Which states stand in the middle of it: those with the most partners first.",
        (*_DEEDS, "scale"), _network, lambda row: str(row["state"]), slow=True,
    ),
    Resource(
        "search", "Reports with all words of `q`, the newest first; before them who is named so.",
        ("q",), _search, lambda match: match.source.id if isinstance(match, Hit) else "", MATCH,
        kinds(lists="words", wholes="documents sentence_start"),
    ),
    Resource(
        "corrections", "What users decided, oldest first.",
        (), _corrections, lambda made: str(made.number), CORRECTION,
        kinds(lists="events changes lost", wholes="number"),
    ),
)  # fmt: skip
