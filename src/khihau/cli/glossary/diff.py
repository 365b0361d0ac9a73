"""`khihau glossary diff`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from khihau.console.glossaries import Glossaries
from khihau.console.inputs import refuse_inputs
from khihau.console.options import format_option
from khihau.console.printing import write
from khihau.project.history import (
    Version,
    current_version,
    read_versions,
    version_named,
)
from khihau.render import RENDERERS, renderer
from khihau.termbase.load import glossary_files

__all__ = ["diff_command"]


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@format_option(RENDERERS["differences"])
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
def diff_command(old: str, new: str | None, form: str, output: Path | None) -> None:
    """Tell what changed between two versions of a glossary, as a note that an editor can read.

    OLD and NEW are folders or files, or commits, branches or tags of git: v0.1.0 is the same
    folder in that commit, v0.1.0:path/to/glossary another one. Without NEW: the project's glossary
    as it is on disk, or the folder glossary, or the built-in one.

    Example: khihau glossary diff v0.1.0 -f markdown
    """
    here = Path.cwd()
    settings = Glossaries().settings()
    current = current_version(settings, here)
    after = version_named(new, _meant(old, current, here), here) if new else current
    before = version_named(old, after, here)
    read = glossary_files(*before.paths, *after.paths)
    refuse_inputs(output, (*settings.files, *read))
    was, now = read_versions(before, after)
    from khihau.render.differences.sections import Compared, Sources
    from khihau.termbase.differences import differences

    found = Compared(
        before.name, after.name, differences(was, now), Sources(was.sources, now.sources)
    )
    write(renderer("differences", form)(found), output)


def _meant(old: str, current: Version, here: Path) -> Version:
    """What NEW as a commit alone means: the folder that OLD names, else the current glossary."""
    names_a_folder = ":" in old or os.path.lexists(here / old)
    return version_named(old, current, here) if names_a_folder else current
