"""The folder of saved queries: what comes with the program is right, and names are found."""

import re
from pathlib import Path

import pytest

from jnato_graph.errors import ReportError
from jnato_graph.packaged import data_yaml
from jnato_graph.report.catalogue import default_folder, find_query, query_files, read_catalogue
from jnato_graph.report.saved_query import SavedQuery

SUBJECTS = {"agreements", "diplomacy", "exercises", "operations", "people", "positions", "quality", "sources"}
QUERY = "// {title}\n// Says it.\nRETURN 1 AS one;\n"


def write(path: Path, title: str = "Title") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(QUERY.format(title=title), encoding="utf-8")


def test_the_program_comes_with_at_least_twenty_right_reports_by_subject() -> None:
    catalogue = read_catalogue()

    assert len(catalogue) >= 20
    assert {query.subject for query in catalogue} == SUBJECTS


@pytest.mark.parametrize("query", read_catalogue(), ids=lambda query: query.name)
def test_each_parameter_has_a_type_and_a_description(query: SavedQuery) -> None:
    for parameter in query.parameters:
        assert parameter.description


@pytest.mark.parametrize("query", read_catalogue(), ids=lambda query: query.name)
def test_each_line_of_a_report_fits_the_screen(query: SavedQuery) -> None:
    assert max(map(len, query.text.splitlines())) <= 160


# Of posts themselves, and a way over what documents affirm, whenever it was.
ABOUT_POSTS = {"actor-dossier", "path-between-actors", "position-holders"}


def test_all_reports_that_ask_whom_somebody_serves_ask_it_of_the_day_and_in_the_same_words() -> None:
    asking = [query for query in read_catalogue() if "HOLDS_POSITION_IN" in query.statement]
    words = {}
    for query in asking:
        if query.name not in ABOUT_POSTS:
            text = " ".join(query.statement.split())
            posts, day = text.index("CALL (one, bodies) {"), text.index("// Whom somebody serves that day")
            words[query.name] = text[posts : text.index("AS posts }", posts)], text[day : text.index("AS serves", day)]

    assert len(words) >= 4
    assert len(set(words.values())) == 1


def test_what_ended_a_membership_is_told_from_what_says_that_there_is_none() -> None:
    memberships = find_query("memberships").statement
    pattern = re.search(r'claim\.rule =~ "([^"]+)"', memberships)
    assert pattern is not None
    triggers = [row for row in data_yaml("predicates.yaml") if row["predicate"] == "MEMBER_OF"]
    for row in triggers:
        kind = next(each for each in ("verb", "noun", "adjective", "preposition") if each in row)
        for lemma in row[kind].split():
            is_end = re.fullmatch(pattern[1], f"{kind}:{lemma} subject/object") is not None
            assert is_end == (row.get("polarity") == "negated"), lemma


@pytest.mark.parametrize(
    "name", ["members-opposed-office", "Members Opposed Office", "positions/members-opposed-office.cypher"]
)
def test_a_report_is_found_by_its_name_in_any_writing(name: str) -> None:
    assert find_query(name).name == "members-opposed-office"


def test_a_name_with_a_slip_gets_the_nearest_ones() -> None:
    with pytest.raises(ReportError, match=r"did you mean members-opposed-office\?"):
        find_query("member-oposed-office")


def test_a_name_like_none_gets_the_way_to_the_list() -> None:
    with pytest.raises(ReportError, match="jnato-graph report list"):
        find_query("xyzzy")


def test_two_files_of_one_name_are_refused_with_both(tmp_path: Path) -> None:
    write(tmp_path / "a" / "same.cypher", "One")
    write(tmp_path / "b" / "same.cypher", "Two")

    with pytest.raises(ReportError, match=r"b/same\.cypher:1: .*a/same\.cypher"):
        query_files(tmp_path)


def test_two_reports_of_one_title_are_refused_with_both(tmp_path: Path) -> None:
    write(tmp_path / "one.cypher")
    write(tmp_path / "two.cypher")

    with pytest.raises(ReportError, match=r"two\.cypher:1: .*one\.cypher"):
        read_catalogue(tmp_path)


def test_a_broken_file_is_no_hindrance_to_the_others(tmp_path: Path) -> None:
    write(tmp_path / "right.cypher")
    (tmp_path / "wrong.cypher").write_text("nothing", encoding="utf-8")

    assert find_query("right", tmp_path).title == "Title"
    with pytest.raises(ReportError, match=r"wrong\.cypher:1"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_without_reports_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(ReportError, match=name):
        query_files(tmp_path / name)


def test_the_folder_is_the_one_of_the_checkout_here() -> None:
    assert default_folder().name == "cypher"
