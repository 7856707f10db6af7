import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.publication.site.projection import HEIGHT, WIDTH, projected

# As d3-geo's own Equal Earth has them; tools/world.mjs prints them.
KNOWN = [
    ((0, 0), (469.444, 245.154)),
    ((51.39, 35.69), (601.989, 116.238)),
    ((-169.1, 65), (857.616, 32.357)),
    ((-168.9, 65), (142.384, 32.357)),
    ((179.9, -17), (959.342, 308.282)),
    ((-74, 40.7), (291.657, 99.799)),
    ((37.62, 55.75), (558.025, 55.101)),
    ((6.14, 46.2), (488.531, 82.560)),
    ((-70, -54), (320.618, 430.443)),
]
longitudes, latitudes = st.floats(-180, 180), st.floats(-57, 84)


@pytest.mark.parametrize(("degrees", "point"), KNOWN)
def test_a_point_lies_where_the_outlines_were_drawn(degrees: tuple[float, float], point: tuple[float, float]) -> None:
    assert projected(*degrees) == pytest.approx(point, abs=0.01)


@given(longitudes, latitudes)
def test_every_place_where_people_live_is_on_the_map(longitude: float, latitude: float) -> None:
    x, y = projected(longitude, latitude)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@given(longitudes, latitudes)
def test_once_round_the_earth_is_the_same_point(longitude: float, latitude: float) -> None:
    if abs(longitude + 169) > 1e-6:  # the edge of the map
        assert projected(longitude + 360, latitude) == pytest.approx(projected(longitude, latitude), abs=0.01)


@given(longitudes, latitudes, latitudes)
def test_what_lies_farther_north_lies_higher(longitude: float, one: float, other: float) -> None:
    south, north = sorted((one, other))
    assert projected(longitude, north)[1] <= projected(longitude, south)[1]


def test_the_date_line_does_not_cut_russia() -> None:
    assert projected(-170, 66)[0] > projected(170, 66)[0]
