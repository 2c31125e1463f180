"""A Chromium without a screen, in which every request of a page is noted, and answers made by hand to show in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from jnato_graph.page import Subgraph, render_page
from jnato_graph.records import Claim, Document, Entity, Mention, Sentence
from jnato_graph.report import Answer, parse_query

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUERY = "// Who is for what\n// Each actor with what it is for or against.\nMATCH (n:State) RETURN n.name AS actor;\n"
SAID = [
    ("france", "OPPOSES", "office", "affirmed", "2023-05"),
    ("germany", "OPPOSES", "office", "negated", None),
    ("japan", "SUPPORTS", "office", "affirmed", "2024"),
]
WORDS = ("alpha", "beta", "gamma")
PLACES = {
    "france": ("State", "FRA", 48.9, 2.4),
    "germany": ("State", "DEU", 52.5, 13.4),
    "japan": ("State", "JPN", 35.7, 139.7),
}


@dataclass
class Shown:
    """A page that is open, with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Show = Callable[..., Shown]


# For a module, not the session: Playwright starts once at a time in a process, and Neo4j Browser's tests start it, too.
@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    """Debian's Chromium, or another of its kind. Without one the tests are left out, but not where CI wants them."""
    found = next((path for name in NAMES if (path := shutil.which(os.environ.get("CHROMIUM", name)))), None)
    if found is None:
        reason = "no Chromium on the PATH (apt-get install chromium), and CHROMIUM does not name one"
        (pytest.fail if os.environ.get("REQUIRE_CHROMIUM") else pytest.skip)(reason)
    with sync_playwright() as playwright:
        # Root, as CI is, cannot have the sandbox; the pages come from this machine.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def show(started: Browser, tmp_path: Path) -> Iterator[Show]:
    """`show(page, width=…, color_scheme=…, java_script_enabled=…)` opens a page of HTML from disk."""
    opened = []

    def open_page(html: str, width: int = 1280, height: int = 900, **options: object) -> Shown:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = started.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(60_000)
        opened.append(context)
        shown = Shown(context.new_page())

        def popped_up(dialog: Dialog) -> None:
            shown.complaints.append(dialog.message)
            dialog.dismiss()

        shown.page.on("request", lambda request: shown.requests.append(request.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.on("dialog", popped_up)
        shown.page.goto(path.as_uri())
        return shown

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def page_of() -> Callable[..., str]:
    """`page_of(hostile="…")`: a page of three claims in three sentences, with that text wherever a text may stand."""

    def made(hostile: str = "") -> str:
        names = {"france": "France", "germany": "Germany", "japan": "Japan", "office": "Office in Tokyo"}
        entities = {
            key: Entity(key=key, label=label, name=names[key] + hostile, iso_alpha3=iso, latitude=north, longitude=east)
            for key, (label, iso, north, east) in PLACES.items()
        }
        entities["office"] = Entity(
            key="office", label="Office", name=names["office"] + hostile, latitude=35.7, longitude=139.7
        )
        document = Document(
            key="d", path=f"a.txt{hostile}", text="", title=f"Story{hostile}", publisher=hostile,
            published="2024-02-01", url=f"https://news.example/{hostile}",
        )  # fmt: skip
        sentences, mentions, claims = [], {}, []
        for number, (subject, predicate, object_, polarity, date) in enumerate(SAID):
            key, text = (
                f"d:{number}",
                f"{names[subject]} spoke of the Office in Tokyo, number {number}, {WORDS[number]}. {hostile}",
            )
            sentences.append(Sentence(key=key, document="d", index=number, start=0, end=len(text), text=text))
            mentions[key] = tuple(
                Mention(document="d", sentence=key, entity=end, start=(at := text.index(names[end])),
                        end=at + len(names[end]), text=names[end])
                for end in (subject, object_)
            )  # fmt: skip
            claims.append(
                Claim(
                    key=f"c{number}", document="d", sentence=key, subject=subject, predicate=predicate, object=object_,
                    polarity=polarity, modality="actual", quote=text, start=0, end=len(text), rule="r",  # type: ignore[arg-type]
                    confidence=0.9, date=date, speaker=hostile or None,
                )
            )  # fmt: skip
        answer = Answer(
            query=parse_query(QUERY, Path("cypher/positions/who-is-for-what.cypher")),
            values={},
            columns=("actor", "status", "evidence", "claimKey", "sentenceKey"),
            rows=tuple(
                (entities[claim.subject].name, claim.polarity + hostile, claim.quote, claim.key, claim.sentence)
                for claim in claims
            ),
            notes=(hostile,) if hostile else (),
        )
        graph = Subgraph(
            sentences=tuple(sentences), claims=tuple(claims), mentions=mentions, entities=entities,
            documents={"d": document},
        )  # fmt: skip
        return render_page(answer, graph)

    return made
