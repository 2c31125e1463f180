"""Front matter: the facts that stand before the text of Markdown, as YAML between `---` or TOML between `+++`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, Final

from jnato_graph.errors import InputError
from jnato_graph.read.dates import date_value
from jnato_graph.read.failure import UnreadableError
from jnato_graph.read.manifest import KEYS, Entry, check_entry
from jnato_graph.read.yaml_text import parse_yaml

_BREAK: Final = r"(?:\r\n|\n|\r(?!\n))"
_END: Final = rf"[ \t]*{_BREAK}"
_BEGINNING: Final = rf"(?P<fence>---|\+\+\+){_END}"
_FRONT: Final = re.compile(
    rf"(?:{_END})*{_BEGINNING}(?P<content>.*?){_BREAK}(?:(?P=fence)|\.\.\.)(?:{_END}|[ \t]*\Z)", re.DOTALL
)
# What can be nothing else; below an empty line a rule may stand and then "Update: ...".
_BEGUN: Final = re.compile(rf"{_BEGINNING}[A-Za-z][\w-]*(?::(?:[ \t]|\r|\n)|[ \t]*=)")
_LINE: Final = re.compile(r"^(?P<key>[A-Za-z][\w-]*)(?::[ \t]+|[ \t]*=[ \t]*)[\"']?(?P<value>.*?)[\"']?[ \t]*$", re.M)
# Names that front matter has for the facts of a document, by our own.
_FACTS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "publication", "site", "site_name", "source"),
    "authors": ("authors", "author", "byline", "by"),
    "published": (
        "published",
        "date",
        "date_published",
        "datePublished",
        "publication_date",
        "pubdate",
        "published_at",
    ),
    "url": ("url", "canonical_url", "canonical", "source_url", "link", "permalink"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What front matter tells, and where it ends."""

    facts: Entry
    end: int


def front_matter(source: str) -> FrontMatter | None:
    """The front matter of a file; None when there is none: a text may begin with a rule.

    Raises UnreadableError for front matter without an end: its facts would be taken for the article.
    """
    front, begun = _FRONT.match(source), _BEGUN.match(source)
    if front is None and begun:
        raise UnreadableError("its front matter has no end", f"close it with a line of {begun['fence']}")
    if front is None:
        return None
    content = re.sub(r"\r\n?", "\n", front["content"])
    data = _read(content, is_toml=front["fence"] == "+++", begun=begun is not None)
    return FrontMatter(facts=_facts(data), end=front.end()) if isinstance(data, dict) else None


def _read(content: str, *, is_toml: bool, begun: bool) -> Any:
    """What stands there. What is no valid YAML or TOML ("title: Tokyo: a new office") is read line by line.

    None when it is neither, and no key follows the first line (`begun`).
    """
    try:
        return tomllib.loads(content) if is_toml else parse_yaml(content, "front matter")
    except (InputError, tomllib.TOMLDecodeError, RecursionError):
        return {match["key"]: match["value"] for match in _LINE.finditer(content)} if begun else None


def _facts(data: dict[str, Any]) -> Entry:
    """The facts that we know; those that are no text, or no date where one belongs, are passed over."""
    lowered = {key.casefold(): value for key, value in data.items()}
    facts: dict[str, Any] = {}
    for ours, theirs in _FACTS.items():
        values = [lowered[name.casefold()] for name in theirs if lowered.get(name.casefold())]
        if ours == "published":
            values = [date for value in values if (date := date_value(str(value)))]
        entry, wrong = check_entry({ours: values[0]}) if values else (Entry(), [])
        if values and not wrong:
            facts[ours] = getattr(entry, ours)
    return Entry(**{key: facts[key] for key in KEYS if key in facts})
