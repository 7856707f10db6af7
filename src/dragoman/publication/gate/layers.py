"""All layers round the application, the outermost first."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dragoman.publication.gate.entry import Entry
from dragoman.publication.gate.headers import SafeHeaders
from dragoman.publication.gate.origin import SameOrigin
from dragoman.publication.gate.patience import Patience
from dragoman.publication.gate.proxy import Forwarded
from dragoman.publication.gate.rate import Rates
from dragoman.publication.gate.size import Longest
from dragoman.publication.gate.tokens import Keeper
from dragoman.publication.serving import Serving
from dragoman.publication.vitals.counting import Counting
from dragoman.publication.vitals.metrics import Metrics


def layers(serving: Serving, metrics: Metrics) -> Iterator[Middleware]:
    limits = serving.limits
    if serving.proxied:
        yield Middleware(Forwarded)
    yield Middleware(Counting, metrics=metrics)
    yield Middleware(SafeHeaders)
    yield Middleware(TrustedHostMiddleware, allowed_hosts=list(serving.hosts))
    yield Middleware(Rates, changing=limits.changing, every=limits.every if serving.to_others else None)
    yield Middleware(SameOrigin)
    if serving.tokens:
        yield Middleware(Entry, keeper=Keeper(serving.tokens))
    yield Middleware(Patience, step=limits.step, whole=limits.whole)
    yield Middleware(Longest, longest=serving.longest)
    yield Middleware(GZipMiddleware, minimum_size=1024)
