"""`khihau verdicts`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from khihau.config import Config
from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import format_option
from khihau.console.printing import write
from khihau.console.verdict_file import read_verdicts, verdict_file
from khihau.errors import ConfigError, shown_path
from khihau.model import Termbase
from khihau.profiles.table import profile_names
from khihau.project.tuned import FEWEST_VERDICTS, USEFUL_SHARE
from khihau.project.usefulness import Silence, Tally, silences, tallies, tally
from khihau.project.verdicts import WORDS, Verdict, latest
from khihau.render.columns import columns, percent
from khihau.rulebook import check_ruling
from khihau.termbase.load import open_glossary
from khihau.text.counted import counted

__all__ = ["verdicts_command"]


@click.command("verdicts")
@click.option("--file", type=click.Path(path_type=Path), help="The file of verdicts.")
@glossary_options
@format_option(("text", "json"))
def verdicts_command(file: Path | None, glossaries: Glossaries, form: str) -> None:
    """Count what readers said of findings, by rule, concept and profile, and what to silence.

    Settings are only proposed, where fewer than half of 20 findings or more were right. Nothing
    changes by itself.

    Example: khihau verdicts
    """
    settings = glossaries.settings_with_glossary()
    source = verdict_file(file, settings)
    verdicts = latest(read_verdicts(source, must_be=True))
    proposed = [one for one in silences(verdicts) if not _is_silent(one, settings)]
    if proposed:
        base = open_glossary(*settings.glossary, builtin=settings.builtin)
        proposed = [one for one in proposed if _can_be(one, base)]
    if form == "json":
        write(_as_json(source, verdicts, proposed), None)
    else:
        write(_told(source, verdicts, proposed, settings), None)


def _is_silent(one: Silence, settings: Config) -> bool:
    """Whether the settings silence that already: in all texts, or in some where those of a profile are meant."""
    layers = [settings.severities]
    if one.profile:
        layers += [levels for _, levels in settings.severities_by_path]
    names = (one.rule, one.silenced)
    is_off = any(levels.get(name) == "off" for levels in layers for name in names)
    return is_off or (settings.select is not None and one.rule not in settings.select)


def _can_be(one: Silence, base: Termbase) -> bool:
    """Whether there still is what the verdicts were on: settings that name anything else are refused."""
    try:
        check_ruling(one.silenced, base)
    except ConfigError:
        return False
    return one.profile in ("", *profile_names())


def _by_concept(verdicts: Sequence[Verdict]) -> list[tuple[tuple[str, str], Tally]]:
    """The verdicts on findings that name a concept, by rule and concept."""
    return tallies(
        (one for one in verdicts if one.concept), lambda one: (one.rule, one.concept or "")
    )


def _told(
    file: Path, verdicts: Sequence[Verdict], proposed: Sequence[Silence], settings: Config
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


def _settings(proposed: Sequence[Silence], settings: Config) -> Iterator[str]:
    """The lines of khihau.toml: what is ignored already stays, texts of one profile have a folder.

    A table that is there already gets lines, since TOML has each table once.
    """
    everywhere = [one for one in proposed if not one.profile]
    for one in everywhere:
        yield f"  # {one.silenced}: {one.tally.right} of {one.tally.all} right\n"
    if everywhere:
        silenced = [*settings.ignore, *(one.silenced for one in everywhere)]
        yield f"  ignore = {_quoted(silenced)}\n"
    elsewhere = [one for one in proposed if one.profile]
    if elsewhere:
        is_there = settings.per_file_ignores
        yield "  # below [per-file-ignores]" if is_there else "  [per-file-ignores]  #"
        yield " name the folder where the texts of the profile lie\n"
    for profile in dict.fromkeys(one.profile for one in elsewhere):
        here = [one for one in elsewhere if one.profile == profile]
        for one in here:
            yield f"  # {one.silenced} in {profile}: {one.tally.right} of {one.tally.all} right\n"
        yield f'  "{profile}/" = {_quoted([one.silenced for one in here])}\n'


def _quoted(words: Sequence[str]) -> str:
    """A list of texts as TOML writes it, which is as JSON does."""
    return json.dumps(words, ensure_ascii=False)


def _as_json(file: Path, verdicts: Sequence[Verdict], proposed: Sequence[Silence]) -> Iterator[str]:
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
