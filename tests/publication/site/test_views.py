"""The pages of a whole selection: that they answer, hold what the measures say, and lead somewhere."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from dragoman.record.record import Record

PAGES = [
    "/map",
    "/map?place=Moscow",
    "/map?state=RUS&since=2018&type=CONSULT",
    "/network",
    "/network?state=RUS&until=2021",
]
MADE = re.compile(r"/(map|network|relationships(\?|$)|codebook|accuracy|static)")


def links(page: str) -> set[str]:
    return {unescape(link).partition("#")[0] for link in re.findall(r'(?:href|src)="(/[^"]*)"', page)}


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_the_page_answers_without_script_or_style_of_its_own(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    page = answer.text
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count('<script src="/static/')
    assert page.count("<h1") == 1


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_links_to_pages_of_a_selection_lead_somewhere(client: TestClient, path: str) -> None:
    for link in sorted(links(client.get(path).text)):
        if MADE.match(link):
            assert client.get(link).status_code == 200, link


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_what_a_visitor_asks_for_is_text(client: TestClient, path: str) -> None:
    joined = "&" if "?" in path else "?"
    page = client.get(
        f"{path}{joined}source=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&place=%3Cimg src=x onerror=a()%3E"
    ).text
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.model
def test_the_map_has_the_numbers_of_the_record(client: TestClient, kept: Record) -> None:
    page = client.get("/map").text
    rows = dict(re.findall(r'#deeds">([^<]+)</a></th>.*?<td class="n">(\d+)</td>', page))
    counts: dict[str, int] = {}
    for count in kept.tally().places:
        counts[count.place.name] = counts.get(count.place.name, 0) + count.deeds
    assert {name: int(deeds) for name, deeds in rows.items()} == counts
    assert page.count('class="spots"') == 1
    assert 'aria-label="Moscow: 3 deeds"' in page


@pytest.mark.model
def test_the_map_is_light(client: TestClient) -> None:
    answer = client.get("/map", headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 60_000


@pytest.mark.model
def test_a_place_shows_what_was_done_there(client: TestClient) -> None:
    page = client.get("/map?place=moscow").text
    assert page.count('class="plain timeline"') == 1
    assert "/events/x" in page


@pytest.mark.model
@pytest.mark.parametrize("path", ["/map?state=RUS", "/network?since=2020", "/relationships?state=RUS&state=UKR"])
def test_the_same_can_be_had_for_programs(client: TestClient, path: str) -> None:
    given = [link for link in links(client.get(path).text) if link.startswith("/api/")]
    assert len(given) == 3
    for link in given:
        assert client.get(link).status_code == 200, link
