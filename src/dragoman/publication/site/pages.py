"""All pages, one module a page."""

from __future__ import annotations

from dragoman.publication.site import (
    accuracy,
    api_page,
    brief,
    codebook,
    document,
    login,
    map,
    network,
    reading,
    relationship,
    relationships,
    search,
    start,
    state,
)

_MODULES = (
    start,
    search,
    relationship,
    brief,
    state,
    document,
    map,
    network,
    reading,
    login,
    api_page,
    relationships,
    codebook,
    accuracy,
)
PAGES = tuple(module.router for module in _MODULES)
