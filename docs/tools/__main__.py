"""Writes the generated pages: `python -m docs.tools commands schema reports`, or says with `--check` which are old.

`reports` asks the database in use, which must hold the seeds and nothing else. With `--seeds-in FOLDER`, as `make
docs-pages` gives it, it asks an embedded one that it makes in that folder and removes again.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Final

from docs.tools import commands, reports, schema
from docs.tools.seeds import seeds_alone

from jnato_graph.errors import JnatoError
from jnato_graph.settings import Settings

ROOT: Final = Path(__file__).parents[2]
PARTS: Final[dict[str, Callable[[Settings | None], dict[str, str]]]] = {
    "commands": lambda _: commands.pages(),
    "schema": lambda _: schema.pages(),
    "reports": reports.pages,
}


def main() -> int:
    """Write or check the parts named. Exit code 1 when a page is not what the program would write now."""
    parser = argparse.ArgumentParser(prog="python -m docs.tools", description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="+", choices=PARTS)
    parser.add_argument("--check", action="store_true", help="write nothing; show what is out of date")
    parser.add_argument("--seeds-in", type=Path, metavar="FOLDER", help="take samples from a database made there")
    arguments = parser.parse_args()
    try:
        with seeds_alone(arguments.seeds_in) if arguments.seeds_in else nullcontext() as settings:
            made = {part: PARTS[part](settings) for part in arguments.parts}
    except JnatoError as error:
        sys.exit(f"docs.tools: {error}")
    old = 0
    for pages in made.values():
        for name, text in pages.items():
            path = ROOT / "docs" / name
            before = path.read_text(encoding="utf-8") if path.is_file() else ""
            if before == text or (arguments.check and _bare(before) == _bare(text)):
                continue
            old += 1
            if arguments.check:
                sys.stdout.writelines(_difference(before, text, f"docs/{name}"))
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
                print(f"docs/{name}")
    if arguments.check and old:
        print(f"{old} pages are not current; write them anew: make docs-pages")
        return 1
    return 0


def _bare(text: str) -> str:
    """The text without the digits of confidences: on another processor the last of them may be another one."""
    return re.sub(r"\b[01]\.\d+\b", "0.0", text)


def _difference(before: str, after: str, name: str) -> list[str]:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"{name} as it is", f"{name} as it would be"
    )
    return list(lines)[:80]


if __name__ == "__main__":
    sys.exit(main())
