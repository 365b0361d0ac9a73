"""`khihau verdict`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from khihau.console.across import compared
from khihau.console.checking import Checking, outcome_of
from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.inputs import refuse_inputs
from khihau.console.judging import Judging, ruling_options
from khihau.console.options import names, run_of
from khihau.console.pointing import named, pointed_at, spot_of, spot_of_unit
from khihau.console.printing import say
from khihau.console.verdict_file import add_verdict, read_verdicts, verdict_file
from khihau.documents.files import STDIN
from khihau.errors import ConfigError, InputError, shown_path
from khihau.model import LANGS, Lang, Placed
from khihau.project.verdicts import WORDS, Verdict, Word
from khihau.rules import RULES
from khihau.text.counted import counted
from khihau.text.regex import regex

__all__ = ["verdict_command"]

_FINGERPRINT = regex("[0-9a-fA-F]{16}")
_FORM = "FILE:LINE:COLUMN or the fingerprint of a finding"


class _Judged(NamedTuple):
    """What a verdict is on, and the words that name it."""

    fingerprint: str
    rule: str
    concept: str | None
    profile: str
    told: str


class _Found(NamedTuple):
    """A finding in its document, and the profile of that."""

    path: str
    profile: str
    placed: Placed


@click.command("verdict")
@click.argument("place", metavar="FILE:LINE:COLUMN|FINGERPRINT")
@click.argument("word", metavar="|".join(WORDS), type=click.Choice(WORDS))
@click.option("--why", default="", help="The reason, in your own words.")
@click.option("--rule", help="Of several findings at a place, the one of this rule.")
@click.option(
    "--in",
    "among",
    multiple=True,
    metavar="PATH",
    help="Documents that were checked together, to find a fingerprint or what stands across them.",
)
@click.option("--file", type=click.Path(path_type=Path), help="The file of verdicts.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@ruling_options
@glossary_options
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="As for check.")
@click.option("--lang", type=click.Choice(LANGS), help="As for check.")
@click.option("--encoding", help="As for check.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when all is well.")
def verdict_command(
    place: str,
    word: Word,
    why: str,
    rule: str | None,
    among: tuple[str, ...],
    file: Path | None,
    dry_run: bool,
    judging: Judging,
    glossaries: Glossaries,
    date: datetime.datetime | None,
    lang: Lang | None,
    encoding: str | None,
    quiet: bool,
) -> None:
    """Say of a finding of check that it was right, noise or wrong, for khihau verdicts to count.

    It is kept in khihau-verdicts.jsonl beside the settings, by rule and concept, without words of the
    document. The last verdict on a finding counts.

    Example: khihau verdict draft.txt:3:17 noise --why "our readers know KTX"
    """
    if not why.isprintable():
        raise ConfigError(
            "--why: holds a line break or another character that nobody sees; leave it out"
        )
    run = judging.over(run_of(glossaries, date))
    target = verdict_file(file, run.config)
    known = read_verdicts(target, must_be=False)
    rules = judging.rules(RULES, run.config)
    run_names = judging.names(rules, run.config)
    if rule and rule not in run_names:
        raise ConfigError(f"--rule {rule}: does not run here; there are {', '.join(run_names)}")
    checking = Checking(run, rules, (), "report", False, False, lang, encoding)
    if _FINGERPRINT.fullmatch(place):
        refuse_inputs(target, (*run.inputs(), *names(among, run)), "--file")
        judged = _by_fingerprint(place.lower(), _findings(checking, among), known, among, target)
    else:
        judged = _by_place(place, rule, checking, among, target)
    verdict = Verdict(
        judged.fingerprint,
        judged.rule,
        judged.concept,
        judged.profile,
        word,
        datetime.date.today(),
        why.strip(),
    )
    before = next((one for one in reversed(known) if one.fingerprint == judged.fingerprint), None)
    if not dry_run:
        add_verdict(target, verdict)
    if not quiet or dry_run:
        done = "nothing was written" if dry_run else f"written to {shown_path(target)}"
        changed = f" (before: {before.verdict})" if before else ""
        say(f"{judged.told} {judged.fingerprint}: {word}{changed}; {done}")


def _findings(checking: Checking, paths: Sequence[str]) -> Iterator[_Found]:
    """The findings of documents, with those across them; raises the error of one that cannot be read."""
    files = names(paths, checking.run)
    checking = checking._replace(several=len(files) > 1)
    outcomes = (outcome_of(checking, path) for path in files)
    profiles: dict[str, str] = {}
    for outcome in compared(outcomes, checking.run.base) if checking.several else outcomes:
        if outcome.error:
            raise outcome.error
        path = outcome.reviewed.path
        if not outcome.is_across:
            profiles[path] = outcome.reviewed.profile
        for placed in outcome.reviewed.findings:
            yield _Found(path, profiles[path], placed)


def _by_place(
    place: str, rule: str | None, checking: Checking, among: Sequence[str], target: Path
) -> _Judged:
    """The finding at a place; raises InputError where there is none, or no single one."""
    spot = spot_of_unit(place) or spot_of(place, _FORM)
    if spot.path == STDIN:  # as reports call it
        spot = spot._replace(path="-")
    run = checking.run
    if Path(spot.path).is_dir():
        raise InputError(f"{spot.path}: is a folder; name a document in it, as in draft.txt:3:17")
    files = names([spot.path], run)
    if not files:
        raise InputError(f"{spot.path}: is left out by “exclude” of the settings, so never checked")
    refuse_inputs(target, (*run.inputs(), *files, *names(among, run)), "--file")
    path = STDIN if files[0] == "-" else files[0]
    here = [one for one in _findings(checking, [spot.path, *among]) if one.path == path]
    finding = pointed_at(spot, [one.placed for one in here], rule)
    found = next(one for one in here if one.placed.finding.fingerprint == finding.fingerprint)
    return _judged(found)


def _by_fingerprint(
    fingerprint: str,
    findings: Iterator[_Found],
    known: Sequence[Verdict],
    among: Sequence[str],
    target: Path,
) -> _Judged:
    """The finding of a fingerprint in the documents, else in earlier verdicts; raises InputError."""
    for found in findings:
        if found.placed.finding.fingerprint == fingerprint:
            return _judged(found)
    for one in reversed(known):
        if one.fingerprint == fingerprint:
            concept = f"[{one.concept}]" if one.concept else ""
            told = f"{one.rule}{concept}, judged on {one.day.isoformat()},"
            return _Judged(fingerprint, one.rule, one.concept, one.profile, told)
    shown = shown_path(target)
    if not among:
        raise InputError(
            f"{fingerprint}: no verdict of {shown} is on this finding; name the documents that it "
            "stands in with --in PATH"
        )
    raise InputError(
        f"{fingerprint}: no finding of {counted(len(among), 'path')} after --in has this fingerprint, "
        f"and no verdict of {shown}; check them with the same options, since an edit beside a finding "
        "changes it"
    )


def _judged(found: _Found) -> _Judged:
    finding, place = found.placed
    told = f"{found.path}{place.where}: {named(finding)}"
    return _Judged(finding.fingerprint, finding.rule, finding.concept, found.profile, told)
