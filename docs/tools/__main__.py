"""Writes the generated pages: `python -m docs.tools commands schema reports`, or says with `--check` which are old.

`reports` asks the database in use, which must hold the seeds and nothing else: `make docs-pages` sees to that.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docs.tools import commands, reports, schema

ROOT: Final = Path(__file__).parents[2]
PARTS: Final[dict[str, Callable[[], dict[str, str]]]] = {
    "commands": commands.pages,
    "schema": schema.pages,
    "reports": reports.pages,
}


def main() -> int:
    """Write or check the parts named. Exit code 1 when a page is not what the program would write now."""
    parser = argparse.ArgumentParser(prog="python -m docs.tools", description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="+", choices=PARTS)
    parser.add_argument("--check", action="store_true", help="write nothing; show what is out of date")
    arguments = parser.parse_args()
    old = 0
    for part in arguments.parts:
        for name, text in PARTS[part]().items():
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
