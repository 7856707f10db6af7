from __future__ import annotations

import csv
import io
import sqlite3
import sys
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from fastapi.testclient import TestClient

from dragoman.publication.api import resources
from dragoman.publication.api.resource import Resource
from dragoman.publication.api.resources import RESOURCES
from dragoman.publication.terminal import COLUMNS
from dragoman.record.record import Record

pytestmark = pytest.mark.model
ASKED = {"series": "state=USA&state=RUS&per=year", "search": "q=talks"}
LISTS = [(one.name, ASKED.get(one.name, "")) for one in RESOURCES if one.name != "corrections"]


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


@pytest.mark.parametrize(("name", "asked"), LISTS)
def test_a_list_holds_the_same_in_all_forms(client: TestClient, name: str, asked: str) -> None:
    path = f"/api/v1/{name}?{asked}&limit=1000"
    there = client.get(path).json()["items"]
    assert there
    table = list(csv.DictReader(io.StringIO(client.get(f"{path}&format=csv").text)))
    parquet = pyarrow.parquet.read_table(io.BytesIO(client.get(f"{path}&format=parquet").content))
    arrow = pyarrow.ipc.open_stream(client.get(f"{path}&format=arrow").content).read_all()
    assert parquet.to_pylist() == arrow.to_pylist() == there
    assert [list(row) for row in table] == [list(row) for row in there]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_columns_are_those_of_the_command(resource: Resource) -> None:
    command = {"events": "deeds", "tellings": "events"}.get(resource.name, resource.name)
    if command in COLUMNS:
        assert resource.columns is COLUMNS[command]  # type: ignore[index]
    if resource.columns is not None:
        assert set(resource.kinds) <= set(resource.columns)


@pytest.mark.parametrize(("name", "asked"), LISTS)
@pytest.mark.parametrize("limit", [1, 7])
def test_its_pages_hold_everything_once(client: TestClient, name: str, asked: str, limit: int) -> None:
    if name in ("contradictions", "networks") and limit == 1:
        limit = 2  # they are worked out anew for each page
    whole = rows(client, f"{name}?{asked}&limit=1000")
    walked: list[dict[str, Any]] = []
    address: str | None = f"/api/v1/{name}?{asked}&limit={limit}"
    while address:
        answer = client.get(address)
        walked += answer.json()["items"]
        assert len(answer.json()["items"]) <= limit
        address = answer.json()["next"]
        assert answer.headers.get("link") == (f'<{address}>; rel="next"' if address else None)
    # Who is named so comes with the first page of a search only, and fewer of them on a short page.
    told = [row for row in walked if row["kind"] == "report"] if name == "search" else walked
    assert told == ([row for row in whole if row["kind"] == "report"] if name == "search" else whole)


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("events?state=USA", lambda row: "USA" in row["actor_countries"] + row["recipient_countries"]),
        ("events?state=United%20States&state=Russia&type=CONSULT", lambda row: row["event"] == "CONSULT"),
        ("events?status=planned", lambda row: row["status"] == "planned"),
        ("tellings?type=03", lambda row: row["cameo"].startswith("03")),
        ("contacts?type=phone_call", lambda row: row["channel"] == "phone_call"),
        ("statements?by=Lavrov", lambda row: any("Lavrov" in name for name in row["speakers"])),
        ("figures?state=GBR", lambda row: "GBR" in row["countries"]),
        ("documents?source=macron", lambda row: "macron" in row["name"]),
        ("actors?state=RUS&by=minister", lambda row: row["country"] == "RUS"),
        ("dyads?state=TUR", lambda row: "TUR" in (row["one"], row["other"])),
    ],
)
def test_filters_leave_what_fits(client: TestClient, path: str, fits: Any) -> None:
    found = rows(client, path)
    assert found
    assert all(map(fits, found))
    name = path.partition("?")[0]
    assert len(found) < len(rows(client, f"{name}?limit=1000"))


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("events?state=Atlantis", 400, "Atlantis"),
        ("events?state=USA&state=RUS&state=CHN", 400, "3 states"),
        ("events?since=soon", 400, "soon"),
        ("events?since=2021&until=2020", 400, "swap"),
        ("events?stage=signed", 400, "'stage'"),
        ("events?sttate=USA", 400, "Allowed are state, since"),
        ("statements?type=loud", 400, "direct, indirect, mixed"),
        ("events?type=vist", 400, "no type of event"),
        ("contacts?type=AID", 400, "no type of contact"),
        ("figures?type=vist", 400, "in the singular"),
        ("events?after=x0", 400, "from its beginning"),
        ("dyads?after=XXX-YYY", 400, "from its beginning"),
        ("actors?after=nobody", 400, "person/SWE/Mara Lindqvist"),
        ("series?state=USA", 400, "Name two"),
        ("series?state=USA&state=RUS&since=0001&until=9999&per=week", 400, "more than 10,000 weeks"),
        ("search?q=", 400, "No word"),
        ("events?limit=0", 422, "limit"),
        ("events?limit=1001", 422, "1000"),
        ("events?format=xml", 422, "'json', 'csv', 'parquet' or 'arrow'"),
        ("dyads?scale=richter", 422, "median"),
        ("nothing", 404, "/api/v1/nothing"),
        ("events/x0000000", 404, "no deed"),
        ("events/e0000000", 404, "e0000000"),
        ("documents/d00", 404, "d00"),
        ("codebook/Atlantis", 404, "Atlantis"),
        ("readings/r00", 404, "r00"),
    ],
)
def test_what_cannot_be_met_says_why(client: TestClient, path: str, status: int, told: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    "name", ["agreements", "contradictions", "networks", "dyads?since=2010", "series?state=USA&state=RUS"]
)
def test_what_looks_at_too_much_is_refused(client: TestClient, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("_REPORTS", "_AGREEMENTS", "_TELLINGS"):
        monkeypatch.setattr(resources, limit, 2)
    answer = client.get(f"/api/v1/{name}")
    assert answer.status_code == 400
    assert "more than 2" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("application/vnd.apache.arrow.stream, application/json;q=0.9", "application/vnd.apache.arrow.stream"),
        ("application/json;q=none, text/csv;q=0.1", "text/csv"),
    ],
)
def test_the_form_is_the_one_that_is_liked_best(client: TestClient, accept: str, media: str) -> None:
    answer = client.get("/api/v1/events", headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media
    assert "accept" in answer.headers["vary"].lower()


def test_a_form_that_there_is_not_is_refused_with_those_there_are(client: TestClient) -> None:
    answer = client.get("/api/v1/events", headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "text/csv" in answer.json()["detail"]


def test_without_the_library_the_extra_is_named(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = client.get("/api/v1/events?format=arrow")
    assert answer.status_code == 406
    assert "dragoman[exports]" in answer.json()["detail"]


def test_an_answer_need_not_be_given_twice_until_the_record_changes(writing: TestClient, record: Record) -> None:
    first = writing.get("/api/v1/events?limit=1")
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    assert first.headers["cache-control"] == "no-cache"
    again = writing.get("/api/v1/events?limit=1", headers={"if-none-match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for other in ("/api/v1/events?limit=2", "/api/v1/events?limit=1&format=csv"):
        assert writing.get(other, headers={"if-none-match": tag}).status_code == 200
    with sqlite3.connect(record.path) as elsewhere:  # as another process would
        elsewhere.execute("UPDATE documents SET title = 'Another title' WHERE name = 'salisbury.txt'")
    changed = writing.get("/api/v1/events?limit=1", headers={"if-none-match": tag})
    assert (changed.status_code, changed.headers["etag"] == tag) == (200, False)


def test_a_correction_changes_the_tag(writing: TestClient) -> None:
    first = writing.get("/api/v1/corrections")
    deed = rows(writing, "events?limit=1")[0]["id"]
    writing.post("/api/v1/corrections", json={"act": "confirm", "ids": [deed], "user": "Ada"})
    assert writing.get("/api/v1/corrections", headers={"if-none-match": first.headers["etag"]}).status_code == 200
