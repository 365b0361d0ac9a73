"""What words say beyond the name that would take their place: to write the name would lose it.

"thu giữ, sử dụng và lưu trữ hydro và các-bon" renders CCUS, and speaks of hydrogen too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from khihau.fuzzy.index import Index, Row, index_around
from khihau.fuzzy.senses import units
from khihau.fuzzy.words import tokens
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.languages.words import Token
from khihau.model import ALLOWED, LabelLang, Lang, Termbase

__all__ = ["lost_words"]


class _Word(NamedTuple):
    """A word, or several that are one sense; `spelled` is what its language has of it in a name."""

    start: int
    end: int
    spelled: str
    senses: frozenset[int]
    size: int

    def stands_in(self, name: str) -> bool:
        """Whether a name reads so there; a lone Korean syllable is a part of too many."""
        return len(self.spelled) > 1 and self.spelled in name


class _Right(NamedTuple):
    """The right names of a concept, read: the senses of all, and how those of one language read."""

    senses: frozenset[int]
    spelled: Sequence[str]

    def say(self, word: _Word) -> bool:
        """Whether one of them says a word."""
        shared = not self.senses.isdisjoint(word.senses)
        return shared or any(map(word.stands_in, self.spelled))


def lost_words(
    words: str, name: str, concept_id: str, base: Termbase, lang: Lang, *, is_known: bool
) -> tuple[str, ...]:
    """The words, as written, that a name of a concept would leave out; none where it says as much.

    `lang` is the name's. A word is left out where no right name of the concept has it or, in any
    language, its sense. Names that may say more than the concept do not count: those for a use of
    their own (`scope`), and those that hold an official one whole. Nor is a word left out where the words
    between two of the name are as many as the name has there, and no longer: 확인 for 검증. Of a wrong
    name that the glossary knows (`is_known`) they may be more, since they are its mistake. But a name of
    its own, such as Lào, takes no word's place, nor does a number. Function words say nothing.
    """
    index, spoken = index_around(base, concept_id), detect(words) or lang
    said, meant = _content(words, spoken, index), _content(name, lang, index)
    right = _right(index, concept_id, spoken, meant)
    names = _capitals(words, said)
    if len(names) >= len(said) - 1 or _capitals(name, meant):  # as in a title
        names = []
    found: list[tuple[int, int]] = []
    for ours, theirs in _between(said, meant):
        instead, less = _apart(ours, meant), _apart(theirs, said)
        more = [word for word in instead if not right.say(word)]
        if _are_meant(instead, less, is_known=is_known):
            own = [word for word in more if words[word.start].isdigit() and not is_known]
            more = [word for word in instead if word in names or word in own]
        # Half a word of two syllables may stand in a name: the words side by side are told together.
        runs = _side_by_side(words, ours)
        found += [(run[0].start, run[-1].end) for run in runs if any(word in more for word in run)]
    return tuple(words[start:end] for start, end in found)


def _content(text: str, lang: Lang, index: Index) -> list[_Word]:
    """The words of a text that say something, in order."""
    found = units(_words(text, lang, index), lang, index.lexicon)
    return [
        _Word(
            unit.start,
            unit.end,
            _spelled([(unit.key, unit.lang)]),
            unit.senses,
            LANGUAGES[unit.lang].words.length(unit.key),
        )
        for unit in found
        if not unit.weak and not _is_letter(unit.key)
    ]


def _is_letter(word: str) -> bool:
    """Whether a word is a Latin letter, as the s of Korea’s."""
    return len(word) == 1 and word.isascii()


def _right(index: Index, concept_id: str, lang: Lang, name: Iterable[_Word]) -> _Right:
    allowed = [
        row
        for row in index.by_concept.get(concept_id, ())
        if row.label.status in ALLOWED and not (row.label.scope or row.label.sense)
    ]
    official = [row for row in allowed if row.label.status == "preferred"]
    rows = [row for row in allowed if not any(_holds(row, other) for other in official)]
    senses = [sense for row in rows for unit in row.units for sense in unit.senses]
    senses += [sense for word in name for sense in word.senses]
    return _Right(
        frozenset(senses),
        [
            _spelled((token.key, token.lang) for token in _words(row.label.text, lang, index))
            for row in rows
            if row.label.lang in (lang, "mul")
        ],
    )


def _holds(row: Row, other: Row) -> bool:
    """Whether a name is another one with more words: with Nhật Bản behind it, in developing countries."""
    longer, shorter = ({unit.key for unit in one.units} for one in (row, other))
    return row.label.lang == other.label.lang and bool(shorter) and shorter < longer


def _words(text: str, lang: Lang, index: Index) -> Sequence[Token]:
    return tokens(text, lang, index.lexicon.acronyms)


def _spelled(words: Iterable[tuple[str, LabelLang]]) -> str:
    """Words side by side, as one text to look for others in; without spaces if some need none."""
    found = list(words)
    if all(LANGUAGES[lang].words.spaced for _, lang in found):
        return f" {' '.join(key for key, _ in found)} "
    return "".join(key for key, _ in found)


def _side_by_side(text: str, words: Iterable[_Word]) -> list[list[_Word]]:
    """Words in rows that nothing but space parts."""
    rows: list[list[_Word]] = []
    for word in words:
        if rows and not text[rows[-1][-1].end : word.start].strip():
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


# --- words for words ------------------------------------------------------------------------------


def _is_same(one: _Word, other: _Word) -> bool:
    return one.spelled == other.spelled or not one.senses.isdisjoint(other.senses)


def _apart(words: Iterable[_Word], others: Sequence[_Word]) -> list[_Word]:
    """Those of some words that are none of the others, nor a part of one (배출 of 배출권)."""
    return [
        word
        for word in words
        if not any(_is_same(word, other) or word.stands_in(other.spelled) for other in others)
    ]


def _are_meant(instead: Sequence[_Word], less: Sequence[_Word], *, is_known: bool) -> bool:
    """Whether words stand for those that the name has in their place."""
    return _size(instead) <= _size(less) and (is_known or len(instead) == len(less))


def _capitals(text: str, words: Iterable[_Word]) -> list[_Word]:
    """The words with a capital that is none for standing first."""
    return [word for word in words if word.start and text[word.start].isupper()]


def _size(words: Iterable[_Word]) -> int:
    """How long words are: syllables of Korean and Vietnamese, words of English."""
    return sum(word.size for word in words)


def _between(
    said: Sequence[_Word], meant: Sequence[_Word]
) -> Iterator[tuple[Sequence[_Word], Sequence[_Word]]]:
    """What stands in each of the two rows between the words that both have, in the same order."""
    for (at, there), (end, end_there) in pairwise([(-1, -1), *_shared(said, meant)]):
        yield said[at + 1 : end], meant[there + 1 : end_there]


def _shared(said: Sequence[_Word], meant: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The longest row of words that two rows share, as pairs of places, and the ends of both."""
    most = [[0] * (len(meant) + 1) for _ in range(len(said) + 1)]  # from each pair of places on
    for at in reversed(range(len(said))):
        for there in reversed(range(len(meant))):
            both = 1 + most[at + 1][there + 1] if _is_same(said[at], meant[there]) else 0
            most[at][there] = max(both, most[at + 1][there], most[at][there + 1])
    at = there = 0
    while at < len(said) and there < len(meant):
        if most[at][there] == most[at + 1][there]:
            at += 1
        elif most[at][there] == most[at][there + 1]:
            there += 1
        else:
            yield at, there
            at, there = at + 1, there + 1
    yield len(said), len(meant)
