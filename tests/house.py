"""The house as it stands: its modules, what each imports, and a report to read in review.

    python tests/house.py

tells the modules that are long, those that one other alone imports, and how many there are.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

__all__ = ["FILES", "IMPORTS", "SOURCE", "Imported", "circles"]

SOURCE = Path(__file__).parents[1] / "src" / "khihau"
_LONG = 350  # lines: a cue to look, no limit


class Imported(NamedTuple):
    """A module that another one imports, at its top or when a function needs it."""

    module: str
    is_at_top: bool


def _module_of(file: Path) -> str:
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES: Mapping[str, Path] = {_module_of(file): file for file in sorted(SOURCE.rglob("*.py"))}


def _imported(file: Path) -> Iterator[Imported]:
    """What a file imports; a module that is named in a string is one that is imported by it."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        top = node in tree.body
        if isinstance(node, ast.Import):
            yield from (Imported(alias.name, top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (Imported(name if name in FILES else node.module, top) for name in names)
        elif isinstance(node, ast.Constant) and str(node.value) in FILES.keys() - {"khihau"}:
            yield Imported(str(node.value), is_at_top=False)


IMPORTS: Mapping[str, tuple[Imported, ...]] = {
    module: tuple(_imported(file)) for module, file in FILES.items()
}


def circles(graph: Mapping[str, Set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, by whatever way."""
    reach = {module: _reached(graph, module) for module in graph}
    groups = {
        tuple(sorted({module, *(other for other in some if module in reach[other])}))
        for module, some in reach.items()
        if module in some
    }
    return [list(group) for group in sorted(groups)]


def _reached(graph: Mapping[str, Set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [*graph[start]]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += graph.get(module, ())
    return seen


def _report() -> Iterator[str]:
    lines = {name: len(file.read_text("utf-8").splitlines()) for name, file in FILES.items()}
    importers: defaultdict[str, set[str]] = defaultdict(set)
    for module, some in IMPORTS.items():
        for one in some:
            importers[one.module].add(module)
    yield f"{len(lines)} modules, {sum(lines.values()):,} lines"
    yield f"longer than {_LONG} lines: " + (
        ", ".join(f"{name} ({size})" for name, size in lines.items() if size > _LONG) or "none"
    )
    yield "imported by one other module alone:"
    for name in lines:
        if len(importers[name]) == 1:
            yield f"  {name} ({lines[name]}), by {min(importers[name])}"


if __name__ == "__main__":
    print("\n".join(_report()))
