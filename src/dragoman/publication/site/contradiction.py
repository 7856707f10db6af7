"""A contradiction: the passages side by side, and how both may be right."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.errors import UsageError
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.plain_english import capital
from dragoman.publication.site.cutting import Mark
from dragoman.publication.site.evidence import Excerpt, excerpt
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Wishes
from dragoman.record.contradiction import Contradiction, Passage
from dragoman.record.filter import Filter
from dragoman.record.index import around

router = APIRouter()
_REPORTS = 300  # laid side by side: in a second or so


@router.get("/contradictions/{id}")
def contradiction(request: Request, desk: AtDesk, wished: Wishes, id: str) -> HTMLResponse:
    """``?state=IRN&state=RUS`` bounds the search to the newest reports that name them."""
    found = _found(desk, wished, id)
    about = capital(desk.english.decoded(found.about))
    passages = [(passage, _sentences(desk, passage)) for passage in found.passages]
    return page(request, "contradiction.html.j2", found=found, about=about, passages=passages)


def _sentences(desk: Desk, passage: Passage) -> Excerpt:
    """The sentences around the words that are at odds, with these marked."""
    coding = desk.record.coding(passage.source.id)
    place = around([passage.span], coding.sentences) if coding else passage.span
    text = coding.document.text if coding else ""
    return excerpt(text, place, [Mark(passage.span, "field", "")])


def _found(desk: Desk, wished: Filter, id: str) -> Contradiction:
    if not wished.states and desk.record.reports(wished, most=_REPORTS + 1) <= _REPORTS:
        return desk.record.contradiction(id)
    looked = desk.record.contradictions(Filter(states=wished.states), reports=_REPORTS)
    found = next((one for one in looked if one.id == id), None)
    if found is None:
        of = " and ".join(desk.english.state(code) for code in wished.states) or "all states"
        raise UsageError(
            f"The {_REPORTS} newest reports on {of} hold no contradiction {id}. Name the states that it concerns: "
            "?state=IRN&state=RUS."
        )
    return found
