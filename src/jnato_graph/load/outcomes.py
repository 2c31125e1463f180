"""What became of each document in a load, however many paths it has and however the load was cut into groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from jnato_graph.load.plan import Change
from jnato_graph.load.summary import LoadSummary, Replaced

type Outcome = Literal["created", "changed", "removed", "unchanged"]


class Outcomes:
    """Takes note of each group and counts at the end."""

    def __init__(self) -> None:
        self._by_key: dict[str, Outcome] = {}
        self._replaced: dict[str, Replaced] = {}

    def note(self, keys: Iterable[str], changes: Iterable[Change]) -> None:
        """`keys` came in; `changes` are what followed."""
        for change in changes:
            known = self._by_key.get(change.key)
            self._note_replaced(change, known)
            if change.after is None and known == "created":
                del self._by_key[change.key]
            elif change.after is None:
                self._by_key[change.key] = "removed"
            elif change.before is None and known is None:
                self._by_key[change.key] = "created"
            elif known != "created":
                self._by_key[change.key] = "changed"
        for key in keys:
            self._by_key.setdefault(key, "unchanged")

    def _note_replaced(self, change: Change, known: Outcome | None) -> None:
        if change.after is not None:
            self._replaced.pop(change.key, None)
        elif change.before is not None and known != "created":
            first = change.before.first
            self._replaced[change.key] = Replaced(path=first.path, key=change.key, title=first.title)

    def count(self, summary: LoadSummary) -> None:
        """Put the numbers into `summary`."""
        counts = Counter(self._by_key.values())
        summary.documents.created = counts["created"]
        summary.documents.changed = counts["changed"]
        summary.documents.removed = counts["removed"]
        summary.unchanged = counts["unchanged"]
        summary.replaced = tuple(sorted(self._replaced.values()))
