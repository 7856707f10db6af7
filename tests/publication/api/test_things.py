from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.publication.exports import DEED, EVENT

pytestmark = pytest.mark.model


def test_a_document_comes_with_all_that_was_read_from_it(client: TestClient) -> None:
    listed = client.get("/api/v1/documents?source=macron").json()["items"][0]
    document = client.get(f"/api/v1/documents/{listed['id']}").json()
    assert document["id"] == listed["id"]
    assert document["events"]
    assert document["statements"]
    assert document["actors"]
    assert {"agreements", "figures"} <= document.keys()
    for event in document["events"]:
        for evidence in event["evidence"]:
            assert document["text"][evidence["start"] : evidence["end"]].strip()
    assert all(skipped["reason"] for skipped in document["skipped"])


def test_an_event_comes_with_its_tellings_and_the_reasons(client: TestClient) -> None:
    listed = client.get("/api/v1/events?limit=1000").json()["items"]
    told = max(listed, key=lambda row: row["reports"])
    assert told["reports"] > 1
    deed = client.get(f"/api/v1/events/{told['id']}").json()
    assert {name: deed[name] for name in DEED} == told
    assert len(deed["tellings"]) >= told["reports"]
    assert deed["judgements"][0]["why"]
    for telling in deed["tellings"]:
        assert EVENT.keys() <= telling.keys()
        assert "coded by" in {one["field"] for one in telling["explained"]}
    one = client.get(f"/api/v1/events/{deed['tellings'][0]['id']}").json()
    assert one["deed"] == told["id"]
    assert one["explained"] == deed["tellings"][0]["explained"]
    assert client.get(f"/api/v1/events/{told['id'][:12]}").json() == deed


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("consult", "name", "CONSULT"),
        ("042", "code", "042"),
        ("Persian", "iso3", "IRN"),
        ("iran", "iso3", "IRN"),
        ("NATO", "id", "NATO"),
    ],
)
def test_an_entry_of_the_codebook_by_any_of_its_names(client: TestClient, name: str, field: str, value: str) -> None:
    entry = client.get(f"/api/v1/codebook/{name}")
    assert entry.json()[field] == value, entry.text
    assert client.get(f"/api/v1/codebook/{name}", headers={"if-none-match": entry.headers["etag"]}).status_code == 304
