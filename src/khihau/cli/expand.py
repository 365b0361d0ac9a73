"""`khihau expand`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from khihau.console.options import Drafts, document_options
from khihau.console.printing import say, write
from khihau.console.writing import diff, write_back
from khihau.engine import expand, expansion_of
from khihau.errors import ConfigError
from khihau.ledger.expansion import Expansion
from khihau.model import Document
from khihau.text.positions import Positions

__all__ = ["expand_command"]


@click.command("expand")
@document_options
@click.option("--diff", "as_diff", is_flag=True, help="Show the changes, write nothing.")
@click.option("--write", "in_place", is_flag=True, help="Write the changes into the files.")
def expand_command(
    drafts: Drafts,
    as_diff: bool,
    in_place: bool,
) -> None:
    """Write each acronym out at its first use, in the language of the text.

    What is not sure stays as it is, and is named on standard error.

    Example: khihau expand draft.txt --diff
    """
    if in_place and (as_diff or drafts.output or "-" in drafts.paths):
        raise ConfigError("--write changes the named files; leave out --diff, --output and -")
    run = drafts.run

    def results() -> Iterator[str]:
        for document in drafts.read():
            result = expansion_of(document, run.base, options=run.options_of(document.path))
            if not drafts.quiet:
                _say_what_stays(document, result)
            changed = expand(document, run.base, drafts.lang, run.options_of(document.path))
            if in_place and changed != document.text:
                write_back(document, changed, drafts.encoding)
                if not drafts.quiet:
                    say(f"{document.path}: written")
            elif as_diff:
                yield from diff(document, changed)
            elif not in_place:
                yield changed

    write(results(), drafts.output)


def _say_what_stays(document: Document, result: Expansion) -> None:
    places = Positions.of(document)
    for item in result.left:
        say(f"{document.path}{places.where(item.start)}: {item.acronym} stays: {item.reason}")
