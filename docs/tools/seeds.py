"""A database with the seeds alone, for as long as the samples of the reports are taken from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jnato_graph.api import load_documents
from jnato_graph.database import reset_server
from jnato_graph.read import ReadFailure
from jnato_graph.settings import AURA_VARIABLE, CONNECTION, VARIABLES, Settings, load_settings


@contextmanager
def seeds_alone(home: Path) -> Iterator[Settings]:
    """The settings of an embedded database in the folder `home` that holds the seeds; it is removed at the end.

    The current folder must be the top of the checkout, for the seeds to be called as a user has them. Raises what
    `load_documents` raises, and ends the program when a seed cannot be read.
    """
    settings = embedded_settings(home)
    failures: list[ReadFailure] = []
    reset_server(settings)  # what a run left that was killed
    try:
        load_documents(["seeds"], settings=settings, failures=failures)
        if failures:
            sys.exit(f"not read: {failures[0]}")
        yield settings
    finally:
        reset_server(settings)


def embedded_settings(home: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings under which nobody else's database is written to, whatever `environ` and `.env` say.

    What leads to another database is left out, and `.env` is not read; where to find Java and the like stays.
    """
    environ = os.environ if environ is None else environ
    elsewhere = {AURA_VARIABLE, *(variable for name in CONNECTION for variable in VARIABLES[name])}
    kept = {name: value for name, value in environ.items() if name not in elsewhere}
    home.mkdir(parents=True, exist_ok=True)
    return load_settings(environ=kept | {VARIABLES["home"][0]: str(home.absolute())}, folder=home)
