"""`khihau glossary site`."""

from __future__ import annotations

from pathlib import Path

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.inputs import refuse_folder_of_inputs
from khihau.console.options import run_of
from khihau.console.printing import write
from khihau.console.versions import old_termbase
from khihau.errors import ConfigError

__all__ = ["site_command"]


@click.command("site")
@glossary_options
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    required=True,
    help="Folder of the site: a new or empty one, or that of an earlier site.",
)
@click.option(
    "--since",
    metavar="OLD",
    help="With a page of what changed since this glossary: a folder, or a commit or tag of git.",
)
@click.option("--title", help="Title of the site. [default: one in each language]")
@click.option(
    "--report",
    metavar="ADDRESS",
    help="Where readers tell errors: a mail or web address. [default: no link]",
)
def site_command(
    glossaries: Glossaries,
    folder: Path,
    since: str | None,
    title: str | None,
    report: str | None,
) -> None:
    """Write the glossary as a web site in Vietnamese, Korean and English.

    The site has a page for each concept, a search, lists of acronyms, domains and sources. It is
    plain files: put them on any web server, or open DIR/index.html.

    Example: khihau glossary site -o site --since v0.1.0 --title "Climate terms"
    """
    if title is not None and not title.strip():
        raise ConfigError("--title: is empty; leave it out for a title in each language")
    if report is not None and not report.startswith(("https://", "http://")) and "@" not in report:
        raise ConfigError("--report: is neither a mail nor a web address, as in terms@example.org")
    run = run_of(glossaries)
    refuse_folder_of_inputs(folder, run.inputs())
    from khihau.site import pages
    from khihau.site.folder import write_site
    from khihau.termbase.differences import differences

    changes = differences(old_termbase(since, glossaries), run.base) if since is not None else None
    number = write_site(folder, pages(run.base, changes, title, report))
    write([f"{folder}: {number} pages written; open {folder / 'index.html'}\n"], None)
