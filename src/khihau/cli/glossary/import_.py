"""`khihau glossary import`."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import click

from khihau.atomic import alone_in
from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import format_option, into_option
from khihau.console.printing import say, write
from khihau.errors import ConfigError, InputError, Problem
from khihau.exchange import IMPORTS, reader
from khihau.exchange.base import Ignored
from khihau.exchange.intake.arrivals import Arrival, Intake, Remark, Taken, take
from khihau.exchange.intake.staging import Staging, leftovers
from khihau.exchange.intake.target import concept_file, concept_text, glossary_at, source_files
from khihau.model import Source
from khihau.render.differences import title_of, words_of_change
from khihau.render.visible import visible
from khihau.termbase.differences import concept_change
from khihau.termbase.load import open_glossary
from khihau.termbase.toml import line_of_comment, read_toml
from khihau.text.counted import counted

__all__ = ["import_command"]

_SUFFIXES = {".xlsx": "xlsx", ".csv": "csv", ".tsv": "tsv", ".tbx": "tbx", ".xml": "tbx"}
_SHOWN = 50  # problems, remarks: who has more mends those first
_FEW = 10  # sources that the last line names
_LONG = 600  # characters of a message


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@glossary_options
@format_option(IMPORTS, "[default: told by the name of FILE]")
@into_option
@click.option("--domain", default="", help="Folder for new concepts of which FILE names none.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--replace",
    is_flag=True,
    help="Also remove names and values that FILE lacks. [default: add and change only]",
)
@click.option("--encoding", help="Encoding of a table. [default: found out]")
def import_command(
    file: Path,
    glossaries: Glossaries,
    form: str | None,
    into: Path,
    domain: str,
    dry_run: bool,
    replace: bool,
    encoding: str | None,
) -> None:
    """Write the concepts of a table or a TBX file into a glossary: all of them, or none.

    What FILE has no place for stays as it is. Every row that is wrong is told.

    Example: khihau glossary import terms.xlsx --into glossary --dry-run
    """
    read = reader(form or _format_of(file))
    with alone_in(into):
        settings = glossaries.settings()
        layers = open_glossary(*settings.glossary, builtin=settings.builtin)
        target = glossary_at(into, settings.glossary, builtin=settings.builtin)
        intake = Intake(str(file), target, layers.sources, domain, replace)
        report = _Report(str(file))
        for left in leftovers(into):
            say(
                f"note: {left}: is left of an import that was stopped (or runs now); its folder “old” "
                "has the files that it replaced; remove it when nothing of it is needed"
            )
        sources = ChainMap(report.sources, dict(layers.sources))
        with nullcontext() if dry_run else Staging(into) as staging:
            for taken in take(read(file, encoding), intake):
                report.add(taken)
                if isinstance(taken, Arrival) and taken.old != taken.new and not report.problems:
                    name = concept_file(taken, into)
                    report.add_comments(into / name)
                    if staging:
                        staging.put(name, concept_text(taken))
                    else:
                        write(_words(taken, sources), None)
            files = dict(source_files(report.sources.values(), target, into))
            for name in files:
                report.add_comments(into / name)
            report.tell()
            if staging:
                for name, text in files.items():
                    staging.put(name, text)
                staging.commit()
    write(report.summary(into, dry_run=dry_run), None)


def _format_of(file: Path) -> str:
    suffix = file.suffix.lower()
    if suffix not in _SUFFIXES:
        raise ConfigError(
            f"{file}: its name does not tell its format; say --format {', '.join(IMPORTS)}"
        )
    return _SUFFIXES[suffix]


def _words(arrival: Arrival, sources: Mapping[str, Source]) -> Iterator[str]:
    """One concept as the release note tells it: a new one with its names, else what differs."""
    change = concept_change(arrival.old, arrival.new)
    if change:
        new = ", new" if arrival.old is None else ""
        yield visible(f"{title_of(arrival.new)} ({arrival.new.id}{new})\n")
        for line in words_of_change(change, sources, sources):
            yield visible(f"  {line}\n")


# --- what is told ---------------------------------------------------------------------------------


@dataclass(slots=True)
class _Report:
    """What an import met: counted, and the first of each kept for the words at the end."""

    path: str
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    ignored: Counter[Ignored] = field(default_factory=Counter)
    sources: dict[str, Source] = field(default_factory=dict)

    def add(self, taken: Taken) -> None:
        match taken:
            case Problem():
                self._keep("problem", taken, self.problems)
            case Remark(problem):
                self._keep("remark", problem, self.remarks)
            case Ignored() if taken in self.ignored or len(self.ignored) < _SHOWN:
                self.ignored[taken] += 1
            case Ignored():
                self.counts["ignored"] += 1
            case Source():
                self.sources[taken.id] = taken
            case Arrival(None, _):
                self.counts["new"] += 1
            case Arrival(old, new):
                self.counts["same" if old == new else "changed"] += 1

    def add_comments(self, file: Path) -> None:
        """Note that a file has comments, which the one that takes its place has not."""
        text, _, _ = read_toml(file, str(file)) if file.is_file() else ("", {}, ())
        if line := line_of_comment(text):
            hint = "keep what they say elsewhere, or in a note"
            message = "its comments go, since the file is written anew"
            self.add(Remark(Problem(str(file), line, "", message, hint)))

    def _keep(self, kind: str, problem: Problem, kept: list[Problem]) -> None:
        self.counts[kind] += 1
        if len(kept) < _SHOWN:
            kept.append(problem)

    def tell(self) -> None:
        """Say on standard error what was not read and what is doubtful; raises InputError."""
        for ignored, count in self.ignored.items():
            times = f" ×{count}" if count > 1 else ""
            why = f" ({ignored.why})" if ignored.why else ""
            say(_cut(f"{self.path}: not read: {ignored.what}{times}{why}"))
        if self.counts["ignored"]:
            say(_cut(f"{self.path}: not read: and {self.counts['ignored']} more"))
        for problem in self.remarks:
            say(_cut(f"note: {problem}"))
        if (more := self.counts["remark"] - len(self.remarks)) > 0:
            say(_cut(f"note: {self.path}: and {more} more"))
        if self.problems:
            more = self.counts["problem"] - len(self.problems)
            shown = f", the first {_SHOWN} of them above" if more else ""
            last = f"{counted(self.counts['problem'], 'problem')}{shown}; nothing was written"
            raise InputError(
                "\n".join((*map(_cut, map(str, self.problems)), f"{self.path}: {last}"))
            )
        if not self.counts.keys() & {"new", "changed", "same"}:
            raise InputError(f"{self.path}: has no concepts; check that it is the right file")

    def summary(self, into: Path, *, dry_run: bool) -> Iterator[str]:
        """What was done, or would be."""
        counts = self.counts
        new = counted(counts["new"], "new concept")
        told = f"{new}, {counts['changed']} changed, {counts['same']} as before"
        if self.sources:
            named = ", ".join(list(self.sources)[:_FEW])
            more = ", …" if len(self.sources) > _FEW else ""
            told += f"; {counted(len(self.sources), 'source')} new or changed: {named}{more}"
        yield f"{into}: {told}{'; nothing was written (--dry-run)' if dry_run else ''}.\n"
        if not dry_run and (counts["new"] or counts["changed"]):
            yield f"Now check it: khihau glossary validate {into} --builtin\n"


def _cut(message: str) -> str:
    """A message that a person can read, whatever a cell or an element holds: its ends."""
    half = _LONG // 2
    return message if len(message) <= _LONG else f"{message[:half]} … {message[-half:]}"
