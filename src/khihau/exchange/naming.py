"""Ids and source keys for what comes without one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from khihau.termbase.checks import kebab

__all__ = ["free_key", "id_of"]

_LONGEST = 60


def id_of(values: Mapping[str, Any]) -> str:
    """An id made of a concept's English name, else of its Vietnamese or shared one; "" without any."""
    for lang in ("en", "vi", "mul"):
        named = [label for label in values.get("label", ()) if label.get("lang") == lang]
        for label in sorted(named, key=lambda one: one.get("status") != "preferred"):
            if name := _short(kebab(str(label.get("text", "")))):
                return name
    return ""


def free_key(words: str, taken: Collection[str]) -> str:
    """A key for a source made of its title or address, that no other has."""
    key = _short(kebab(words.removeprefix("https://").removeprefix("http://"))) or "source"
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _short(name: str) -> str:
    """The whole words of a name that stay within what a file name should have."""
    return (
        name
        if len(name) <= _LONGEST
        else name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    )
