"""Vietnamese spelling: one word written in several ways (rule M2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from khihau.languages.data import data_groups
from khihau.languages.spelling import Spelling
from khihau.languages.variants import Variant, dash_variants, like, loan_variants
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = [
    "VietnameseSpelling",
    "is_syllable",
    "loans",
    "new_placement",
    "old_placement",
    "one_spelling",
    "one_syllable",
    "variants",
    "without_marks",
]

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_SYLLABLE = regex(
    f"(?:{_ONSET})?(?:uye|uya|oai|oay|oeo|uay|uây|iêu|yêu|ươi|ươu|uôi|uêu|uyu|"
    "iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|oo|uâ|uê|uơ|uy|uyê|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|"
    "[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?"
)
# Orthography: before these sets the tone sits on the first vowel (new style) or on the second.
_OPEN = regex("(.*?)(oa|oe|uy)", re.I)
_OPEN_VOWELS = regex(r"(?<!q)(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\W_])", re.I)
_OLD_OPEN_VOWELS = regex(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W_])", re.I)
_IY = regex("(qu|[bcdđhklmnprstvx])([iy])", re.I)
_QUOTED_ZERO = regex(r"(?<!\S)(['\"]?)0\1(?!\S)")
_JOINED = regex(r"([^\W\d_])([^\W_]*)[-‐‑–−](?=([^\W\d_]))")
_SPELLINGS_AT_MOST = 64  # a label that mixes more styles than this is spelled in none


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """Tone placement, i/y, loan words, quotes around a zero, dashes: each as a pattern of its own."""
    for dashed in dash_variants(folded, _JOINED.sub(_apart, label.text)):
        for form in loan_variants(dashed, loans(), words=True):
            for zero in ("0", "'0'", '"0"') if _QUOTED_ZERO.search(form) else ("",):
                yield from _syllable_variants(_QUOTED_ZERO.sub(zero, form) if zero else form)


def _apart(joined: re.Match[str]) -> str:
    """Two names that a dash joins (Baku-Belém) stand with a spaced one too; other words do not."""
    first, rest, second = joined.groups()
    return f"{first}{rest} - " if first.isupper() and second.isupper() else joined.group()


def _syllable_variants(form: str) -> Iterable[Variant]:
    parts = re.split(r"([^\W\d_]+)", form)
    choices = [_spellings(part) for part in parts]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _SPELLINGS_AT_MOST:
        choices = [choice[:2] for choice in choices]
        styles = [[choice[min(i, len(choice) - 1)] for choice in choices] for i in range(2)]
    else:
        styles = [list(combination) for combination in product(*choices)]
    yield from (Variant("".join(style), "spelling") for style in styles)


@lru_cache(maxsize=4096)
def _spellings(syllable: str) -> tuple[str, ...]:
    """All spellings of one syllable, itself first."""
    if not syllable or not syllable[0].isalpha():
        return (syllable,)
    bare, tone = _split_tone(syllable)
    found = _OPEN.fullmatch(bare)
    if found and tone and found[1].lower() != "q":
        pair = found[2]
        return tuple(
            dict.fromkeys(
                (syllable, _join(found[1], pair, 0, tone), _join(found[1], pair, 1, tone))
            )
        )
    forms = [syllable]
    found = _IY.fullmatch(bare)
    if found:
        onset, vowel = found[1], found[2]
        other = {"i": "y", "y": "i", "I": "Y", "Y": "I"}[vowel]
        forms.append(_join(onset, other, 0, tone))
        if onset.lower() == "qu" and tone:  # "qúy": the tone typed on the u
            y = vowel if vowel in "yY" else other
            forms.append(_join(onset[0], onset[1] + y, 0, tone))
    return tuple(dict.fromkeys(forms))


def _split_tone(syllable: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = next((mark for mark in decomposed if mark in _TONES), "")
    return unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed), tone


def _join(onset: str, vowels: str, at: int, tone: str) -> str:
    return unicodedata.normalize("NFC", onset + vowels[: at + 1] + tone + vowels[at + 1 :])


def old_placement(text: str) -> str:
    """A text with each tone of oa, oe, uy on the second vowel (hoà); its length is the same."""
    return _OPEN_VOWELS.sub(lambda found: _placed(found.group(), 1), text)


def new_placement(text: str) -> str:
    """A composed text with each tone of oa, oe, uy on the first vowel (hòa), as most papers write."""
    return _OLD_OPEN_VOWELS.sub(lambda found: _placed(found.group(), 0), text)


@lru_cache(maxsize=65536)
def _placed(syllable: str, at: int) -> str:
    bare, tone = _split_tone(syllable)
    found = _OPEN.fullmatch(bare)
    if not tone or not found or found[1].lower() == "q":
        return syllable
    return _join(found[1], found[2], at, tone)


def _placement(syllable: str) -> str:
    """Where an open syllable has its tone: on the "first" vowel (hòa), the "second" (hoà), or "".

    "" is the answer for a syllable that can be written in one way only; it must be composed.
    """
    first, second = _placed(syllable, 0), _placed(syllable, 1)
    return "" if first == second else "first" if syllable == first else "second"


def _iy_key(syllable: str) -> str:
    """What kỹ and kĩ share, "" for a syllable in which i and y are no choice; it must be composed."""
    bare, tone = _split_tone(syllable.lower())
    found = _IY.fullmatch(bare)
    return _join(found[1], "i", 0, tone) if found else ""


def one_spelling(words: str) -> str:
    """Folded words as they are compared, each syllable as `one_syllable` has it."""
    return " ".join(map(one_syllable, words.split(" ")))


@lru_cache(maxsize=65536)
def one_syllable(syllable: str) -> str:
    """What all spellings of a folded syllable share: i for i or y, and the new tone placement."""
    return _iy_key(syllable) or _placed(syllable, 0)


@lru_cache(maxsize=65536)
def without_marks(text: str) -> str:
    """A text as typed on a keyboard without marks: "đóng góp" as "dong gop"."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


@lru_cache(maxsize=1)
def loans() -> list[list[str]]:
    """The groups of loan spellings: các bon, carbon, cacbon."""
    groups = data_groups("vi", "loans.txt")
    return [[form.replace("-", " ").lower() for form in group] for group in groups]


def is_syllable(word: str) -> bool:
    """Whether a folded word could be one Vietnamese syllable, its tone aside."""
    return bool(_SYLLABLE.fullmatch(_split_tone(word)[0]))


class VietnameseSpelling(Spelling):
    """Loan words, the tone of open syllables, i and y."""

    def canonical(self, word: str) -> str:
        """The word as it is compared with the word lists."""
        return one_spelling(word)

    def is_own(self, word: str) -> bool:
        """Whether a word is built like a syllable: dioxide is not."""
        return is_syllable(word.lower())

    def loans(self) -> Sequence[Sequence[str]]:
        """các bon, carbon, cacbon."""
        return loans()

    def choice(self, word: str) -> tuple[str, str] | None:
        """ "tone" with "first" or "second" (hòa, hoà), or what kỹ and kĩ share with either."""
        if form := _placement(word):
            return "tone", form
        key = _iy_key(word)
        return (f"iy {key}", word.lower()) if key else None

    def respelled(self, kind: str, word: str, form: str) -> str:
        """The word with its tone on the other vowel, or in the other form."""
        if kind == "tone":
            return new_placement(word) if form == "first" else old_placement(word)
        return like(word, form)

    def house_style(self, word: str) -> tuple[str, str] | None:
        """The tone of oa, oe and uy stands on the first vowel."""
        right = new_placement(word)
        return None if right == word else ("has its tone on the second vowel", right)
