"""`khihau brief`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from khihau.console.options import Drafts, document_options, format_option
from khihau.console.printing import write
from khihau.documents.bitexts import BITEXTS, read_bitext
from khihau.documents.files import write_new
from khihau.documents.segments import main_lang
from khihau.engine import annotate, read
from khihau.errors import ConfigError
from khihau.languages import LANGUAGES
from khihau.model import LANGS, Document, Lang
from khihau.render import RENDERERS, renderer
from khihau.render.views import Annotated, Brief

__all__ = ["brief_command"]

_SUFFIXES = {".md": "markdown", ".txt": "markdown", ".tsv": "tsv", ".xlsx": "xlsx", ".json": "json"}


@click.command("brief")
@document_options
@click.option("--to", type=click.Choice(LANGS), required=True, help="Language to translate into.")
@format_option(RENDERERS["brief"], "[default: told by --output, else markdown]")
def brief_command(drafts: Drafts, to: Lang, form: str | None) -> None:
    """List the terms of source texts with their official renderings, for whoever translates them.

    Several sources give one brief; of a bilingual file (XLIFF, PO, TSV, CSV, XLSX) the source side
    counts. Each term comes with its status, what not to write, notes and sources.

    Example: khihau brief source.ko.docx --to vi -o brief.xlsx
    """
    suffix = drafts.output.suffix.lower() if drafts.output else ""
    if suffix and not form and suffix not in _SUFFIXES:
        known = ", ".join(_SUFFIXES)
        raise ConfigError(f"{drafts.output}: a brief is written as {known}; or say --format")
    form = form or _SUFFIXES.get(suffix, "markdown")
    if form == "xlsx" and not drafts.output:
        raise ConfigError("a workbook is no text to print; add --output brief.xlsx")
    brief = Brief(_sources(drafts, to), to, str(drafts.output))
    content = renderer("brief", form)(brief, drafts.run.base)
    if isinstance(content, bytes):
        assert drafts.output
        write_new(drafts.output, content)
    else:
        write(content, drafts.output)


def _documents(drafts: Drafts, to: Lang) -> Iterator[Document]:
    """The documents, of a bilingual file its source side."""
    bilingual = [path for path in drafts.paths if Path(path).suffix.lower() in BITEXTS]
    for path in bilingual:
        yield read(read_bitext(path, drafts.encoding, drafts.lang, to).source, drafts.lang)
    others = tuple(path for path in drafts.paths if path not in bilingual)
    if others:
        yield from drafts._replace(paths=others).read()


def _sources(drafts: Drafts, to: Lang) -> list[Annotated]:
    """The analysed sources; raises ConfigError where all are in the target language already."""
    run = drafts.run
    sources = [
        Annotated(
            document, annotate(document, run.base, options=run.options_of(document.path)), (to,)
        )
        for document in _documents(drafts, to)
    ]
    if sources and all(main_lang(one.document.segments) == to for one in sources):
        path = sources[0].document.path
        raise ConfigError(
            f"{path}: is in {LANGUAGES[to].name} already; --to is the language of the translation"
        )
    return sources
