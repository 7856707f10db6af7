"""Who publishes: whose a site is."""

from __future__ import annotations

import pytest

from dragoman.codebook.codebook import load
from dragoman.codebook.voices import load_voices

SITES = [
    ("https://www.state.gov/a-call/", "USA"),
    ("https://www.navy.mil/1", "USA"),
    ("https://www.gov.uk/government/news/1", "GBR"),
    ("mfa.gov.lv", "LVA"),
    ("https://www.mofa.go.jp/1", "JPN"),
    ("http://en.kremlin.ru/events/1", "RUS"),
    ("https://www.nato.int/1", "NATO"),
    ("https://ec.europa.eu/1", "EU"),
    ("https://government.example.com/1", None),
    ("https://www.fjordtimes.no/1", None),
    ("reports/call.txt", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "key"), SITES)
def test_whose_site_it_is(url: str, key: str | None) -> None:
    assert load_voices().of_site(url, load()) == key


def test_all_sites_belong_to_states_and_bodies_of_the_codebook() -> None:
    codebook = load()
    assert {key for key in load_voices().hosts.values() if key not in {**codebook.states, **codebook.bodies}} == set()
