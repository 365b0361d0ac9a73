"""The file of verdicts of a project: where it lies, reading it, adding to it."""

from __future__ import annotations

from pathlib import Path

from khihau.config import Config
from khihau.documents.files import append_text, link_target, read_bytes
from khihau.errors import InputError, shown_path
from khihau.project.verdicts import VERDICT_FILE, Verdict, line_of, parse_verdicts

__all__ = ["add_verdict", "read_verdicts", "verdict_file"]


def verdict_file(named: Path | None, config: Config) -> Path:
    """The file that is `named`, else the one beside the settings, or in the current folder."""
    return named or config.root / VERDICT_FILE


def read_verdicts(file: Path, *, must_be: bool) -> list[Verdict]:
    """The verdicts of a file, in order; none where it need not be there and is not.

    Raises InputError for one that cannot be read, is not in UTF-8, is a link out of its folder or holds
    other lines.
    """
    shown = shown_path(file)
    target = link_target(file, file.parent)
    if not target.exists():
        if not must_be:
            return []
        raise InputError(f"{shown}: no verdicts yet; khihau verdict writes the first one")
    if not target.is_file() and not target.is_dir():  # reading a pipe would wait for its other end
        raise InputError(f"{shown}: is no file; name one with --file")
    try:
        text = read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{shown}: is not in UTF-8; save it as UTF-8") from error
    return parse_verdicts(text, shown)


def add_verdict(file: Path, verdict: Verdict) -> None:
    """Write one more line; raises InputError where it cannot be written."""
    append_text(file, line_of(verdict))
