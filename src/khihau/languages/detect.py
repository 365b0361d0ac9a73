"""Which of the three languages a stretch of text is in."""

from __future__ import annotations

import re
import unicodedata

from khihau.languages.vi import is_syllable
from khihau.model import Lang

__all__ = ["detect"]

_ENOUGH = 2000  # what so many code points do not tell, more will not
_HANGUL = re.compile("[가-힣\u1100-\u11ff]+")
_LATIN = re.compile("[A-Za-z]+")
# Letters that no other language of these texts has: đ, ơ, ư, and vowels with two marks.
_VIETNAMESE_ONLY = re.compile("[đơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷạẹịọụỵĩũẽỹ]")
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 4  # of so many words of Vietnamese at least one is marked


def detect(text: str) -> Lang | None:
    """The language of a segment, None when it has no letters that tell.

    Hangul makes it Korean, unless Latin letters outweigh it by far; letters that only Vietnamese
    has, or two marked syllables, make it Vietnamese ("El Niño" and "São" alone do not, nor do a
    name or two in an English sentence); other Latin text is English.
    """
    text = text[:_ENOUGH]
    if text.isascii():
        return "en" if _LATIN.search(text) else None
    hangul = sum(map(len, _HANGUL.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    if hangul and hangul * 4 >= latin:
        return "ko"
    if not latin:
        return None
    if _is_vietnamese(unicodedata.normalize("NFC", text).lower()):
        return "vi"
    return "ko" if hangul * 12 >= latin else "en"


def _is_vietnamese(text: str) -> bool:
    words = _WORD.findall(text)
    marked = [word for word in words if not word.isascii() and not _HANGUL.search(word)]
    if len(marked) * _SHARE < len(words):
        return False
    return bool(_VIETNAMESE_ONLY.search(text)) or sum(map(is_syllable, marked)) >= 2
