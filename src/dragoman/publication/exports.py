"""The record as files for other programs: flat rows, one writer a format."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, TextIO, TypeVar

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.publication.cells import cell
from dragoman.publication.wording import shown, step, terms
from dragoman.record.contradiction import Contradiction
from dragoman.record.deed import Deed
from dragoman.record.found import Contact, Found
from dragoman.record.same_agreement import Tracked
from dragoman.record.search import Hit, Named

Thing = TypeVar("Thing")
Cell = str | float | None | list[str]
Columns = Mapping[str, Callable[[Thing], Cell]]
Match = Hit | Named

EVENT: Columns[Found[Event]] = {
    "id": lambda found: found.thing.id,
    "date_start": lambda found: found.thing.date.start,
    "date_end": lambda found: found.thing.date.end,
    "date_basis": lambda found: found.thing.date.basis,
    "event": lambda found: found.thing.event,
    "mode": lambda found: found.thing.mode,
    "contexts": lambda found: list(found.thing.contexts),
    "cameo": lambda found: found.thing.cameo,
    "goldstein": lambda found: found.thing.goldstein,
    "quad": lambda found: found.thing.quad,
    "status": lambda found: found.thing.status,
    "actors": lambda found: [actor.name for actor in found.who(found.thing.actors)],
    "actor_countries": lambda found: countries(found.who(found.thing.actors)),
    "recipients": lambda found: [actor.name for actor in found.who(found.thing.recipients)],
    "recipient_countries": lambda found: countries(found.who(found.thing.recipients)),
    "place": lambda found: found.thing.place.name if found.thing.place else None,
    "channel": lambda found: found.thing.channel,
    "level": lambda found: list(found.thing.level),
    "coded_by": lambda found: found.thing.coded_by,
    "confidence": lambda found: found.thing.confidence,
    "document": lambda found: found.source.name,
    "outlet": lambda found: found.source.outlet,
    "sentence": lambda found: found.passage,
}


def _of_best(cell: Callable[[Found[Event]], Cell]) -> Callable[[Deed], Cell]:
    return lambda deed: cell(deed.telling)


# A deed as the telling has it that says most, and who else tells of it.
DEED: Columns[Deed] = {
    "id": lambda deed: deed.id,
    "reports": lambda deed: len(deed.reports),
    "independent_reports": lambda deed: deed.origins,
    **{name: _of_best(cell) for name, cell in EVENT.items() if name not in ("id", "document", "outlet")},
    "lag_days": lambda deed: deed.reports[0].lag,
    "became": lambda deed: [f"{turn.kind} {turn.deed}" for turn in deed.turns if not turn.before],
    "came_of": lambda deed: [f"{turn.kind} {turn.deed}" for turn in deed.turns if turn.before],
    "documents": lambda deed: [report.source.name for report in deed.reports],
    "outlets": lambda deed: list(dict.fromkeys(r.source.outlet for r in deed.reports if r.source.outlet)),
    "credits": lambda deed: list(dict.fromkeys(name for report in deed.reports for name in report.credits)),
}

CONTRADICTION: Columns[Contradiction] = {
    "id": lambda found: found.id,
    "kind": lambda found: found.kind,
    "about": lambda found: found.about,
    "apparent": lambda found: found.apparent,
    "countries": lambda found: sorted(found.states),
    "documents": lambda found: [one.source.name for one in found.passages],
    "outlets": lambda found: [one.source.outlet or "" for one in found.passages],
    "passages": lambda found: [one.text for one in found.passages],
}

CONTACT: Columns[Contact] = {
    "id": lambda contact: contact.found.thing.id,
    "date_start": lambda contact: contact.found.thing.date.start,
    "date_end": lambda contact: contact.found.thing.date.end,
    "date_basis": lambda contact: contact.found.thing.date.basis,
    "channel": lambda contact: contact.found.thing.channel,
    "level": lambda contact: list(contact.found.thing.level),
    "status": lambda contact: contact.found.thing.status,
    "countries": lambda contact: [side.country or "" for side in contact.sides],
    "people": lambda contact: [titled(person) for side in contact.sides for person in side.people],
    "place": lambda contact: contact.found.thing.place.name if contact.found.thing.place else None,
    "document": lambda contact: contact.found.source.name,
    "outlet": lambda contact: contact.found.source.outlet,
    "sentence": lambda contact: contact.found.passage,
}

STATEMENT: Columns[Found[Statement]] = {
    "id": lambda found: found.thing.id,
    "date_start": lambda found: found.thing.date.start,
    "date_end": lambda found: found.thing.date.end,
    "speakers": lambda found: [titled(actor) for actor in found.who(found.thing.speakers)],
    "speaker_countries": lambda found: countries(found.who(found.thing.speakers)),
    "addressees": lambda found: [titled(actor) for actor in found.who(found.thing.addressees)],
    "about": lambda found: list(found.thing.about),
    "stances": lambda found: list(_stances(found)),
    "topics": lambda found: list(found.thing.topics),
    "mode": lambda found: found.thing.mode,
    "words": lambda found: found.words(found.thing.content),
    "document": lambda found: found.source.name,
    "outlet": lambda found: found.source.outlet,
    "sentence": lambda found: found.passage,
}


Telling = tuple[Tracked, Found[Agreement]]
AGREEMENT: Columns[Telling] = {
    "agreement": lambda told: told[0].id,
    "stands": lambda told: told[0].stage,
    "id": lambda told: told[1].thing.id,
    "name": lambda told: told[1].thing.name,
    "kind": lambda told: told[1].thing.agreement_kind,
    "instrument": lambda told: told[1].thing.instrument,
    "parties": lambda told: list(told[1].thing.parties),
    "stage": lambda told: told[1].thing.stage,
    "steps": lambda told: list(_steps(told[1])),
    "signed_start": lambda told: told[1].thing.terms.signed.start,
    "signed_end": lambda told: told[1].thing.terms.signed.end,
    "expires_start": lambda told: told[1].thing.terms.expires.start,
    "expires_end": lambda told: told[1].thing.terms.expires.end,
    "terms": lambda told: terms(told[1].thing.terms) or None,
    "said_by": lambda told: [titled(actor) for actor in told[1].who(told[1].thing.said_by)],
    "document": lambda told: told[1].source.name,
    "outlet": lambda told: told[1].source.outlet,
    "published_start": lambda told: told[1].source.published.start,
    "published_end": lambda told: told[1].source.published.end,
    "sentence": lambda told: told[1].passage,
}

FIGURE: Columns[Found[Figure]] = {
    "id": lambda found: found.thing.id,
    "value": lambda found: found.thing.value,
    "comparator": lambda found: found.thing.comparator,
    "unit": lambda found: found.thing.unit,
    "currency": lambda found: found.thing.currency,
    "direction": lambda found: found.thing.direction,
    "kind": lambda found: found.thing.figure_kind,
    "ordinal": lambda found: "yes" if found.thing.ordinal else None,
    "measures": lambda found: found.thing.measures or None,
    "countries": lambda found: list(found.thing.countries),
    "period_start": lambda found: found.thing.period.start,
    "period_end": lambda found: found.thing.period.end,
    "base_start": lambda found: found.thing.base.start,
    "base_end": lambda found: found.thing.base.end,
    "said_by": lambda found: [titled(actor) for actor in found.who(found.thing.said_by)],
    "events": lambda found: list(found.thing.events),
    "document": lambda found: found.source.name,
    "outlet": lambda found: found.source.outlet,
    "sentence": lambda found: found.passage,
}


def _of_hit(cell: Callable[[Hit], Cell]) -> Callable[[Match], Cell]:
    return lambda match: cell(match) if isinstance(match, Hit) else None


def _of_name(cell: Callable[[Named], Cell]) -> Callable[[Match], Cell]:
    return lambda match: cell(match) if isinstance(match, Named) else None


MATCH: Columns[Match] = {
    "kind": lambda match: match.actor_kind if isinstance(match, Named) else "report",
    "name": lambda match: match.name if isinstance(match, Named) else match.source.title,
    "country": _of_name(lambda named: named.country),
    "documents": _of_name(lambda named: named.documents),
    "document": _of_hit(lambda hit: hit.source.name),
    "document_id": _of_hit(lambda hit: hit.source.id),
    "outlet": _of_hit(lambda hit: hit.source.outlet),
    "published_start": _of_hit(lambda hit: hit.source.published.start),
    "published_end": _of_hit(lambda hit: hit.source.published.end),
    "sentence": _of_hit(lambda hit: hit.passage),
    "sentence_start": _of_hit(lambda hit: hit.sentence.start),
    "words": lambda match: [f"{span.start}-{span.end}" for span in match.words] if isinstance(match, Hit) else [],
}


def _stances(found: Found[Statement]) -> Iterator[str]:
    """``"FIN supportive"``; a body of no country by its name."""
    for one in found.thing.stances:
        yield f"{one.state or found.actors[one.body or ''].name} {one.stance}"


def tellings(tracked: Iterable[Tracked]) -> Iterator[Telling]:
    """Each agreement with each of its reports: a row of ``AGREEMENT``."""
    return ((one, found) for one in tracked for found in one.told)


def _steps(found: Found[Agreement]) -> Iterator[str]:
    """``"2011-05 signed"``, ``"2023-05 to be ended (Mara Lindqvist)"``"""
    for change in found.thing.stage_changes:
        by = ", ".join(actor.name for actor in found.who(change.said_by))
        yield f"{shown(change.date)} {step(change.stage, change.status)}" + (f" ({by})" if by else "")


def by_name(names: Iterable[str]) -> Columns[Mapping[str, Any]]:
    """The columns of rows that have their cells by these names."""
    return {name: itemgetter(name) for name in names}


def write_csv(things: Iterable[Thing], columns: Columns[Thing], out: TextIO) -> None:
    """Comma-separated, with a header; lists are joined by ``"; "``, and no cell runs as a formula in a spreadsheet."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for thing in things:
        writer.writerow([_safe(value(thing)) for value in columns.values()])


def write_json(things: Iterable[Thing], columns: Columns[Thing], out: TextIO) -> None:
    """One JSON object a line."""
    for thing in things:
        row = {name: value(thing) for name, value in columns.items()}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def titled(actor: Actor) -> str:
    """``"Mara Lindqvist (Foreign Minister of Sweden)"``; the bare name of a state, or where the office is the name."""
    return f"{actor.name} ({actor.office})" if actor.office and actor.office != actor.name else actor.name


def countries(actors: Iterable[Actor]) -> list[str]:
    """The countries of actors, each once, in order."""
    return list(dict.fromkeys(actor.country for actor in actors if actor.country))


def _safe(value: Cell) -> str | float | None:
    """Numbers stay numbers; a row is a line, and no text runs as a formula."""
    text = "; ".join(value) if isinstance(value, list) else value
    return cell(text) if isinstance(text, str) else text
