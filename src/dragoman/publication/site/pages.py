"""All pages, one module a page."""

from __future__ import annotations

from dragoman.publication.site import (
    brief,
    document,
    map,
    network,
    relationship,
    search,
    start,
    state,
)

_MODULES = (start, search, relationship, brief, state, document, map, network)
PAGES = tuple(module.router for module in _MODULES)
