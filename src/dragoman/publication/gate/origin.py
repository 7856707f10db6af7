"""That no other site makes a reader's browser change the record."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import Response

from dragoman.publication.faults import answer
from dragoman.publication.gate.layer import SAFE, Layer


class SameOrigin(Layer):
    """Requests that may change something must come from our own pages: so say ``Sec-Fetch-Site``, which browsers send
    and pages cannot set, or an ``Origin`` with our own name. Programs send neither; who comes with a token in
    ``Authorization`` was led here by nobody. (A password there says nothing: browsers send those of a proxy unasked.)
    """

    def refused(self, request: Request) -> Response | None:
        bearer = request.headers.get("authorization", "").lower().startswith("bearer ")
        if request.method in SAFE or bearer:
            return None
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        own = (
            site in ("same-origin", "none") if site else origin is None or _host(origin) == request.headers.get("host")
        )
        if own:
            return None
        told = (
            f"This came from another site ({(origin or site or '')[:80]}), which may not change the record. "
            "Use the pages here; programs send a token in Authorization, or no Origin at all."
        )
        return answer(request, 403, told)


def _host(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # "http://["
        return None
