"""Fills the templates so that no text can act: escaped as HTML, acting characters written out, scripts by hash."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jnato_graph.report.escape import visible

LIBRARY: Final = "cytoscape.min.js"
SCRIPT: Final = "page.js"
STYLE: Final = "page.css"


def fill(template: str, *, scripts: Iterable[str] = (), **context: object) -> str:
    """The template with these values, its style and these scripts (names of assets) put into it.

    Its Content-Security-Policy lets exactly these run and nothing be fetched from anywhere.
    """
    codes = [asset(name) for name in scripts]
    return (
        _environment()
        .get_template(template)
        .render(
            context,
            style=Markup(asset(STYLE)),  # noqa: S704 - files of this package, not data
            scripts=[Markup(code) for code in codes],  # noqa: S704
            policy=_policy(codes),
            program=f"jnato-graph {version('jnato-graph')}",
        )
    )


@cache
def asset(name: str) -> str:
    """A text file of the package's assets."""
    return (files("jnato_graph.page") / "assets" / name).read_text(encoding="utf-8")


def json_block(value: object) -> Markup:
    """`value` as JSON that may stand in a script element: no character in it begins or ends anything in HTML."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - made harmless above


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("jnato_graph.page", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["json_block"] = json_block
    return environment


def _shown(value: object) -> object:
    """What a template puts out: texts with characters that would turn the reading round or hide it written out."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value, keep="\n\t")
    return value


def _policy(codes: Iterable[str]) -> str:
    scripts = " ".join(_hash(code) for code in codes) or "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(asset(STYLE))}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
