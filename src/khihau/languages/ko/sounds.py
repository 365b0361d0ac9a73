"""How Hangul sounds, in the classes of `languages.sounds`."""

from __future__ import annotations

__all__ = ["sounds_of"]

_ONSETS = (
    "K",
    "K",
    "N",
    "T",
    "T",
    "R",
    "M",
    "P",
    "P",
    "S",
    "S",
    "",
    "S",
    "S",
    "S",
    "K",
    "T",
    "P",
    "",
)
_BREATH = 18  # ㅎ, which counts at the beginning of a name alone
# ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ; x is ㅓ, which may be any, and ㅡ is lent to a consonant.
_VOWELS = ("a", "e", "a", "e", "x", "e", "x", "e", "o", "oa", "oe", "oe", "o", "u", "ux", "ue", "ui", "u", "", "i", "i")  # fmt: skip
_CODAS = " KKKNNNTRRRRRRRRMPPTTNTTKTPT"
_CODAS_OF = tuple(one.strip() for one in _CODAS)


def sounds_of(syllable: str, *, is_first: bool) -> str:
    """The sounds of a composed syllable of Hangul."""
    code = ord(syllable) - ord("가")
    onset, vowel, coda = code // 588, code % 588 // 28, code % 28
    begin = "H" if onset == _BREATH and is_first else _ONSETS[onset]
    return begin + _VOWELS[vowel] + _CODAS_OF[coda]
