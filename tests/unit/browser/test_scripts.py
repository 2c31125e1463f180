"""Reports as saved scripts: one statement each, values in one place, in a zip of the form that Neo4j Browser takes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from jnato_graph.browser import SavedScript, saved_scripts, scripts_zip, walk
from jnato_graph.browser.scripts import script_text
from jnato_graph.report import SavedQuery, parse_query, read_catalogue
from jnato_graph.report.cypher_text import look_at, masked

CATALOGUE = [*read_catalogue(), *walk()]
HEAD = """// Made here
// For a test.
// $office = "tokyo" (text) which office
// $from = "" (optional date) not before
// $limit = 5
"""


def script(body: str, head: str = HEAD) -> str:
    names = set(re.findall(r"\$(\w+)", masked(body)))
    lines = [line for line in head.splitlines() if not line.startswith("// $") or line[4:].split(" ")[0] in names]
    return script_text(parse_query("\n".join([*lines, body, ""]), Path("mine/sources/made-here.cypher")))


def test_values_stand_at_the_top_once_with_what_they_are() -> None:
    assert script("MATCH (o:Office {key: $office}) WHERE $from = '' OR o.date >= $from RETURN o.key AS key;") == (
        "// Made here\n"
        "// For a test.\n"
        "// To ask for something else, change the values here and run it again.\n"
        "WITH {\n"
        '  office: "tokyo",  // which office\n'
        '  from: ""  // not before\n'
        "} AS given\n"
        "CALL (given) {\n"
        "  MATCH (o:Office {key: given.office}) WHERE given.from = '' OR o.date >= given.from RETURN o.key AS key\n"
        "}\n"
        "RETURN key;\n"
    )


def test_a_number_of_rows_stands_in_its_place_since_no_variable_may() -> None:
    text = script("MATCH (n) RETURN n.a AS a SKIP $limit LIMIT toInteger($limit)")

    assert text == "// Made here\n// For a test.\nMATCH (n) RETURN n.a AS a SKIP 5 LIMIT 5;\n"


def test_subqueries_that_use_a_value_have_it_in_their_scope() -> None:
    text = script(
        "MATCH (o {key: $office}) CALL (o) { CALL () { RETURN $office AS x } RETURN x, 1 AS y } "
        "CALL (*) { RETURN $office AS z } CALL (o) { RETURN o.key AS k } RETURN x, y, z, k"
    )

    assert "CALL (o, given) { CALL (given) { RETURN given.office AS x }" in text
    assert "CALL (*) { RETURN given.office AS z }" in text
    assert "CALL (o) { RETURN o.key AS k }" in text


@pytest.mark.parametrize("body", ["CALL { RETURN $office AS a } RETURN a", "MATCH (n {key: $office}) RETURN *"])
def test_what_cannot_be_a_subquery_has_its_values_in_their_places(body: str) -> None:
    assert script(body).endswith(body.replace("$office", '"tokyo"') + ";\n")


def test_what_looks_like_a_parameter_in_strings_and_comments_stays() -> None:
    body = "MATCH (n {key: $office}) // $office\nWHERE n.a = '$office' RETURN n.`$office` AS `a b`, n"

    assert "// $office\n  WHERE n.a = '$office' RETURN n.`$office` AS `a b`, n\n}\nRETURN `a b`, n;" in script(body)


@pytest.mark.parametrize("query", CATALOGUE, ids=lambda query: query.name)
def test_every_report_becomes_one_statement_without_parameters(query: SavedQuery) -> None:
    found = look_at(script_text(query))

    assert (found.parameters, found.problems) == ({}, ())


def test_folders_and_names_are_those_that_browser_makes_of_path_and_first_line() -> None:
    for found in saved_scripts():
        assert found.text.splitlines()[0] == f"// {found.title}"
        assert found.file.endswith(".cypher")
        assert "/" not in found.folder + found.file


def test_the_zip_has_a_file_in_its_folder_for_each_script_and_nothing_else() -> None:
    scripts = saved_scripts()
    with zipfile.ZipFile(io.BytesIO(scripts_zip(scripts))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{script.folder}/{script.file}" for script in scripts]
        assert [archive.read(name).decode() for name in archive.namelist()] == [script.text for script in scripts]


def test_the_zip_is_the_same_to_the_byte_and_holds_no_time() -> None:
    scripts = [SavedScript(folder="Ägypten", title="a", file="a.cypher", text="// a\nRETURN 1 AS a;\n")]

    assert scripts_zip(scripts) == scripts_zip(scripts)
    with zipfile.ZipFile(io.BytesIO(scripts_zip(scripts))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
        assert archive.namelist() == ["Ägypten/a.cypher"]


def test_the_walk_goes_in_the_order_of_its_titles() -> None:
    assert [step.title.split(" ")[0] for step in walk()] == [str(number) for number in range(1, len(walk()) + 1)]
