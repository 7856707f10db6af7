"""From a view to a page: the templates, and the few words they all need."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dragoman.events.event import Status
from dragoman.publication.api.resources import heeded
from dragoman.publication.desk import desk
from dragoman.publication.plain_english import capital, in_words
from dragoman.publication.site import links
from dragoman.publication.site.classes import NAMED
from dragoman.publication.site.cutting import visible
from dragoman.publication.site.evidence import excerpt_of
from dragoman.publication.wishes import query
from dragoman.publication.wording import printable, shown

STATIC = Path(__file__).with_name("static")


def page(request: Request, template: str, *, status_code: int = 200, **view: Any) -> HTMLResponse:
    """A template filled with a view. All text is escaped, and control and bidi characters are made visible."""
    at = desk(request)
    shared = {"request": request, "english": at.english, "serving": at.serving, "cite": cite(request)}
    return HTMLResponse(_templates().get_template(template).render(shared | view), status_code)


def cite(request: Request) -> str:
    """How what is shown is cited: what it is, by which version, from which state of the record."""
    edition = desk(request).glance.edition()
    books = ", ".join(edition.codebooks) or "no codebook"
    today = datetime.now(UTC).date()
    return (
        f"dragoman {version('dragoman')}, codebook {books}, {edition.documents} reports "
        f"last added {(edition.latest or 'never')[:10]}, seen {today}: {request.url}"
    )


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("dragoman.publication.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    made.filters |= {"heeded": heeded, "shown": shown, "in_words": in_words, "capital": capital, "excerpt": excerpt_of}
    made.filters["visible"] = lambda text: Markup(escape(visible(text)))
    made.globals |= {"classes": NAMED, "links": links, "query": query, "statuses": get_args(Status)}
    return made
