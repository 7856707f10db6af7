"""All pages, one router a page."""

from __future__ import annotations

from dragoman.publication.site import brief, map, network, relationship, search, start, state

PAGES = (start.router, search.router, relationship.router, brief.router, state.router, map.router, network.router)
