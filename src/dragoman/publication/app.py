"""The application that serves a record: pages for people, an API for programs. Everything is assembled here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from threading import BoundedSemaphore

import anyio.to_thread
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from dragoman.codebook.codebook import load
from dragoman.measures.scales import Scores
from dragoman.publication.api import ADDRESS
from dragoman.publication.api.router import API
from dragoman.publication.api.schema import described
from dragoman.publication.desk import Desk
from dragoman.publication.faults import FAULTS
from dragoman.publication.gate.layers import layers
from dragoman.publication.glance import Glance
from dragoman.publication.readings.readings import Readings
from dragoman.publication.serving import Serving
from dragoman.publication.site.pages import PAGES
from dragoman.publication.site.templating import STATIC
from dragoman.publication.vitals import routes
from dragoman.publication.vitals.listeners import Listeners
from dragoman.publication.vitals.metrics import Metrics
from dragoman.record.record import Record
from dragoman.runs import local

_THREADS = 10  # that answer at once; the record has 15 connections, and those who read and look for changes need some
_TURNS = 2  # of those threads, for what looks at much of the record


def create_app(
    record: Record, serving: Serving | None = None, coder: Callable[[], local.Coder] = local.coder
) -> FastAPI:
    """An ASGI application over an open record, which it neither opens nor closes. ``coder`` makes what reads the
    reports that come in."""
    serving, listeners = serving or Serving(), Listeners()
    metrics = Metrics(Path(record.path), lambda: len(listeners))
    app = FastAPI(
        title="dragoman",
        summary="News about the dealings between states, as a record that can be trusted.",
        version=version("dragoman"),
        openapi_url=f"{ADDRESS}/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        exception_handlers=FAULTS,
        middleware=list(layers(serving, metrics)),
        lifespan=_few_threads,
    )
    book, readings, turns = load(), Readings(record, coder, metrics.read), BoundedSemaphore(_TURNS)
    glance = Glance(record, Scores(book))
    app.state.desk = Desk(record, book, serving, readings, listeners, metrics, turns, glance)
    for router in API:
        app.include_router(router)
    for page in (*PAGES, routes.router):
        app.include_router(page, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    described(app)
    return app


@asynccontextmanager
async def _few_threads(_: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield
