"""From degrees to the drawing of the world: Equal Earth, as ``tools/world.mjs`` has drawn the outlines.

Šavrič, Patterson and Jenny (2018) give it as a polynomial. The map is turned by 11 degrees, so that its edge runs
through the Bering Strait and no state is cut: what lies at 170 degrees west is at its right edge.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

WIDTH, HEIGHT = 1000, 439
_TURN = 11
_SCALE, _X, _Y = 184.73156767339816, 500.0, 245.1538466441119  # as the tool prints them
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """The point of the drawing, in its units, from the left and from the top."""
    along = radians((longitude - _TURN + 180) % 360 - 180)
    up = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = up * up
    sixth = square**3
    x = 2 * sqrt(3) * along * cos(up) / (3 * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = up * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return _X + _SCALE * x, _Y - _SCALE * y
