"""`khihau glossary export`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.inputs import refuse_inputs
from khihau.console.options import format_option, of_domains, run_of
from khihau.console.printing import say, write
from khihau.documents.files import write_new
from khihau.errors import ConfigError
from khihau.exchange import EXPORTS, exporter
from khihau.exchange.base import BASE_URI, Wanted
from khihau.exchange.skos.terms import is_base_uri
from khihau.model import LANGS, Concept, LabelLang, Lang, Termbase

__all__ = ["export_command"]

_SUFFIXES = {
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tbx": "tbx",
    ".md": "markdown",
    ".json": "json",
    ".ttl": "skos",
}
_PAIRS = ("omegat", "deepl")
_TABLES = ("xlsx", "csv", "tsv")


@click.command("export")
@glossary_options
@format_option(EXPORTS, "[default: told by --output]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--from", "source", type=click.Choice(LANGS), help="omegat, deepl: the language of drafts."
)
@click.option(
    "--to", "target", type=click.Choice(LANGS), help="omegat, deepl: that of translations."
)
@click.option(
    "--wide", is_flag=True, help="xlsx, csv, tsv: one row a concept. [default: one a label]"
)
@click.option(
    "--base-uri",
    metavar="ADDRESS",
    help=f"skos: what stands before the ids of concepts. [default: {BASE_URI}]",
)
@click.option("--domain", multiple=True, metavar="DOMAIN", help="Only concepts of this domain.")
@click.option(
    "--lang", "langs", multiple=True, type=click.Choice(LANGS), help="Only labels in this language."
)
def export_command(
    glossaries: Glossaries,
    form: str | None,
    output: Path | None,
    source: Lang | None,
    target: Lang | None,
    wide: bool,
    base_uri: str | None,
    domain: tuple[str, ...],
    langs: tuple[Lang, ...],
) -> None:
    """Write the glossary for another tool, and say on standard error what that has no place for.

    For Excel, CAT tools (TBX 3; martif, which is TBX 2; OmegaT), DeepL, readers (Markdown), programs (JSON)
    and the web of data (SKOS).

    Example: khihau glossary export -o terms.xlsx
    """
    form = form or _format_of(output)
    _refuse_unfit(form, output, source, target, wide=wide)
    addresses = BASE_URI if base_uri is None else _checked(base_uri, form)
    run = run_of(glossaries)
    refuse_inputs(output, run.inputs())
    base = run.base
    concepts = of_domains(base, domain)
    if langs:
        concepts = [one for one in (_in_langs(one, langs) for one in concepts) if one.labels]
    path = str(output) if output else f"terms.{form}"
    wanted = Wanted(path, source, target, wide=wide, tabs=form == "tsv", base_uri=addresses)
    exported = exporter(form)(Termbase(concepts, base.sources), wanted)
    if isinstance(exported.content, str):
        write((exported.content,), output)
    else:
        assert output
        write_new(output, exported.content)
    for loss in exported.losses:
        say(f"{path}: {loss}")


def _format_of(output: Path | None) -> str:
    suffix = output.suffix.lower() if output else ""
    if suffix not in _SUFFIXES:
        raise ConfigError(
            f"--format is missing{f', and {output} does not tell it' if output else ''}: say one of "
            f"{', '.join(EXPORTS)}, or an --output that ends in {', '.join(_SUFFIXES)}"
        )
    return _SUFFIXES[suffix]


def _refuse_unfit(
    form: str, output: Path | None, source: Lang | None, target: Lang | None, *, wide: bool
) -> None:
    """Raises ConfigError for options that do not go together."""
    if form in _PAIRS and (not source or not target or source == target):
        raise ConfigError(
            f"--format {form} holds two languages: name them, as in --from ko --to vi"
        )
    if form not in _PAIRS and (source or target):
        raise ConfigError(
            f"--format {form} holds all languages; --from and --to are for {' and '.join(_PAIRS)}, "
            "--lang chooses some"
        )
    if wide and form not in _TABLES:
        raise ConfigError(f"--wide is for tables: {', '.join(_TABLES)}")
    if form == "xlsx" and not output:
        raise ConfigError("a workbook is no text to print; add --output terms.xlsx")


def _checked(base_uri: str, form: str) -> str:
    """The address that concepts stand behind; raises ConfigError where none can or may."""
    if form != "skos":
        raise ConfigError("--base-uri is for skos; other formats give concepts no address")
    if not is_base_uri(base_uri):
        raise ConfigError(
            f"--base-uri {base_uri}: is no whole address that ends in /, # or :, such as "
            "https://example.org/terms/"
        )
    return base_uri


def _in_langs(concept: Concept, langs: Sequence[Lang]) -> Concept:
    """The concept with the labels and examples of some languages; `mul` belongs to each."""
    kept: tuple[LabelLang, ...] = (*langs, "mul")
    return replace(
        concept,
        labels=tuple(label for label in concept.labels if label.lang in kept),
        examples=tuple(one for one in concept.examples if one.lang in langs),
        counterexamples=tuple(one for one in concept.counterexamples if one.lang in langs),
    )
