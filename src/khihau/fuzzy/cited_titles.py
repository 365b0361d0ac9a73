"""Titles of acts that a text cites in other words than the act has.

The number of an act, or its short name, says which act is meant; the words beside it are then laid on
its title, word by word. They quote the title where they begin and run as it does. A text may leave
off the end of a title, abbreviate, or say what an act is about in words of its own: that is
no quotation. What is cited without a number is told in `named_titles`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.fuzzy.named_titles import Known, exchanged, may_be_exchanged
from khihau.fuzzy.other_words import are_akin, are_other
from khihau.fuzzy.title_edits import Edit, Title, Weighed, Word, edits_of, weighed, words_of
from khihau.fuzzy.tuned import FEWEST_EQUAL, MOST_MORE, WAY_TO_A_TITLE
from khihau.languages import LANGUAGES, language_of
from khihau.match.titles import Act, Name
from khihau.model import LANGS, Document, Lang, Segment
from khihau.text.fold import Folded, fold, is_hangul
from khihau.text.letters import letters_of
from khihau.text.regex import regex
from khihau.text.spans import between, joined, overlaps

__all__ = ["Misquoted", "misquoted", "numbers_of"]

_STOP = regex(r"[.!?;…](?=\s|$)|\n")
_AT_MOST = 12  # places where a title may begin near a number


class Misquoted(NamedTuple):
    """Where words differ from those of a title, and what the title has there.

    `title` is the exact title without the number; `right` is empty where the text has words too many.
    `number` is what the act is cited by, empty where only the name tells which is meant.
    """

    start: int
    end: int
    right: str
    title: str
    number: str
    sources: tuple[str, ...]


def misquoted(
    document: Document, acts: Sequence[Act], names: Sequence[Name]
) -> Iterator[Misquoted]:
    """Yield what a text has in other words than the titles that it cites, in text order.

    Those with a number come first. Quotations of speech are looked at too. Linear in the length of the
    text, for a given base.
    """
    folded = fold(document.text)
    seen: set[tuple[int, int]] = set()
    for place, cited in sorted(_places(folded, acts).items()):
        segment = _segment(document, place[0])
        for found in _beside(document, segment, place, cited) if segment else ():
            if (found.start, found.end) not in seen:
                seen.add((found.start, found.end))
                yield found
    told = joined(seen)
    for start, end, right, title in exchanged(document, folded, _known(tuple(acts), tuple(names))):
        if not overlaps(told, start, end):
            yield Misquoted(start, end, right, title.text, "", title.sources)


def _places(folded: Folded, acts: Sequence[Act]) -> dict[tuple[int, int], list[Act]]:
    """The acts that are cited at each place of a text."""
    places = defaultdict[tuple[int, int], list[Act]](list)
    for act in acts:
        for place in joined(_cited(folded.text, act)):
            places[folded.source_span(*place)].append(act)
    return places


def _cited(text: str, act: Act) -> Iterator[tuple[int, int]]:
    """Where the numbers and short names of an act stand in a folded text."""
    for words in _written(act.cited_as):
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            before, after = text[max(0, at - 1) : at], text[end : end + 1]
            if not before.isalnum() and (not after.isalnum() or is_hangul(after)):
                yield at, end
            at = text.find(words, end)


@lru_cache(maxsize=512)
def _written(names: tuple[str, ...]) -> frozenset[str]:
    """Numbers and short names, folded, with their marks and without: QĐ-TTg, QD-TTg."""
    folded = [fold(name).text for name in names]
    asked = [language.words for language in LANGUAGES.values()]
    return frozenset(
        form for name in folded for form in (name, *(one.unmarked(name) for one in asked))
    )


@lru_cache(maxsize=8)
def numbers_of(acts: tuple[Act, ...]) -> frozenset[str]:
    """The letters of all numbers and short names by which acts are cited."""
    return frozenset(letters_of(name) for act in acts for name in _written(act.cited_as))


@lru_cache(maxsize=8)
def _known(acts: tuple[Act, ...], names: tuple[Name, ...]) -> tuple[Known, ...]:
    """The titles that may be cited without a number, those of acts before their translations."""
    known: dict[str, Known] = {}
    for act in acts:
        for lang in LANGS:
            title = _title(act, lang)
            text = title.text[title.words[0].start :] if title.words else ""
            if LANGUAGES[lang].titles.is_name(text):
                known.setdefault(letters_of(text), Known(lang, text, (act.source,), is_exact=True))
    for lang, text, sources in names:
        known.setdefault(letters_of(text), Known(lang, text, sources, is_exact=False))
    return tuple(filter(may_be_exchanged, known.values()))


def _segment(document: Document, offset: int) -> Segment | None:
    at = segment_index(document.segments, offset)
    if at < 0 or document.segments[at].end <= offset:
        return None
    return document.segments[at]


# --- beside a number ------------------------------------------------------------------------------


def _beside(
    document: Document, segment: Segment, cited: tuple[int, int], acts: Sequence[Act]
) -> Iterator[Misquoted]:
    """What differs in the words behind a number or before it; nothing where one side has the title."""
    low, high = _clause(document, segment, cited)
    if owner := language_of(segment.lang).titles.owned.search(document.text, low, cited[0]):
        low = owner.end()  # what stands before is a part of the act, and no title
    behind, before = (
        words_of(document.text, *side, segment.lang) for side in ((cited[1], high), (low, cited[0]))
    )
    for act in acts:
        title = _title(act, segment.lang)
        for words in (before,) if title.is_name else (behind, before):
            edits = _laid(title, words, document.text, segment.lang)
            if edits is not None:
                yield from [_told(title, words, edits)] if edits else []
                return
    for act in acts:
        titles = _translations(act, segment.lang)
        for words in (behind, before) if titles else ():
            laid = [(_laid(title, words, document.text, segment.lang), title) for title in titles]
            quoted = [(edits, title) for edits, title in laid if edits is not None]
            if quoted:
                edits, title = min(quoted, key=lambda one: len(one[0]))
                if _is_strange(edits, title, words, titles, document.text, segment.lang):
                    yield _told(title, words, edits)
                return


def _is_strange(
    edits: Sequence[Edit],
    title: Title,
    words: Sequence[Word],
    titles: Sequence[Title],
    text: str,
    lang: Lang | None,
) -> bool:
    """Whether one word is exchanged for one that no translation of the title has, nor one like it."""
    if len(edits) != 1 or lang is None:
        return False
    (low, high, start, end) = edits[0]
    if low == high or start == end:
        return False
    known = {word.key for one in titles for word in one.words}
    light = language_of(lang).titles.light
    ours = [word.key for word in words[start:end] if word.key not in light]
    if not ours or all(any(are_akin(one, other) for other in known) for one in ours):
        return False
    theirs = title.text[title.words[low].start : title.words[high - 1].end]
    return are_other(text[words[start].start : words[end - 1].end], theirs, lang)


def _clause(document: Document, segment: Segment, cited: tuple[int, int]) -> tuple[int, int]:
    """The part of the sentence around a number that no other number of a document stands in."""
    low = max(segment.start, cited[0] - WAY_TO_A_TITLE)
    high = min(segment.end, cited[1] + WAY_TO_A_TITLE)
    numbers = (
        (region.start, region.end)
        for region in document.protected[between(document.protected, low, high)]
        if region.kind == "document-number"
    )
    article = language_of(segment.lang).titles.article
    ends = (
        one.span() for stop in (_STOP, article) for one in stop.finditer(document.text, low, high)
    )
    for start, end in (*numbers, *ends):
        if end <= cited[0]:
            low = max(low, end)
        elif start >= cited[1]:
            high = min(high, start)
    return low, high


def _laid(
    title: Title, words: Sequence[Word], text: str, lang: Lang | None
) -> tuple[Edit, ...] | None:
    """What differs where words quote a title, () where nothing does, None where they quote none."""
    keys = [word.key for word in title.words]
    best: Weighed | None = None
    for start in _starts(keys, words):
        for edits in edits_of(
            keys, [word.key for word in words[start : start + len(keys) + MOST_MORE]]
        ):
            moved = [one._replace(start=one.start + start, end=one.end + start) for one in edits]
            told = weighed(title, words, moved, text, lang)
            if told and (
                best is None or (-told.size, len(told.edits)) < (-best.size, len(best.edits))
            ):
                best = told
    return best.edits if best else None


def _starts(keys: Sequence[str], words: Sequence[Word]) -> list[int]:
    """Where a title may begin in words: two of its first four stand there, or its first alone."""
    found = []
    for at in range(len(words)):
        near = [word.key for word in words[at : at + 4]]
        same = sum(one == other for one, other in zip(near, keys, strict=False))
        if same >= 2 or (same and near[0] == keys[0]):
            found.append(at)
    return found[:_AT_MOST]


# --- what all share -------------------------------------------------------------------------------


def _told(title: Title, words: Sequence[Word], edits: Sequence[Edit]) -> Misquoted:
    """From the first word that differs to the last; where words are missing, the one before the gap."""
    first, last = edits[0], edits[-1]
    start, end, low, high = first.start, last.end, first.low, last.high
    if start == end:
        before = min(1, start, low)
        start, low = start - before, low - before
        end, high = end + (not before), high + (not before)
    right = title.text[title.words[low].start : title.words[high - 1].end] if low < high else ""
    return Misquoted(
        words[start].start,
        words[end - 1].end,
        right,
        title.text,
        title.act.cited_as[0],
        (title.act.source,),
    )


@lru_cache(maxsize=512)
def _title(act: Act, lang: Lang | None) -> Title:
    """The words of a title behind its number, or before it where none follow; no verb at their head."""
    number = next((name for name in act.cited_as if name in act.title), "")
    before, _, after = act.title.partition(number) if number else ("", "", act.title)
    is_name = not after.strip(" ,")
    titles = language_of(lang).titles
    text = (titles.without_number_word(before.rstrip()) if is_name else after).strip(" ,")
    first = 0 if is_name else titles.lead(text)
    return Title(act, text, tuple(words_of(text, first, len(text), lang)), is_name)


@lru_cache(maxsize=512)
def _translations(act: Act, lang: Lang | None) -> tuple[Title, ...]:
    """What the glossary calls an act in a language, where that is long enough to be quoted."""
    titles = language_of(lang).titles
    read = []
    for text in (text for one, text in act.names if one == lang):
        words = tuple(words_of(text, titles.lead(text), len(text), lang))
        if len(words) > FEWEST_EQUAL and not any(
            name in fold(text).text for name in _written(act.cited_as)
        ):
            read.append(Title(act, text, words, is_name=False))
    return tuple(read)
