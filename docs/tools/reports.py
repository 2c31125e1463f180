"""The pages of the reports: each with what it takes and a sample of what it answers on the seeds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

import yaml
from docs.tools.text import NOTE, cell, table

from jnato_graph.api import open_database
from jnato_graph.report import SavedQuery, read_catalogue, render, run_query
from jnato_graph.report.cypher_text import literal
from jnato_graph.settings import Settings

WIDTH: Final = 88
ROWS: Final = 3
SEEDS: Final = 5
SAMPLES: Final = Path(__file__).with_name("samples.yaml")
"""Parameters other than the defaults, for reports whose defaults find nothing in the seeds."""
_SEEDS_ONLY: Final = "MATCH (a:Address) RETURN collect(a.path STARTS WITH 'seeds/') AS fromSeeds"


def pages(settings: Settings | None = None) -> dict[str, str]:
    """An overview and one page for each subject, by their names in `docs`.

    The samples come from the database of `settings`; from the one in use where none are given.
    """
    queries = sorted(read_catalogue(), key=lambda query: (query.subject, query.name))
    samples = yaml.safe_load(SAMPLES.read_text(encoding="utf-8")) or {}
    if unknown := samples.keys() - {query.name for query in queries}:
        sys.exit(f"{SAMPLES.name}: no such reports: {', '.join(sorted(unknown))}")
    subjects = {subject: list(group) for subject, group in groupby(queries, key=lambda query: query.subject)}
    written = {"reports/index.md": "\n".join(_overview(subjects))}
    with open_database(settings) as (driver, connection):
        found = driver.execute_query(_SEEDS_ONLY, database_=connection.database).records[0]["fromSeeds"]
        if found != [True] * SEEDS:
            sys.exit("The database in use does not hold the seeds and nothing else: run make docs-pages")
        for subject, group in subjects.items():
            parts = [f"# {subject.capitalize()}\n", NOTE.format(source="`cypher/` and the answers on the seeds") + "\n"]
            for query in group:
                given = {name: str(value) for name, value in samples.get(query.name, {}).items()}
                answer = run_query(query, given, driver, connection, max_rows=ROWS)
                shown = [f"jnato-graph: {note}" for note in answer.notes]
                shown += render(answer, "table", width=WIDTH).splitlines()
                parts += _section(query, given, shown)
            written[f"reports/{subject}.md"] = "\n".join(parts)
    return written


def _overview(subjects: dict[str, list[SavedQuery]]) -> Iterator[str]:
    count = sum(map(len, subjects.values()))
    yield "# Reports\n"
    yield NOTE.format(source="`cypher/` and the answers on the seeds")
    yield f"\nA report is a saved query with parameters. {count} come with the program, in folders by subject; your own"
    yield "are [easily added](../adding.md#a-report). The samples are what `jnato-graph report run NAME --max-rows 3`"
    yield "answers on the five articles in `seeds/`; what they say is the word of those articles and nothing else.\n"
    for subject, queries in subjects.items():
        yield f"**[{subject.capitalize()}]({subject}.md)**\n"
        yield table(
            ("report", "answers"),
            [(f"[`{query.name}`]({subject}.md#{query.name})", cell(query.title)) for query in queries],
        )
    yield "```{toctree}\n:hidden:\n"
    yield from subjects
    yield "```"


def _section(query: SavedQuery, given: dict[str, str], shown: list[str]) -> Iterator[str]:
    yield f"## {query.name}\n"
    yield f"**{cell(query.title)}.** {cell(query.description)}\n"
    if query.parameters:
        yield table(
            ("parameter", "takes", "default", "which is"),
            [
                (
                    f"`{parameter.name}`",
                    cell(str(parameter.type)),
                    f"`{literal(parameter.default)}`".replace("|", r"\|"),
                    cell(parameter.description),
                )
                for parameter in query.parameters
            ],
        )
    settings = "".join(f" --param {name}={_quoted(value)}" for name, value in given.items())
    yield "```sh"
    yield f"jnato-graph report run {query.name}{settings}"
    yield "```\n"
    yield "```text"
    yield from shown
    yield "```\n"


def _quoted(value: str) -> str:
    return value if value.replace("-", "").replace(".", "").isalnum() else f'"{value}"'
