"""Finds the saved queries: `cypher/` of the checkout, or `jnato_graph/cypher` of an installed wheel."""

from __future__ import annotations

from pathlib import Path

from jnato_graph.errors import ReportError
from jnato_graph.nearest import did_you_mean, did_you_mean_path
from jnato_graph.report.saved_query import SavedQuery, read_query


def default_folder() -> Path:
    """The folder of the saved queries that come with the program. Raises ReportError when there is none."""
    package = Path(__file__).resolve().parent.parent
    candidates = [package / "cypher"]
    if package.parent.name == "src":
        candidates.append(package.parent.parent / "cypher")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise ReportError(f"{candidates[0]}: the folder of saved queries is missing; install jnato-graph again")


def query_files(folder: Path | None = None) -> dict[str, Path]:
    """Each report's name with its file, in the order of subject and name. Opens no file.

    Raises ReportError when the folder is missing, holds no query, or two files have one name.
    """
    root = default_folder() if folder is None else folder
    if not root.is_dir():
        hint = did_you_mean_path(root, "")
        raise ReportError(f"{root}: no such folder of saved queries{'; ' + hint if hint else ''}")
    found: dict[str, Path] = {}
    for path in sorted(root.rglob("*.cypher")):
        if path.stem in found:
            raise ReportError(f"{path}:1: another report has this name: {found[path.stem]}; rename one of them")
        found[path.stem] = path
    if not found:
        raise ReportError(f"{root}: holds no .cypher file")
    return found


def read_catalogue(folder: Path | None = None) -> tuple[SavedQuery, ...]:
    """All saved queries. Raises ReportError for the first file that is not right, and for two of the same title."""
    titles: dict[str, str] = {}
    queries = []
    for path in query_files(folder).values():
        query = read_query(path)
        if query.title.casefold() in titles:
            raise ReportError(f"{path}:1: another report has this title: {titles[query.title.casefold()]}")
        titles[query.title.casefold()] = query.path
        queries.append(query)
    return tuple(queries)


def find_query(name: str, folder: Path | None = None) -> SavedQuery:
    """The saved query `name`; only its file is read, so that a broken one elsewhere is no hindrance.

    Raises ReportError with the nearest names when there is none.
    """
    files = query_files(folder)
    wanted = name.strip().casefold().removesuffix(".cypher").rpartition("/")[2].replace("_", "-").replace(" ", "-")
    if wanted in files:
        return read_query(files[wanted])
    hint = did_you_mean(wanted, files) or "see them all with: jnato-graph report list"
    raise ReportError(f"no report {name!r}; {hint}")
