"""Hand-made extractions, for tests of all that comes after extracting; and programs with a terminal."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence

type Article = Callable[..., Extraction]
type OnTerminal = Callable[..., str]

LABELS = {"ruritania": "State", "graustark": "State", "league": "Organisation", "rudolf": "Person", "strelsau": "Place"}
FLAGS = {"negated": "polarity", "planned": "modality", "possible": "modality"}


def article(
    path: str, *statements: str, key: str | None = None, names: dict[str, str] | None = None, **more: Any
) -> Extraction:
    """A document with one sentence for each statement, such as `ruritania OPPOSES office:strelsau`.

    A statement may go on with `negated`, `planned`, `possible`, `by=<speaker's key or words>`, `on=<date>`,
    `role=<post>`, `rule=<name>`. `names` says how this document calls an entity (else its key is its name); `more` are
    fields of the document.
    """
    text = "".join(f"{statement}. " for statement in statements) + more.pop("closing", "")
    key = key or hashlib.sha256(text.encode()).hexdigest()[:16]
    keys: dict[str, None] = {}
    sentences, mentions, claims = [], [], []
    start = 0
    for index, statement in enumerate(statements):
        words = statement.split(" ")
        end = start + len(statement) + 1
        place: dict[str, Any] = {"document": key, "start": start, "end": end}
        sentences.append(Sentence(key=f"{key}:{index}", index=index, text=text[start:end], **place))
        options = dict(word.partition("=")[::2] for word in words[3:] if "=" in word)
        flags = {FLAGS[word]: word for word in words[3:] if word in FLAGS}
        speaker = options.get("by")
        for end_key in dict.fromkeys(
            (words[0], words[2], *((speaker,) if speaker and (speaker in LABELS or ":" in speaker) else ()))
        ):
            keys[end_key] = None
            at = text.index(end_key, start)
            mentions.append(
                Mention(
                    document=key, sentence=f"{key}:{index}", entity=end_key, start=at, end=at + len(end_key),
                    text=end_key,
                )
            )  # fmt: skip
        claims.append(
            Claim(
                key=f"{key}:{index}:claim", sentence=f"{key}:{index}", subject=words[0], predicate=words[1],
                object=words[2], polarity=flags.get("polarity", "affirmed"), modality=flags.get("modality", "actual"),  # type: ignore[arg-type]
                quote=text[start:end], rule=options.get("rule", "test"), confidence=0.5, speaker=speaker,
                speaker_entity=speaker if speaker in keys else None, date=options.get("on"), role=options.get("role"),
                **place,
            )
        )  # fmt: skip
        start = end + 1
    return Extraction(
        document=Document(key=key, path=path, text=text, **more),
        sentences=tuple(sentences),
        entities=tuple(entity(key, (names or {}).get(key, key)) for key in keys),
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


def entity(key: str, name: str) -> Entity:
    """An entity whose label is that of its key (`office:strelsau`), or known."""
    prefix, colon, _ = key.partition(":")
    return Entity(key=key, label=prefix.capitalize() if colon else LABELS[key], name=name)


@pytest.fixture(scope="session", name="article")
def article_fixture() -> Article:
    """Makes an extraction from a few words, see above."""
    return article


def run_on_terminal(
    program: str, *arguments: str, columns: int = 80, lines: int = 24, stdout_only: bool = False, **environment: str
) -> str:
    """What a Python program shows whose stdin and stderr and, unless `stdout_only`, stdout are a terminal."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    usual = {"TERM": "xterm", "COLUMNS": str(columns), "LINES": str(lines)}
    without = ("NO_COLOR", "PAGER", "LESS")
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=slave,
        stdout=subprocess.PIPE if stdout_only else slave,
        stderr=slave,
        env={name: value for name, value in os.environ.items() if name not in without} | usual | environment,
    )
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 65536):
            shown += part
    except OSError:  # Linux's way to say that the other end is closed
        pass
    finally:
        os.close(master)
    output = process.stdout.read() if process.stdout else shown
    process.wait()
    return output.decode().replace("\r\n", "\n")


@pytest.fixture(scope="session")
def on_terminal() -> OnTerminal:
    """`run_on_terminal`."""
    return run_on_terminal
