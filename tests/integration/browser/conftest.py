"""Neo4j Browser in a headless Chromium, on the tests' embedded server with the seeds loaded."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

import jnato_graph
from jnato_graph.database import Connection, open_driver
from jnato_graph.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SECONDS = 60_000
TRANSFER = """([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], name))
    return transfer
}"""
NODES = """nodes => nodes.map(node => ({
    caption: Array.from(node.querySelectorAll('text.caption'), text => text.textContent.trim()).join(' '),
    fill: node.querySelector('circle.b-outline').getAttribute('fill'),
    radius: Number(node.querySelector('circle.b-outline').getAttribute('r')),
}))"""


@dataclass
class Neo4jBrowser:
    """What a person does in Neo4j Browser. `hosts` are those that answered the page."""

    page: Page
    hosts: set[str] = field(default_factory=set)

    def log_in(self, address: str, password: str) -> None:
        """Open the address, which names server and user, and give the password."""
        self.page.on("response", lambda response: self.hosts.add(urlsplit(response.url).hostname or ""))
        self.page.goto(address)
        self.page.get_by_test_id("password").fill(password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_test_id("frameCommand").get_by_text(":play start").wait_for()

    def drop(self, file: Path) -> None:
        """Drag a file from the desktop and drop it on the page."""
        content = base64.b64encode(file.read_bytes()).decode()
        transfer = self.page.evaluate_handle(TRANSFER, [file.name, content])
        self.page.dispatch_event(".filedrop", "drop", {"dataTransfer": transfer})

    def show_scripts(self, shown: bool = True) -> None:
        """Open or close the drawer of the saved scripts."""
        if self.page.get_by_text("Local scripts").is_visible() != shown:
            self.page.get_by_test_id("navigationFavorites").click()
            expect(self.page.get_by_text("Local scripts")).to_be_visible(visible=shown)

    def script(self, folder: str, title: str) -> Locator:
        """A saved script in the drawer; its folder is opened."""
        self.show_scripts()
        item = self.page.get_by_test_id("savedScriptListItem").filter(
            has=self.page.get_by_test_id(f"scriptTitle-{title}")
        )
        if not item.count():
            self.page.get_by_test_id(f"expandFolder-{folder}").click()
        return item

    def run_script(self, folder: str, title: str) -> Locator:
        """Run a saved script with the button beside it, alone on the page, and give the frame of its answer."""
        self.clear()
        item = self.script(folder, title)
        item.hover()
        item.get_by_test_id("savedScriptsButton-Run").click()
        return self._answer()

    def run(self, text: str) -> Locator:
        """Put this into the editor, run it, and give the frame of its answer."""
        self.clear()
        self.type(text)
        self.page.get_by_test_id("editor-Run").click()
        return self._answer()

    def type(self, text: str) -> None:
        """Put this into the editor in place of what is there, and wait till it is there: Run takes what it finds."""
        editor = self.page.get_by_test_id("activeEditor")
        editor.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        expect(editor).to_contain_text(text.split()[-1])

    def clear(self) -> None:
        """Take all answers off the page."""
        for _ in range(self.page.get_by_test_id("frame").count()):
            self.page.get_by_test_id("frame").first.get_by_title("Close", exact=True).click()
        expect(self.page.get_by_test_id("frame")).to_have_count(0)

    def _answer(self) -> Locator:
        frame = self.page.get_by_test_id("frame").first
        frame.get_by_test_id("frame-loaded-contents").first.wait_for()
        return frame

    def nodes(self, frame: Locator) -> list[dict[str, object]]:
        """The nodes that are drawn: caption, fill colour, radius."""
        frame.locator("g.node").first.wait_for()
        found: list[dict[str, object]] = frame.locator("g.node").evaluate_all(NODES)
        return found

    def rows(self, frame: Locator) -> list[dict[str, str]]:
        """The rows of a table, as they are shown."""
        head = [cell.strip() for cell in frame.locator("thead th").all_inner_texts()]
        body = [row.locator("td").all_inner_texts() for row in frame.locator("tbody tr").all()]
        return [dict(zip(head, (cell.strip() for cell in row), strict=False)) for row in body]


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's Chromium, or another of its kind. Without one the tests are left out, but not where CI wants them."""
    for name in NAMES:
        if found := shutil.which(os.environ.get("CHROMIUM", name)):
            return Path(found)
    reason = "no Chromium on the PATH (apt-get install chromium), and CHROMIUM does not name one"
    if os.environ.get("REQUIRE_CHROMIUM"):
        pytest.fail(f"{reason}; REQUIRE_CHROMIUM is set")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `jnato-graph browser --files` writes."""
    folder = tmp_path_factory.mktemp("for-browser")
    command(["browser", "--files", str(folder)])
    return folder


@pytest.fixture(scope="module")
def seeds_graph(chromium: Path, connection: Connection, neo4j_settings: Settings, seeds_file: Path) -> Connection:  # noqa: ARG001 - first of all
    """The database with the seeds and nothing else."""
    with open_driver(connection, verify=False) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
    summary = jnato_graph.load_file(seeds_file, settings=neo4j_settings)
    assert (summary.documents.created, summary.failed) == (5, ())
    return connection


@pytest.fixture(scope="module")
def told(seeds_graph: Connection, neo4j_environment: dict[str, str]) -> dict[str, str]:  # noqa: ARG001 - it must be there
    """What `jnato-graph browser --print` says: Browser, User, Password."""
    said = command(["browser", "--print"], neo4j_environment)
    return dict(line.split(maxsplit=1) for line in said.splitlines())


@pytest.fixture(scope="module")
def browser(chromium: Path, told: dict[str, str]) -> Iterator[Neo4jBrowser]:
    """Neo4j Browser, logged in with what the command says."""
    password = Path(told["Password"].removeprefix("in ")).read_text(encoding="utf-8").strip()
    with sync_playwright() as playwright:
        # Root, as CI is, cannot have the sandbox; the page comes from this machine.
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = started.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
        page.set_default_timeout(SECONDS)
        expect.set_options(timeout=SECONDS)
        opened = Neo4jBrowser(page)
        opened.log_in(told["Browser"], password)
        yield opened
        started.close()


@pytest.fixture(scope="module")
def furnished(browser: Neo4jBrowser, files: Path) -> Neo4jBrowser:
    """With style and scripts dropped on it."""
    browser.drop(files / "jnato-graph.grass")
    browser.page.get_by_test_id("frameCommand").get_by_text(":style").wait_for()
    browser.drop(files / "jnato-graph-scripts.zip")
    browser.show_scripts()
    browser.page.get_by_test_id("expandFolder-Positions").wait_for()
    return browser


def command(arguments: list[str], environment: dict[str, str] | None = None) -> str:
    """Run `jnato-graph` as a user does, and give what it prints."""
    program = Path(sys.executable).with_name("jnato-graph")
    done = subprocess.run(
        [program, *arguments], env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=True
    )
    return done.stdout
