"""`khihau glossary new`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from khihau.cli.options import glossary_options, run_of
from khihau.documents.files import write_new
from khihau.errors import ConfigError, InputError, Problem
from khihau.model import Concept, Label, LabelLang, Termbase
from khihau.termbase.dump import dump_concept
from khihau.termbase.schema import concept_faults
from khihau.text.regex import regex

__all__ = ["new_command"]

_KEBAB = regex(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command("new")
@click.argument("concept_id", metavar="ID")
@glossary_options
@click.option("--domain", required=True, help="Folder of the file: markets, energy, …")
@click.option("--en", help="Official English name.")
@click.option("--vi", help="Official Vietnamese name.")
@click.option("--ko", help="Official Korean name.")
@click.option("--acronym", help="Acronym, the same in all three languages.")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("glossary"),
    show_default=True,
    help="Folder of the glossary.",
)
def new_command(
    concept_id: str,
    glossary: tuple[Path, ...],
    config: Path | None,
    domain: str,
    en: str | None,
    vi: str | None,
    ko: str | None,
    acronym: str | None,
    into: Path,
) -> None:
    """Write the file of a new concept.

    Example: khihau glossary new carbon-tax --domain markets --en "carbon tax" --ko 탄소세
    """
    _refuse_name("ID", concept_id)
    _refuse_name("--domain", domain)
    _refuse_known(concept_id, run_of(glossary, config).base, into)
    names: tuple[tuple[LabelLang, str | None], ...] = (("en", en), ("vi", vi), ("ko", ko))
    labels = [Label(lang=lang, text=text, status="preferred") for lang, text in names if text]
    if acronym:
        labels.append(Label(lang="mul", text=acronym, status="preferred", kind="acronym"))
    if not labels:
        raise ConfigError("a concept needs a name: give --en, --vi or --ko")
    file = into / domain / f"{concept_id}.toml"
    _refuse_labels(concept_id, labels)
    text = dump_concept(Concept(id=concept_id, domain=domain, labels=tuple(labels)))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{file.parent}: cannot be made: {error.strerror}") from error
    write_new(file, text)
    click.echo(f"{file}: written. Next:")
    click.echo("  add definition.en, .vi and .ko above the first [[label]], a source to each label")
    click.echo("  and an [[example]] in each language, with ⟦ ⟧ around the term; then run")
    click.echo(f"  khihau glossary validate {file} --builtin")
    click.echo(f"  khihau glossary test {file} --builtin")


def _refuse_name(place: str, name: str) -> None:
    if not _KEBAB.fullmatch(name):
        proposed = "-".join(re.findall("[a-z0-9]+", name.lower()))
        hint = f": {proposed}" if proposed else ""
        raise ConfigError(
            f"{place}: “{name}” is not kebab-case; write a-z, 0-9 and single hyphens{hint}"
        )


def _refuse_known(concept_id: str, base: Termbase, into: Path) -> None:
    """Ids are unique and permanent: refuse one of the base, or a file of that name anywhere below."""
    if concept_id in base:
        place = base[concept_id].file
        raise ConfigError(f"ID: “{concept_id}” is a concept already, in {place}; add to that file")
    there = next(iter(sorted(into.rglob(f"{concept_id}.toml"))), None) if into.is_dir() else None
    if there:
        raise ConfigError(f"ID: {there} is there already; nothing was written")


def _refuse_labels(concept_id: str, labels: Sequence[Label]) -> None:
    """What the loader would refuse (a name of spaces, stray braces) is not written."""
    values = {
        "id": concept_id,
        "label": [{"lang": x.lang, "text": x.text, "status": x.status} for x in labels],
    }
    faults = concept_faults(values, concept_id)
    if faults:
        lines = (Problem("nothing was written", 0, "", x.message, x.hint) for x in faults)
        raise ConfigError("\n".join(map(str, lines)))
