import pytest
from fastapi.testclient import TestClient

from dragoman.publication.gate.headers import HEADERS

PAGES = [
    "/",
    "/relationships/IRN/RUS",
    "/relationships/IRN/RUS/brief",
    "/states/IRN",
    "/search?q=Iran+talks",
    "/nothing-here",
]


@pytest.mark.model
@pytest.mark.parametrize("path", [*PAGES, "/static/dragoman.css"])
def test_every_answer_has_the_safe_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_a_style_or_loads_from_elsewhere(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count('<script src="/static/')
    assert "http://" not in page.replace("http://testserver", "").replace("http://www.w3.org", "")


@pytest.mark.model
def test_another_name_of_the_host_gets_nothing(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.model
def test_an_unknown_state_is_a_clear_fault(client: TestClient) -> None:
    answer = client.get("/relationships/Iran/Atlantis")
    assert answer.status_code == 400
    assert "Atlantis" in answer.text
