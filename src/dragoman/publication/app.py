"""The application that serves a record: pages for people, an API for programs. Everything is assembled here."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dragoman.codebook.codebook import load
from dragoman.publication.desk import Desk
from dragoman.publication.faults import FAULTS
from dragoman.publication.guard import SafeHeaders
from dragoman.publication.serving import Serving
from dragoman.publication.site.pages import PAGES
from dragoman.publication.site.templating import STATIC
from dragoman.record.record import Record


def create_app(record: Record, serving: Serving | None = None) -> FastAPI:
    """An ASGI application over an open record, which it neither opens nor closes."""
    serving = serving or Serving()
    app = FastAPI(
        title="dragoman",
        version=version("dragoman"),
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        exception_handlers=FAULTS,
    )
    app.state.desk = Desk(record, load(), serving)
    for page in PAGES:
        app.include_router(page, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(SafeHeaders)
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(serving.hosts))
    return app
