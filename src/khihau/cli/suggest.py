"""`khihau suggest`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TypeAlias

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import Run, documents, format_option, run_of
from khihau.console.printing import is_shown, with_progress, write
from khihau.engine import check
from khihau.errors import ConfigError
from khihau.fuzzy import suggest
from khihau.model import LANGS, UNVERIFIED, Lang, Suggestion
from khihau.render import renderer
from khihau.render.met import beside_rendering
from khihau.render.views import Reviewed, View

__all__ = ["suggest_command"]

# What `--file` runs: the rules that find what stands in the place of official names.
NEAR_MISSES = (
    "forbidden-label",
    "deprecated-label",
    "unofficial-expansion",
    "inexact-name",
    "near-miss",
)

_MOST = 5
_COLUMNS = (
    "phrase",
    "score",
    "confident",
    "concept",
    "label",
    "lang",
    "near",
    "status",
    "source",
    "sense",
)
_Answer: TypeAlias = tuple[str, Sequence[Suggestion]]


@click.command("suggest")
@click.argument("phrase", nargs=-1)
@glossary_options
@click.option("--from", "lang", type=click.Choice(LANGS), help="Language of the phrase.")
@click.option("--to", type=click.Choice(LANGS), help="Language of the official term.")
@click.option(
    "--file",
    "draft",
    type=click.Path(),
    help="List the near misses of a draft: wrong, outdated and unofficial names, and slips.",
)
@click.option("--encoding", help="Encoding of the draft. [default: found out]")
@click.option("--limit", type=click.IntRange(min=1), help="Concepts to show. [default: 5, piped 1]")
@format_option(("text", "json", "tsv"), "[default: text; tsv for phrases from standard input]")
def suggest_command(
    phrase: tuple[str, ...],
    glossaries: Glossaries,
    lang: Lang | None,
    to: Lang | None,
    draft: str | None,
    encoding: str | None,
    limit: int | None,
    form: str | None,
) -> None:
    """Find the official term behind a phrase, or every near miss of a draft.

    With - for the phrase, each line of standard input is one, and tab-separated values come out.

    Example: khihau suggest "mục tiêu quốc gia giảm khí nhà kính" --to vi
    """
    if bool(phrase) == bool(draft):
        raise ConfigError('give a phrase, or --file DRAFT: khihau suggest "net zero" --to vi')
    if draft and (to or limit):
        raise ConfigError("--to and --limit go with a phrase; leave them out beside --file")
    run = run_of(glossaries)
    if draft:
        write(_near_misses(draft, run, lang, encoding, form or "text"), None)
        return
    is_piped = phrase == ("-",)
    most = limit or (1 if is_piped else _MOST)
    asked = _phrases(encoding) if is_piped else (" ".join(phrase),)
    answers = ((one, suggest(one, run.base, lang, to, most)) for one in asked)
    match form or ("tsv" if is_piped else "text"):
        case "json":
            write(_as_json(answers), None)
        case "tsv":
            write(_as_tsv(answers, run), None)
        case _:
            write(_as_text(answers, run, is_list=is_piped), None)


def _phrases(encoding: str | None) -> Iterable[str]:
    """The phrases of standard input, a line each; blank ones are left out."""
    from khihau.documents.encodings import decode
    from khihau.documents.files import STDIN

    text = decode(sys.stdin.buffer.read(), STDIN, encoding).text
    lines = (line.replace("\ufeff", "").strip() for line in re.split(r"\r\n?|\n", text))
    phrases = [*filter(None, lines)]
    # The rows that a terminal shows are progress enough.
    return phrases if is_shown() else with_progress(phrases, len(phrases))


def _near_misses(
    draft: str, run: Run, lang: Lang | None, encoding: str | None, form: str
) -> Iterator[str]:
    reviewed = (
        Reviewed.of(
            document,
            check(document, run.base, rules=NEAR_MISSES, options=run.options_of(document.path)),
        )
        for document in documents([draft], run, lang, encoding)
    )
    return renderer("reviewed", form)(reviewed, run.base, View())


def _as_json(answers: Iterable[_Answer]) -> Iterator[str]:
    """One record for a phrase, one with all phrases for several."""
    from khihau.render.json import dumps

    records = [
        {"phrase": phrase, "suggestions": [*map(_record, found)]} for phrase, found in answers
    ]
    whole = records[0] if len(records) == 1 else {"phrases": records}
    yield dumps({"schema": 1, **whole}, indent=1) + "\n"


def _record(suggestion: Suggestion) -> dict[str, object]:
    values = {one.name: getattr(suggestion, one.name) for one in fields(suggestion)}
    return values | {"equivalents": dict(suggestion.equivalents)}


def _as_tsv(answers: Iterable[_Answer], run: Run) -> Iterator[str]:
    """A row a suggestion; a phrase that nothing comes near has a row too."""
    from khihau.render.tsv import row

    yield row(_COLUMNS)
    for phrase, found in answers:
        for one in found:
            score, sure = f"{one.score:g}", "yes" if one.confident else "no"
            cells = (
                one.label,
                one.lang,
                one.matched,
                one.status,
                _title(one, run),
                one.sense or "",
            )
            yield row((phrase, score, sure, one.concept, *cells))
        if not found:
            yield row((phrase, "", "no", *("",) * (len(_COLUMNS) - 3)))


def _as_text(answers: Iterable[_Answer], run: Run, *, is_list: bool = False) -> Iterator[str]:
    """The concepts, best first; of a list of phrases with each phrase above its own."""
    for number, (phrase, found) in enumerate(answers):
        if is_list:
            yield f"{'' if number == 0 else chr(10)}“{phrase}”\n"
        if len(found) == 0:
            yield "No concept of the glossary comes near.\n"
        elif not found[0].confident:
            yield "No confident match; nearest:\n"
        for suggestion in found:
            label = f"{suggestion.label}  [{suggestion.lang}, {_title(suggestion, run)}]"
            yield f"{suggestion.score:5.0f}  {suggestion.concept}  {label}\n"
            if suggestion.matched != suggestion.label:
                sense = f", {beside_rendering(suggestion.sense)}" if suggestion.sense else ""
                yield f"       near “{suggestion.matched}” ({suggestion.status}{sense})\n"


def _title(suggestion: Suggestion, run: Run) -> str:
    if suggestion.source is None:
        return UNVERIFIED
    key, comma, at = suggestion.source.partition(", ")
    source = run.base.sources.get(key)
    return f"{source.title}{comma}{at}" if source else suggestion.source
