"""`khihau glossary list`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import of_domains, run_of
from khihau.console.printing import write
from khihau.model import LANGS, Concept, Lang
from khihau.termbase.official import official_label

__all__ = ["list_command"]


@click.command("list")
@glossary_options
@click.option("--domain", multiple=True, metavar="DOMAIN", help="Only concepts of this domain.")
@click.option(
    "--lang", "langs", multiple=True, type=click.Choice(LANGS), help="Only labels in this language."
)
def list_command(
    glossaries: Glossaries,
    domain: tuple[str, ...],
    langs: tuple[Lang, ...],
) -> None:
    """List the concepts: id and preferred labels, a line each, with tabs between.

    Example: khihau glossary list --domain markets --lang vi
    """
    base = run_of(glossaries).base
    write(_listed(of_domains(base, domain), langs or LANGS), None)


def _listed(concepts: Sequence[Concept], langs: Sequence[Lang]) -> Iterator[str]:
    for concept in concepts:
        labels = (official_label(concept, lang) for lang in langs)
        cells = (concept.id, *(label.text if label else "" for label in labels))
        yield "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
