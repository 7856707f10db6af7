from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from codings import FakeCoder
from fastapi.testclient import TestClient

from dragoman.publication.app import create_app
from dragoman.publication.gate.headers import HEADERS
from dragoman.publication.serving import Serving
from dragoman.record.record import open_record


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with open_record(tmp_path / "record.db") as record:
        yield TestClient(create_app(record, Serving(hosts=("testserver",)), FakeCoder))


def value(client: TestClient, name: str) -> float:
    """The value of a metric, named with its labels."""
    found = re.search(rf"^{re.escape(name)} (\S+)$", client.get("/metrics").text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_it_says_that_it_is_well(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "well"


def test_requests_are_counted_by_route_and_not_by_address(client: TestClient) -> None:
    for path in ("/api/v1/documents/d1", "/api/v1/documents/d2", "/a", "/b", "/api/v1/events"):
        client.get(path)
    client.request("BREW", "/api/v1/events")
    label = 'dragoman_requests_total{{method="{}",route="{}",status="{}"}}'
    assert value(client, label.format("GET", "/api/v1/documents/{id}", 404)) == 2
    assert value(client, label.format("GET", "other", 404)) == 2
    assert value(client, label.format("GET", "/api/v1/events", 200)) == 1
    assert value(client, label.format("other", "/api/v1/events", 405)) == 1
    assert value(client, 'dragoman_request_seconds_count{route="/api/v1/events"}') == 2


def test_documents_and_the_size_of_the_record_are_counted(client: TestClient) -> None:
    before = value(client, "dragoman_record_bytes")
    sent = {"text": "SWE calls FIN on 2015-03-03."}
    for _ in range(2):
        place = client.post("/api/v1/documents", json=sent).headers["location"]
        while client.get(place).json()["state"] != "done":
            pass
    assert value(client, 'dragoman_documents_total{outcome="read"}') == 1
    assert value(client, 'dragoman_documents_total{outcome="unchanged"}') == 1
    assert value(client, "dragoman_record_bytes") > before > 0


@pytest.mark.parametrize(
    "path", ["/health", "/metrics", "/api", "/api/v1/events", "/api/v1/nothing", "/api/v1/openapi.json"]
)
def test_they_have_the_safe_headers_too(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
