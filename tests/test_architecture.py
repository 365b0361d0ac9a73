"""The shape of DESIGN section 7: imports run down only, and third parties stay behind their walls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "khihau"
MODULES = sorted(SOURCE.rglob("*.py"))

TIERS: tuple[tuple[str, ...], ...] = (
    ("errors", "cache"),
    ("model",),
    ("text",),
    ("languages",),
    ("config", "termbase", "documents", "project"),
    ("match",),
    ("definitions", "ledger", "edits"),
    ("expansion", "fuzzy"),
    ("rules", "pairing"),
    ("engine",),
    ("render", "exchange", "site"),
    ("cli", "__main__", ""),
)
WALLS = {
    "click": ("cli",),
    "tomli": ("termbase/toml.py",),
    "rapidfuzz": ("fuzzy",),
    "underthesea": ("languages",),
    "kiwipiepy": ("languages",),
    "ahocorasick_rs": ("match",),
    "rich": ("cli", "render"),
    "lxml": ("documents", "exchange"),
    "polib": ("documents/bitexts",),
    "python_calamine": ("documents",),
    "openpyxl": ("render/brief", "exchange"),
}
LONGEST_MODULE = 350


def tier_of(module: str) -> int:
    return next(number for number, names in enumerate(TIERS) if module in names)


def imports(file: Path) -> Iterator[tuple[str, bool]]:
    """Every imported module of a file, and whether it is imported at the module's top."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        top = node in tree.body
        if isinstance(node, ast.Import):
            yield from ((alias.name, top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, top
            if node.module == "khihau":
                yield from ((f"khihau.{alias.name}", top) for alias in node.names)


def own_part(file: Path) -> str:
    first = file.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_run_down_only(file: Path) -> None:
    own = tier_of(own_part(file))
    for name, _ in imports(file):
        parts = name.split(".")
        if parts[0] == "khihau" and len(parts) > 1 and parts[1] != "__version__":
            assert tier_of(parts[1]) <= own, f"{file.name} imports {name}, which lies above it"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_third_parties_stay_behind_their_walls(file: Path) -> None:
    place = file.relative_to(SOURCE).as_posix()
    for name, top in imports(file):
        package = name.split(".")[0]
        if package in WALLS:
            assert place.startswith(WALLS[package]), f"{place} imports {package}"
            if package not in ("click", "tomli", "ahocorasick_rs"):
                assert not top, f"{place} imports {package} before it is needed"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_modules_stay_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_MODULE
