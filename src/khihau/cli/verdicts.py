"""`khihau verdicts`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from khihau.config import Config
from khihau.console.glossaries import Glossaries
from khihau.console.options import format_option
from khihau.console.printing import write
from khihau.console.verdict_file import read_verdicts, verdict_file
from khihau.errors import shown_path
from khihau.project.tuned import FEWEST_VERDICTS, USEFUL_SHARE
from khihau.project.usefulness import Proposal, Tally, proposals, tallies, tally
from khihau.project.verdicts import WORDS, Verdict, latest
from khihau.render.columns import columns, percent
from khihau.rulebook import rule_names
from khihau.text.counted import counted

__all__ = ["verdicts_command"]


@click.command("verdicts")
@click.option("--file", type=click.Path(path_type=Path), help="The file of verdicts.")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file to use.")
@format_option(("text", "json"))
def verdicts_command(file: Path | None, config: Path | None, form: str) -> None:
    """Count what readers said of findings, by rule, concept and profile, and what to silence.

    Settings are only proposed, where fewer than half of 20 findings or more were right. Nothing
    changes by itself.

    Example: khihau verdicts
    """
    settings = Glossaries(config=config).settings()
    source = verdict_file(file, settings)
    verdicts = latest(read_verdicts(source, must_be=True))
    proposed = [
        one
        for one in proposals(verdicts)
        if one.rule in rule_names() and not {one.rule, one.silenced} & {*_silent(settings)}
    ]
    if form == "json":
        write(_as_json(source, verdicts, proposed), None)
    else:
        write(_told(source, verdicts, proposed, settings), None)


def _silent(settings: Config) -> Sequence[str]:
    """What the settings silence everywhere."""
    off = (name for name, level in settings.severity.items() if level == "off")
    return [*settings.ignore, *off]


def _by_concept(verdicts: Sequence[Verdict]) -> list[tuple[tuple[str, str], Tally]]:
    """The verdicts on findings that name a concept, by rule and concept."""
    return tallies(
        (one for one in verdicts if one.concept), lambda one: (one.rule, one.concept or "")
    )


def _told(
    file: Path, verdicts: Sequence[Verdict], proposed: Sequence[Proposal], settings: Config
) -> Iterator[str]:
    whole = tally(verdicts)
    yield f"{shown_path(file)}: {counted(whole.all, 'finding')} judged, "
    yield f"{percent(whole.right, whole.all)} useful\n"
    if not verdicts:
        return
    concepts = ((f"{rule}[{concept}]", one) for (rule, concept), one in _by_concept(verdicts))
    profiles = ((name or "(none)", one) for name, one in tallies(verdicts, lambda one: one.profile))
    for heading, counts in (
        ("by rule", tallies(verdicts, lambda one: one.rule)),
        ("by concept", [*concepts]),
        ("by profile", [*profiles]),
    ):
        if counts:
            yield "\n"
            yield from columns(
                [
                    (heading, *WORDS, "all", "useful"),
                    *((name, *map(str, (*one, one.all)), _useful(one)) for name, one in counts),
                ]
            )
    if proposed:
        yield f"\nUseful in fewer than {USEFUL_SHARE:.0%} of at least {FEWEST_VERDICTS} findings; "
        yield "khihau.toml would silence that with\n"
        yield from _settings(proposed, settings)
        yield "Nothing changes by itself.\n"


def _useful(counts: Tally) -> str:
    return percent(counts.right, counts.all)


def _settings(proposed: Sequence[Proposal], settings: Config) -> Iterator[str]:
    """The lines of khihau.toml: what is ignored already stays, texts of one profile have a folder."""
    everywhere = [one for one in proposed if not one.profile]
    for one in everywhere:
        yield f"  # {one.silenced}: {one.tally.right} of {one.tally.all} right\n"
    if everywhere:
        silenced = [*_silent(settings), *(one.silenced for one in everywhere)]
        yield f"  ignore = {_quoted(silenced)}\n"
    elsewhere = [one for one in proposed if one.profile]
    if elsewhere:
        yield "  [per-file-ignores]  # name the folder where the texts of the profile lie\n"
    for profile in dict.fromkeys(one.profile for one in elsewhere):
        here = [one for one in elsewhere if one.profile == profile]
        for one in here:
            yield f"  # {one.silenced} in {profile}: {one.tally.right} of {one.tally.all} right\n"
        yield f'  "{profile}/" = {_quoted([one.silenced for one in here])}\n'


def _quoted(words: Sequence[str]) -> str:
    """A list of texts as TOML writes it, which is as JSON does."""
    return json.dumps(words, ensure_ascii=False)


def _as_json(
    file: Path, verdicts: Sequence[Verdict], proposed: Sequence[Proposal]
) -> Iterator[str]:
    from khihau.render.json import SCHEMA, dumps

    record = {
        "schema": SCHEMA,
        "path": shown_path(file),
        **_record(tally(verdicts)),
        "by_rule": [
            {"rule": name, **_record(one)} for name, one in tallies(verdicts, lambda one: one.rule)
        ],
        "by_concept": [
            {"rule": rule, "concept": concept, **_record(one)}
            for (rule, concept), one in _by_concept(verdicts)
        ],
        "by_profile": [
            {"profile": name, **_record(one)}
            for name, one in tallies(verdicts, lambda one: one.profile)
        ],
        "proposals": [
            {
                "rule": one.rule,
                "concept": one.concept,
                "profile": one.profile,
                **_record(one.tally),
                "setting": "per-file-ignores" if one.profile else "ignore",
                "value": one.silenced,
            }
            for one in proposed
        ],
    }
    yield dumps(record, indent=1) + "\n"


def _record(counts: Tally) -> dict[str, Any]:
    return {**counts._asdict(), "all": counts.all, "share": round(counts.share, 3)}
