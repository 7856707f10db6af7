from itertools import combinations

import pytest

from dragoman.publication.site.layout import HEIGHT, WIDTH, Node, laid_out

NAMES = "Norway Sweden Finland Denmark Iceland Estonia Latvia Lithuania Poland Germany France Spain".split()


def nodes(count: int) -> tuple[Node, ...]:
    """All at one point, the hardest beginning."""
    return tuple(Node(f"n{at}", NAMES[at % len(NAMES)], 5 + at % 7, 500, 300 + at * 1e-3) for at in range(count))


def star(count: int) -> tuple[tuple[str, str, int], ...]:
    return tuple(("n0", f"n{at}", at) for at in range(1, count))


@pytest.mark.parametrize("count", [1, 2, 12, 40])
def test_all_nodes_lie_in_the_drawing_and_no_circle_covers_another(count: int) -> None:
    drawn = nodes(count)
    at = laid_out(drawn, star(count))
    assert len(at) == count
    for node in drawn:
        x, y = at[node.id]
        assert node.radius <= x <= WIDTH - node.radius
        assert node.radius <= y <= HEIGHT - node.radius
    for one, other in combinations(drawn, 2):
        (ax, ay), (bx, by) = at[one.id], at[other.id]
        assert (ax - bx) ** 2 + (ay - by) ** 2 >= (one.radius + other.radius) ** 2


def test_it_is_the_same_each_time() -> None:
    assert laid_out.__wrapped__(nodes(9), star(9)) == laid_out.__wrapped__(nodes(9), star(9))


def test_those_who_deal_with_each_other_lie_nearer() -> None:
    drawn = tuple(Node(id, id, 6, x, 320) for id, x in (("a", 100), ("b", 400), ("c", 700), ("d", 900)))
    at = laid_out(drawn, (("a", "b", 9), ("c", "d", 9)))
    near = abs(at["a"][0] - at["b"][0]) + abs(at["c"][0] - at["d"][0])
    assert near < abs(at["b"][0] - at["c"][0]) * 2


def test_no_nodes_are_no_points() -> None:
    assert laid_out((), ()) == {}
