"""The baseline of an old repository: the findings that are known and not reported again.

A finding is known by its fingerprint (rule, concept, the words around it), never by its line; the
path says in which document, so that an entry is stale only when that document was looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from khihau.documents.files import read_text, write_new
from khihau.errors import ConfigError, shown_path
from khihau.project import ACROSS

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["Baseline", "Entry", "read_baseline", "write_baseline"]

_VERSION = 1
_HEAD = "khihau-baseline"


class Entry(NamedTuple):
    """A known finding of a document; `times` is how often it stands there."""

    path: str
    rule: str
    concept: str | None
    text: str
    fingerprint: str
    times: int


class Baseline:
    """The known findings at work: each covers as many findings as it counts.

    `exists` tells whether a document is still there: an entry of one that is not may cover the same
    finding elsewhere, since documents are moved and renamed.
    """

    def __init__(self, entries: Iterable[Entry], exists: Callable[[str], bool]) -> None:
        self._entries = {(entry.path, entry.fingerprint): entry for entry in entries}
        self._left = Counter({key: entry.times for key, entry in self._entries.items()})
        self._gone = {path for path, _ in self._entries if not exists(path)}
        self._moved = {
            fingerprint: path for path, fingerprint in self._entries if path in self._gone
        }
        self._found: dict[tuple[str, str], Entry] = {}

    def covers(self, path: str, finding: Finding) -> bool:
        """Whether a finding of a document is known; each call is one finding."""
        key = (path, finding.fingerprint)
        if key not in self._found:
            self._found[key] = entry_of(path, finding, 0)
        self._found[key] = self._found[key]._replace(times=self._found[key].times + 1)
        prints = (finding.fingerprint, *finding.former)
        for known in ((of, one) for one in prints for of in (path, self._moved.get(one, ""))):
            if self._left[known] > 0:
                self._left[known] -= 1
                return True
        return False

    def all_found(self, looked_at: Callable[[Entry], bool]) -> list[Entry]:
        """What a new baseline holds: all that was found, and the entries of what was not looked at."""
        kept = (entry for entry in self._entries.values() if self._is_kept(entry, looked_at))
        return [*kept, *self._found.values()]

    def stale(self, looked_at: Callable[[Entry], bool]) -> list[Entry]:
        """The entries whose findings are gone, with the number that is."""
        return [
            self._entries[key]._replace(times=count)
            for key, count in self._left.items()
            if count > 0 and not self._is_kept(self._entries[key], looked_at)
        ]

    def _is_kept(self, entry: Entry, looked_at: Callable[[Entry], bool]) -> bool:
        gone = entry.path in self._gone and entry.path != ACROSS
        return not gone and not looked_at(entry)


def entry_of(path: str, finding: Finding, times: int) -> Entry:
    """The entry of a finding."""
    text = " ".join(finding.text.split())
    return Entry(path, finding.rule, finding.concept, text, finding.fingerprint, times)


def read_baseline(file: Path) -> list[Entry]:
    """Read a baseline; raises ConfigError for a file that is none, or of another version."""
    shown = shown_path(file)
    if not file.exists():
        raise ConfigError(f"{shown}: no such baseline; make one with --update-baseline")
    try:
        content = json.loads(read_text(file).text)
        version, rows = content[_HEAD], content["findings"]
        entries = [Entry(**row) for row in rows] if version == _VERSION else []
        sound = all(map(_is_sound, entries))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ConfigError(
            f"{shown}: no baseline of khihau ({_said(error)}); make it anew with --update-baseline"
        ) from error
    if version != _VERSION:
        raise ConfigError(
            f"{shown}: is a baseline of version {version!r}, this khihau reads version {_VERSION};"
            " make it anew with --update-baseline, or use the khihau that wrote it"
        )
    if not sound:
        raise ConfigError(
            f"{shown}: an entry has a value of a wrong type; make it anew with --update-baseline"
        )
    return entries


def _is_sound(entry: Entry) -> bool:
    texts = (entry.path, entry.rule, entry.text, entry.fingerprint)
    return (
        all(isinstance(value, str) for value in texts)
        and isinstance(entry.concept, str | None)
        and type(entry.times) is int
    )


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if not isinstance(error, KeyError) else f"no {error}"


def write_baseline(file: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, one entry a line, sorted: a change shows in a diff. Raises InputError."""
    write_new(file, "".join(_lines(sorted(entries, key=_order))))


def _order(entry: Entry) -> tuple[str, str, str]:
    return entry.path, entry.rule, entry.fingerprint


def _lines(entries: Collection[Entry]) -> Iterator[str]:
    yield f'{{\n "{_HEAD}": {_VERSION},\n "findings": ['
    for number, entry in enumerate(entries):
        row: dict[str, Any] = entry._asdict()
        yield (",\n  " if number else "\n  ") + json.dumps(row, ensure_ascii=False)
    yield "\n ]\n}\n" if entries else "]\n}\n"
