"""The data files as plain strings: YAML read fast, with every scalar left as it is written.

Nothing is guessed from the look of a value (no `NO` that turns into false, no date objects), and a list of short
strings may stand in one scalar, parted by ` | `.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jnato_graph.errors import InputError
from jnato_graph.packaged import data_bytes


@dataclass(slots=True)
class Problems:
    """Collects everything that is wrong, so that a person sees all of it at once."""

    found: list[str] = field(default_factory=list)

    def add(self, file: str, entry: str, what: str) -> None:
        """Note what is wrong with an entry of a file."""
        self.found.append(f"{file}: {entry}: {what}")

    def stop(self) -> None:
        """Raise InputError with all that was found, if anything was."""
        if self.found:
            count = f"{len(self.found)} problem{'s' if len(self.found) > 1 else ''} in the reference data"
            raise InputError("\n  ".join([f"{count}; mend the entries named:", *self.found]))


def data_file(name: str, folder: Path | None = None) -> bytes:
    """The bytes of a data file of the package, or of the same name in `folder`."""
    if folder is None:
        return data_bytes(name)
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise InputError(f"{folder / name}: the reference data file cannot be read ({error})") from error


def read_yaml(content: bytes, name: str) -> Mapping[str, Any]:
    """A data file as mappings, lists and strings; InputError when it is no YAML or no mapping."""
    import yaml

    class Loader(yaml.CBaseLoader):
        """Tags nothing: all scalars stay strings, which also halves the time of composing."""

        def resolve(self, *_: Any) -> str:
            """Every node stays what it is written as."""
            return ""

        def descend_resolver(self, *_: Any) -> None:
            """No paths to resolve by."""

        def ascend_resolver(self) -> None:
            """No paths to resolve by."""

    def plain(node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [plain(item) for item in node.value]
        result = {}
        for key, value in node.value:
            if key.value in result:
                raise InputError(f"{name}: line {key.start_mark.line + 1}: {key.value!r} stands twice in one entry")
            result[key.value] = plain(value)
        return result

    try:
        node = Loader(content).get_single_node()
        root = plain(node) if node else None
    except yaml.YAMLError as error:
        raise InputError(f"{name}: no valid YAML: {' '.join(str(error).split())}") from error
    if not isinstance(root, dict):
        raise InputError(f"{name}: a mapping with 'source' and 'entries' was expected")
    return root


def listed(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """The strings of a list, written as YAML list or parted by ` | `, without empty ones."""
    if value is None:
        return ()
    parts = value.split("|") if isinstance(value, str) else value
    return tuple(part for part in (item.strip() for item in parts) if part)


def rows(table: bytes) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated table with a header; lines that begin with `#` are notes."""
    lines = [line for line in table.decode().splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))
