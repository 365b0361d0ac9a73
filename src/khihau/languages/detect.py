"""Which of the three languages a stretch of text is in."""

from __future__ import annotations

import re
import unicodedata

from khihau.languages.vi import is_syllable
from khihau.model import Lang

__all__ = ["detect"]

_HANGUL = re.compile("[가-힣\u1100-\u11ff]")
_LATIN = re.compile("[A-Za-z]")
_MARKED = re.compile("[^\x00-\x7f]")
# Letters that no other language of these texts has: đ, ơ, ư, and vowels with two marks.
_VIETNAMESE_ONLY = re.compile("[đơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựảẻỉỏủỷạẹịọụỵĩũẽỹ]")
_SHARE = 4  # of four words of Vietnamese at least one is marked
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> Lang | None:
    """The language of a segment, None when it has no letters that tell.

    Hangul makes it Korean, unless Latin letters outweigh it by far and read as Vietnamese; letters
    that only Vietnamese has, or two marked syllables, make it Vietnamese ("El Niño" and "São" alone
    do not); other Latin text is English.
    """
    hangul = len(_HANGUL.findall(text))
    latin = len(_LATIN.findall(text))
    if hangul and hangul * 4 >= latin:
        return "ko"
    if not latin:
        return "ko" if hangul else None
    if _MARKED.search(text) and _is_vietnamese(text):
        return "vi"
    return "ko" if hangul * 12 >= latin else "en"


def _is_vietnamese(text: str) -> bool:
    lower = unicodedata.normalize("NFC", text).lower()
    marked = [word for word in _WORD.findall(lower) if not word.isascii()]
    own = [word for word in marked if _VIETNAMESE_ONLY.search(word)]
    words = len(re.findall(r"(?<![^\W\d_])[a-z]+(?![^\W\d_])", lower)) + len(marked)
    # A name or two ("Đổi Mới", "Nguyễn") in an English sentence do not turn the sentence.
    return len(marked) * _SHARE >= words and (bool(own) or sum(map(is_syllable, marked)) >= 2)
