"""The addresses of the pages, each in one place."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from dragoman.publication.wishes import query
from dragoman.record.filter import Filter
from dragoman.texts.document import Span

_KINDS = {"e": "events", "x": "events", "s": "statements", "g": "agreements", "f": "figures", "k": "contradictions"}


def relationship(one: str, other: str, wanted: Filter | None = None) -> str:
    return f"/relationships/{one}/{other}" + _asked(wanted)


def state(code: str, wanted: Filter | None = None) -> str:
    return f"/states/{code}" + _asked(wanted)


def thing(id: str, states: Sequence[str] = ()) -> str:
    """Of anything that has an id: what it is shows its first letter. ``states``: of the reports on which a
    contradiction is sought again."""
    sought = f"?{urlencode({'state': states}, doseq=True)}" if id[0] == "k" and states else ""
    return f"/{_KINDS[id[0]]}/{id}{sought}"


def event(id: str) -> str:
    """Of a deed (``x…``) or of one report's telling of it."""
    return f"/events/{id}"


def document(id: str, span: Span | None = None) -> str:
    """The document, at a place if one is named."""
    return f"/documents/{id}" + (f"?at={span.start}-{span.end}#at" if span else "")


def actor(name: str, country: str | None) -> str:
    return f"/actors/{country or '-'}/{quote(name, safe='')}"


def code(name: str) -> str:
    """An entry of the codebook."""
    return f"/codebook/{quote(name, safe='')}"


def _asked(wanted: Filter | None) -> str:
    said = query(wanted, states=None) if wanted else ""
    return f"?{said}" if said else ""
