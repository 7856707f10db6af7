"""All pages, one module a page."""

from __future__ import annotations

from dragoman.publication.site import (
    accuracy,
    actor,
    api_page,
    brief,
    codebook,
    contradiction,
    document,
    event,
    login,
    map,
    network,
    reading,
    relationship,
    relationships,
    search,
    start,
    state,
    thing,
)

_MODULES = (
    *(start, search, relationships, relationship, brief, state, map, network),
    *(document, event, thing, contradiction, actor),
    *(reading, login, api_page),
    *(codebook, accuracy),
)
PAGES = tuple(module.router for module in _MODULES)
