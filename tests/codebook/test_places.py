"""Where places are: the gazetteer whole, namesakes, and what stands for a state."""

from __future__ import annotations

import pytest

from dragoman.codebook.codebook import load

BOOK = load()


def test_all_un_members_have_a_capital_or_middle_with_coordinates() -> None:
    missing = [s.iso3 for s in BOOK.states.values() if s.un_member and BOOK.site(s.capital or "", {s.iso3}) is None]
    assert missing == []


def test_a_capital_lies_near_the_middle_of_its_state() -> None:
    """Within sixty degrees of each other, across the date line too: swapped or signless coordinates would not."""
    for state in BOOK.states.values():
        capital, middle = BOOK.sites.of(state.capital or "", {state.iso3}), BOOK.sites.states.get(state.iso3)
        if state.un_member and capital is not None and capital.country == state.iso3 and middle is not None:
            across = abs(capital.longitude - middle.longitude) % 360
            assert abs(capital.latitude - middle.latitude) < 27, state.iso3
            assert min(across, 360 - across) < 63, state.iso3


SITES = [
    ("Tripoli", set(), "LBY", (32.9, 13.2)),
    ("Tripoli", {"LBN"}, "LBN", (34.4, 35.8)),
    ("Kiev", set(), "UKR", (50.5, 30.5)),
    ("Melbourne", set(), "AUS", (-37.8, 145.0)),
    ("Hormuz", set(), None, (26.6, 56.2)),
    ("Norway", set(), "NOR", (62.0, 10.0)),
]


@pytest.mark.parametrize(("name", "countries", "country", "where"), SITES)
def test_site(name: str, countries: set[str | None], country: str | None, where: tuple[float, float]) -> None:
    site = BOOK.site(name, countries)
    assert site is not None
    assert site.country == country
    assert (site.latitude, site.longitude) == pytest.approx(where, abs=0.3)


def test_nobody_knows_where_atlantis_is() -> None:
    assert BOOK.site("Atlantis") is None
