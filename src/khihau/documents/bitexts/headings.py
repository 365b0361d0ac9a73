"""The heads of the columns of a table of translations: "Nguồn", "vi-VN", "번역문", "STT"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from khihau.languages import LANGUAGES
from khihau.languages.data import data_parts
from khihau.model import LANGS

__all__ = ["Heading", "heading", "is_header"]

# What a head may say of its column: its side, that it holds the names of the units, its language:
# "source", "target", "name", the code of a language that we know, "other" for one that we do not.
Heading: TypeAlias = frozenset[str]

_TAG = re.compile(r"([a-z]{2,3})[-_][a-z]{2,4}")  # vi-VN, zh_Hant
_BRACKET = re.compile(r"(.+?)\s*[(\[（]([^()\[\]（）]*)[)\]）]")
_BETWEEN = re.compile(r"\s*[/:|]\s*|\s+[-–—]\s+")
_LONGEST = 60  # no head is longer, and a sentence is not taken apart


def heading(cell: str) -> Heading:
    """What the head of a column says of it; empty when the cell is no head that we know.

    "Bản gốc (tiếng Việt)", "English / 영어" and "Source: ko-KR" say two things or one thing twice.
    What stands in brackets may also be of no account, as in "English (United States)".
    """
    text = " ".join(unicodedata.normalize("NFC", cell).lower().split())
    if not text or len(text) > _LONGEST:
        return frozenset()
    bracket = _BRACKET.fullmatch(text)
    if bracket is None or _word(text):
        return _all_of(text)
    main = _all_of(bracket[1])
    return main | _all_of(bracket[2]) if main else main


def is_header(cells: Sequence[str]) -> bool:
    """Whether a first row names its columns: two of them by different things that heads say.

    Where it has two columns, it must name both; so "Korean" beside "한국어" is a unit, not a header.
    """
    filled = [cell for cell in cells if cell.strip()]
    found = [said for said in map(heading, filled) if said]
    if len(filled) < 2 or (len(filled) == 2 and len(found) < 2):
        return False
    return len(set(found)) >= 2


def _all_of(text: str) -> Heading:
    """What all the words of a head say; nothing when one of them is unknown."""
    words = [_word(text)] if _word(text) else [_word(part) for part in _BETWEEN.split(text)]
    return frozenset().union(*words) if all(words) else frozenset()


def _word(text: str) -> Heading:
    known = _known()
    tag = _TAG.fullmatch(text)
    if tag is not None and text not in known:
        says = known.get(tag[1], "other")
        return frozenset({says if says in LANGS else "other"})
    return frozenset({known[text]}) if text in known else frozenset()


@cache
def _known() -> Mapping[str, str]:
    """What each word says; a language of ours is none of the others."""
    listed = data_parts("mul", "sides.txt")
    words = {word: says for says, some in listed.items() for word in some} | {"#": "name"}
    return words | {name: lang for lang in LANGS for name in LANGUAGES[lang].names}
