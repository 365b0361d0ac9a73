"""Which words before a bracket were meant as the full form of its acronym (rule A7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from khihau.fuzzy import tuned
from khihau.fuzzy.index import Index, Row, index_around
from khihau.fuzzy.likeness import Likeness, likeness, query_of
from khihau.fuzzy.senses import Unit, read
from khihau.fuzzy.words import squeezed
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.languages.words import Token
from khihau.model import Lang, Termbase
from khihau.text.compose import composed
from khihau.text.regex import regex
from khihau.text.stops import PAUSES, SURE, ends_sentence

__all__ = ["align"]

_WORD = regex(r"(?<![^\W_])([^\W\d_]+)\s")
_QUIET_END = regex(r"[\s\"'“”‘’«»「」『』*_(\[（（]+$")
_EOJEOL = regex(r"(\S+)\s")
_PART = regex(r"\S+")
# A comma is none: it may stand inside a name ("thu giữ, sử dụng và lưu trữ các-bon").
_BORDER = regex(rf"[{SURE}{PAUSES}\"'“”‘’«»「」『』()]\s*$")


@lru_cache(maxsize=1024)  # the documents of a repository have the same phrases
def align(words_before: str, concept_id: str, base: Termbase) -> tuple[int, int] | None:
    """The span, in the text that stands before a bracket, of the words meant as the concept's name.

    It ends where the text does, quotes and markup aside, and starts at the word that gives the
    greatest likeness to a label of any status in any language; never at a function word, nor inside
    a known one. None when nothing there is a rendering of the concept.

    Where no spaces part words, a name may have some in it (국제 연합 환경 위원회), and one that differs
    from a long label in one syllable is meant as that (가변발전소 for 가상발전소).
    """
    text = words_before[: len(words_before) - len(_quiet_end(words_before))]
    lang = detect(text)
    if not lang or ends_sentence(text, behind="", marks=SURE + PAUSES):
        return None
    index = index_around(base, concept_id)
    start = _best_start(text, lang, concept_id, index)
    if start is None and not LANGUAGES[lang].words.spaced:
        start = _start_of_parts(text, lang, concept_id, index)
    return None if start is None else (start, len(text))


def _best_start(text: str, lang: Lang, concept_id: str, index: Index) -> int | None:
    """Where the words begin that have the greatest likeness to a label."""
    rows = index.by_concept.get(concept_id, ())
    words, found = read(text, lang, index.lexicon)
    low = max((found.end() for found in _before_a_name(text, lang)), default=0)
    starts = [
        unit
        for unit in found[-tuned.LONGEST_FULL_FORM :]
        if unit.starts_word and not unit.weak and unit.start >= low
    ]
    own = (row for row in rows if row.label.lang == lang and LANGUAGES[lang].words.head_first)
    heads = {row.label.text.split()[0].lower() for row in own}
    best: tuple[float, int] = (0.0, 0)
    for unit in starts:
        if text[unit.start - 1 : unit.start] == "-":
            continue
        score = _score(_from(words, unit.start), _from(found, unit.start), rows, lang, index)
        if score:
            score += tuned.AT_A_BORDER * _is_border(text, unit.start, found)
            first = composed(text[unit.start :].split(maxsplit=1)[0]).lower()
            score += tuned.AT_THE_HEAD * (first in heads)
            best = max(best, (score, unit.start))
    if not best[0]:
        return None
    return _with_its_head(text, best[1], found, heads, low)


def _with_its_head(text: str, start: int, found: Sequence[Unit], heads: Set[str], low: int) -> int:
    """The start, with the head noun in the place of the name's before it: Ủy ban | Môi trường …."""
    first = composed(text[start:].split(maxsplit=1)[0])
    before = next((unit for unit in found if unit.end == start - 1), None)
    if not heads or first.lower() in heads or not first[0].isupper() or not before:
        return start
    is_noun = bool(before.senses) and not before.weak and before.start >= low
    return before.start if is_noun and text[before.start].isupper() else start


def _start_of_parts(text: str, lang: Lang, concept_id: str, index: Index) -> int | None:
    """Where a name begins that is written with spaces, or has one syllable of a label wrong."""
    labels = [row.label for row in index.by_concept.get(concept_id, ()) if row.label.lang == lang]
    names = {squeezed(label.text) for label in labels if label.kind == "full"}
    is_subject = LANGUAGES[lang].phrases.is_subject
    for count, found in enumerate(reversed(list(_PART.finditer(text))[-tuned.PARTS_OF_A_NAME :])):
        if count and (is_subject(composed(found[0])) or _BORDER.search(found[0])):
            return None
        joined = squeezed(composed(text[found.start() :]))
        is_one = count > 0 and _best_start(joined, lang, concept_id, index) == 0
        if is_one or any(_is_one_off(joined, name) for name in names):
            return found.start()
    return None


def _is_one_off(word: str, name: str) -> bool:
    """Whether a long word differs from a name in one syllable alone."""
    if len(word) != len(name) or len(name) < tuned.LONG_IN_SYLLABLES:
        return False
    return sum(one != other for one, other in zip(word, name, strict=True)) == 1


def _before_a_name(text: str, lang: Lang) -> Iterator[re.Match[str]]:
    """The words that stand in no name: their, 제도가."""
    outside = frozenset[str]().union(*(one.words.outside_names for one in LANGUAGES.values()))
    is_subject = LANGUAGES[lang].phrases.is_subject
    yield from (word for word in _EOJEOL.finditer(text) if is_subject(composed(word[1])))
    yield from (word for word in _WORD.finditer(text) if composed(word[1]).lower() in outside)


def _quiet_end(text: str) -> str:
    found = _QUIET_END.search(text)
    return found.group() if found else ""


def _from(found: Sequence[Token | Unit], start: int) -> list[Token | Unit]:
    return [one for one in found if one.start >= start]


def _score(
    words: Sequence[Token | Unit],
    found: Sequence[Token | Unit],
    rows: Sequence[Row],
    lang: Lang,
    index: Index,
) -> float:
    """The likeness of a stretch to the nearest label, 0 when it is not enough."""
    query = query_of(words, (u for u in found if isinstance(u, Unit)), lang, index, bare=False)
    likes = (likeness(query, row) for row in rows)
    return max((like.score for like in likes if _is_rendering(like)), default=0.0)


def _is_rendering(like: Likeness) -> bool:
    several = sum(credit > 0 for credit in like.gains) > 1
    return like.score >= tuned.LIKE_ENOUGH and (
        several or like.label_share >= tuned.LONE_LABEL_SHARE
    )


def _is_border(text: str, start: int, found: Sequence[Unit]) -> bool:
    """Whether a phrase may begin there: at the start, after a sign, after a function word."""
    before = text[:start]
    if not before.strip() or _BORDER.search(before):
        return True
    return any(unit.weak and unit.end == len(before.rstrip()) for unit in found)
