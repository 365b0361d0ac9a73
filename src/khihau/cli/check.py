"""`khihau check`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from khihau.console.across import compared
from khihau.console.checking import Checking, Mode, Outcome, outcome_of
from khihau.console.inputs import refuse_inputs
from khihau.console.judging import Judging, judging_options
from khihau.console.options import Drafts, document_options, format_option, names
from khihau.console.parallel import can_share, processors, shared
from khihau.console.printing import say, with_progress, write
from khihau.console.tuned import MUCH
from khihau.console.unreported import Known, baseline_file
from khihau.errors import ConfigError
from khihau.model import Severity
from khihau.render import RENDERERS, renderer
from khihau.render.views import Reviewed, View
from khihau.rules import RULES

__all__ = ["check_command"]


@click.command("check")
@document_options
@click.option("--fix", "in_place", is_flag=True, help="Write the safe fixes into the files.")
@click.option("--diff", "as_diff", is_flag=True, help="Show the safe fixes, write nothing.")
@click.option("--suggested", is_flag=True, help="With --fix or --diff: the suggested fixes too.")
@judging_options
@click.option("--changed-since", metavar="REF", help="Report only lines changed in git since REF.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="File of known findings, left out."
)
@click.option("--update-baseline", is_flag=True, help="Make the baseline of all that is found.")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    help="Processes to work in. [default: as many as there are processors, for much text]",
)
@format_option(RENDERERS["reviewed"])
def check_command(
    drafts: Drafts,
    in_place: bool,
    as_diff: bool,
    suggested: bool,
    judging: Judging,
    changed_since: str | None,
    baseline: Path | None,
    update_baseline: bool,
    jobs: int,
    form: str,
) -> int:
    """Find wrong, outdated, unofficial and mixed names, and acronyms that are not well defined.

    PATH is a document, a folder, or - for standard input. Exit code: 1 for findings, 2 where
    something could not be read.

    Example: khihau check draft.txt --fix
    """
    if in_place and as_diff:
        raise ConfigError("--fix writes the files, --diff writes nothing; leave one of them out")
    mode: Mode = "fix" if in_place else "diff" if as_diff else "report"
    known_file = baseline_file(baseline, drafts.run.config)
    if problem := _contradiction(
        drafts, mode, suggested, changed_since, known_file, update_baseline
    ):
        raise ConfigError(problem)
    _refuse_baseline(drafts, known_file, update=update_baseline)
    run = judging.over(drafts.run)
    rules = judging.rules(RULES, run.config)
    run_names = judging.names(rules, run.config)
    known = Known(
        known_file, changed_since, run_names, update=update_baseline, encoding=drafts.encoding
    )
    paths = names(drafts.paths, drafts.run)
    several = len(paths) > 1
    checking = Checking(
        run, rules, judging.shown, mode, suggested, several, drafts.lang, drafts.encoding
    )
    ending = _Ending(failing=judging.failing(run.config), quiet=drafts.quiet)

    def told() -> Iterator[Outcome]:
        outcomes = ending.sound(_outcomes(checking, paths, jobs))
        for outcome in compared(outcomes, drafts.run.base) if several else outcomes:
            left = known.reported(outcome.reviewed, across=outcome.is_across)
            judged = ending.judged(left, judging.shown)
            if judged.findings or not outcome.is_across:
                yield outcome._replace(reviewed=judged)

    if mode == "diff":
        chunks: Iterator[str] = (line for outcome in told() for line in outcome.diff)
    else:
        render = renderer("reviewed", form)
        view = View(drafts.colour, drafts.quiet)
        chunks = render((outcome.reviewed for outcome in told()), drafts.run.base, view)
    write(chunks, drafts.output)
    if mode != "diff":
        ending.say(*known.close())
    return ending.code


def _contradiction(
    drafts: Drafts,
    mode: Mode,
    suggested: bool,
    changed_since: str | None,
    baseline: Path | None,
    update_baseline: bool,
) -> str:
    """What is wrong with options that cannot go together, "" when all is well."""
    if mode == "fix" and "-" in drafts.paths:
        return "--fix changes the named files; leave out -, or use --diff"
    if suggested and mode == "report":
        return "--suggested says which fixes are made; add --fix or --diff"
    if changed_since is not None and not changed_since.strip():
        return "--changed-since: an empty name; name a commit, branch or tag, or leave it out"
    if changed_since and mode != "report":
        return "fixes are made in whole documents; leave out --changed-since"
    if update_baseline and baseline is None:
        return "--update-baseline needs --baseline FILE"
    if update_baseline and (mode != "report" or changed_since):
        return "--update-baseline takes all findings; leave out --fix, --diff and --changed-since"
    return ""


def _refuse_baseline(drafts: Drafts, baseline: Path | None, *, update: bool) -> None:
    """Raises ConfigError where the report would take the place of the baseline, or that of an input."""
    if baseline:
        refuse_inputs(drafts.output, [baseline])
    if update:
        others = (one for one in drafts.inputs() if one != drafts.run.config.baseline)
        refuse_inputs(baseline, others, "--baseline")


def _outcomes(checking: Checking, paths: Sequence[str], jobs: int) -> Iterable[Outcome]:
    """The outcome of each document, in order, worked out in as many processes as pay."""
    jobs = min(jobs or _paying(paths), len(paths)) if can_share() else 1
    work = partial(outcome_of, checking)
    outcomes = shared(work, paths, jobs) if jobs > 1 else map(work, paths)
    return with_progress(outcomes, len(paths))


def _paying(paths: Sequence[str]) -> int:
    """As many processes as there are processors, where there is much to read; else one."""
    if len(paths) < 2 or processors() < 2:
        return 1
    size = 0
    for path in paths:
        with suppress(OSError):
            size += os.stat(path).st_size  # noqa: PTH116
        if size > MUCH:
            return processors()
    return 1


class _Ending:
    """What a run comes to: whether it failed, whether something could not be read or written."""

    def __init__(self, failing: Sequence[Severity], *, quiet: bool) -> None:
        self._failing = failing
        self._quiet = quiet
        self._failed = self._broken = False

    @property
    def code(self) -> int:
        """The exit code: 2 when a document could not be judged, 1 for findings, else 0."""
        return 2 if self._broken else int(self._failed)

    def sound(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes of documents that could be read and written; of the others, the error."""
        for outcome in outcomes:
            if outcome.error:
                say(f"khihau: {outcome.error}")
                self._broken = True
                continue
            if outcome.is_written:
                self.say(f"{outcome.reviewed.path}: fixes written")
            yield outcome

    def judged(self, reviewed: Reviewed, severities: Sequence[Severity]) -> Reviewed:
        """The findings that are shown; those that fail the run are noted."""
        shown = [one for one in reviewed.findings if one.finding.severity in severities]
        self._failed |= any(one.finding.severity in self._failing for one in shown)
        return reviewed._replace(findings=shown)

    def say(self, *lines: str) -> None:
        """Tell something on standard error, unless only what was asked for is wanted."""
        if not self._quiet:
            say(*lines)
