from html import escape

import pytest
from fastapi.testclient import TestClient

from dragoman.codebook.codebook import load
from dragoman.codebook.holders import load_holders
from dragoman.publication.entries import LISTS

BOOK = load()


@pytest.mark.model
@pytest.mark.parametrize("name", LISTS)
def test_every_entry_of_a_list_has_a_page(client: TestClient, name: str) -> None:
    page = client.get(f"/codebook/{name}").text
    entries = list(LISTS[name].entries(BOOK))
    assert page.count("<dt><a href") == len(entries)
    for entry in entries[:: max(1, len(entries) // 25)]:  # a sample: all of them take half a minute
        assert client.get(f"/codebook/{entry.name}").status_code == 200, entry


@pytest.mark.model
def test_an_event_is_shown_with_all_that_the_data_say(client: TestClient) -> None:
    page, kind = client.get("/codebook/CONSULT").text, BOOK.events["CONSULT"]
    for words in (kind.definition, kind.example, *(mode.example for mode in kind.modes.values())):
        assert escape(words, quote=False).replace("'", "&#39;") in page
    assert page.count('class="plain examples"') == 1


@pytest.mark.model
def test_a_code_has_its_value_in_each_copy_of_the_scale(client: TestClient) -> None:
    page = client.get("/codebook/163").text
    assert all(f'<td class="n">{value:+g}</td>' in page for value in BOOK.code("163").goldstein.values() if value)
    assert BOOK.code("163").note[1:] in page


@pytest.mark.model
def test_a_state_has_its_holders_with_dates_and_sources(client: TestClient) -> None:
    page = client.get("/codebook/RUS").text
    terms = [term for term in load_holders().terms if term.key == "RUS"]
    assert len(terms) > 5
    assert all(escape(term.name) in page and term.since in page for term in terms)


@pytest.mark.model
def test_what_there_is_not_is_not_found_and_near_names_are_told(client: TestClient) -> None:
    answer = client.get("/codebook/Irann")
    assert answer.status_code == 404
    assert "Did you mean" in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("asked", "entry"), [("jcpoa", "/codebook/JCPOA"), ("persian", ""), ("nuclear", "/codebook/NPT")]
)
def test_words_find_entries(client: TestClient, asked: str, entry: str) -> None:
    assert entry in client.get(f"/codebook?q={asked}").text
