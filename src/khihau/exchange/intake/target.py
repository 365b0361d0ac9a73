"""The glossary that an import writes to: what it has, and the files that change in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from khihau.errors import ConfigError, GlossaryError, InputError
from khihau.exchange.intake.arrivals import Arrival
from khihau.model import Source, Termbase
from khihau.termbase.dump import dump_concept, dump_sources
from khihau.termbase.files import PROPOSALS
from khihau.termbase.load import open_glossary
from khihau.termbase.toml import read_toml

__all__ = ["concept_file", "concept_text", "glossary_at", "source_files"]

_SOURCES = "sources.toml"


def glossary_at(into: Path, below: Sequence[Path], *, builtin: bool = True) -> Termbase:
    """The glossary that is written to; an empty one where there is none yet.

    Raises ConfigError for a file, GlossaryError for a glossary that cannot be read, neither alone
    nor over those `below`.
    """
    if into.exists() and not into.is_dir():
        raise ConfigError(f"--into {into}: is a file; name a folder")
    if not any(file.name != _SOURCES for file in _toml_files(into)):
        return open_glossary(*_toml_files(into), builtin=False)
    target = open_glossary(into, builtin=False)
    try:
        len(target.concepts)
    except GlossaryError:
        len(open_glossary(*below, into, builtin=builtin).concepts)
    return target


def _toml_files(into: Path) -> Iterator[Path]:
    """The files of a glossary, without those whose names it skips."""
    for file in into.rglob("*.toml"):
        parts = file.relative_to(into).parts
        hidden = PROPOSALS in parts or any(part.startswith(".") for part in parts)
        if not hidden and (file.is_file() or file.is_symlink()):
            yield file


def concept_file(arrival: Arrival, into: Path) -> Path:
    """The path in the glossary of a concept's file; InputError where something else is there."""
    old, new = arrival
    if old and old.file:
        return Path(old.file).absolute().relative_to(into.absolute())
    name = Path(new.domain) / f"{new.id}.toml"
    if (into / name).exists():  # where names differ by capitals only, for instance
        raise InputError(
            f"{into / name}: is there already, and is not the concept “{new.id}”; "
            "rename it, or give the concept another id"
        )
    return name


def concept_text(arrival: Arrival) -> str:
    """The text of a concept's file."""
    old, new = arrival
    values = read_toml(old.file, old.file)[1] if old and old.file else {}
    return dump_concept(new, replaces=values.get("replace") is True)


def source_files(
    changed: Iterable[Source], target: Termbase, into: Path
) -> Iterator[tuple[Path, str]]:
    """The bibliographies with new and changed sources in them; a new one goes to the topmost."""
    top = into / _SOURCES
    files: dict[Path, dict[str, Source]] = {}
    for source in changed:
        old = target.sources.get(source.id)
        file = Path(old.file) if old and old.file else top
        files.setdefault(file.absolute(), {})[source.id] = source
    for file, sources in files.items():
        kept = {
            key: source
            for key, source in target.sources.items()
            if source.file and Path(source.file).absolute() == file
        }
        yield file.relative_to(into.absolute()), dump_sources(kept | sources)
