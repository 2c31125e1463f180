"""Checks of the installation, each with what mends it. Nothing is fetched; the database is started only when asked."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jnato_graph.errors import JnatoError
from jnato_graph.settings import Settings, ignored_variables, load_settings, unknown_variables

Verdict = Literal["ok", "note", "wrong"]
OLDEST_PYTHON: Final = (3, 12)
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at. `message` says what was found and, unless it is fine, what mends it.

    `exit_code` is what the command ends with on this account: 0 unless the verdict is `wrong`.
    """

    subject: str
    verdict: Verdict
    message: str
    exit_code: int = 0


def examine(*, start: bool = False, aura_file: Path | None = None) -> Iterator[Finding]:
    """Look at Python, settings, the spaCy pipeline, Java and Neo4j's files, disk, memory, and the database.

    With `start` the embedded database is started (and fetched) if need be; without, it is looked at only where it
    runs. The findings come one by one, since some take seconds. Raises nothing: what fails is a finding.
    """
    yield _python()
    try:
        settings = load_settings(aura_file=aura_file)
    except JnatoError as error:
        yield _wrong("settings", error)
        return
    yield _settings(settings)
    yield _guarded("pipeline", lambda: _pipeline(settings))
    if settings.embedded:
        yield _guarded("Java", lambda: _java(settings))
        yield _guarded("Neo4j's files", lambda: _files(settings))
        yield _guarded("disk", lambda: _disk(settings))
        yield _guarded("memory", _memory)
    yield _guarded("database", lambda: _database(settings, start=start))


def _guarded(subject: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except JnatoError as error:
        return _wrong(subject, error)


def _wrong(subject: str, error: JnatoError) -> Finding:
    return Finding(subject=subject, verdict="wrong", message=" ".join(str(error).split()), exit_code=error.exit_code)


def _python() -> Finding:
    version = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] < OLDEST_PYTHON:
        return _wrong("Python", JnatoError(f"{version} is too old: make the environment with Python 3.12 or newer"))
    return Finding(subject="Python", verdict="ok", message=version)


def _settings(settings: Settings) -> Finding:
    notes = [*ignored_variables(settings), *unknown_variables()]
    if notes:
        return Finding(subject="settings", verdict="note", message="; ".join(notes))
    origins = sorted(set(settings.origins.values()))
    return Finding(subject="settings", verdict="ok", message="; ".join(origins) or "all as they come")


def _pipeline(settings: Settings) -> Finding:
    from jnato_graph.annotate.pipeline import load_pipeline

    nlp = load_pipeline(settings.spacy_model)
    meta = nlp.meta
    name = f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}"
    return Finding(subject="pipeline", verdict="ok", message=f"{name}: {', '.join(nlp.pipe_names)}")


def _java(settings: Settings) -> Finding:
    from jnato_graph.database.java import find_java, java_version

    java = find_java(settings.java)
    return Finding(subject="Java", verdict="ok", message=f"{java_version(java)} at {java}")


def _files(settings: Settings) -> Finding:
    from jnato_graph.database.artifacts import distribution, jar_folder, wrong_jars

    wanted = distribution()
    wrong = wrong_jars(settings.cache, wanted.jars)
    where = f"Neo4j {wanted.version} in {jar_folder(settings.cache)}"
    if not wrong:
        return Finding(subject="Neo4j's files", verdict="ok", message=f"{where}: {len(wanted.jars)} files, each right")
    size = sum(jar.size for jar in wrong) / 1_000_000
    message = f"{where}: {len(wrong)} files are missing or damaged: jnato-graph db start fetches them ({size:.0f} MB)"
    return Finding(subject="Neo4j's files", verdict="note", message=message)


def _disk(settings: Settings) -> Finding:
    from jnato_graph.database.artifacts import SPARE_BYTES, distribution, wrong_jars
    from jnato_graph.database.room import DISK_NEEDED, check_disk, check_writable

    missing = sum(jar.size for jar in wrong_jars(settings.cache, distribution().jars))
    check_writable(settings.home, variable="JNATO_HOME")
    check_disk(settings.home, DISK_NEEDED, variable="JNATO_HOME")
    if missing:
        check_writable(settings.cache, variable="JNATO_CACHE")
        check_disk(settings.cache, missing + SPARE_BYTES, variable="JNATO_CACHE")
    return Finding(subject="disk", verdict="ok", message=f"room enough in {settings.home}")


def _memory() -> Finding:
    from jnato_graph.database.room import MEGABYTE, MEMORY_NEEDED, memory_available

    available = memory_available()
    if available < MEMORY_NEEDED:
        # No fault where the database runs already.
        message = f"{available // MEGABYTE} MB available, too few to start the embedded Neo4j: end some programs"
        return Finding(subject="memory", verdict="note", message=message)
    return Finding(subject="memory", verdict="ok", message=f"{available // MEGABYTE} MB available")


def _database(settings: Settings, *, start: bool) -> Finding:
    from jnato_graph.database import ensure_database, open_driver, server_status, verify_server
    from jnato_graph.database.connection import check_write_access
    from jnato_graph.report import unfinished_documents

    if settings.embedded and not start:
        status = server_status(settings)
        if status.connection is None:
            message = f"embedded, {status.state}: commands start it when they need it (--start tries it now)"
            return Finding(subject="database", verdict="note", message=message)
    connection = ensure_database(settings)
    with open_driver(connection, verify=False) as driver:
        version = verify_server(driver, connection)
        check_write_access(driver, connection)
        with driver.session(database=connection.database, default_access_mode="READ") as session:
            unfinished = session.execute_read(unfinished_documents)
    where = f"{'embedded ' if connection.embedded else ''}Neo4j {version} at {connection.uri}"
    message = f"{where}, database {connection.database!r}: answers and can be written"
    if unfinished:
        shown = ", ".join(unfinished[:_SHOWN]) + (", …" if len(unfinished) > _SHOWN else "")
        message += f"; {len(unfinished):,} of its documents are not loaded in full, load them again: {shown}"
        return Finding(subject="database", verdict="note", message=message)
    return Finding(subject="database", verdict="ok", message=message)
