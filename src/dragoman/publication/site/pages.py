"""All pages, one router a page."""

from __future__ import annotations

from dragoman.publication.site import relationship, start

PAGES = (start.router, relationship.router)
