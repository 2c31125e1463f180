"""YAML as plain strings, lists and mappings: nothing is guessed from the look of a value, and no key stands twice.

Aliases (`*name`) are refused: a few lines of them can stand for a value without end.
"""

from __future__ import annotations

from typing import Any

from jnato_graph.errors import InputError


def parse_yaml(content: str, name: str) -> Any:
    """What a YAML text says; InputError naming `name` and the line when it is not valid or has an alias."""
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
        if "*" in content:
            for event in yaml.parse(content, Loader=yaml.CSafeLoader):
                if isinstance(event, yaml.AliasEvent):
                    line = event.start_mark.line + 1 if event.start_mark else 0
                    raise InputError(f"{name}: line {line}: aliases are not read; write out what *{event.anchor} means")
        return plain(yaml.compose(content, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise InputError(f"{name}: no valid YAML: {' '.join(str(error).split())}") from error
