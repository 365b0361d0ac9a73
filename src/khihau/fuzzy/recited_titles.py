"""Titles that a text cites twice with one number, in words that differ (rule C13).

Nobody need know the act: the number says that it is the same, and one of the two words is a slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.fuzzy.title_edits import Edit, Word, edits_of, is_light, words_of
from khihau.fuzzy.tuned import FEWEST_RECITED, LEAST_RECITED, WAY_TO_A_RECITED
from khihau.model import Document, Lang
from khihau.text.letters import letters_of
from khihau.text.spans import between

__all__ = ["Recited", "recited"]


class Recited(NamedTuple):
    """Words [start, end) of a title in whose place another citation of the number has `other`."""

    start: int
    end: int
    other: str
    number: str


class _Cited(NamedTuple):
    """A title behind its number, in words; `words` are at most those up to the end of its clause."""

    number: str
    words: tuple[Word, ...]
    lang: Lang | None


def recited(document: Document, known: Collection[str]) -> Iterator[Recited]:
    """Yield what a citation has in other words than the first one of its number, in text order.

    Where most have other words than the first, what the first has is told. The numbers whose letters
    are `known` are left out: their titles need no second citation. Linear in the length of the text.
    """
    groups = defaultdict[str, list[_Cited]](list)
    for one in _cited(document):
        key = letters_of(one.number)
        if key not in known:
            groups[key].append(one)
    found = [one for ones in groups.values() if len(ones) > 1 for one in _differing(document, ones)]
    yield from sorted(found)


def _cited(document: Document) -> Iterator[_Cited]:
    """Every number of a document that a title stands behind, before the next number."""
    numbers = [one for one in document.protected if one.kind == "document-number"]
    for at, number in enumerate(numbers):
        last = numbers[at + 1].start if at + 1 < len(numbers) else len(document.text)
        titles = document.titles[between(document.titles, number.end, last)]
        low, high = titles[0] if titles else (last, last)
        segment = document.segments[segment_index(document.segments, number.start)]
        if low < min(last, segment.end, number.end + WAY_TO_A_RECITED):
            words = tuple(words_of(document.text, low, min(high, last), segment.lang))
            if len(words) >= FEWEST_RECITED:
                yield _Cited(document.text[number.start : number.end], words, segment.lang)


def _differing(document: Document, ones: Sequence[_Cited]) -> Iterator[Recited]:
    first = ones[0]
    found = [(one, edit) for one in ones[1:] if (edit := _edit(document, first, one))]
    if (
        len(found) > len(ones) / 2
        and len({_text(document, one.words, edit[2:]) for one, edit in found}) == 1
    ):
        one, (low, high, start, end) = found[0]
        found = [(first, Edit(start, end, low, high))]
        first = one
    for one, (low, high, start, end) in found:
        span = (one.words[start].start, one.words[end - 1].end)
        yield Recited(*span, _text(document, first.words, (low, high)), one.number)


def _text(document: Document, words: Sequence[Word], span: tuple[int, ...]) -> str:
    return " ".join(document.text[words[span[0]].start : words[span[1] - 1].end].split())


def _edit(document: Document, first: _Cited, one: _Cited) -> Edit | None:
    """The only word that is exchanged between two citations, none where there are more, or fewer."""
    if first.lang != one.lang:
        return None
    keys, others = ([word.key for word in cited.words] for cited in (first, one))
    size = min(len(keys), len(others))
    for edits in edits_of(keys[:size], others):
        told = [
            edit
            for edit in edits
            if edit.high < size
            and not is_light(first.words, one.words, edit, document.text, one.lang)
        ]
        if (
            len(told) != 1
            or size - sum(edit.high - edit.low for edit in edits) < LEAST_RECITED * size
        ):
            continue
        edit = told[0]
        if 0 < edit.high - edit.low <= 2 and 0 < edit.end - edit.start <= 2:
            return edit
    return None
