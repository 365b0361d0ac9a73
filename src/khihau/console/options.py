"""Options that commands share, and what they stand for: settings, termbase, documents, output."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from khihau.config import Config, located
from khihau.config.by_path import options_by_path
from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.inputs import refuse_inputs
from khihau.console.printing import in_colour, with_progress
from khihau.documents.files import find_files, read_document
from khihau.engine import annotate, read
from khihau.errors import ConfigError
from khihau.match.index import index_of
from khihau.model import LANGS, Concept, Document, Lang, Match, Options, Termbase
from khihau.termbase.housed import house_faults, housed
from khihau.termbase.load import glossary_files, open_glossary

if TYPE_CHECKING:
    from khihau.termbase.examples import Annotate

__all__ = [
    "Command",
    "Drafts",
    "Run",
    "annotator",
    "document_options",
    "documents",
    "format_option",
    "into_option",
    "names",
    "of_domains",
    "printable",
    "reading_options",
    "run_of",
]

Command = TypeVar("Command", bound=Callable[..., Any])


class Run(NamedTuple):
    """What one call of a command works with; `options_of` gives the options of a document, by its path."""

    base: Termbase
    config: Config
    options: Options
    options_of: Callable[[str], Options]

    def inputs(self) -> Iterator[Path]:
        """The files of the settings and the glossary, and the baseline that settings name."""
        yield from self.config.files
        read = glossary_files(*self.config.glossary, builtin=self.config.builtin)
        yield from map(Path, read)


class Drafts(NamedTuple):
    """The documents that a command was given, how to read them, and where the answer goes."""

    run: Run
    paths: tuple[str, ...]
    lang: Lang | None
    encoding: str | None
    output: Path | None
    quiet: bool

    def read(self) -> Iterator[Document]:
        """The documents, in order; raises InputError."""
        return documents(self.paths, self.run, self.lang, self.encoding)

    def inputs(self) -> Iterator[str | Path]:
        """All files that are read: of settings and glossary, and the documents; raises InputError."""
        yield from self.run.inputs()
        yield from names(self.paths, self.run)

    @property
    def colour(self) -> bool:
        """Whether to colour the answer."""
        return in_colour(self.output)


def printable(
    _context: click.Context, option: click.Parameter, said: str | tuple[str, ...] | None
) -> str | tuple[str, ...] | None:
    """What an option says that is kept in a file, its letters composed.

    Raises ConfigError where a part of it cannot be seen.
    """
    if "".join(said or ()).isprintable():
        return tuple(map(_composed, said)) if isinstance(said, tuple) else said and _composed(said)
    raise ConfigError(
        f"{option.opts[0]}: holds a line break or another character that nobody sees; leave it out"
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def into_option(command: Command) -> Command:
    """`--into`: the glossary that is written to."""
    option = click.option(
        "--into",
        type=click.Path(path_type=Path),
        default=Path("glossary"),
        show_default=True,
        help="Folder of the glossary.",
    )
    return option(command)


def document_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`PATH…`, how the documents are read and where the answer goes: one `Drafts` for the command."""

    @wraps(command)
    def with_drafts(
        paths: tuple[str, ...],
        glossaries: Glossaries,
        date: datetime.datetime | None,
        lang: Lang | None,
        encoding: str | None,
        output: Path | None,
        quiet: bool,
        **own: Any,
    ) -> Any:
        drafts = Drafts(run_of(glossaries, date), paths, lang, encoding, output, quiet)
        refuse_inputs(output, drafts.inputs())
        return command(drafts, **own)

    wrapped: Callable[..., Any] = reading_options(with_drafts)
    for option in (
        click.option(
            "--lang", type=click.Choice(LANGS), help="Language of the text. [default: per segment]"
        ),
        click.argument("paths", nargs=-1, required=True, metavar="PATH…"),
    ):
        wrapped = option(wrapped)
    return wrapped


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--encoding`, `--date`, `--output`, `--quiet`, and those of the glossary."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Only what is asked for."),
        click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file."),
        click.option(
            "--date",
            type=click.DateTime(["%Y-%m-%d"]),
            help="Day whose names count. [default: that of each document, else today]",
        ),
        click.option("--encoding", help="Encoding of the documents. [default: found out]"),
    ):
        command = option(command)
    return glossary_options(command)


def run_of(glossaries: Glossaries, date: datetime.datetime | None = None) -> Run:
    """Load settings and glossary; options win over settings.

    Raises ConfigError and GlossaryError.
    """
    settings = glossaries.settings_with_glossary()
    base = open_glossary(*settings.glossary, builtin=settings.builtin)
    for key, message in house_faults(base, settings.house):
        assert settings.path
        raise located(message, settings.path, key)
    base = housed(base, settings.house)
    index_of(base)  # a fault of the glossary is told before any document is read
    options = settings.options()
    if date:
        options = replace(options, date=date.date())
    return Run(base, settings, options, options_by_path(settings, options))


def of_domains(base: Termbase, domains: Sequence[str]) -> list[Concept]:
    """The concepts of some domains, of all where none is named; raises ConfigError."""
    known = sorted({concept.domain for concept in base.concepts})
    for name in domains:
        if name not in known:
            raise ConfigError(f"--domain: no domain “{name}”; there are {', '.join(known)}")
    return [concept for concept in base.concepts if not domains or concept.domain in domains]


def annotator(base: Termbase) -> Annotate:
    """The engine as the checks of a termbase call it."""

    def found(text: str, lang: Lang) -> Sequence[Match]:
        return annotate(text, base, lang)

    return found


def documents(
    paths: Sequence[str], run: Run, lang: Lang | None, encoding: str | None
) -> Iterator[Document]:
    """The documents of the named files and folders, in order; `-` is standard input.

    Raises InputError.
    """
    files = names(paths, run)
    for file in with_progress(files, len(files)):
        yield read(read_document(file, encoding), lang)


def names(paths: Sequence[str], run: Run) -> list[str]:
    """The documents that paths stand for, without what is excluded; `-`, if named, comes first.

    Raises InputError.
    """
    named = [path for path in paths if path != "-"]
    files = find_files(named, run.config.exclude, run.config.root)
    return [*(("-",) if "-" in paths else ()), *map(str, files)]


def format_option(forms: Iterable[str], told: str = "") -> Callable[[Command], Command]:
    """`--format`: text by default, or None where another default is `told` ("[default: …]")."""
    default = None if told else "text"
    words = f"Format. {told}" if told else None
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(list(forms)),
        default=default,
        show_default=not told,
        help=words,
    )
