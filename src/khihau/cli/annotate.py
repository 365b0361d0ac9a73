"""`khihau annotate`."""

from __future__ import annotations

import click

from khihau.console.options import Drafts, Run, document_options, format_option
from khihau.console.printing import write
from khihau.dating.days import Days
from khihau.documents.segments import main_lang
from khihau.engine import annotate, explained
from khihau.model import LANGS, Document, Lang
from khihau.render import RENDERERS, renderer
from khihau.render.views import Annotated, View

__all__ = ["annotate_command"]


@click.command("annotate")
@document_options
@click.option("--to", multiple=True, type=click.Choice(LANGS), help="Target language(s).")
@click.option("--explain", "with_reasons", is_flag=True, help="Also say why candidates fell.")
@click.option("--first-only", is_flag=True, help="Mark each concept at its first mention only.")
@format_option(RENDERERS["annotated"])
def annotate_command(
    drafts: Drafts,
    to: tuple[Lang, ...],
    with_reasons: bool,
    first_only: bool,
    form: str,
) -> None:
    """Mark every term of a draft, with its official rendering in the target language.

    Example: khihau annotate draft.txt --to ko
    """
    run = drafts.run
    view = View(drafts.colour, drafts.quiet, first_only)
    targets = to or run.config.to
    found = (_annotated(document, run, targets, with_reasons) for document in drafts.read())
    write(renderer("annotated", form)(found, run.base, view), drafts.output)


def _annotated(document: Document, run: Run, to: tuple[Lang, ...], with_reasons: bool) -> Annotated:
    own = main_lang(document.segments)
    targets = tuple(lang for lang in to or LANGS if lang != own) or to
    if with_reasons:
        matches, fallen = explained(document, run.base, options=run.options_of(document.path))
        day = Days(document, run.options_of(document.path)).of_text
        return Annotated(document, matches, targets, fallen, day)
    return Annotated(
        document, annotate(document, run.base, options=run.options_of(document.path)), targets
    )
