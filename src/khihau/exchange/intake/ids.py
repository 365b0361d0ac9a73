"""Ids and source keys: made for what comes without one, and whether a file can be called so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from khihau.languages import LANGUAGES
from khihau.model import TEXT_LANGS
from khihau.termbase.checks import kebab, shown
from khihau.termbase.files import PROPOSALS

__all__ = ["free_key", "id_of", "unfit"]

_LONGEST = 60
_MOST = 200  # of a name that was given; systems take 255 with the suffix
_BIBLIOGRAPHY = "sources"
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def id_of(values: Mapping[str, Any]) -> str:
    """An id made of a concept's English name, else of one that is in Latin letters; "" without any."""
    latin = (lang for lang in TEXT_LANGS if not LANGUAGES[lang].script)
    for lang in (*latin, "mul"):
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


def unfit(name: str, *, is_folder: bool = False) -> tuple[str, str] | None:
    """Why a kebab-case name is none for a file of a glossary, and the next step."""
    if len(name) > _MOST:
        return f"{shown(name)} has {len(name)} characters", f"shorten it to {_MOST} or less"
    if name in _DEVICES:
        return f"{shown(name)} is the name of a device on Windows", "give it another name"
    if name == PROPOSALS and is_folder:
        return f"{shown(name)} is the folder of proposals", "give it another name"
    if name == _BIBLIOGRAPHY and not is_folder:
        return f"{shown(name)} is the name of the bibliography", "give it another id"
    return None


def _short(name: str) -> str:
    """The whole words of a name that stay within what a file name should have."""
    return (
        name
        if len(name) <= _LONGEST
        else name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    )
