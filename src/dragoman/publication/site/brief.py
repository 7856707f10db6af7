"""The brief on two states: to be read on the page, printed, or taken away."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response

from dragoman.publication.brief_forms import form_named
from dragoman.publication.briefing import brief as make
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.templating import page
from dragoman.publication.wishes import Between

router = APIRouter()
_Form = Literal["md", "html", "docx"]
_TYPES: dict[_Form, str] = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@router.get("/relationships/{one}/{other}/brief")
def brief(request: Request, desk: AtDesk, wanted: Between, to: _Form | None = None) -> Response:
    made = make(desk.record, wanted, desk.book)
    if to is None:
        notes = {note.number: note for note in made.notes}
        return page(request, "brief.html.j2", brief=made, notes=notes, states=wanted.states, wanted=wanted)
    name = f"{'-'.join(wanted.states)}.{to}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(form_named(to)(made), media_type=_TYPES[to], headers=headers)
