"""Completion in bash, which takes `office=tokyo` for three words; zsh and fish need nothing beyond what click has.

Imported only when a shell asks for completions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

BREAKS: Final = ("=", ":")
"""Characters at which bash ends a word wherever they stand (its `COMP_WORDBREAKS`)."""


class WholeWords(BashComplete):
    """Puts the words together again that bash has split, and gives back of a value what bash will put in."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that one."""
        args, incomplete = super().get_completion_args()
        *before, whole = joined([*args, incomplete])
        self._there = whole[: len(whole) - (0 if incomplete in BREAKS else len(incomplete))]
        return before, whole

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """As click's, without what stands on the line already."""
        return f"{item.type},{str(item.value).removeprefix(self._there)}"


def joined(words: Sequence[str]) -> list[str]:
    """`words` with those that bash parted at `=` and `:` made one."""
    whole: list[str] = []
    for word in words:
        glued = word in BREAKS or (whole and whole[-1].endswith(BREAKS) and not word.startswith("-"))
        if whole and glued:
            whole[-1] += word
        else:
            whole.append(word)
    return whole


def register() -> None:
    """Make click use it."""
    add_completion_class(WholeWords)
