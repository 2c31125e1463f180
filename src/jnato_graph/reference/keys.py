"""The keys that stand in the data files, without reading the files through: for completion in a shell."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from jnato_graph.reference.files import data_file
from jnato_graph.reference.load import FILES

_KEY: Final = re.compile(rb"^- \{?key: ([a-z0-9-]+)(?=[,}\s])", re.MULTILINE)


def keys_beginning(text: str, labels: Collection[str]) -> list[str]:
    """Keys of entities of these labels that begin with `text`, in alphabetical order.

    Those that a file makes from a pattern are not among them. Takes some milliseconds. Raises InputError when a file
    cannot be read.
    """
    begun = text.encode()
    return sorted(
        key.decode()
        for file, label in FILES.items()
        if label in labels
        for key in _KEY.findall(data_file(file))
        if key.startswith(begun)
    )
