"""`khihau suggest`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from khihau.cli.options import Run, documents, glossary_options, run_of, write
from khihau.engine import check
from khihau.errors import ConfigError
from khihau.fuzzy import suggest
from khihau.model import LANGS, UNVERIFIED, Lang, Suggestion
from khihau.render.findings import render_reviewed
from khihau.render.views import Reviewed, View

__all__ = ["command"]

# What `--file` runs: the rules that find what stands in the place of official names.
NEAR_MISSES = ("forbidden-label", "unofficial-expansion", "near-miss")


@click.command("suggest")
@click.argument("phrase", nargs=-1)
@glossary_options
@click.option("--from", "lang", type=click.Choice(LANGS), help="Language of the phrase.")
@click.option("--to", type=click.Choice(LANGS), help="Language of the official term.")
@click.option(
    "--file",
    "draft",
    type=click.Path(),
    help="List the near misses of a draft: wrong and unofficial forms, and slips.",
)
@click.option("--encoding", help="Encoding of the draft. [default: found out]")
@click.option("--limit", default=5, show_default=True, help="How many concepts to show.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def command(
    phrase: tuple[str, ...],
    glossary: tuple[Path, ...],
    config: Path | None,
    lang: Lang | None,
    to: Lang | None,
    draft: str | None,
    encoding: str | None,
    limit: int,
    form: str,
) -> None:
    """Find the official term behind a phrase, or every near miss of a draft.

    Example: khihau suggest "mục tiêu quốc gia giảm khí nhà kính" --to vi
    """
    if bool(phrase) == bool(draft):
        raise ConfigError('give a phrase, or --file DRAFT: khihau suggest "net zero" --to vi')
    run = run_of(glossary, config)
    if draft:
        write(_near_misses(draft, run, lang, encoding, form), None)
        return
    found = suggest(" ".join(phrase), run.base, lang, to, limit)
    write(_as_json(found) if form == "json" else _as_text(found, run), None)


def _near_misses(
    draft: str, run: Run, lang: Lang | None, encoding: str | None, form: str
) -> Iterator[str]:
    reviewed = (
        Reviewed.of(document, check(document, run.base, rules=NEAR_MISSES, options=run.options))
        for document in documents([draft], run, lang, encoding)
    )
    if form == "json":
        from khihau.render.json import render_reviewed as render_json

        return render_json(reviewed, run.base, View())
    return render_reviewed(reviewed, run.base, View())


def _as_json(found: Sequence[Suggestion]) -> Iterator[str]:
    records = [
        asdict(suggestion) | {"equivalents": dict(suggestion.equivalents)} for suggestion in found
    ]
    yield json.dumps({"schema": 1, "suggestions": records}, ensure_ascii=False, indent=1) + "\n"


def _as_text(found: Sequence[Suggestion], run: Run) -> Iterator[str]:
    if not found:
        yield "No concept of the glossary comes near.\n"
        return
    if not found[0].confident:
        yield "No confident match; nearest:\n"
    for suggestion in found:
        label = f"{suggestion.label}  [{suggestion.lang}, {_title(suggestion, run)}]"
        yield f"{suggestion.score:5.0f}  {suggestion.concept}  {label}\n"
        if suggestion.matched != suggestion.label:
            yield f"       near “{suggestion.matched}” ({suggestion.status})\n"


def _title(suggestion: Suggestion, run: Run) -> str:
    if suggestion.source is None:
        return UNVERIFIED
    key, comma, at = suggestion.source.partition(", ")
    source = run.base.sources.get(key)
    return f"{source.title}{comma}{at}" if source else suggestion.source
