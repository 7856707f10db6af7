from collections.abc import Sequence
from itertools import pairwise

import pytest

from dragoman.codebook.codebook import load
from dragoman.events.event import Place
from dragoman.publication.site.atlas import Atlas, atlas, outlines
from dragoman.publication.site.projection import projected
from dragoman.record.tallies import PlaceCount, StateCount, Tally

GENEVA = Place("Geneva", "CHE", 46.2, 6.14)


def drawn(states: Sequence[StateCount] = (), places: Sequence[PlaceCount] = ()) -> Atlas:
    return atlas(Tally((), tuple(states), tuple(places), 0, False), load())


def test_a_state_is_as_dark_as_it_has_deeds() -> None:
    counts = {"IRN": 100, "RUS": 30, "FRA": 5, "OMN": 1}
    found = drawn([StateCount(state, "CONSULT", deeds) for state, deeds in counts.items()])
    assert [(land.code, land.deeds) for land in found.lands] == list(counts.items())
    assert [land.grade for land in found.lands] == [5, 4, 2, 1]


def test_a_state_too_small_for_an_outline_is_a_dot() -> None:
    land = drawn([StateCount("SGP", "CONSULT", 1)]).lands[0]
    middle = load().sites.states["SGP"]
    assert land.dot == projected(middle.longitude, middle.latitude)
    assert drawn([StateCount("IRN", "CONSULT", 1)]).lands[0].dot is None


@pytest.mark.parametrize("most", [1, 2, 3, 7, 10, 500, 123_456])
def test_the_grades_join_without_a_gap_and_end_with_the_most(most: int) -> None:
    grades = drawn([StateCount("IRN", "", most)]).grades
    assert grades[0][0] == 1
    assert grades[-1][1] == most
    assert all(one[1] + 1 == other[0] for one, other in pairwise(grades))


def test_the_kinds_of_deeds_of_a_place_are_one_circle() -> None:
    counts = [PlaceCount(GENEVA, "CONSULT", 3, "2020-01-02"), PlaceCount(GENEVA, "SANCTION", 1, "2021-03-04")]
    (spot,) = drawn(places=counts).spots
    assert (spot.deeds, spot.classes, spot.last, spot.kind) == (4, (3, 0, 0, 1), "2021-03-04", "verbal-cooperation")
    assert spot.at == projected(6.14, 46.2)


def test_areas_are_in_proportion_to_counts() -> None:
    few, many = Place("Oslo", "NOR", 59.9, 10.7), Place("Rome", "ITA", 41.9, 12.5)
    big, small = drawn(places=[PlaceCount(few, "AID", 10, ""), PlaceCount(many, "AID", 40, "")]).spots
    assert big.radius / small.radius == pytest.approx(2, rel=0.02)


def test_a_place_of_unknown_coordinates_is_listed_but_not_drawn() -> None:
    (spot,) = drawn(places=[PlaceCount(Place("Camp Nowhere"), "CONSULT", 1, "")]).spots
    assert spot.at is None
    assert spot.named is None


def test_a_state_as_a_place_is_marked_as_such() -> None:
    (spot,) = drawn(places=[PlaceCount(Place("Israel", "ISR", 31.5, 34.75), "CONSULT", 1, "")]).spots
    assert spot.whole
    assert not drawn(places=[PlaceCount(GENEVA, "CONSULT", 1, "")]).spots[0].whole


def test_no_name_lies_over_another_place() -> None:
    near = Place("Vernier", "CHE", 46.21, 6.2)
    spots = drawn(places=[PlaceCount(GENEVA, "CONSULT", 9, ""), PlaceCount(near, "CONSULT", 9, "")]).spots
    assert [spot.named for spot in spots].count("right") <= 1


def test_outlines_are_of_states_that_the_codebook_knows() -> None:
    assert outlines().keys() <= load().states.keys()
    assert len(outlines()) > 170


def test_nothing_to_draw_is_an_empty_map() -> None:
    assert drawn().lands == drawn().spots == drawn().grades == ()
