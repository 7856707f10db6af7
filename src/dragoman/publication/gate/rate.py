"""That nobody asks more often than others can bear."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from fastapi.responses import Response
from starlette.types import ASGIApp

from dragoman.publication.faults import answer
from dragoman.publication.gate.layer import SAFE, Layer
from dragoman.publication.gate.limits import Rate

_CLIENTS = 10_000  # remembered; the one not seen for longest is forgotten first


class Buckets:
    """A bucket for each client: every request takes a drop out of it, and it fills again with time."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds until the client may ask again; 0: now, and this request is counted."""
        now = self._clock()
        left, last = self._left.pop(client, (float(self._rate.burst), now))
        left = min(self._rate.burst, left + (now - last) * self._rate.second)
        allowed = left >= 1
        self._left[client] = (left - allowed, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate.second


class Rates(Layer):
    """Buckets for requests that change something, and for all requests where ``every`` is given."""

    def __init__(self, app: ASGIApp, changing: Rate, every: Rate | None) -> None:
        super().__init__(app)
        self._changing = Buckets(changing)
        self._every = Buckets(every) if every else None

    def refused(self, request: Request) -> Response | None:
        client = request.client.host if request.client else "?"
        wait = self._every.wait(client) if self._every else 0.0
        if not wait and request.method not in SAFE:
            wait = self._changing.wait(client)
        if not wait:
            return None
        seconds = int(wait) + 1
        told = f"That was too many requests in a short time. Ask again in {seconds} s."
        return answer(request, 429, told, {"retry-after": str(seconds)})
