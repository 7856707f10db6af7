"""A list of the API as a route: filtered, page by page, in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import islice
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import HTTPException, Query, Request
from fastapi.responses import Response

from dragoman.codebook.ontology import Scale
from dragoman.errors import UsageError
from dragoman.measures.periods import By
from dragoman.publication.api.etag import etag, headers, unchanged
from dragoman.publication.api.forms import Table, form_wanted, written
from dragoman.publication.api.resource import Resource, Wanted
from dragoman.publication.desk import AtDesk, Desk
from dragoman.publication.wishes import Wishes

MOST = 1000
_PATIENCE = 20.0  # seconds

FormName = Literal["json", "csv", "parquet", "arrow"]


def endpoint(resource: Resource) -> Callable[..., Response]:
    """What answers for a list."""

    def listing(  # noqa: PLR0913, PLR0917 - each is a word of the query
        request: Request,
        desk: AtDesk,
        wished: Wishes,
        limit: Annotated[int, Query(ge=1, le=MOST, description="At most so many.")] = 100,
        after: Annotated[str | None, Query(description="Go on after this thing: see `next`.")] = None,
        per: By = "month",
        scale: Scale = "median",
        q: Annotated[str, Query(max_length=1000, description='Words: `zarif`, `"trade deal"`, `enrich*`.')] = "",
        format: Annotated[FormName | None, Query(description="Before what `Accept` says.")] = None,
    ) -> Response:
        _check_words(request, resource)
        form = form_wanted(request, format)
        tag = etag(request, desk, form.name)
        if same := unchanged(request, tag):
            return same
        wanted = Wanted(desk, replace(wished, limit=limit + 1), after or None, per, scale, q)
        with _in_turn(desk) if resource.slow else nullcontext():
            things = list(islice(resource.ask(wanted), limit + 1))
        more = _next(request, resource.key(things[limit - 1])) if len(things) > limit else None
        body = written(form, _table(resource, things[:limit], more))
        return Response(body, media_type=form.media, headers=headers(tag) | _links(resource, form.name, more))

    return listing


def _table(resource: Resource, things: list[object], more: str | None) -> Table:
    rows = resource.rows(things)
    if resource.columns is None:
        return Table(tuple(rows[0]) if rows else (), rows, {}, more)
    kinds = {name: resource.kinds.get(name, "text") for name in resource.columns}
    return Table(tuple(resource.columns), rows, kinds, more)


def _check_words(request: Request, resource: Resource) -> None:
    """A word that is not heeded would be taken for one that is."""
    for word in request.query_params:
        if word not in resource.heeded:
            allowed = ", ".join(resource.heeded)
            raise UsageError(f"{resource.name} cannot be asked for by {word!r}. Allowed are {allowed}.")


@contextmanager
def _in_turn(desk: Desk) -> Iterator[None]:
    if not desk.turns.acquire(timeout=_PATIENCE):
        raise HTTPException(503, "Others ask for much of the record just now. Ask again in a minute, or for less.")
    try:
        yield
    finally:
        desk.turns.release()


def _next(request: Request, key: str) -> str:
    said = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*said, ('after', key)])}"


def _links(resource: Resource, form: str, more: str | None) -> dict[str, str]:
    next = {"link": f'<{more}>; rel="next"'} if more else {}
    file = {} if form == "json" else {"content-disposition": f'attachment; filename="{resource.name}.{form}"'}
    return next | file
