"""Which of the three languages a stretch of text is in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from khihau.languages.vi.spelling import is_syllable
from khihau.model import Lang
from khihau.text.fold import HANGUL
from khihau.text.regex import regex

__all__ = ["DETECTED", "detect"]

# The languages that the words of a text tell; one in another language looks like English.
DETECTED: frozenset[Lang] = frozenset(("vi", "ko", "en"))

_ENOUGH = 240  # what so many code points do not tell, more will not
_LOWER_WORD = regex("[A-Za-z]?[a-z]{2}|\\b[a-z]\\b")
_LATIN = regex("[A-Za-z]+")
# Letters that no other language of these texts has: đ, ơ, ư, and vowels with two marks.
_VIETNAMESE_ONLY = regex("[đơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷạẹịọụỵĩũẽỹ]")
_WORD = regex(r"[^\W\d_]+")
_ENGLISH_ONLY = frozenset(
    "the of and for is are was were has have had will would with by at on from this that its their "
    "said says both more which".split()
)
_DENSE = 10  # of so many characters of Vietnamese prose at least one is such a letter
_FEW = 4  # of so few words, one of them marked, no language can be told
_SHARE = 4  # of so many words of Vietnamese at least one is marked


def detect(text: str) -> Lang | None:
    """The language of a segment, None when its words do not tell: acronyms, numbers, one name.

    Hangul makes it Korean, unless Latin letters outweigh it by far; letters that only Vietnamese
    has, or two marked syllables, make it Vietnamese ("El Niño" and "São" alone do not, nor do the
    names in an English sentence, since its small words far outnumber the marked ones that
    are no names); other Latin text is English.
    """
    text = text[: 2 * _ENOUGH]
    if text.isascii():
        return "en" if _LOWER_WORD.search(text) else None
    text = unicodedata.normalize("NFC", text)[:_ENOUGH]
    hangul = latin = 0
    if max(text) < "가":
        if len(_VIETNAMESE_ONLY.findall(text)) * _DENSE >= len(text):
            return "vi"
    elif HANGUL.search(text):
        hangul = len(HANGUL.findall(text))
        latin = sum(map(len, _LATIN.findall(text)))
        if hangul * 4 >= latin:
            return "ko"
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii()]
    if hangul:
        marked = [word for word in marked if not HANGUL.search(word)]
    plain = [word for word in words if word.isascii() and not _is_acronym(word)]
    count = len(plain) + len(marked)
    if marked and len(marked) * _SHARE >= count and _are_vietnamese(marked):
        common = sum(word[0].islower() for word in marked)
        english = sum(map(_ENGLISH_ONLY.__contains__, plain))
        if english <= 2 * common and (common or _may_be(plain)):
            return "vi"
    if hangul and hangul * 12 >= latin:
        return "ko"
    return "en" if count > _FEW or (plain and not marked) else None


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _may_be(plain: Sequence[str]) -> bool:
    """Whether words without marks may be Vietnamese, beside marked words that are all names."""
    return all(is_syllable(word) for word in plain if word.islower())


def _are_vietnamese(marked: Sequence[str]) -> bool:
    if any(map(_VIETNAMESE_ONLY.search, map(str.lower, marked))):
        return True
    return sum(is_syllable(word.lower()) for word in marked) >= 2
