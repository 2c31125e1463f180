"""Resolve the jars of Neo4j, and of cypher-shell for the tests, and write the lock files that they are fetched by.

Run by a developer when the version changes: `python scripts/lock_neo4j.py [--cache DIR]`.
A lock names each jar by its Maven coordinates, its size and its SHA-256, and no host.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

from jgo.maven import MavenContext

NEO4J_VERSION = "5.26.30"
BROWSER_VERSION = "5.24.0"
TOP = Path(__file__).resolve().parent.parent
LOCKS = {
    TOP / "src" / "jnato_graph" / "database" / "neo4j.lock.json": (
        f"org.neo4j:neo4j:{NEO4J_VERSION}",
        f"org.neo4j.app:neo4j-server:{NEO4J_VERSION}",
        f"org.neo4j.client:neo4j-browser:{BROWSER_VERSION}",
    ),
    TOP / "tests" / "integration" / "browser" / "cypher-shell.lock.json": (f"org.neo4j:cypher-shell:{NEO4J_VERSION}",),
}


def main() -> None:
    """Resolve, fetch, hash, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, help="folder for the fetched jars (default: a temporary one)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        context = MavenContext(repo_cache=arguments.cache or Path(temporary), timeout=60)
        for path, roots in LOCKS.items():
            jars = resolved(context, roots)
            lines = ",\n".join("  " + json.dumps(jar) for jar in jars)
            path.write_text(f'{{"neo4j": "{NEO4J_VERSION}", "jars": [\n{lines}\n]}}\n', encoding="utf-8")
            sys.stdout.write(f"{path.name}: {len(jars)} jars\n")


def resolved(context: MavenContext, names: tuple[str, ...]) -> list[dict[str, object]]:
    """The jars of these components and of all that they need, in the order of the class path."""
    roots, others = context.resolver.resolve([context.create_dependency(name) for name in names])
    # Parts of the server first: the class path is searched in this order, and should not depend on the resolver's.
    dependencies = [*roots, *sorted(others, key=lambda d: (d.groupId, d.artifactId, d.version, d.classifier))]
    jars: list[dict[str, object]] = []
    for dependency in dependencies:
        if dependency.type != "jar" or dependency.optional:
            continue
        data = dependency.artifact.resolve().read_bytes()
        coordinates = [dependency.groupId, dependency.artifactId, dependency.version]
        if dependency.classifier:
            coordinates.append(dependency.classifier)
        jars.append({"jar": ":".join(coordinates), "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    return jars


if __name__ == "__main__":
    main()
