"""What a check leaves unreported: the findings of a baseline, and the lines that did not change."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from khihau.config import Config, located
from khihau.documents.files import STDIN
from khihau.errors import shown_path
from khihau.model import Placed
from khihau.project import ACROSS
from khihau.render.views import Reviewed
from khihau.text.counted import counted

if TYPE_CHECKING:
    from khihau.project.baseline import Baseline, Entry
    from khihau.project.changes import Changes

__all__ = ["Known", "baseline_file"]

_TOLD = 10  # stale entries that are named one by one


def baseline_file(named: Path | None, config: Config) -> Path | None:
    """The baseline of a run: the one `named` on the command line, else that of the settings.

    Raises ConfigError where settings, which may be a stranger's, name no file of their own folder.
    """
    file = named or config.baseline
    if named or file is None or config.path is None:
        return file
    target = Path(os.path.realpath(file))
    if not target.is_relative_to(os.path.realpath(config.root)):
        message = f"{target} lies outside the folder of this file"
    elif target.exists() and not target.is_file():
        message = f"{target} is no file"
    else:
        return file
    hint = "name a file in that folder, or name this one on the command line with --baseline"
    raise located(f"{message}; {hint}", config.path, ("baseline",))


class Known:
    """The baseline and the changed lines of one run.

    Raises ConfigError for a baseline that cannot be read and for a REF that git does not know.
    """

    def __init__(
        self,
        baseline: Path | None,
        ref: str | None,
        rules: Collection[str],
        *,
        update: bool,
        encoding: str | None = None,
    ) -> None:
        self._file = baseline
        self._update = update
        self._rules = rules
        self._seen: set[str] = set()
        self._baseline = _opened(baseline, update=update) if baseline else None
        self._changes = _changes(ref, encoding) if ref else None

    def reported(self, reviewed: Reviewed, *, across: bool = False) -> Reviewed:
        """The findings of a document that are to be told; `across` for one about several documents.

        Raises InputError for a document outside the repository whose changes count.
        """
        findings = reviewed.findings
        if self._baseline is not None:
            key = ACROSS if across else self._key(reviewed.path)
            self._seen.add(key)
            findings = [one for one in findings if not self._is_known(key, one)]
        if self._changes and reviewed.path != STDIN:
            lines = self._changes.lines(reviewed.path)
            findings = [one for one in findings if _touches(one, lines)]
        return reviewed._replace(findings=findings)

    def close(self) -> Iterator[str]:
        """Write the baseline where it is to be made anew, else name what is gone; raises InputError."""
        if self._baseline is None or self._file is None:
            return
        name = shown_path(self._file)
        if self._update:
            from khihau.project.baseline import write_baseline

            entries = self._baseline.all_found(self._looked_at)
            write_baseline(self._file, entries)
            yield f"{name}: {counted(sum(entry.times for entry in entries), 'finding')} written"
            return
        stale = self._baseline.stale(self._looked_at)
        if stale:
            number = sum(entry.times for entry in stale)
            yield f"{name}: {counted(number, 'stale finding')}; take out with --update-baseline:"
            yield from map(_told, stale[:_TOLD])
        if len(stale) > _TOLD:
            yield f"  and {len(stale) - _TOLD} more"

    def _is_known(self, key: str, placed: Placed) -> bool:
        assert self._baseline is not None
        return self._baseline.covers(key, placed.finding) or self._update

    def _looked_at(self, entry: Entry) -> bool:
        """Whether this run could tell that an entry is gone."""
        if entry.path == ACROSS:
            return self._update
        return entry.path in self._seen and entry.rule in self._rules

    def _key(self, path: str) -> str:
        """The name of a document in the baseline: as seen from there, so that both may be moved."""
        assert self._file is not None
        folder = os.path.dirname(os.path.abspath(self._file))  # noqa: PTH100, PTH120
        return path if path == STDIN else Path(os.path.relpath(path, folder)).as_posix()


def _told(entry: Entry) -> str:
    concept = f"[{entry.concept}]" if entry.concept else ""
    return f"  {entry.path}: {entry.rule}{concept} “{entry.text}”"


def _opened(file: Path, *, update: bool) -> Baseline:
    from khihau.errors import ConfigError
    from khihau.project.baseline import Baseline, read_baseline

    try:
        entries = read_baseline(file)
    except ConfigError:
        if not update:
            raise
        entries = []
    return Baseline(entries, lambda path: (file.parent / path).exists())


def _changes(ref: str, encoding: str | None) -> Changes:
    from khihau.project.changes import Changes

    return Changes(ref, Path.cwd(), encoding)


def _touches(placed: Placed, lines: Collection[range]) -> bool:
    place = placed.place
    return any(place.line < some.stop and some.start <= place.end_line for some in lines)
