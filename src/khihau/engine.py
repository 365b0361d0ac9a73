"""The public functions: the pipeline, nothing else."""

from __future__ import annotations

import datetime
from dataclasses import replace

from khihau.documents.markup import scan as scan_markup
from khihau.languages.detect import detect
from khihau.match.index import index_of
from khihau.match.resolve import resolve
from khihau.match.scan import scan
from khihau.model import Document, Lang, Match, Options, Rejection, Termbase

__all__ = ["annotate", "date_of", "explain", "read"]


def annotate(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> list[Match]:
    """Find every term of a text, of every status but mistranslation, in text order.

    Offsets are code points of `text`. `lang` says what the text is (by default each segment is
    detected); it never limits which labels match. Rules: SEMANTICS M1-M10.
    """
    return _resolve(text, base, lang, options or Options())[0]


def explain(
    text: str | Document, base: Termbase, lang: Lang | None = None, options: Options | None = None
) -> list[Rejection]:
    """Name the reason of every candidate that fell, in text order (SEMANTICS M10)."""
    return _resolve(text, base, lang, options or Options())[1]


def read(text: str | Document, lang: Lang | None = None) -> Document:
    """The document of a text: markup scanned, the language of each segment given or detected."""
    document = text if isinstance(text, Document) else scan_markup(text)
    segments = tuple(
        segment
        if segment.lang
        else replace(segment, lang=lang or detect(document.text[segment.start : segment.end]))
        for segment in document.segments
    )
    return replace(document, segments=segments)


def date_of(document: Document, options: Options) -> datetime.date:
    """The day whose names count: the document's own, the one asked for, else today."""
    try:
        return datetime.date.fromisoformat(document.front_matter.get("date", "")[:10])
    except ValueError:
        return options.date or datetime.datetime.now(tz=datetime.UTC).date()


def _resolve(
    text: str | Document, base: Termbase, lang: Lang | None, options: Options
) -> tuple[list[Match], list[Rejection]]:
    document = read(text, lang)
    found = scan(document, index_of(base))
    resolved = resolve(found.hits, document.text, base, date_of(document, options))
    rejections = sorted(
        (*found.rejections, *resolved.rejections), key=lambda fallen: (fallen.start, fallen.end)
    )
    return list(resolved.matches), rejections
