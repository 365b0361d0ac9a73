"""Session numbers in labels: `{n}` and `{n:ordinal}`, read from a text and written into one."""

from __future__ import annotations

import re

from khihau.languages import LANGUAGES
from khihau.model import LabelLang
from khihau.text.regex import regex

__all__ = ["ORDINAL", "fill", "placeholder", "read", "split"]

ORDINAL = "{n:ordinal}"

_PLACEHOLDER = regex(r"\{n(?::ordinal)?\}")


def split(text: str) -> tuple[str, str, str]:
    """The part before the placeholder, the placeholder, the part after; all of it first if none."""
    found = _PLACEHOLDER.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def placeholder(lang: LabelLang, mark: str) -> str:
    """The regular expression, on folded text, of the number that `{n}` stands for."""
    ordinals = LANGUAGES[lang].ordinals
    words, digits = ordinals.words, "[0-9]{1,3}"
    if mark == ORDINAL:
        words, digits = ordinals.ordinals, f"[0-9]{{1,3}}(?:{ordinals.suffixes})"
    return f"({'|'.join((digits, *sorted(words, key=len, reverse=True)))})"


def read(lang: LabelLang, written: str) -> int:
    """The number of what `placeholder` matched."""
    digits = re.match("[0-9]+", written)
    if digits:
        return int(digits.group())
    ordinals = LANGUAGES[lang].ordinals
    return ordinals.ordinals.get(written) or ordinals.words[written]


def fill(lang: LabelLang, text: str, number: int) -> str:
    """A label text with its number: "29th", "lần thứ nhất", "제29차"."""
    before, mark, after = split(text)
    if not mark:
        return text
    ordinals = LANGUAGES[lang].ordinals
    written = ordinals.ordinal(number) if mark == ORDINAL else ordinals.cardinal(number, before)
    return before + written + after
