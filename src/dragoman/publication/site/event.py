"""An event: what was done, every field with the words that it came from, all its reports, and a form to correct it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.errors import UsageError
from dragoman.events.event import Event
from dragoman.measures.dealing import Dealing, dealings
from dragoman.measures.scales import Scores
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.site import links
from dragoman.publication.site.correction import ACTS, Sent, choices, current, keep, sent
from dragoman.publication.site.evidence import Excerpt, excerpt_of, excerpts, rows
from dragoman.publication.site.templating import page
from dragoman.publication.site.told import Tied, alone, as_told, found_in, kind, of_deed, told_of
from dragoman.record.deed import Deed, Report
from dragoman.record.filter import Filter
from dragoman.record.found import Explained, Found
from dragoman.record.judgement import Correction, Judgement

router = APIRouter()
_REPORTS = 50  # shown side by side
_FEW = 8  # related deeds, and judgements, and statements that deny or confirm
_NEAR = timedelta(days=21)
_CORRECTIONS = 50  # the newest


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as one report tells it (``explained``, ``dealing``) and the deed; ``None`` where a user rejected it."""

    id: str
    explained: Explained
    dealing: Dealing
    deed: Deed | None

    @property
    def event(self) -> Event:
        return self.dealing.event


@dataclass(frozen=True, slots=True)
class Side:
    """A report beside the others; ``says`` how independent it is."""

    found: Found[Event]
    report: Report
    says: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form that was sent: the number of the correction, or the fault and what had been filled in."""

    wanted: Sent = field(default_factory=Sent)
    fault: str = ""
    done: int | None = None


@router.get("/events/{id}")
def event(request: Request, desk: AtDesk, id: str, done: int | None = None) -> HTMLResponse:
    return _page(request, desk, _shown(desk, id), Outcome(done=done))


@router.post("/events/{id}/corrections")
def correct(request: Request, desk: AtDesk, id: str, wanted: Annotated[Sent, Depends(sent)]) -> Response:
    if not desk.serving.writing:
        raise HTTPException(403, "This record is served for reading only: events cannot be corrected over it.")
    shown = _shown(desk, id)
    try:
        kept = keep(desk.record, shown.event, wanted)
    except UsageError as fault:
        return _page(request, desk, shown, Outcome(wanted, str(fault)))
    # A deed may have gone, or have another id now; of its first event all is still told.
    return RedirectResponse(f"{links.event(kept.events[0])}?done={kept.number}#corrections", 303)


def _shown(desk: Desk, id: str) -> Shown:
    """What is shown under the id of a deed, or of one report's event.

    :raises UsageError: the record holds neither.
    """
    if id.startswith("x"):
        deed = desk.record.deed(id)
        explained = desk.record.explain(deed.telling.thing.id)
        return Shown(id, explained, of_deed(deed), deed)
    explained = desk.record.explain(id)
    if not isinstance(explained.thing, Event):
        raise UsageError(
            f"{id} is no event, but one of the {kind(explained.thing)}: {links.thing(explained.thing.id)}."
        )
    known = desk.record.canonical(explained.document.id).get(explained.thing.id)
    if known is None:
        return Shown(id, explained, alone(found_in(explained, explained.thing)), None)
    deed = desk.record.deed(known)
    telling = next(one for one in deed.tellings if one.thing.id == explained.thing.id)
    return Shown(id, explained, of_deed(deed, telling), deed)


def _page(request: Request, desk: Desk, shown: Shown, outcome: Outcome) -> HTMLResponse:
    corrections = _corrections(desk, shown)
    return page(
        request,
        "event.html.j2",
        status_code=400 if outcome.fault else 200,
        shown=shown,
        book=desk.book,
        plover=Scores(desk.book).plover(shown.dealing),
        rows=rows(shown.explained),
        excerpts=excerpts(shown.explained),
        sides=list(_sides(shown)),
        judged=_judged(shown),
        ties=[*_turns(desk, shown), *_ties(desk, shown)],
        related=list(_related(desk, shown)),
        corrections=corrections,
        done=next((one for one in corrections if one.number == outcome.done), None),
        fault=outcome.fault,
        wanted=outcome.wanted,
        acts=ACTS,
        choices=choices(desk.english, shown.event),
        fields=current(shown.event) | dict(outcome.wanted.fields),
    )


def _sides(shown: Shown) -> Iterator[Side]:
    if shown.deed is None:
        return
    reports = {report.source.id: report for report in shown.deed.reports}
    for found in shown.deed.tellings[:_REPORTS]:
        report = reports[found.source.id]
        yield Side(found, report, _independence(report, reports), excerpt_of(found))


def _independence(report: Report, reports: dict[str, Report]) -> str:
    sharing = [one for one in reports.values() if one.origin == report.origin]
    if len(sharing) == 1:
        return "independent" if len(reports) > 1 else ""
    if report.source.id == report.origin:
        return f"the first of {len(sharing)} of one origin"
    first = reports.get(report.origin)
    return f"of one origin with {(first.source.outlet or first.source.name) if first else 'an earlier report'}"


def _judged(shown: Shown) -> list[tuple[str, str, Judgement]]:
    """The best judgements by which the reports are held to tell of one deed, with the two that they are of."""
    if shown.deed is None:
        return []
    tellers = {
        claim: found.source.outlet or found.source.name
        for claim, found in zip(shown.deed.claims, shown.deed.tellings, strict=True)
    }
    best = sorted(shown.deed.judgements, key=lambda one: -one.score)[:_FEW]
    return [(tellers[one.one], tellers[one.other], one) for one in best]


_TURNS = {
    ("held", False): "It was held",
    ("held", True): "It had been announced",
    ("put off", False): "It was put off",
    ("put off", True): "It puts off what had been announced",
    ("called off", False): "It was called off",
    ("called off", True): "It calls off what had been announced",
    ("denied", False): "It is denied",
    ("denied", True): "It denies what had been reported",
}


def _turns(desk: Desk, shown: Shown) -> Iterator[Tied]:
    for turn in shown.dealing.turns:
        other = desk.record.deed(turn.deed)
        how = _TURNS.get((turn.kind, turn.before), turn.kind)
        yield Tied(how, other.id, desk.english.deed(of_deed(other)))


def _ties(desk: Desk, shown: Shown) -> Iterator[Tied]:
    """Statements that deny or confirm it, agreements that it is a step of, figures that measure it."""
    told = [found.thing for found in shown.dealing.tellings]
    for how, ids in (
        ("Denied by", [id for event in told for id in event.denied_by]),
        ("Confirmed by", [id for event in told for id in event.confirmed_by]),
    ):
        for id in list(dict.fromkeys(ids))[:_FEW]:
            yield Tied(how, id, told_of(desk.record.explain(id), desk.english))
    explained = shown.explained
    for thing in explained.beside:
        how = {"agreements": "A step of", "figures": "Measured by"}.get(kind(thing), "Tied to")
        yield Tied(how, thing.id, as_told(thing, explained.document, explained.actors, (), desk.english))


def _related(desk: Desk, shown: Shown) -> Iterator[Dealing]:
    """What else was done between the two about that time."""
    pair, day = next(iter(shown.dealing.directed()), None), shown.dealing.day
    if pair is None or day is None:
        return
    middle = date.fromisoformat(day)
    since, until = middle - min(_NEAR, middle - date.min), middle + min(_NEAR, date.max - middle)
    wanted = Filter(states=pair, since=since.isoformat(), until=until.isoformat(), limit=_FEW + 1)
    near = dealings(desk.record, wanted)
    yield from islice((one for one in near if one.id != shown.dealing.id), _FEW)


def _corrections(desk: Desk, shown: Shown) -> list[Correction]:
    """What users decided of any of its events, the newest first."""
    events = {shown.event.id, *(found.thing.id for found in shown.dealing.tellings)}
    return list(desk.record.corrections(*events))[: -_CORRECTIONS - 1 : -1]
