"""The header of a saved query: what is right is read, what is wrong is said with file and line."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.errors import ReportError
from jnato_graph.report.parameters import ENTITY_TYPES, Parameter, ParameterType
from jnato_graph.report.saved_query import MAX_BYTES, parse_query, read_query

FILE = Path("cypher/positions/who-did-what.cypher")
RIGHT = """// Who did what
// Each actor with what it did,
// and when.
// $actor = "france" (Actor) who is asked about
// $from = "" (optional date)
// $limit = 10
MATCH (a:Actor {key: $actor}) WHERE a.since >= $from
RETURN a.name AS name LIMIT $limit;
"""


def test_all_of_a_right_header_is_read() -> None:
    query = parse_query(RIGHT, FILE)

    assert (query.name, query.subject, query.title) == ("who-did-what", "positions", "Who did what")
    assert query.description == "Each actor with what it did, and when."
    assert query.parameters == (
        Parameter(
            name="actor",
            default="france",
            type=ParameterType(kind="entity", labels=("State", "Organisation", "Person")),
            description="who is asked about",
            line=4,
        ),
        Parameter(name="from", default="", type=ParameterType(kind="date", optional=True), line=5),
        Parameter(name="limit", default=10, type=ParameterType(kind="integer"), line=6),
    )
    assert query.statement == (
        "MATCH (a:Actor {key: $actor}) WHERE a.since >= $from\nRETURN a.name AS name LIMIT $limit"
    )
    assert query.line == 7


def test_param_lines_set_defaults_or_the_values_given() -> None:
    query = parse_query(RIGHT, FILE)

    assert query.param_lines() == ':param actor => "france"\n:param from => ""\n:param limit => 10\n'
    assert ':param actor => "a\\"b\\u000A"\n' in query.param_lines({"actor": 'a"b\n'})


def test_windows_line_ends_and_a_byte_order_mark_are_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "who-did-what.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())

    assert read_query(path).parameters == parse_query(RIGHT, FILE).parameters


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("MATCH (n) RETURN n;", 1, "no title"),
        ("", 1, "no title"),
        ("//\n// says\nRETURN 1;", 1, "no title"),
        ("// Title\nRETURN 1;", 2, "no description"),
        ("// Title\n// says\n", 3, "no query"),
        ("// Title\n// says\n;", 3, "no query"),
        ("// Title\n// says\n// only a remark", 3, "no query"),
        ('// Title\n// says\n// $a = "x"\n// more words\nRETURN $a;', 4, "text after the parameters"),
        ('// Title\n// says\n// $a = "x"\n// $a = "y"\nRETURN $a;', 4, "twice"),
        ("// Title\n// says\n// $a: text\nRETURN $a;", 3, "declared as"),
        ("// Title\n// says\n// $a = x\nRETURN $a;", 3, "default of $a"),
        ("// Title\n// says\n// $a = 'x'\nRETURN $a;", 3, "double quotes"),
        ("// Title\n// says\n// $a = NaN\nRETURN $a;", 3, "default of $a"),
        ("// Title\n// says\n// $a = 1e999\nRETURN $a;", 3, "finite"),
        ("// Title\n// says\n// $a = null\nRETURN $a;", 3, "must be a text"),
        ('// Title\n// says\n// $a = {"b": 1}\nRETURN $a;', 3, "must be a text"),
        ("// Title\n// says\n// $a = [1]\nRETURN $a;", 3, "must be a text"),
        ('// Title\n// says\n// $a = "x"y\nRETURN $a;', 3, "followed by"),
        ('// Title\n// says\n// $a = "x" (Stat)\nRETURN $a;', 3, "unknown type (Stat)"),
        ('// Title\n// says\n// $a = "x" (optional integer)\nRETURN $a;', 3, "unknown type"),
        ('// Title\n// says\n// $a = "x" (integer)\nRETURN $a;', 3, "whole number"),
        ('// Title\n// says\n// $a = "" (State)\nRETURN $a;', 3, "key or name of State"),
        ('// Title\n// says\n// $a = "2023-02-30" (date)\nRETURN $a;', 3, "date as"),
        ('// Title\n// says\n// $a = "c" (a|b)\nRETURN $a;', 3, "one of a, b"),
        (f"// Title\n// says\n// $a = {'[' * 100_000}\nRETURN $a;", 3, "default of $a"),
        (f"// Title\n// says\n// $a = {'9' * 5_000}\nRETURN $a;", 3, "default of $a"),
        (f"// Title\n// says\n// $a = {'9' * 30}\nRETURN $a;", 3, "from 0 on"),
        ('// Title\n// says\n// $a = "x"\nRETURN 1;', 3, "never used"),
        ("// Title\n// says\nRETURN 1,\n $b;", 4, "$b is used but not declared"),
        ("// Title\n// says\nRETURN $`b`;", 3, "without backticks"),
        ('// Title\n// says\n// $a = "x"\nMATCH (n:$($a)) RETURN n;', 4, "labels and types"),
        ("// Title\n// says\nRETURN 1;\nRETURN 2;", 4, "more than one statement"),
        ('// Title\n// says\nRETURN "x;', 3, "never closed"),
        ("// Title\n// says\nRETURN 1 /* ;", 3, "never closed"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ReportError, match=r"who-did-what\.cypher") as caught:
        parse_query(text, FILE)

    message = str(caught.value)
    assert message.startswith(f"{FILE}:{line}: ")
    assert words in message
    assert "\n" not in message


def test_all_problems_of_a_file_are_said_at_once() -> None:
    with pytest.raises(ReportError) as caught:
        parse_query("// Title\n// $a = x\nRETURN $b;", FILE)

    assert str(caught.value).count("line ") == 3


@pytest.mark.parametrize("name", ["Who-Did", "who did", "who--did", "_who"])
def test_a_file_name_that_is_no_report_name_is_refused(name: str) -> None:
    with pytest.raises(ReportError, match="lower-case words"):
        parse_query(RIGHT, Path(f"cypher/positions/{name}.cypher"))


@pytest.mark.parametrize(
    "body",
    [
        "RETURN '$no' AS a, \"$no; 'x\" AS b, `$no;` AS c /* $no; */ // $no;",
        "RETURN 'it\\'s $no' AS a",
        "RETURN 1; // done; $no",
        "RETURN 1; /* $no */\n\n",
    ],
)
def test_parameters_and_ends_in_texts_names_and_remarks_are_none(body: str) -> None:
    query = parse_query(f"// Title\n// says\n{body}", FILE)

    assert query.parameters == ()
    assert query.statement.startswith("RETURN")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"gone\.cypher: cannot be read"):
        read_query(tmp_path / "gone.cypher")


def test_a_file_of_another_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.cypher"
    path.write_bytes("// Title\n// Élysée".encode("latin-1"))

    with pytest.raises(ReportError, match=r"latin\.cypher:2: not UTF-8"):
        read_query(path)


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.cypher"
    path.write_bytes(b"/" * (MAX_BYTES + 1))

    with pytest.raises(ReportError, match="larger than"):
        read_query(path)


defaults = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(0, 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=4),
)


@given(default=defaults, description=st.from_regex(r"[a-z ,.;$=]{0,20}", fullmatch=True))
def test_every_default_is_read_as_it_was_written(default: object, description: str) -> None:
    header = f"// Title\n// says\n// $a = {json.dumps(default)} {description}\nRETURN $a"

    (parameter,) = parse_query(header, FILE).parameters

    assert parameter.default == default
    assert type(parameter.default) is type(default)
    assert parameter.description == description.strip()


def problem_of(text: str) -> str | None:
    try:
        parse_query(text, FILE)
    except ReportError as error:
        return str(error)
    return None


pieces = st.sampled_from(["// ", "$a", "=", '"x"', "(", "State", ")", "\n", "RETURN", "'", "`", ";", "/*"])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.lists(pieces).map("".join))
def test_any_text_is_a_query_or_gets_one_line(text: str) -> None:
    problem = problem_of(text)

    assert problem is None or (problem.startswith(f"{FILE}:") and len(problem.splitlines()) == 1)


def test_every_type_is_written_as_it_is_read() -> None:
    names = [*ENTITY_TYPES, "text", "integer", "number", "boolean", "date", "list", "a|b", "optional State"]
    defaults_ = {"integer": "1", "number": "1.5", "boolean": "true", "date": '"2023"', "list": "[]", "a|b": '"a"'}

    for name in names:
        text = f"// Title\n// says\n// $a = {defaults_.get(name, '"x"')} ({name})\nRETURN $a"
        assert str(parse_query(text, FILE).parameters[0].type) == name


def test_an_indented_line_goes_on_with_the_questions_above_it() -> None:
    text = (
        "// Members\n// Who is a member.\n// $limit = 5\n// asks: OPPOSES oppose|\n//   reject|\n//   veto long?\n"
        "// asks: SUPPORTS\n//   back?\nMATCH (n) RETURN n.name AS name LIMIT toInteger($limit);\n"
    )

    query = parse_query(text, Path("members.cypher"))

    assert query.asks == ("OPPOSES oppose|reject|veto long?", "SUPPORTS back?")
