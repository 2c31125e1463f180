"""docker-compose.yml, without a Docker engine: the compose schema, and what this project asks of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from jnato_graph.database.artifacts import distribution
from jnato_graph.database.configuration import BROWSER_POLICY, write_configuration
from jnato_graph.settings import ENVIRONMENT_ONLY, VARIABLES, load_settings

ROOT = Path(__file__).parents[3]
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def service() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]["neo4j"]
    return found


def check(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_follows_the_compose_schema() -> None:
    done = check(COMPOSE)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_check_would_find_a_fault(tmp_path: Path) -> None:
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(COMPOSE.read_text(encoding="utf-8").replace("image:", "imago:"), encoding="utf-8")
    assert check(broken).returncode == 1


def test_it_is_the_same_neo4j_as_the_embedded_one(service: dict[str, Any]) -> None:
    assert service["image"] == f"neo4j:{distribution().version}-community"


def test_it_is_reached_from_this_machine_only(service: dict[str, Any]) -> None:
    assert [port.rpartition(":")[0] for port in service["ports"]] == ["127.0.0.1:7474", "127.0.0.1:7687"]


def test_its_data_are_in_a_named_volume(service: dict[str, Any]) -> None:
    volume, _, place = service["volumes"][0].partition(":")
    assert place == "/data"
    assert volume in yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["volumes"]


def test_it_has_a_limit_of_memory_above_what_it_is_told_to_take(service: dict[str, Any]) -> None:
    def megabytes(size: str) -> int:
        return int(size[:-1]) * {"m": 1, "g": 1024}[size[-1]]

    environment = service["environment"]
    taken = megabytes(environment["NEO4J_server_memory_heap_max__size"])
    taken += megabytes(environment["NEO4J_server_memory_pagecache_size"])
    assert taken * 1.5 < megabytes(service["mem_limit"])


def test_the_password_comes_from_dotenv_and_is_asked_for_where_it_is_missing(service: dict[str, Any]) -> None:
    assert "env_file" not in service
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?.+\}", service["environment"]["NEO4J_AUTH"])
    # The image takes all others for settings of the server: none may be one of ours.
    ours = {variable for aliases in VARIABLES.values() for variable in aliases}
    assert ours.isdisjoint(service["environment"])


def test_its_settings_are_some_that_this_version_knows(service: dict[str, Any], tmp_path: Path) -> None:
    write_configuration(tmp_path, bolt_port=1, http_port=2)
    text = (tmp_path / "conf" / "neo4j.conf").read_text(encoding="utf-8")
    known = {line.partition("=")[0] for line in text.splitlines() if "=" in line}  # the embedded one starts with these
    known |= {"server.memory.heap.initial_size", "server.memory.heap.max_size"}
    names = {name for name in service["environment"] if name != "NEO4J_AUTH"}
    # The image's own rule: one underscore stands for a dot, two for an underscore.
    spelt = {name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_") for name in names}
    assert spelt <= known


def test_its_browser_is_held_to_the_same_as_the_embedded_ones(service: dict[str, Any]) -> None:
    name = "NEO4J_dbms_security_http__static__content__security__policy__header"
    assert service["environment"][name] == BROWSER_POLICY


def test_it_is_healthy_when_it_answers_over_bolt_to_the_log_in(service: dict[str, Any]) -> None:
    kind, command = service["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    words = command.replace("$$", "$")
    assert "cypher-shell -a bolt://localhost:7687" in words
    assert " -p" not in words  # else the password would stand in the list of processes
    probe = words.replace(
        words[words.index("cypher-shell") :], 'sh -c \'printf "%s %s" "$NEO4J_USERNAME" "$NEO4J_PASSWORD"\''
    )
    environment = {"NEO4J_AUTH": "neo4j/a/b-9", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["sh", "-c", probe], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "neo4j a/b-9"


def test_the_example_of_dotenv_can_be_used_as_it_stands_and_names_each_setting_that_it_may_have(tmp_path: Path) -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    assert load_settings(environ={}, folder=tmp_path).embedded
    commented = set(re.findall(r"^#([A-Z0-9_]+)=", text, re.MULTILINE))
    first = {aliases[0] for name, aliases in VARIABLES.items() if name not in ENVIRONMENT_ONLY}
    assert commented == first | {"JNATO_AURA_FILE"}


def test_the_example_filled_in_reaches_the_compose_service(tmp_path: Path) -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_DATABASE"):
        text = text.replace(f"#{name}=", f"{name}=")
    (tmp_path / ".env").write_text(text.replace("#NEO4J_PASSWORD=", "NEO4J_PASSWORD=abcdefgh1"), encoding="utf-8")
    settings = load_settings(environ={}, folder=tmp_path)
    assert (settings.uri, settings.username, settings.password) == ("bolt://127.0.0.1:7687", "neo4j", "abcdefgh1")
