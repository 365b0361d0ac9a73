"""The shape that docs/architecture.md draws: imports run down only, and third parties stay behind their walls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from spec_tables import each_row

SOURCE = Path(__file__).parents[1] / "src" / "khihau"
MODULES = sorted(SOURCE.rglob("*.py"))

TIERS: tuple[tuple[str, ...], ...] = (
    ("errors", "atomic"),
    ("cache",),
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
    "rich": ("cli/printing.py",),
    "lxml": ("documents", "exchange"),
    "polib": ("documents/bitexts",),
    "python_calamine": ("documents",),
    "openpyxl": ("render/brief", "exchange"),
}
LONGEST_MODULE = 350
# The one module that prints, and what none but it may use.
DOOR = "cli/printing.py"
PRINTS = {
    "sys": {"stdout", "stderr", "__stdout__", "__stderr__"},
    "click": {
        "echo",
        "secho",
        "echo_via_pager",
        "prompt",
        "confirm",
        "progressbar",
        "get_text_stream",
    },
    "os": {"write", "writev"},
}


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


@each_row("file", MODULES)
def test_imports_run_down_only(file: Path) -> None:
    own = tier_of(own_part(file))
    for name, _ in imports(file):
        parts = name.split(".")
        if parts[0] == "khihau" and len(parts) > 1 and parts[1] != "__version__":
            assert tier_of(parts[1]) <= own, f"{file.name} imports {name}, which lies above it"


@each_row("file", MODULES)
def test_third_parties_stay_behind_their_walls(file: Path) -> None:
    place = file.relative_to(SOURCE).as_posix()
    for name, top in imports(file):
        package = name.split(".")[0]
        if package in WALLS:
            assert place.startswith(WALLS[package]), f"{place} imports {package}"
            if package not in ("click", "tomli", "ahocorasick_rs"):
                assert not top, f"{place} imports {package} before it is needed"


def prints(tree: ast.AST) -> Iterator[str]:
    """What a module prints with, by any of the ways there are to name it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "print":
            yield "print"
        elif isinstance(node, ast.Attribute) and node.attr == "show":  # an error of click
            yield node.attr
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in PRINTS.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom):
            names = PRINTS.get(node.module or "", ())
            yield from (f"{node.module}.{one.name}" for one in node.names if one.name in names)


def test_all_that_is_printed_goes_through_one_door() -> None:
    found = {
        file.relative_to(SOURCE).as_posix(): sorted({*prints(ast.parse(file.read_text("utf-8")))})
        for file in MODULES
    }
    assert {name: ways for name, ways in found.items() if ways and name != DOOR} == {}
    assert len(found[DOOR]) == 5


@each_row("file", MODULES)
def test_modules_stay_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST_MODULE
