"""`khihau pair`."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from khihau.console.glossaries import Glossaries
from khihau.console.inputs import refuse_inputs
from khihau.console.judging import Judging, judging_options
from khihau.console.options import Run, format_option, reading_options, run_of
from khihau.console.printing import at_work, in_colour, say, write
from khihau.console.tuned import DOUBTFUL
from khihau.documents.bitexts import read_bitext
from khihau.documents.files import read_document
from khihau.engine import paired_of, read
from khihau.errors import ConfigError
from khihau.model import LANGS, Lang
from khihau.pairing.compare import review
from khihau.pairing.languages import heeded
from khihau.pairing.passages import Paired
from khihau.pairing.rules import RULES
from khihau.render import RENDERERS, renderer
from khihau.render.views import Compared, Reviewed, View

__all__ = ["pair_command"]


@click.command("pair")
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE TARGET")
@reading_options
@click.option("--from", "source_lang", type=click.Choice(LANGS), help="Language of the source.")
@click.option("--to", "target_lang", type=click.Choice(LANGS), help="Language of the target.")
@judging_options
@click.option(
    "--report",
    type=click.Choice([*RENDERERS["compared"]]),
    help="A page with source and target side by side, and the findings beside them.",
)
@format_option(RENDERERS["reviewed"], "[default: text]")
def pair_command(
    paths: tuple[str, ...],
    glossaries: Glossaries,
    date: datetime.datetime | None,
    encoding: str | None,
    output: Path | None,
    quiet: bool,
    source_lang: Lang | None,
    target_lang: Lang | None,
    judging: Judging,
    report: str | None,
    form: str | None,
) -> int:
    """Hold a translation against its source: terms, session numbers, figures, acronyms.

    SOURCE and TARGET are two documents, or one file that holds both (TSV, CSV, XLSX with two
    columns, PO, XLIFF). Places are those of the target. Exit code: 1 for findings.

    Example: khihau pair source.ko.txt target.vi.txt
    """
    if len(paths) > 2 or (len(paths) == 2 and paths[0] == paths[1] == "-"):
        raise ConfigError(
            "give a source and its target, or one bilingual file: khihau pair source.txt target.txt"
        )
    if report and form:
        raise ConfigError("--report is a format of its own; leave out --format")
    run = judging.over(run_of(glossaries, date))
    refuse_inputs(output, (*run.inputs(), *paths))
    rules = judging.rules(RULES, run.config)
    paired = _paired(paths, run, encoding, (source_lang, target_lang))
    _say_if_strangers(paired, quiet=quiet)
    document = paired.target.document
    findings = [one for one in review(paired, rules) if one.severity in judging.shown]
    view = View(in_colour(output), quiet)
    if report:
        chunks = renderer("compared", report)(Compared(paired, findings), run.base, view)
    else:
        render = renderer("reviewed", form or "text")
        chunks = render([Reviewed.of(document, findings, paired.target.customs)], run.base, view)
    write(chunks, output)
    failing = judging.failing(run.config)
    return int(any(one.severity in failing for one in findings))


def _paired(
    paths: tuple[str, ...], run: Run, encoding: str | None, langs: tuple[Lang | None, Lang | None]
) -> Paired:
    """The source and target of two files, or of one that holds both; raises InputError."""
    if len(paths) == 1:
        bitext = read_bitext(paths[0], encoding, *langs)
        source, target, alignments = bitext
    else:
        source, target = (read_document(path, encoding) for path in paths)
        alignments = None
    source, target = heeded(read(source), read(target), langs)
    with at_work("Comparing source and target …", len(source.text) + len(target.text)):
        return paired_of(source, target, run.base, run.options_of(target.path), alignments)


def _say_if_strangers(paired: Paired, *, quiet: bool) -> None:
    """Tell on standard error that two texts hardly agree, where they do."""
    count = len(paired.passages)
    sure = sum(passage.is_sure for passage in paired.passages)
    if not quiet and count and sure < DOUBTFUL * count:
        path = paired.target.document.path
        say(
            f"khihau: {path}: only {sure} of {count} passages surely render the source; "
            "are these two texts translations of each other?"
        )
