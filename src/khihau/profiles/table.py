"""The table of profiles (`data/profiles.txt`): what each kind of text is told, and how gravely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from khihau.errors import ConfigError
from khihau.model import Safety, Severity

__all__ = ["Cell", "Profile", "profile_names", "profile_of", "rows", "rows_of", "severity_of"]

_SEVERITIES: Mapping[str, Severity] = MappingProxyType({"E": "error", "W": "warning", "I": "info"})
_SAFETIES: Mapping[str, Safety | None] = MappingProxyType({"s": "safe", "?": "suggested", "": None})
_OFF = "-"
_ITSELF = "itself"


class Cell(NamedTuple):
    """How gravely something is told, None where it is not; `safety` is the most that its fix may be."""

    severity: Severity | None
    safety: Safety | None = None


class Profile(NamedTuple):
    """One kind of text.

    `readers` says who reads it, for the acronyms that they know, `is_formal` whether each
    name is to be as in law, `country` whose things a text means that speaks of none, `scopes` whose own
    names (`scope`) it has. `cells` has a row of the table for each rule and each aspect of one
    ("forbidden-label/quoted"), `rules` are those of which anything is told.
    """

    name: str
    readers: str | None
    is_formal: bool
    country: str | None
    scopes: frozenset[str]
    cells: Mapping[str, Cell]
    rules: frozenset[str]


def profile_names() -> tuple[str, ...]:
    """The names of all profiles, in their order."""
    return tuple(_table())


def profile_of(name: str) -> Profile:
    """The profile of a name; raises ConfigError for one that `profile_names` does not have."""
    if name not in _table():
        raise ConfigError(f"no profile is called {name!r}; there are: {', '.join(_table())}")
    return _table()[name]


@lru_cache(maxsize=1)
def rows() -> Mapping[str, Cell]:
    """All rows, in order, with what holds for a rule that is asked for by name though it is off."""
    return MappingProxyType({key: cells[_ITSELF] for key, cells in _read("rules")})


def rows_of(rule: str) -> tuple[str, ...]:
    """The rows of a rule, those of its aspects behind its own; () where the table has none."""
    return tuple(key for key in rows() if _rule_of(key) == rule)


def severity_of(rule: str) -> Severity:
    """How gravely a rule tells by itself, whatever the text; raises IndexError for one of no row."""
    severity = rows()[rows_of(rule)[0]].severity
    assert severity, "each row says what it is by itself"
    return severity


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Profile]:
    columns: dict[str, dict[str, Cell]] = {}
    for key, cells in _read("rules"):
        for name, cell in cells.items():
            columns.setdefault(name, {})[key] = cell
    return MappingProxyType(
        {
            name: Profile(
                name,
                None if known == _OFF else known,
                formal == "yes",
                None if country == _OFF else country,
                frozenset() if scopes == _OFF else frozenset(scopes.split(",")),
                columns[name],
                frozenset(_rule_of(key) for key, cell in columns[name].items() if cell.severity),
            )
            for name, known, formal, country, scopes in (
                line.split() for line in _lines("profiles")[1:]
            )
        }
    )


def _rule_of(key: str) -> str:
    return key.partition("/")[0]


def _read(part: str) -> Iterator[tuple[str, Mapping[str, Cell]]]:
    names, *lines = (line.split() for line in _lines(part))
    for key, *cells in lines:
        yield key, dict(zip(names, map(_cell, cells), strict=True))


def _cell(text: str) -> Cell:
    return Cell(None) if text == _OFF else Cell(_SEVERITIES[text[0]], _SAFETIES[text[1:]])


@lru_cache(maxsize=2)
def _lines(part: str) -> list[str]:
    """The lines of a part of the file: its column names, then its rows."""
    text = Path(__file__).with_name("data").joinpath("profiles.txt").read_text("utf-8")
    behind = text.partition(f"[{part}]\n")[2].partition("\n[")[0]
    return [line for line in behind.splitlines() if line.strip() and not line.startswith("#")]
