"""The data files that come with the package (`data/`), read in one way."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

from jnato_graph.errors import InputError

FOLDER: Final = "data"


def data_bytes(name: str) -> bytes:
    """What stands in the data file `name` ("speech.yaml", "network/judge.yaml"); InputError when it cannot be read."""
    try:
        return files("jnato_graph").joinpath(FOLDER, *name.split("/")).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: the data file cannot be read ({error}); install jnato-graph again") from error


def data_text(name: str) -> str:
    """The same as text."""
    return data_bytes(name).decode("utf-8")


def data_lines(name: str) -> list[str]:
    """Its lines, stripped, without empty ones and comments (#)."""
    lines = (line.strip() for line in data_text(name).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def data_yaml(name: str) -> Any:
    """What a YAML file holds, read once and not to be changed. Every scalar is a string: "on" and "off" are words."""
    import yaml

    try:
        return yaml.load(data_text(name), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes strings alone
    except yaml.YAMLError as error:
        raise InputError(f"{name}: damaged ({error}); install jnato-graph again") from error
