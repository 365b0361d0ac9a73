"""Titles with one word exchanged that a text cites by name, without a number (rule C13).

What reads like a title but for one word may be another one: the plan of a province, of another
period, for another sector. So the title must be long and say what it is about in other words too;
its first word, which says what kind of paper it is, stands as it is, and so do level, country and
period. What is nearer to another title, or is one, is none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.documents.segments import segment_index
from khihau.fuzzy.other_words import are_akin, are_other
from khihau.fuzzy.title_edits import WORD, are_spellings
from khihau.fuzzy.title_gaps import Gap, Letters, gaps, letters, seed_size
from khihau.fuzzy.tuned import LONGEST_EXCHANGE, TELLING_ALONE
from khihau.languages import LANGUAGES
from khihau.model import Document, Lang
from khihau.text.compose import composed
from khihau.text.fold import Folded
from khihau.text.letters import letters_of
from khihau.text.regex import regex
from khihau.text.spans import holds, joined

__all__ = ["Exchanged", "Known", "exchanged", "may_be_exchanged"]

_BREAK = regex(r"[.!?:;()\[\]|\"「」『』《》\n]")
_YEAR = regex(r"(?:19|20)\d\d")
_PERIOD = regex(r"(?:19|20)\d\d\W{1,3}(?:19|20)\d\d")
_OPENERS, _CLOSERS = "\"'“‘「『《", "\"'”’」』》"
_BESIDE = 40  # characters that may tell that a title follows, or ends


class Known(NamedTuple):
    """A title as the base has it, in its language; `is_exact` says that it is no translation."""

    lang: Lang
    text: str
    sources: tuple[str, ...]
    is_exact: bool


class Exchanged(NamedTuple):
    """Words [start, end) of a text that stand for `right` in a title."""

    start: int
    end: int
    right: str
    title: Known


def exchanged(document: Document, folded: Folded, titles: Iterable[Known]) -> Iterator[Exchanged]:
    """Yield what stands in the place of a word of a title, in text order.

    Nothing where other words are exchanged in another title, or where one is but shortened. Linear in
    the length of the text, for a given base.
    """
    langs = {segment.lang for segment in document.segments}
    plain = "".join(WORD.findall(folded.text))
    titles = [
        title
        for title in titles
        if (title.lang in langs or None in langs)
        and any(seed in plain for seed in _seeds(title.text))
    ]
    if not titles:
        return
    text = letters(folded.text)
    turned = text.turned()
    found: dict[tuple[int, int], list[Exchanged]] = {}
    shortened: list[tuple[int, int]] = []
    for title in titles:
        known = _title(title.text)
        for gap in dict.fromkeys(gaps(known, text, turned, title.lang)):
            ours, theirs = text.text[gap.start : gap.end], known.text[gap.low : gap.high]
            if ours in theirs or theirs in ours:
                shortened.append((gap.start - gap.low, gap.end + len(known.text) - gap.high))
                continue
            one = _told(document, folded, text, gap, title)
            if one:
                found.setdefault((gap.start, gap.end), []).append(one)
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    left_alone = joined(shortened)
    for number, span in enumerate(spans):
        ones = found[span]
        one_word = len({letters_of(one.right) for one in ones}) == 1
        if one_word and not _has_nearer(spans, number) and not holds(left_alone, *span):
            yield ones[0]


def _has_nearer(spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a span behind one lies in it: there another title differs in less."""
    last = spans[number][1]
    for at in range(number + 1, len(spans)):
        if spans[at][0] >= last:
            return False
        if spans[at][1] <= last:
            return True
    return False


def _told(
    document: Document, folded: Folded, text: Letters, gap: Gap, title: Known
) -> Exchanged | None:
    """The words of a gap, None where another title may be meant or none at all."""
    known = _title(title.text)
    first, last = gap.start - gap.low, gap.end + len(known.text) - gap.high
    whole = text.place(first), text.place(last - 1) + 1
    if not set(_BREAK.findall(folded.text, *whole)) <= set(title.text):
        return None
    low, high = text.place(gap.start), text.place(gap.end - 1) + 1
    ours = folded.text[low:high]
    titled = title.text[known.place(gap.low) : known.place(gap.high - 1) + 1]
    is_last = gap.high == len(known.text)
    start, end = folded.source_span(*whole)
    is_first = gap.low < known.firsts[1]
    if is_first and (
        LANGUAGES[title.lang].words.spaced or not _is_between_marks(document, start, end)
    ):
        return None
    after = composed(document.text[end : end + _BESIDE])
    if is_last and not LANGUAGES[title.lang].titles.ends_before(after):
        return None
    if not _stands_as_title(document, start, end, title.lang) and not _is_long(gap, title):
        return None
    if not _is_exchange(ours, gap, title):
        return None
    words = folded.source_span(low, high)
    if document.text[words[0]].isupper() != titled[0].isupper():
        return None  # a name of a place
    return Exchanged(*words, titled, title)


def _is_exchange(ours: str, gap: Gap, title: Known) -> bool:
    """Whether words are exchanged for others that say what a title is about."""
    language = LANGUAGES[title.lang]
    known = _title(title.text)
    lowered = title.text.lower()
    low, high = known.place(gap.low), known.place(gap.high - 1) + 1
    before, words, after = lowered[:low], lowered[low:high], lowered[high:]
    one, other = (
        [
            word
            for word in language.translation.content_words(text)
            if word not in language.titles.light
        ]
        for text in (ours, words)
    )
    if any(map(str.isdigit, (*one, *other))):
        is_year = len(one) == len(other) == 1 and all(map(_YEAR.fullmatch, (*one, *other)))
        is_sure = is_year and one != other and _PERIOD.search(before) is not None
        return is_sure and _telling(gap, title) > language.translation.units_of_word
    if any(are_akin(word, its) for word in WORD.findall(ours) for its in WORD.findall(words)):
        return False
    if not 0 < len(one) <= _most(title.lang) or not 0 < len(other) <= _most(title.lang):
        return False
    if not all(_telling_words(text, title.lang) for text in (ours, words)):
        return False  # of another kind: a target programme, a support programme
    if any(language.titles.tells_level(text, before, after) for text in (ours, words)):
        return False
    if _telling(gap, title) < language.titles.telling:
        return False
    if are_spellings(ours, words, title.lang):
        return False
    return title.is_exact or (
        are_other(ours, words, title.lang) and are_other(words, ours, title.lang)
    )


def _telling(gap: Gap, title: Known) -> int:
    """How many words, or syllables, beside the exchanged one say what a title is about."""
    known = _title(title.text)
    low, high = known.place(gap.low), known.place(gap.high - 1) + 1
    return _telling_words(f"{title.text[:low]} {title.text[high:]}", title.lang)


def _telling_words(text: str, lang: Lang) -> int:
    language = LANGUAGES[lang]
    words = language.translation.content_words(language.titles.without_general(text.lower()))
    return sum(not word.isdigit() for word in words)


def may_be_exchanged(title: Known) -> bool:
    """Whether a title is so long that it is still itself with another word, or another year."""
    titles, translation = LANGUAGES[title.lang].titles, LANGUAGES[title.lang].translation
    words = _telling_words(title.text, title.lang)
    has_period = _PERIOD.search(title.text) is not None
    return words > titles.telling or (has_period and words > translation.units_of_word)


def _is_long(gap: Gap, title: Known) -> bool:
    """Whether so much of a title stands there that it needs no sign of one."""
    units_of_word = LANGUAGES[title.lang].translation.units_of_word
    return _telling(gap, title) >= TELLING_ALONE * units_of_word


def _most(lang: Lang) -> int:
    """How many words, or syllables, one word is."""
    language = LANGUAGES[lang]
    return language.translation.units_of_word if language.words.spaced else LONGEST_EXCHANGE


def _stands_as_title(document: Document, start: int, end: int, lang: Lang) -> bool:
    """Whether words are cited: between marks, in a title, or with the form of one."""
    text = document.text
    at = segment_index(document.segments, start)
    if at < 0 or document.segments[at].end < end:
        return False
    if _is_between_marks(document, start, end) or holds(document.titles, start, end):
        return True
    before = text[max(document.segments[at].start, start - _BESIDE) : start]
    return LANGUAGES[lang].titles.is_cited(composed(text[start:end]), composed(before))


def _is_between_marks(document: Document, start: int, end: int) -> bool:
    before, after = document.text[max(0, start - 1) : start], document.text[end : end + 1]
    return bool(before and after) and before in _OPENERS and after in _CLOSERS


@lru_cache(maxsize=4096)
def _seeds(text: str) -> tuple[str, str]:
    """The first and the last letters of a title: where neither stand, it does not, whole or nearly."""
    known = _title(text).text
    size = seed_size(known)
    return known[:size], known[-size:]


@lru_cache(maxsize=1024)
def _title(text: str) -> Letters:
    return letters(text.lower())
