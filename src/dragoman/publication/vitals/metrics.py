"""What is counted of the server, as Prometheus asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """Those of one application: two in one process do not count for each other."""

    def __init__(self, record: Path, live: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        labels = ("route", "method", "status")
        self._requests = Counter("dragoman_requests", "Requests answered.", labels, registry=self._registry)
        self._seconds = Histogram(
            "dragoman_request_seconds", "How long they took.", ("route",), registry=self._registry, buckets=_SECONDS
        )
        self._documents = Counter(
            "dragoman_documents", "Documents that came in to be read.", ("outcome",), registry=self._registry
        )
        size = Gauge("dragoman_record_bytes", "Size of the record's files.", registry=self._registry)
        size.set_function(lambda: float(_size(record)))
        listening = Gauge("dragoman_live_listeners", "Pages that listen for what is new.", registry=self._registry)
        listening.set_function(lambda: float(live()))

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(route, method, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def read(self, outcome: str) -> None:
        """``read``, ``unchanged`` or ``skipped``."""
        self._documents.labels(outcome).inc()

    def text(self) -> bytes:
        return generate_latest(self._registry)


def _size(record: Path) -> int:
    files = (record, record.with_name(f"{record.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
