"""Names as they sound, roughly enough that Hangul and Latin letters write them alike: 트럼프, Trump.

Consonants fall into seven classes, as in Soundex: P T K S R M N, and H where a name begins with it.
The vowels between them are kept to tell apart what has few consonants: 하노이 is Hà Nội, no Hạ Long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

__all__ = ["ENGLISH", "Heard", "Spelling", "alike", "heard", "heard_of"]

_VARIANTS = 12  # ways to read one name that are looked at
_SURE = 4  # consonants that tell a name from others, whatever its vowels

# A spelling -> the ways to read it, in classes of consonants and small vowels, the longest first.
Spelling = Mapping[str, Sequence[str]]

ENGLISH: Spelling = {
    "sch": ("S",), "tch": ("S",), "tion": ("SoN",), "ch": ("S", "K"), "sh": ("S",), "ph": ("P",),
    "th": ("S", "T"), "gh": ("", "K"), "ck": ("K",), "qu": ("Ku",), "ng": ("N", "NK"), "dg": ("S",),
    "tr": ("TR", "S"), "ts": ("S",), "tz": ("S",), "wh": ("u",), "kn": ("N",),
    "ce": ("Se",), "ci": ("Si",), "cy": ("Si",), "ge": ("Se", "Ke"), "gi": ("Si", "Ki"), "gy": ("Si",),
    "x": ("KS", "S"), "c": ("K",), "j": ("S", "i"), "g": ("K",), "z": ("S",), "s": ("S",), "q": ("K",),
    "k": ("K",), "v": ("P",), "f": ("P",), "b": ("P",), "p": ("P",), "t": ("T",), "d": ("T", "S"),
    "l": ("R",), "r": ("R",), "m": ("M",), "n": ("N",), "w": ("u",), "y": ("i",), "h": ("",),
}  # fmt: skip
# What a vowel of Hangul may be in Latin letters; what Hangul lends a consonant (ㅡ) is none.
_WRITTEN = {"a": "aoui", "e": "eai", "i": "iey", "o": "oauw", "u": "uow", "x": "aeouiw"}


class Heard(NamedTuple):
    """The consonants of a name, and the vowels before, between and behind them."""

    consonants: str
    vowels: tuple[str, ...]


def heard(sounds: str) -> Heard:
    """Sounds, classes of consonants between small vowels, parted; a consonant said twice is one."""
    consonants, vowels = "", [""]
    for sound in sounds:
        if sound.islower():
            vowels[-1] += sound
        elif not (consonants.endswith(sound) and not vowels[-1]):
            consonants += sound
            vowels.append("")
    return Heard(consonants, tuple(vowels))


def heard_of(words: Sequence[str], spelling: Spelling) -> Iterator[Heard]:
    """The ways in which some words of small plain letters may sound as one name."""
    ways = [sounds for word in words for sounds in _read(word, spelling)]
    yield from {heard("".join(way)) for way in islice(product(*ways), _VARIANTS)}


def _read(word: str, spelling: Spelling) -> Iterator[Sequence[str]]:
    at = 0
    while at < len(word):
        letters = next(
            (word[at : at + n] for n in (4, 3, 2, 1) if word[at : at + n] in spelling), ""
        )
        if not letters:
            yield (word[at],) if word[at].isalpha() else ("",)
            at += 1
            continue
        ways = spelling[letters]
        if letters == "h" and at == 0:
            ways = ("H",)
        elif letters == "r" and word[at + 1 : at + 2] not in set("aeiouyr"):
            ways = (*ways, "")  # Carter is 카터, Merkel 메르켈
        yield ways
        at += len(letters)


def alike(hangul: Heard, latin: Heard) -> bool:
    """Whether two names of the same consonants may be one, by their vowels."""
    many = len(hangul.consonants)
    slots = zip(hangul.vowels, latin.vowels, strict=True)
    odd = sum(not _may_be(one, other, strict=many < _SURE - 1) for one, other in slots)
    return odd <= (many >= _SURE)


def _may_be(hangul: str, latin: str, *, strict: bool) -> bool:
    if not hangul:
        return not latin or (latin in ("e", "u") and not strict)
    if not latin:
        return hangul in ("i", "x") and not strict
    if strict:
        return any(latin[0] in _WRITTEN[one][:2] or one == "x" for one in hangul[:1])
    return any(letter in _WRITTEN[hangul[0]] for letter in latin)
