from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from dragoman.publication.site.start import last_visit

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("visits", "before"),
    [
        ("", None),
        ("2026-03-02T11:50:00+00:00", None),  # the first visit still goes on
        ("2026-03-01T08:00:00+00:00", "2026-03-01T08:00:00+00:00"),
        ("2026-02-01T08:00:00+00:00~2026-03-02T11:50:00+00:00", "2026-02-01T08:00:00+00:00"),
        ("2026-02-01T08:00:00+00:00~2026-03-01T11:50:00+00:00", "2026-03-01T11:50:00+00:00"),
        ("yesterday", None),
        ("2026-03-01T08:00:00", None),  # of no zone
    ],
)
def test_the_last_visit_ended_before_this_one(visits: str, before: str | None) -> None:
    assert last_visit(visits, NOW) == (datetime.fromisoformat(before) if before else None)


@pytest.mark.model
def test_who_comes_back_is_told_what_is_new(client: TestClient) -> None:
    fresh = client.get("/", cookies={"visits": "2020-01-01T00:00:00+00:00"})
    assert "New since you were here on 1 January" in fresh.text
    client.cookies.clear()
    assert "Last read" in client.get("/").text
    client.cookies.clear()
