"""What a person can set, and where it comes from: the process environment beats `.env`, which beats the defaults.

| setting | variables |
|---|---|
| address of a Neo4j of one's own | `NEO4J_URI`, `NEO4J_URL`, `NEO4J_ADDRESS` |
| user name, password, database | `NEO4J_USERNAME` or `NEO4J_USER`, `NEO4J_PASSWORD`, `NEO4J_DATABASE` |
| the four above from Aura's credentials file | `JNATO_AURA_FILE` |
| spaCy pipeline (name or path) | `JNATO_SPACY_MODEL` |
| folder for the embedded database | `JNATO_HOME` |
| folder for fetched files | `JNATO_CACHE` |
| Java and heap of the embedded database | `JNATO_JAVA`, `JNATO_HEAP` |
| its ports, and how long to wait for it | `JNATO_BOLT_PORT`, `JNATO_HTTP_PORT`, `JNATO_START_SECONDS` |
| another Maven repository to fetch Neo4j from | `JNATO_MAVEN_REPOSITORY` |

An empty value counts as not set. Without `NEO4J_URI` the embedded database is used, and user name, password and
database are not looked at.

`.env` is read from the current folder, which may be one of downloaded articles. So address, user name, password and
database are taken from one place together, and what is run or fetched to be run, and where files are written
(`ENVIRONMENT_ONLY`), never from `.env`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from jnato_graph.errors import UsageError

# Each setting with the variables that set it, the usual one first.
VARIABLES: Final[dict[str, tuple[str, ...]]] = {
    "uri": ("NEO4J_URI", "NEO4J_URL", "NEO4J_ADDRESS"),
    "username": ("NEO4J_USERNAME", "NEO4J_USER"),
    "password": ("NEO4J_PASSWORD",),
    "database": ("NEO4J_DATABASE",),
    "spacy_model": ("JNATO_SPACY_MODEL",),
    "home": ("JNATO_HOME",),
    "cache": ("JNATO_CACHE",),
    "java": ("JNATO_JAVA",),
    "heap": ("JNATO_HEAP",),
    "bolt_port": ("JNATO_BOLT_PORT",),
    "http_port": ("JNATO_HTTP_PORT",),
    "start_seconds": ("JNATO_START_SECONDS",),
    "maven_repository": ("JNATO_MAVEN_REPOSITORY",),
}
AURA_VARIABLE: Final = "JNATO_AURA_FILE"
CONNECTION: Final = ("uri", "username", "password", "database")
ENVIRONMENT_ONLY: Final = ("spacy_model", "java", "maven_repository", "home", "cache")
"""Settings that say what program is run, where it is fetched from, and where files are written and removed: a file that
lies about must not. Beside it may lie a folder whose links lead to any file of the user's."""
SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
DEFAULT: Final = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. `origins` says for each that was set by which variable, and where; the password is never shown."""

    uri: str | None = None
    username: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    spacy_model: str | None = None
    home: Path
    cache: Path
    java: Path | None = None
    heap: str | None = None
    bolt_port: int | None = None
    http_port: int | None = None
    start_seconds: int = 180
    maven_repository: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def embedded(self) -> bool:
        """Whether the embedded database is used: no address of another one is set."""
        return self.uri is None

    def origin(self, name: str) -> str:
        """Where the value of a setting comes from: `NEO4J_URI in .env`, or `default`."""
        return self.origins.get(name, DEFAULT)


@dataclass(frozen=True, slots=True)
class _Value:
    text: str = field(repr=False)
    origin: str
    variable: str


def load_settings(
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
    aura_file: Path | None = None,
) -> Settings:
    """The settings of this run.

    `environ` is the process environment, `folder` the one whose `.env` is read (the current one), `aura_file` a
    credentials file named by an option, which beats both. Raises `UsageError` on a value that cannot be right, on two
    variables of one place that contradict each other, on an address in one place whose user name, password or database
    would come from another, on a setting in `.env` that belongs into the environment, and on a file that cannot be
    read.
    """
    environ = os.environ if environ is None else environ
    folder = Path.cwd() if folder is None else folder
    layers = [_layer(environ, "the environment", folder)]
    dotenv_file = folder / ".env"
    if dotenv_file.is_file():
        layers.append(_without_programs(_layer(_read_dotenv(dotenv_file), str(dotenv_file), folder)))
    if aura_file is not None:
        layers.insert(0, _aura_layer(aura_file))
    values: dict[str, _Value] = {}
    for layer in reversed(layers):
        values.update(layer)
    if "uri" in values:
        values = {name: value for name, value in values.items() if name not in CONNECTION} | _connection(layers)
    return _settings(values)


def _without_programs(dotenv: dict[str, _Value]) -> dict[str, _Value]:
    """The values of `.env`. Raises UsageError when it sets what it may not."""
    for name in ENVIRONMENT_ONLY:
        if name in dotenv:
            value = dotenv[name]
            raise UsageError(
                f"{value.origin} is not taken from a file, since it says what is run or where files are written: "
                f"remove the line, and set {value.variable} in the environment"
            )
    return dotenv


def _connection(layers: Sequence[Mapping[str, _Value]]) -> dict[str, _Value]:
    """The connection settings of the first place with an address (one has), and of no other.

    Raises UsageError where somebody may have meant a setting of another place for that address: a password would go to
    a server that it is not for. A place below with an address of its own is another database, and is passed over.
    """
    at = next(number for number, layer in enumerate(layers) if "uri" in layer)
    chosen = layers[at]
    for number, layer in enumerate(layers):
        for name in CONNECTION[1:]:
            meant = name not in chosen and ("uri" not in layer or name == "password")
            if name in layer and (number < at or (number > at and meant)):
                raise UsageError(
                    f"{layer[name].origin} does not go with {chosen['uri'].origin}: set the two in one place"
                )
    return {name: value for name, value in chosen.items() if name in CONNECTION}


def _layer(variables: Mapping[str, str], place: str, folder: Path) -> dict[str, _Value]:
    """The values that one place sets; an Aura file named there counts as part of it."""
    found: dict[str, _Value] = {}
    for name, aliases in VARIABLES.items():
        for variable in aliases:
            text = _clean(name, variables.get(variable, ""))
            if text:
                _put(found, name, _Value(text, f"{variable} in {place}", variable))
    aura = variables.get(AURA_VARIABLE, "").strip()
    if aura:
        for name, value in _aura_layer(folder / Path(aura).expanduser()).items():
            _put(found, name, value)
    return found


def _clean(name: str, text: str) -> str:
    """Without the space around it, which is never meant, unless it is a password."""
    return text if name == "password" else text.strip()


def _put(found: dict[str, _Value], name: str, value: _Value) -> None:
    """Take the value, or say that it contradicts one found already (two that agree are fine)."""
    first = found.setdefault(name, value)
    if first.text != value.text:
        raise UsageError(f"{first.origin} and {value.origin} contradict each other: keep one of the two")


def _read_dotenv(path: Path) -> dict[str, str]:
    """The variables of a `.env` file. `${…}` is not replaced, since a password may hold it."""
    from dotenv.parser import parse_stream

    variables: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for binding in parse_stream(stream):
                if binding.error:
                    raise UsageError(f"{path}, line {binding.original.line}: not NAME=value: mend or remove the line")
                if binding.key is not None:
                    variables[binding.key] = binding.value or ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({_reason(error)}): mend or remove it") from error
    return variables


def _aura_layer(path: Path) -> dict[str, _Value]:
    """The four connection settings of the text file that Aura gives with a new instance, as it comes."""
    if not path.is_file():
        raise UsageError(f"{path} (Aura credentials file) does not exist: correct {AURA_VARIABLE} or --aura-file")
    variables = _read_dotenv(path)
    found: dict[str, _Value] = {}
    for name in CONNECTION:
        for variable in VARIABLES[name]:
            text = _clean(name, variables.get(variable, ""))
            if text:
                _put(found, name, _Value(text, f"{variable} in {path}", variable))
    for name in ("uri", "password"):
        if name not in found:
            raise UsageError(f"{path} has no {VARIABLES[name][0]}: is it the file that Aura gave with the instance?")
    return found


def _settings(values: Mapping[str, _Value]) -> Settings:
    from platformdirs import user_cache_path, user_data_path

    def text(name: str) -> str | None:
        return values[name].text if name in values else None

    def path(name: str) -> Path | None:
        return Path(values[name].text).expanduser().absolute() if name in values else None

    def number(name: str, low: int, high: int) -> int | None:
        value = values.get(name)
        if value is None:
            return None
        if not value.text.isascii() or not value.text.isdigit() or not low <= int(value.text) <= high:
            raise UsageError(f"{value.origin} is no whole number from {low} to {high}: {value.text!r}")
        return int(value.text)

    bolt_port, http_port = number("bolt_port", 1, 65535), number("http_port", 1, 65535)
    if bolt_port is not None and bolt_port == http_port:
        raise UsageError(f"JNATO_BOLT_PORT and JNATO_HTTP_PORT are both {bolt_port}: they must differ")
    return Settings(
        uri=_checked_uri(values["uri"]) if "uri" in values else None,
        username=text("username") or "neo4j",
        password=text("password"),
        database=text("database") or "neo4j",
        spacy_model=text("spacy_model"),
        home=path("home") or user_data_path("jnato-graph", appauthor=False),
        cache=path("cache") or user_cache_path("jnato-graph", appauthor=False),
        java=path("java"),
        heap=_checked_heap(values["heap"]) if "heap" in values else None,
        bolt_port=bolt_port,
        http_port=http_port,
        start_seconds=number("start_seconds", 1, 3600) or 180,
        maven_repository=_checked_repository(values["maven_repository"]) if "maven_repository" in values else None,
        origins={name: value.origin for name, value in values.items()},
    )


def _checked_uri(value: _Value) -> str:
    """The address of a database, checked; the message never repeats it, since it may hold a password."""
    # cypher-shell takes NEO4J_ADDRESS without a scheme; the others are always given with one.
    text = value.text
    if "://" not in text and value.variable == "NEO4J_ADDRESS":
        text = f"neo4j://{text}"
    example = "neo4j://localhost:7687 or neo4j+s://….databases.neo4j.io"
    scheme = text.partition("://")[0] if "://" in text else ""
    if scheme in ("http", "https"):
        raise UsageError(f"{value.origin} is an {scheme} address, as of Neo4j Browser: give Bolt's, as {example}")
    if scheme not in SCHEMES:
        raise UsageError(f"{value.origin} does not begin with one of {', '.join(SCHEMES)}: give it as {example}")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"{value.origin} is no address ({error}): give it as {example}") from error
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"{value.origin} holds a user name or password: put them into NEO4J_USERNAME, NEO4J_PASSWORD")
    if not host or re.search(r"\s", text):
        raise UsageError(f"{value.origin} names no host: give it as {example}")
    return text


def _checked_heap(value: _Value) -> str:
    if not re.fullmatch(r"[1-9][0-9]*[mMgG]", value.text):
        raise UsageError(f"{value.origin} is no size such as 512m or 2g: {value.text!r}")
    return value.text.lower()


def _checked_repository(value: _Value) -> str:
    if urlsplit(value.text).scheme not in ("http", "https"):
        raise UsageError(f"{value.origin} does not begin with https:// or http://: give the address of a repository")
    return value.text.rstrip("/")


def _reason(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start} is not UTF-8"
    return error.strerror or type(error).__name__


def ignored_variables(settings: Settings) -> list[str]:
    """What is set without effect: user, password or database without an address of the database they are for."""
    if not settings.embedded:
        return []
    return [
        f"{settings.origins[name]} has no effect without {VARIABLES['uri'][0]}"
        for name in CONNECTION
        if name in settings.origins
    ]


def unknown_variables(environ: Mapping[str, str] | None = None, folder: Path | None = None) -> list[str]:
    """Variables that begin with `JNATO_` and are none of the settings: most likely misspelt ones."""
    from difflib import get_close_matches

    environ = os.environ if environ is None else environ
    dotenv_file = (Path.cwd() if folder is None else folder) / ".env"
    names = set(environ) | (set(_read_dotenv(dotenv_file)) if dotenv_file.is_file() else set())
    known = {variable for aliases in VARIABLES.values() for variable in aliases} | {AURA_VARIABLE}
    notes = []
    for name in sorted(name for name in names - known if name.startswith("JNATO_")):
        near = get_close_matches(name, known, n=1)
        notes.append(f"{name} is no setting" + (f" (is {near[0]} meant?)" if near else ""))
    return notes
