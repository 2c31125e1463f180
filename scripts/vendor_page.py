"""Fetch what the HTML reports carry and write it to `src/jnato_graph/page/assets/`, the same bytes each time.

Run by a developer when a version changes: `python scripts/vendor_page.py` (needs npm, and pycountry from the
development requirements). npm fetches the packages; each must have the hash that stands here, taken from the registry's
own record.

- cytoscape (MIT): its minified build as it comes, for the drawing of a report's graph.
- world-atlas (ISC): Natural Earth's outlines of countries (public domain), projected here and written as SVG paths, so
  that a page needs no library to draw them.

`vendored.json` says which packages the files are from, with the hashes of both; a test holds the files to it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pycountry

from jnato_graph.page.projection import MIDDLE, project

ASSETS: Final = Path(__file__).parents[1] / "src" / "jnato_graph" / "page" / "assets"
PACKAGES: Final = {
    "cytoscape@3.34.4": (
        "sha512-msY99tMY8iWTg+sIPGfSqDcPNOt4xcj+v/K/7qUFaCUxxlqnMkUYLBjRUzn9W5CU/R2hrmtJa5+UtovrEM2ctg=="
    ),
    "world-atlas@2.0.2": (
        "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
    ),
}
COPIED: Final = {
    ("cytoscape@3.34.4", "dist/cytoscape.min.js"): "cytoscape.min.js",
    ("cytoscape@3.34.4", "LICENSE"): "cytoscape.LICENSE",
    ("world-atlas@2.0.2", "LICENSE"): "world.LICENSE",
}
OUTLINES: Final = ("world-atlas@2.0.2", "countries-110m.json")
ANTARCTICA: Final = "010"
WITHOUT_CODE: Final = {"Kosovo": "XKX"}
"""Countries that ISO 3166 gives no number, with the code of countries.tsv; others of the kind are drawn without one."""

type Point = tuple[float, float]


def fetch(package: str, folder: Path) -> tarfile.TarFile:
    """The package's archive from npm. Ends the program when it is not the one that is pinned."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is not on the PATH")
    run = subprocess.run(
        [npm, "pack", package, "--json", "--silent"], cwd=folder, capture_output=True, text=True, check=True
    )
    data = (folder / json.loads(run.stdout)[0]["filename"]).read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != PACKAGES[package]:
        sys.exit(f"{package} has the hash {found}, not {PACKAGES[package]}")
    return tarfile.open(fileobj=io.BytesIO(data))


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """The content of one file of the package."""
    file = archive.extractfile(f"package/{name}")
    if file is None:
        sys.exit(f"the package has no file {name}")
    return file.read()


def outlines(topology: dict[str, Any]) -> Iterator[tuple[str, str, int, int]]:
    """For each country its ISO 3166 alpha-3 code ("" if there is none), its outline as an SVG path, and its middle."""
    arcs = [list(points(arc, topology["transform"])) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        name, number = country["properties"]["name"], country.get("id")
        if number == ANTARCTICA:
            continue
        listed = pycountry.countries.get(numeric=number) if number else None
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [piece for polygon in polygons for ring in polygon for piece in cut(joined(ring, arcs))]
        lines = [[project(latitude, longitude) for longitude, latitude in ring] for ring in rings]
        _, x, y = max(middle(line) for line in lines if area(line))
        code = listed.alpha_3 if listed else WITHOUT_CODE.get(name, "")
        yield code, "".join(path([(round(x), round(y)) for x, y in line]) for line in lines), round(x), round(y)


def points(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """The points of an arc as longitude and latitude; TopoJSON keeps each as the way from the one before."""
    (width, height), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * width + left, min(max(y * height + bottom, -90), 90)


def joined(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring of arcs (a negative number is an arc run backwards), its last not the first again.

    Longitudes go on where they pass 180, so that no two neighbours lie the world apart.
    """
    line: list[Point] = []
    for number in ring:
        piece = arcs[number] if number >= 0 else arcs[~number][::-1]
        for longitude, latitude in piece[1:] if line else piece:
            turn = round((line[-1][0] - longitude) / 360) * 360 if line else 0
            line.append((longitude + turn, latitude))
    return line[:-1]


def cut(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """The ring in pieces that lie within the edges of the map, at either of which one may go on."""
    left = MIDDLE - 180
    for turn in (-360, 0, 360):
        turned = [(longitude + turn, latitude) for longitude, latitude in ring]
        right_half = clipped(turned, left, 1)
        if len(piece := clipped(right_half, left + 360, -1)) > 2:
            # A point right on the right edge must not be taken for one on the left.
            yield [(min(longitude, left + 360 - 1e-6), latitude) for longitude, latitude in piece]


def clipped(ring: Sequence[Point], edge: float, side: int) -> list[Point]:
    """The part of the ring east (`side` 1) or west (-1) of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (x, y), (next_x, next_y) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (x - edge) * side >= 0:
            kept.append((x, y))
        if (x - edge) * (next_x - edge) < 0:
            kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return kept


def area(line: Sequence[Point]) -> float:
    """What a closed line encloses; below zero when it runs the other way round."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(line, [*line[1:], *line[:1]], strict=True)) / 2


def middle(line: Sequence[Point]) -> tuple[float, float, float]:
    """The size of the area that a line encloses, and its centre."""
    size, x, y = area(line), 0.0, 0.0
    for (ax, ay), (bx, by) in zip(line, [*line[1:], *line[:1]], strict=True):
        part = (ax * by - bx * ay) / 6 / size
        x, y = x + (ax + bx) * part, y + (ay + by) * part
    return abs(size), x, y


def path(line: Sequence[tuple[int, int]]) -> str:
    """A closed line as an SVG path of relative steps."""
    steps, last = [f"M{line[0][0]} {line[0][1]}"], line[0]
    for point in line[1:]:
        if point != last:
            steps.append(f"l{point[0] - last[0]} {point[1] - last[1]}")
            last = point
    return "".join(steps).replace(" -", "-") + "z"


def main() -> None:
    """Fetch, check, write."""
    with tempfile.TemporaryDirectory() as folder:
        archives = {package: fetch(package, Path(folder)) for package in PACKAGES}
    for (package, name), target in COPIED.items():
        (ASSETS / target).write_bytes(member(archives[package], name))
    package, name = OUTLINES
    countries = sorted(outlines(json.loads(member(archives[package], name))))
    rows = ",\n".join(json.dumps(country, ensure_ascii=True) for country in countries)
    (ASSETS / "world.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    written = {
        name: hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() for name in (*COPIED.values(), "world.json")
    }
    record = {"packages": PACKAGES, "sha256": dict(sorted(written.items()))}
    (ASSETS / "vendored.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    for name in written:
        print((ASSETS / name).stat().st_size, name)


if __name__ == "__main__":
    main()
