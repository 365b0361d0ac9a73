"""Names at the end of words, however they are bracketed, listed or spaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from khihau.languages.session_numbers import fill
from khihau.ledger.definitions.shapes import CLOSING, LISTED
from khihau.ledger.definitions.wording import sentence_start
from khihau.ledger.definitions.written import Written
from khihau.model import ALLOWED, Document, Lang
from khihau.text.fold import Squeezed, fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = ["ending_with", "varied_name"]

_BRACKET = regex(r"[(（][^()（）]*[)）]")


def ending_with(text: str, words: tuple[int, int], labels: Sequence[str]) -> tuple[int, int] | None:
    """The span of the first label that stands at the end of the words."""
    if not labels:
        return None
    low = max(words[0], words[1] - 2 * max(map(len, labels)))
    folded = fold(text[low : words[1]])
    squeezed = Squeezed(folded.text)
    for label in labels:
        sought = _squeezed(label)
        if squeezed.text.endswith(sought):
            start, end = squeezed.unsqueezed(len(squeezed.text) - len(sought), len(squeezed.text))
            if not folded.text[max(0, start - 1) : start].isalnum():
                first, last = folded.source_span(start, end)
                return low + first, low + last
    return None


def varied_name(
    document: Document, written: Written, concept: Concept, lang: Lang | None, number: int | None
) -> tuple[int, int] | None:
    """A name of the concept with brackets in it, or with other marks between its items."""
    names = [label for label in concept.labels if label.status in ALLOWED]
    numbered = (
        label.text if number is None else fill(label.lang, label.text, number)
        for label in names
        if label.lang == lang
    )
    found = _with_brackets(document, written, numbered)
    return found or _listed_otherwise(document.text, written.words, (one.text for one in names))


def _with_brackets(
    document: Document, written: Written, labels: Iterable[str]
) -> tuple[int, int] | None:
    """The first label with brackets in it: "Công ước khung của Liên hợp quốc (LHQ) về …"."""
    text, (low, high) = document.text, written.words
    if written.shape != "bracket" or text[low - 1 : low] not in CLOSING or low == 0:
        return None
    start = sentence_start(document, high)
    bare = _BRACKET.sub(lambda found: " " * len(found[0]), text[start:high])
    found = ending_with(bare, (0, len(bare)), [*labels])
    return (start + found[0], start + found[1]) if found else None


def _listed_otherwise(
    text: str, words: tuple[int, int], labels: Iterable[str]
) -> tuple[int, int] | None:
    """The first label that is a list, with other marks between its items: 측정, 보고 및 검증."""
    for label in labels:
        pattern = _list_of(label)
        if pattern and (found := pattern.search(text, *words)):
            return found.span()
    return None


@lru_cache(maxsize=1024)
def _list_of(label: str) -> re.Pattern[str] | None:
    items = LISTED.split(label)
    if len(items) < 2:
        return None
    forms = {unicodedata.normalize(form, label) for form in ("NFC", "NFD")}
    sources = (f"(?:{LISTED.pattern})".join(map(re.escape, LISTED.split(form))) for form in forms)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sources)})\Z", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _squeezed(label: str) -> str:
    return Squeezed(fold(label).text).text
