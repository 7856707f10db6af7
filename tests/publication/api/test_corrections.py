from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.publication.app import create_app
from dragoman.publication.serving import Serving
from dragoman.record.record import Record

pytestmark = pytest.mark.model
ADDRESS = "/api/v1/corrections"


@pytest.fixture
def deed(writing: TestClient) -> str:
    found: str = writing.get("/api/v1/events?state=USA&state=RUS&type=CONSULT").json()["items"][0]["id"]
    return found


def test_a_correction_is_kept_and_holds(writing: TestClient, deed: str) -> None:
    sent = {"act": "reject", "ids": [deed], "note": "It was another year.", "user": "Ada"}
    made = writing.post(ADDRESS, json=sent)
    assert made.status_code == 201
    listed = writing.get(ADDRESS).json()["items"]
    assert listed == [made.json()]
    assert (listed[0]["act"], listed[0]["note"], listed[0]["user"]) == ("reject", "It was another year.", "Ada")
    assert writing.get(f"/api/v1/events/{deed}").status_code == 404


def test_a_field_is_recoded(writing: TestClient, deed: str) -> None:
    sent = {"act": "recode", "ids": [deed], "changes": {"place": "Oslo"}, "user": "Ada"}
    assert writing.post(ADDRESS, json=sent).json()["changes"] == ["place=Oslo"]
    assert writing.get(f"/api/v1/events/{deed}").json()["place"] == "Oslo"


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"act": "praise", "ids": ["x1"], "user": "Ada"}, 422, "'merge', 'split', 'recode', 'reject' or 'confirm'"),
        ({"act": "reject", "ids": [], "user": "Ada"}, 422, "ids"),
        ({"act": "reject", "ids": ["x1"], "user": "Ada", "colour": "red"}, 422, "colour"),
        ({"act": "reject", "ids": ["x1"], "user": "Ada"}, 400, "x1"),
        ({"act": "recode", "ids": ["x1"], "changes": {"colour": "red"}, "user": "Ada"}, 400, "colour"),
    ],
)
def test_what_is_no_correction_is_refused(writing: TestClient, sent: dict[str, Any], status: int, told: str) -> None:
    answer = writing.post(ADDRESS, json=sent)
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_somebody_must_stand_for_it(writing: TestClient, deed: str) -> None:
    answer = writing.post(ADDRESS, json={"act": "confirm", "ids": [deed]})
    assert answer.status_code == 400
    assert "name to stand for it" in answer.json()["detail"]


def test_what_is_no_json_is_refused(writing: TestClient) -> None:
    assert writing.post(ADDRESS, content=b"{").status_code == 422
    assert writing.post(ADDRESS, content=b"\xff").status_code == 422


def test_a_record_that_is_only_read_is_not_corrected(record: Record) -> None:
    client = TestClient(create_app(record, Serving(hosts=("testserver",), writing=False)))
    answer = client.post(ADDRESS, json={"act": "confirm", "ids": ["x"], "user": "Ada"})
    assert answer.status_code == 403
    assert "--read-only" in answer.json()["detail"]
