"""YAML as plain strings, lists and mappings: nothing is guessed from the look of a value, and no key stands twice."""

from __future__ import annotations

from typing import Any

from jnato_graph.errors import InputError


def parse_yaml(content: str, name: str) -> Any:
    """What a YAML text says; InputError naming `name` and the line when it is not valid."""
    import yaml

    def plain(node: yaml.Node | None) -> Any:
        if isinstance(node, yaml.SequenceNode):
            return [plain(item) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            result: dict[str, Any] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise InputError(f"{name}: line {key.start_mark.line + 1}: a key must be one string")
                if key.value in result:
                    raise InputError(f"{name}: line {key.start_mark.line + 1}: {key.value!r} stands twice")
                result[key.value] = plain(value)
            return result
        if isinstance(node, yaml.ScalarNode):
            # An empty value and an unquoted null say "nothing"; every other scalar is what is written.
            return None if not node.style and node.value in {"", "null", "~"} else node.value
        return None

    try:
        return plain(yaml.compose(content, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise InputError(f"{name}: no valid YAML: {' '.join(str(error).split())}") from error
