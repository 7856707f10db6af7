"""A relationship: all that is known of the dealings of two states, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from threading import Lock

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

import dragoman
from dragoman.measures.dealing import Dealing, dealings
from dragoman.measures.dyads import Series, every
from dragoman.measures.dyads import series as measured
from dragoman.measures.outline import outline
from dragoman.measures.periods import BYS, By, placed
from dragoman.measures.scales import Scores
from dragoman.publication.brief import Matter, Notes
from dragoman.publication.brief_words import agreements, contradictions, figures, said
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.site.atlas import atlas, outlines
from dragoman.publication.site.chart import chart
from dragoman.publication.site.strip import SHAPES, strip
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Between
from dragoman.record.contradiction import Contradiction
from dragoman.record.days import FIRST, LAST, days
from dragoman.record.filter import Filter

router = APIRouter()
_PAGE, _FEW = 50, 30  # deeds of the timeline; agreements
_AT_ONCE, _COMPARED = 12, 300  # reports that are compared on the page, and on one of its own
_MOST = 50  # contacts, statements and figures, the latest
_LONG: tuple[tuple[By, int], ...] = (("month", 36), ("quarter", 48))


# Python makes one page at a time: two large ones side by side take as long as both, and hold up the small ones.
_ONE_BY_ONE = Lock()


@router.get("/relationships/{one}/{other}")
def relationship(request: Request, desk: AtDesk, wanted: Between, per: By | None = None) -> HTMLResponse:
    with _ONE_BY_ONE:
        return _relationship(request, desk, wanted, per)


def _relationship(request: Request, desk: Desk, wanted: Filter, per: By | None) -> HTMLResponse:
    told = list(dealings(desk.record, replace(wanted, limit=_PAGE + 1, latest=True)))
    contacts = replace(wanted, types=("CONSULT",), limit=_MOST, latest=True)
    drawn = series(desk, wanted, per)
    compared = desk.record.reports(wanted, most=_AT_ONCE + 1) <= _AT_ONCE
    matter = _matter(desk, wanted, told, differing=differing(desk, wanted) if compared else [])
    return page(
        request,
        "relationship.html.j2",
        states=wanted.states,
        wanted=wanted,
        whole=dragoman.dyads(desk.record, wanted=Filter(states=wanted.states)).dyads,
        series=drawn,
        per=BYS,
        chart=chart(drawn),
        strip=strip(dealings(desk.record, contacts)),
        shapes=SHAPES,
        atlas=atlas(desk.record.tally(wanted), desk.book) if len(told) <= _PAGE else None,  # else drawn when come near
        outlines=outlines(),
        deeds=told[-_PAGE:],
        earlier=_before(told) if len(told) > _PAGE else None,
        said=said(matter),
        agreements=agreements(matter),
        figures=figures(matter),
        contradictions=contradictions(matter),
        compared=compared,
        notes=matter.notes.numbered(),  # after all that refer to them
    )


def series(desk: Desk, wanted: Filter, by: By | None) -> Series:
    """The series in the periods asked for, else in the shortest in which it is short enough to be read.

    Of all deeds it is drawn from their counts; with wishes beyond days, from each deed.
    """
    scores = Scores(desk.book)
    if wanted == Filter(states=wanted.states, since=wanted.since, until=wanted.until):
        exact = by == "week" or wanted.since is not None or wanted.until is not None
        counts = desk.record.dated(*wanted.states, exact=exact)
        dates = ((count.first_day, count.last_day) for count in counts if count.done)
        return outline(counts, wanted, scores, by=by or _shortest(dates, wanted))
    told = list(dealings(desk.record, replace(wanted, since=None)))
    dates = (days(dealing.event.date) for dealing in told if dealing.done)
    return measured(told, wanted, scores, by=by or _shortest(dates, wanted))


def _shortest(dates: Iterable[tuple[str, str]], wanted: Filter) -> By:
    once = set(dates)
    for by, most in _LONG:
        if len(every({placed(*date, by) for date in once}, wanted, by)) <= most:
            return by
    return "year"


@router.get("/relationships/{one}/{other}/contradictions")
def contradicted(request: Request, desk: AtDesk, wanted: Between) -> HTMLResponse:
    """Where the reports differ, on a page of its own: in a large record it takes seconds to find."""
    matter = _matter(desk, wanted, (), differing=differing(desk, wanted))
    return page(
        request,
        "contradictions.html.j2",
        states=wanted.states,
        wanted=wanted,
        section=contradictions(matter, most=_MOST),
        notes=matter.notes.numbered(),
        most=_COMPARED,
        cut=desk.record.reports(wanted, most=_COMPARED + 1) > _COMPARED,
    )


def _before(told: Sequence[Dealing]) -> str | None:
    """The day up to which there is more than the page shows."""
    days_told = [days(dealing.event.date)[0] for dealing in told[-_PAGE:]]
    return min(days_told) if FIRST < min(days_told) < LAST else None


def differing(desk: Desk, wanted: Filter) -> list[Contradiction]:
    """Where the reports published last do not agree."""
    asked = replace(wanted, types=(), statuses=(), person=None, place=None, limit=_MOST)
    return list(desk.record.contradictions(asked, reports=_COMPARED))


def _matter(desk: Desk, wanted: Filter, told: Sequence[Dealing], *, differing: list[Contradiction]) -> Matter:
    """What the brief tells of the same things, with bounds."""
    some = replace(wanted, limit=_MOST, latest=True, types=(), statuses=())
    return Matter(
        states=(wanted.states[0], wanted.states[1]),
        wanted=wanted,
        dealings=told,
        statements=list(desk.record.statements(some)),
        agreements=desk.record.tracked(replace(some, limit=_FEW), tellings=_MOST),
        figures=list(desk.record.figures(some)),
        contradictions=differing,
        english=desk.english,
        notes=Notes(),
    )
