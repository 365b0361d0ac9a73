"""`khihau acronyms`."""

from __future__ import annotations

import click

from khihau.console.options import Drafts, document_options, format_option
from khihau.console.printing import write
from khihau.engine import ledger_of
from khihau.model import LANGS, Lang
from khihau.render import RENDERERS, renderer
from khihau.render.views import Booked, View

__all__ = ["acronyms_command"]


@click.command("acronyms")
@document_options
@click.option("--to", type=click.Choice(LANGS), help="Language of the list. [default: the text's]")
@format_option(RENDERERS["booked"])
def acronyms_command(
    drafts: Drafts,
    to: Lang | None,
    form: str,
) -> None:
    """Say where each acronym is defined, used, or neither, and list them ready to paste.

    Example: khihau acronyms draft.txt --to ko
    """
    run = drafts.run
    booked = (
        Booked(document, ledger_of(document, run.base, options=run.options_of(document.path)), to)
        for document in drafts.read()
    )
    write(
        renderer("booked", form)(booked, run.base, View(drafts.colour, drafts.quiet)), drafts.output
    )
