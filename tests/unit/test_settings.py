"""Settings: which place wins, what is refused, and that a password is never shown."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.errors import UsageError
from jnato_graph.settings import (
    AURA_VARIABLE,
    CONNECTION,
    ENVIRONMENT_ONLY,
    VARIABLES,
    Settings,
    ignored_variables,
    load_settings,
    unknown_variables,
)

AURA = """\
# Wait 60 seconds before connecting using these details, or login to the console to validate the Aura Instance
NEO4J_URI=neo4j+s://0123abcd.databases.example
NEO4J_USERNAME=0123abcd
NEO4J_PASSWORD=-J_q3Zx8vY2mN5bK7cD9
NEO4J_DATABASE=graph
AURA_INSTANCEID=0123abcd
AURA_INSTANCENAME=My first instance
"""


def load(folder: Path, environ: dict[str, str] | None = None, *, dotenv: str | None = None, **more: Path) -> Settings:
    if dotenv is not None:
        (folder / ".env").write_text(dotenv, encoding="utf-8")
    return load_settings(environ=environ or {}, folder=folder, **more)


def test_with_nothing_set_the_embedded_database_is_used(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.embedded
    assert (settings.username, settings.password, settings.database) == ("neo4j", None, "neo4j")
    assert settings.origin("uri") == "default"
    assert settings.home.is_absolute()
    assert settings.cache.is_absolute()


places = st.sets(st.sampled_from(["option", "environment", ".env"]))


@given(where=st.fixed_dictionaries({"uri": places, "username": places, "password": places, "database": places}))
def test_address_and_log_in_are_of_one_place_the_first_with_an_address(
    tmp_path_factory: pytest.TempPathFactory, where: dict[str, set[str]]
) -> None:
    folder = tmp_path_factory.mktemp("settings")

    def value(name: str, place: str) -> str:
        word = place.strip(".")
        return f"bolt://{word}:7687" if name == "uri" else f"{name}-{word}"

    def lines(place: str, names: list[str]) -> dict[str, str]:
        return {VARIABLES[name][0]: value(name, place) for name in names}

    def named(place: str) -> list[str]:
        return [name for name in where if place in where[name]]

    aura = folder / "aura.txt"
    option = sorted({*named("option"), "uri", "password"}) if named("option") else []
    aura.write_text("".join(f"{key}={text}\n" for key, text in lines("option", option).items()), encoding="utf-8")
    dotenv = "".join(f"{key}={text}\n" for key, text in lines(".env", named(".env")).items())
    sets = {"option": option, "environment": named("environment"), ".env": named(".env")}
    with_address = [place for place in sets if "uri" in sets[place]]
    refusal = ""
    try:
        settings = load(
            folder, lines("environment", sets["environment"]), dotenv=dotenv, **({"aura_file": aura} if option else {})
        )
    except UsageError as error:
        refusal = str(error)
    if refusal:
        assert "does not go with NEO4J_URI in" in refusal
        assert len([place for place in sets if sets[place]]) > 1
        return
    default = {"uri": None, "username": "neo4j", "password": None, "database": "neo4j"}
    for name in where:
        # Without an address they have no effect, and it is told of the first.
        of = with_address[:1] or [place for place in sets if name in sets[place]]
        expected = value(name, of[0]) if of and name in sets[of[0]] else default[name]
        assert getattr(settings, name) == expected


@pytest.mark.parametrize("name", CONNECTION[1:])
def test_an_address_in_dotenv_gets_nothing_of_the_environment(tmp_path: Path, name: str) -> None:
    variable = VARIABLES[name][0]
    with pytest.raises(
        UsageError, match=rf"{variable} in the environment does not go with NEO4J_URI in .*\.env: set the two in one"
    ) as caught:
        load(tmp_path, {variable: "geheim"}, dotenv="NEO4J_URI=bolt://other.example:7687\nNEO4J_PASSWORD=known\n")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("name", CONNECTION[1:])
def test_an_address_in_the_environment_gets_nothing_of_dotenv(tmp_path: Path, name: str) -> None:
    variable = VARIABLES[name][0]
    with pytest.raises(UsageError, match=rf"{variable} in .*\.env does not go with NEO4J_URI in the environment"):
        load(tmp_path, {"NEO4J_URI": "bolt://here:7687"}, dotenv=f"{variable}=geheim\n")


def test_another_database_in_dotenv_does_not_lend_its_password(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"NEO4J_PASSWORD in .*\.env does not go with NEO4J_URI in the environment"):
        load(tmp_path, {"NEO4J_URI": "bolt://here"}, dotenv="NEO4J_URI=bolt://there\nNEO4J_PASSWORD=geheim\n")


def test_another_database_in_dotenv_is_passed_over_where_the_environment_has_a_whole_one(tmp_path: Path) -> None:
    dotenv = "NEO4J_URI=bolt://there\nNEO4J_USERNAME=x\nNEO4J_PASSWORD=y\nNEO4J_DATABASE=z\n"
    settings = load(tmp_path, {"NEO4J_URI": "bolt://here", "NEO4J_PASSWORD": "p"}, dotenv=dotenv)
    assert (settings.uri, settings.username, settings.password, settings.database) == (
        "bolt://here", "neo4j", "p", "neo4j",
    )  # fmt: skip
    assert settings.origin("username") == settings.origin("database") == "default"


def test_an_aura_file_in_the_environment_makes_a_whole_with_what_the_environment_adds(tmp_path: Path) -> None:
    (tmp_path / "aura.txt").write_text("NEO4J_URI=bolt://aura\nNEO4J_PASSWORD=p\n", encoding="utf-8")
    settings = load(tmp_path, {AURA_VARIABLE: "aura.txt", "NEO4J_DATABASE": "articles"})
    assert (settings.uri, settings.database) == ("bolt://aura", "articles")


@pytest.mark.parametrize("name", ENVIRONMENT_ONLY)
def test_what_is_run_and_where_files_are_written_is_not_taken_from_dotenv(tmp_path: Path, name: str) -> None:
    variable = VARIABLES[name][0]
    with pytest.raises(
        UsageError, match=rf"{variable} in .*\.env is not taken from a file.*set {variable} in the environment"
    ):
        load(tmp_path, dotenv=f"{variable}=/somewhere/else\n")
    usual = load(tmp_path, dotenv=f"{variable}=\n")
    assert name not in usual.origins
    assert getattr(load(tmp_path, {variable: "https://somewhere/else"}), name) != getattr(usual, name)


@given(
    password=st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), min_size=1
    )
)
def test_any_password_in_single_quotes_is_read_as_it_stands(
    tmp_path_factory: pytest.TempPathFactory, password: str
) -> None:
    quoted = password.replace("\\", "\\\\").replace("'", "\\'")
    folder = tmp_path_factory.mktemp("settings")
    settings = load(folder, dotenv=f"NEO4J_URI=bolt://localhost\nNEO4J_PASSWORD='{quoted}'\n")
    assert settings.password == password


@given(text=st.text())
def test_any_dotenv_file_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    try:
        (folder / ".env").write_text(text, encoding="utf-8")
    except UnicodeEncodeError:
        return
    refusal = ""
    try:
        load(folder)
    except UsageError as error:
        refusal = str(error)
    assert "\n" not in refusal
    assert not refusal or ".env" in refusal


def test_an_aura_file_is_taken_as_it_comes(tmp_path: Path) -> None:
    (tmp_path / "aura.txt").write_bytes(b"\xef\xbb\xbf" + AURA.replace("\n", "\r\n").encode())
    settings = load(tmp_path, {AURA_VARIABLE: "aura.txt"})
    assert settings.uri == "neo4j+s://0123abcd.databases.example"
    assert (settings.username, settings.password) == ("0123abcd", "-J_q3Zx8vY2mN5bK7cD9")
    assert settings.database == "graph"
    assert "aura.txt" in settings.origin("password")


def test_an_aura_file_named_in_the_environment_beats_dotenv(tmp_path: Path) -> None:
    (tmp_path / "aura.txt").write_text(AURA, encoding="utf-8")
    settings = load(tmp_path, {AURA_VARIABLE: str(tmp_path / "aura.txt")}, dotenv="NEO4J_URI=bolt://other\n")
    assert settings.uri == "neo4j+s://0123abcd.databases.example"


def test_an_aura_file_that_contradicts_the_place_that_names_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "aura.txt").write_text(AURA, encoding="utf-8")
    with pytest.raises(UsageError, match=r"NEO4J_URI in the environment and NEO4J_URI in .*aura\.txt contradict"):
        load(tmp_path, {AURA_VARIABLE: "aura.txt", "NEO4J_URI": "bolt://other:7687"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("NEO4J_USERNAME=neo4j\nNEO4J_PASSWORD=x\n", "has no NEO4J_URI"),
        ("NEO4J_URI=bolt://localhost\n", "has no NEO4J_PASSWORD"),
        (None, "does not exist"),
    ],
)
def test_a_file_that_is_no_aura_file_is_refused(tmp_path: Path, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / "aura.txt").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load(tmp_path, aura_file=tmp_path / "aura.txt")


@pytest.mark.parametrize("variable", VARIABLES["uri"])
def test_each_alias_of_the_address_is_taken(tmp_path: Path, variable: str) -> None:
    assert load(tmp_path, {variable: "bolt://here:7687"}).uri == "bolt://here:7687"


def test_the_address_without_a_scheme_is_taken_where_cypher_shell_takes_it(tmp_path: Path) -> None:
    assert load(tmp_path, {"NEO4J_ADDRESS": "here:7687"}).uri == "neo4j://here:7687"
    with pytest.raises(UsageError, match="NEO4J_URI in the environment does not begin with"):
        load(tmp_path, {"NEO4J_URI": "here:7687"})


def test_two_aliases_that_differ_are_refused_and_two_that_agree_are_not(tmp_path: Path) -> None:
    assert load(tmp_path, {"NEO4J_URI": "bolt://a", "NEO4J_URL": "bolt://a"}).uri == "bolt://a"
    with pytest.raises(UsageError, match="NEO4J_URI in the environment and NEO4J_URL in the environment contradict"):
        load(tmp_path, {"NEO4J_URI": "bolt://a", "NEO4J_URL": "bolt://b"})


def test_an_alias_in_the_environment_beats_the_usual_name_in_dotenv(tmp_path: Path) -> None:
    assert load(tmp_path, {"NEO4J_URL": "bolt://env"}, dotenv="NEO4J_URI=bolt://file\n").uri == "bolt://env"


def test_an_empty_value_counts_as_not_set(tmp_path: Path) -> None:
    settings = load(tmp_path, {"NEO4J_URI": " ", "JNATO_HEAP": ""}, dotenv="NEO4J_URI=bolt://file\nNEO4J_PASSWORD=\n")
    assert settings.uri == "bolt://file"
    assert settings.password is None


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("NEO4J_URI", "http://localhost:7474", "http address, as of Neo4j Browser"),
        ("NEO4J_URI", "bolt://user:geheim@localhost", "holds a user name or password"),
        ("NEO4J_URI", "bolt://", "names no host"),
        ("NEO4J_URI", "bolt://local host", "names no host"),
        ("NEO4J_URI", "bolt://localhost:99999", "is no address"),
        ("NEO4J_URI", "bolt://[::1", "is no address"),
        ("JNATO_BOLT_PORT", "bolt", "no whole number from 1 to 65535: 'bolt'"),
        ("JNATO_HTTP_PORT", "70000", "no whole number from 1 to 65535"),
        ("JNATO_BOLT_PORT", "٧٦٨٧", "no whole number"),
        ("JNATO_START_SECONDS", "0", "no whole number from 1 to 3600"),
        ("JNATO_HEAP", "lots", "no size such as 512m"),
        ("JNATO_MAVEN_REPOSITORY", "ftp://mirror", "does not begin with https://"),
        ("JNATO_MAVEN_REPOSITORY", "file:///srv/maven", "does not begin with https:// or http://"),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_by_its_variable(
    tmp_path: Path, variable: str, value: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        load(tmp_path, {variable: value})
    assert variable in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_the_two_ports_must_differ(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="must differ"):
        load(tmp_path, {"JNATO_BOLT_PORT": "7474", "JNATO_HTTP_PORT": "7474"})


def test_a_broken_line_of_dotenv_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.env, line 2: not NAME=value"):
        load(tmp_path, dotenv="NEO4J_URI=bolt://localhost\n= = =\n")


def test_a_dotenv_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("NEO4J_URI=bolt://localhost\n".encode("utf-16"))
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path)


def test_folders_are_made_absolute_and_the_home_sign_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    settings = load(tmp_path, {"JNATO_HOME": "~/state", "JNATO_CACHE": "cache"})
    assert (settings.home, settings.cache) == (tmp_path / "state", tmp_path / "cache")


@given(password=st.text(string.ascii_letters + string.digits, min_size=12))
def test_the_password_is_never_shown(tmp_path_factory: pytest.TempPathFactory, password: str) -> None:
    settings = load(tmp_path_factory.mktemp("s"), {"NEO4J_URI": "bolt://localhost", "NEO4J_PASSWORD": password})
    assert settings.password == password
    assert password not in repr(settings)
    assert password not in str(settings)


def test_what_has_no_effect_is_told(tmp_path: Path) -> None:
    assert ignored_variables(load(tmp_path, {"NEO4J_PASSWORD": "x"})) == [
        "NEO4J_PASSWORD in the environment has no effect without NEO4J_URI"
    ]
    assert ignored_variables(load(tmp_path, {"NEO4J_PASSWORD": "x", "NEO4J_URI": "bolt://localhost"})) == []


def test_a_misspelt_variable_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    notes = unknown_variables({"JNATO_HEEP": "1g", "JNATO_HOME": "/x", "OTHER": "1"}, tmp_path)
    assert notes == ["JNATO_HEEP is no setting (is JNATO_HEAP meant?)"]


@pytest.mark.parametrize("variable", ["JNATO_HOME", "JNATO_CACHE"])
def test_a_dotenv_beside_articles_cannot_say_where_files_are_written(tmp_path: Path, variable: str) -> None:
    with pytest.raises(UsageError, match=rf"{variable} in .*\.env .*where files are written: remove the line, and set"):
        load(tmp_path, dotenv=f"{variable}=h\n")
