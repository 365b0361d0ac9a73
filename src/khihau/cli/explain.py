"""`khihau explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from khihau.console.glossaries import Glossaries, glossary_options
from khihau.console.options import documents, format_option, run_of
from khihau.console.pointing import spot_of
from khihau.console.printing import write
from khihau.engine import explained
from khihau.errors import InputError
from khihau.model import LANGS, Document, Lang, Match, Rejection
from khihau.render.views import unmatched
from khihau.text.positions import Positions

__all__ = ["explain_command"]


@click.command("explain")
@click.argument("place", metavar="DRAFT:LINE[:COLUMN]")
@glossary_options
@click.option(
    "--lang", type=click.Choice(LANGS), help="Language of the text. [default: per segment]"
)
@click.option("--encoding", help="Encoding of the draft. [default: found out]")
@format_option(("text", "json", "tsv"))
def explain_command(
    place: str,
    glossaries: Glossaries,
    lang: Lang | None,
    encoding: str | None,
    form: str,
) -> None:
    """Say what was matched at a place of a draft, what was not, and why.

    Lines and columns count from 1, columns in characters; without a column it is the whole line.

    Example: khihau explain draft.txt:3:17
    """
    spot = spot_of(place, "DRAFT:LINE:COLUMN")
    run = run_of(glossaries)
    (document,) = documents([spot.path], run, lang, encoding)
    start, end = _span(document, spot.line, spot.column)
    matches, fallen = explained(document, run.base, options=run.options_of(document.path))
    here = [match for match in _flat(matches) if match.start < end and start < match.end]
    not_here = [
        one for one in unmatched(document, fallen, matches) if one.start < end and start < one.end
    ]
    if form == "text":
        write(_told(document, start, here, not_here), None)
    elif form == "tsv":
        write(_as_tsv(document, here, not_here), None)
    else:
        write(_as_json(document, here, not_here), None)


def _span(document: Document, line: int, column: int | None) -> tuple[int, int]:
    """The offsets of a line, or of the one character at a column of it; raises InputError."""
    places = Positions(document.text)
    last = places.line_column(len(document.text))[0]
    if line > last:
        raise InputError(f"{document.path}:{line}: no such line; the last one is {last}")
    start, end = places.line_span(places.offset_of_line(line))
    if column is None:
        return start, end
    if column > end - start:
        raise InputError(f"{document.path}:{line}:{column}: the line has {end - start} characters")
    return start + column - 1, start + column


def _flat(matches: Sequence[Match]) -> Iterator[Match]:
    for match in matches:
        yield match
        yield from _flat(match.inner)


def _told(
    document: Document, start: int, matches: Sequence[Match], fallen: Sequence[Rejection]
) -> Iterator[str]:
    places = Positions(document.text)

    def place(offset: int) -> str:
        line, column = places.line_column(offset)
        return f"{document.path}:{line}:{column}"

    for match in matches:
        label = "" if match.text == match.label else f"“{match.label}”, "
        sense = f", {match.sense} than the concept" if match.sense else ""
        yield (
            f"{place(match.start)}: “{match.text}” is {match.concept} "
            f"({label}{match.lang}, {match.status}{sense}; {match.how})\n"
        )
    for one in fallen:
        detail = f": {one.detail}" if one.detail else ""
        yield f"{place(one.start)}: “{one.text}” is not {one.concept} ({one.reason}{detail})\n"
    if not matches and not fallen:
        yield f"{place(start)}: no label of the glossary stands here.\n"
        yield 'Next: khihau suggest "PHRASE" looks for a name that is near.\n'


def _as_tsv(
    document: Document, matches: Sequence[Match], fallen: Sequence[Rejection]
) -> Iterator[str]:
    """A line of column names, then what was matched, then what was not and why."""
    from khihau.render.tsv import row

    yield row(("path", "line", "column", "text", "concept", "label", "outcome", "detail"))
    places = Positions.of(document)

    def place(offset: int) -> tuple[str, ...]:
        return (document.path, *map(str, places.line_column(offset)))

    for match in matches:
        words = (match.text, match.concept, match.label)
        yield row((*place(match.start), *words, match.status, match.how))
    for one in fallen:
        yield row((*place(one.start), one.text, one.concept, one.label, one.reason, one.detail))


def _as_json(
    document: Document, matches: Sequence[Match], fallen: Sequence[Rejection]
) -> Iterator[str]:
    from khihau.render.json import SCHEMA, dumps, match_record, rejection_record

    places = Positions.of(document)
    record = {
        "schema": SCHEMA,
        "path": document.path,
        "matches": [match_record(match, places) for match in matches],
        "rejections": [rejection_record(one, places) for one in fallen],
    }
    yield dumps(record, indent=1) + "\n"
