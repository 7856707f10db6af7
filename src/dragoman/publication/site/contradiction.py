"""A contradiction: the passages side by side, and how both may be right."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.errors import UsageError
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.plain_english import capital
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes
from dragoman.record.contradiction import Contradiction
from dragoman.record.filter import Filter

router = APIRouter()


@router.get("/contradictions/{id}")
def contradiction(request: Request, desk: AtDesk, wished: Wishes, id: str) -> HTMLResponse:
    """``?state=IRN&state=RUS`` bounds the search to the reports that name them; without, all are laid side by side."""
    found = _found(desk, wished, id)
    about = capital(desk.english.decoded(found.about))
    return page(request, "contradiction.html.j2", found=found, about=about)


def _found(desk: Desk, wished: Filter, id: str) -> Contradiction:
    if not wished.states:
        return desk.record.contradiction(id)
    found = next((one for one in desk.record.contradictions(wished) if one.id == id), None)
    if found is None:
        named = " and ".join(desk.english.state(code) for code in wished.states)
        raise UsageError(f"The reports on {named} hold no contradiction {id}. Ask without `state` to look at all.")
    return found
