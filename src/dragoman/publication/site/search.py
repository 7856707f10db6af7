"""Search: states and pairs of them, people, offices and bodies by name, reports by their words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.codebook.codebook import Codebook
from dragoman.errors import UsageError
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.cutting import Mark, Piece, cut
from dragoman.publication.site.templating import page
from dragoman.record.search import Hit
from dragoman.texts.document import Span

router = APIRouter()
_FEW = 20
_LONGEST = 200  # characters of what is looked for


@router.get("/search")
def search(request: Request, desk: AtDesk, q: str = "", after: str | None = None) -> HTMLResponse:
    asked = q.strip()[:_LONGEST]
    states = list(dict.fromkeys(_states(desk.book, asked))) if not after else []
    try:
        found = desk.record.search(asked, limit=_FEW, after=after) if asked else None
    except UsageError as error:  # nothing to look for is no fault of a reader who is still typing
        return page(request, "search.html.j2", status_code=400, asked=asked, fault=str(error))
    return page(
        request,
        "search.html.j2",
        asked=asked,
        fault="",
        states=states,
        pairs=list(combinations(states[:3], 2)),
        found=found,
        pieces={hit.source.id: _pieces(hit) for hit in found.hits} if found else {},
    )


def _states(book: Codebook, asked: str) -> Iterator[str]:
    """The states that words of a search name: all of them together, or up to three words one after the other."""
    words, at = asked.replace(",", " ").split(), 0
    while at < len(words):
        for length in (3, 2, 1):
            name = " ".join(words[at : at + length])
            if known := book.known_state(name):
                yield known.iso3
                at += min(length, len(words) - at) - 1
                break
        at += 1


def _pieces(hit: Hit) -> list[Piece]:
    """The passage, with marks on the words looked for."""
    before = hit.sentence.start
    marks = [Mark(Span(word.start - before, word.end - before), "sought", "") for word in hit.words]
    return list(cut(hit.passage, Span(0, len(hit.passage)), marks))
