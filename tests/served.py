"""What tests ask of the server: a report as a browser shows it, a client of its own record, a reading to its end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from dragoman.events.coding import Coding
from dragoman.publication.app import create_app
from dragoman.publication.serving import Serving
from dragoman.record.record import Record, open_record


class Report(HTMLParser):
    """``text`` is what the page shows of the report, ``marked`` by id of a mark's entry the words marked for it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.marked: dict[str, str] = {}
        self.anchors: list[str] = []
        self.links: list[str] = []
        self._within = 0
        self._of: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag == "div" and (self._within or given.get("class") == "text"):
            self._within += 1
        if self._within and "data-of" in given:
            self._of = given["data-of"].split()

    def handle_endtag(self, tag: str) -> None:
        self._within -= tag == "div" and self._within > 0
        if tag in {"a", "span"}:
            self._of = []

    def handle_data(self, data: str) -> None:
        if self._within:
            self.text += data
            for id in self._of:
                self.marked[id] = self.marked.get(id, "") + data


def finished(client: TestClient, **sent: Any) -> dict[str, Any]:
    """Sends something to be read, and gives the reading when it is over."""
    begun = client.post("/api/v1/documents", **sent)
    assert begun.status_code == 202, begun.text
    for _ in range(3000):
        reading: dict[str, Any] = client.get(begun.headers["location"]).json()
        if reading["state"] in ("done", "failed"):
            return reading
        time.sleep(0.01)
    raise AssertionError(f"It does not end: {reading}")


@contextmanager
def served(path: Path, *codings: Coding, serving: Serving | None = None) -> Iterator[tuple[Record, TestClient]]:
    """A record with these codings, and a client of the application that serves it."""
    with open_record(path / "record.db") as record:
        for coding in codings:
            record.add(coding)
        with TestClient(create_app(record, serving or Serving(hosts=("testserver",)))) as client:
            yield record, client
