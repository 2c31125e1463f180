"""What the embedded Neo4j is told: `neo4j.conf` and the command line of its Java."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jnato_graph.database.ports import HOST
from jnato_graph.database.room import MEGABYTE, PAGE_CACHE

FIRST_LINE: Final = "# Written by jnato-graph at each start: changes are lost."
MAIN_CLASS: Final = "org.neo4j.server.CommunityEntryPoint"
OPENED: Final = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")

# Browser loads scripts for statistics from elsewhere even where telemetry is off (seen in version 5.24): its web page
# may load nothing but its own files, and talk to nobody but this machine.
BROWSER_POLICY: Final = (
    "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    f"connect-src 'self' ws://{HOST}:* ws://localhost:* http://{HOST}:* http://localhost:*"
)


def write_configuration(server_home: Path, *, bolt_port: int, http_port: int, pages: int = PAGE_CACHE) -> None:
    """Write `conf/neo4j.conf`. It listens on this machine only, reports to nobody, and takes little disk.

    `pages` are the bytes of its page cache.
    """
    lines = (
        FIRST_LINE,
        f"server.default_listen_address={HOST}",
        f"server.default_advertised_address={HOST}",
        "server.bolt.enabled=true",
        f"server.bolt.listen_address={HOST}:{bolt_port}",
        f"server.bolt.advertised_address={HOST}:{bolt_port}",
        "server.http.enabled=true",
        f"server.http.listen_address={HOST}:{http_port}",
        f"server.http.advertised_address={HOST}:{http_port}",
        "server.https.enabled=false",
        "dbms.security.auth_enabled=true",
        # Nothing is told to anybody, by the server or by Browser.
        "dbms.usage_report.enabled=false",
        "client.allow_telemetry=false",
        f"dbms.security.http_static_content_security_policy_header={BROWSER_POLICY}",
        # Neo4j would set aside 256 MB of disk for its transaction log at once, and keep two days of it.
        "db.tx_log.preallocate=false",
        "db.tx_log.rotation.size=32m",
        "db.tx_log.rotation.retention_policy=2 files",
        # Neo4j would plan a query anew, which takes it a second, for texts of no, 1, 2, 10 and 100 letters, and lists
        # as long. Without that the plans of the reports are as good (the tests hold them).
        "internal.cypher.use_parameter_size=false",
        # When it stops, Neo4j would wait two times five seconds for connections, also when nobody is connected.
        "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
        "internal.server.bolt.connection_shutdown_wait_time=1s",
        f"server.memory.pagecache.size={pages // MEGABYTE}m",
    )
    folder = server_home / "conf"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "neo4j.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")


def command_line(java: Path, jars: Sequence[Path], server_home: Path, heap: str) -> list[str]:
    """The command that runs Neo4j in the foreground. The class path goes into a file: it is long."""
    class_path = server_home / "conf" / "class-path"
    class_path.parent.mkdir(parents=True, exist_ok=True)
    separator = os.pathsep
    joined = separator.join(str(jar) for jar in jars).replace("\\", "\\\\").replace('"', '\\"')
    class_path.write_text(f'-cp "{joined}"\n', encoding="utf-8")
    return [
        str(java),
        "-Xms128m",
        f"-Xmx{heap}",
        # One thread that cleans a small heap: 80 MB less held than with G1, and no slower to start (measured).
        "-XX:+UseSerialGC",
        # A server without memory ends, and is started again, rather than going on half dead.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        f"@{class_path}",
        MAIN_CLASS,
        f"--home-dir={server_home}",
        f"--config-dir={server_home / 'conf'}",
        "--console-mode",  # say on the console, too, why it could not start
    ]
