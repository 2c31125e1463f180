"""Where a point of the Earth lies on the page: the Equal Earth projection, in which areas keep their proportions.

Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of Geographical Information
Science 33 (2019). The outlines in `assets/world.json` were made with it (`scripts/vendor_page.py`).
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M: Final = sqrt(3) / 2
_HALF_WIDTH: Final = 2.70663
"""How far the equator's end lies from the middle, for a sphere of radius 1."""
MIDDLE: Final = 11
"""The meridian in the middle of the map; the one at its edges then runs through the Bering Strait, and cuts no land."""
WIDTH: Final = 10_000
"""Of the whole map, in the units of the page's drawing."""
HEIGHT: Final = 4867


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """The place of a point on the map, from its upper left corner. ValueError for a point that the Earth lacks."""
    if not (-90 <= latitude <= 90 and -360 <= longitude <= 360):
        raise ValueError(f"no such point on Earth: latitude {latitude}, longitude {longitude}")
    angle = asin(_M * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    east = (longitude - MIDDLE + 180) % 360 - 180
    x = radians(east) * cos(angle) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    scale = WIDTH / 2 / _HALF_WIDTH
    return WIDTH / 2 + x * scale, HEIGHT / 2 - y * scale
