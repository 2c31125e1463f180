"""The scorer that came with the gold, and what it came with, as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

GOLD = Path(__file__).parents[2] / "gold"


def load_module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"gold_{name}", GOLD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    return GOLD


@pytest.fixture(scope="session")
def their_scorer() -> ModuleType:
    return load_module("score")


@pytest.fixture(scope="session")
def their_reading() -> ModuleType:
    return load_module("sentences_to_gold")
