"""Which of the three languages a stretch of text is in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from khihau.languages.vi import is_syllable
from khihau.model import Lang
from khihau.text.regex import regex

__all__ = ["detect"]

_ENOUGH = 2000  # what so many code points do not tell, more will not
_HANGUL = regex("[가-힣\u1100-\u11ff]+")
_LOWER_WORD = regex("[A-Za-z]?[a-z]{2}|\\b[a-z]\\b")
_LATIN = regex("[A-Za-z]+")
# Letters that no other language of these texts has: đ, ơ, ư, and vowels with two marks.
_VIETNAMESE_ONLY = regex("[đơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷạẹịọụỵĩũẽỹ]")
_WORD = regex(r"[^\W\d_]+")
_FEW = 4  # of so few words, one of them marked, no language can be told
_SHARE = 4  # of so many words of Vietnamese at least one is marked


def detect(text: str) -> Lang | None:
    """The language of a segment, None when its words do not tell: acronyms, numbers, one name.

    Hangul makes it Korean, unless Latin letters outweigh it by far; letters that only Vietnamese
    has, or two marked syllables, make it Vietnamese ("El Niño" and "São" alone do not, nor do a
    name or two in an English sentence); other Latin text is English.
    """
    text = text[:_ENOUGH]
    if text.isascii():
        return "en" if _LOWER_WORD.search(text) else None
    text = unicodedata.normalize("NFC", text)
    hangul = sum(map(len, _HANGUL.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    if hangul and hangul * 4 >= latin:
        return "ko"
    words = [word for word in _WORD.findall(text) if _is_word(word)]
    marked = [word.lower() for word in words if not word.isascii()]
    if marked and len(marked) * _SHARE >= len(words) and _are_vietnamese(marked):
        return "vi"
    if hangul and hangul * 12 >= latin:
        return "ko"
    return "en" if len(words) > _FEW or (words and not marked) else None


def _is_word(word: str) -> bool:
    """Whether a run of letters is a word of a sentence, no acronym and no Hangul."""
    return not _HANGUL.search(word) and not (word.isascii() and word.isupper() and len(word) > 1)


def _are_vietnamese(marked: Sequence[str]) -> bool:
    own = any(_VIETNAMESE_ONLY.search(word) for word in marked)
    return own or sum(map(is_syllable, marked)) >= 2
