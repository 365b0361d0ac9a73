"""Session numbers in labels: `{n}` and `{n:ordinal}`, read from a text and written into one."""

from __future__ import annotations

import re

from khihau.languages import en
from khihau.model import LabelLang
from khihau.text.regex import regex

__all__ = ["fill", "placeholder", "read", "split"]

_PLACEHOLDER = regex(r"\{n(?::ordinal)?\}")
_VI_WORDS = {
    word: number
    for number, words in enumerate(
        ("nhất", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}
_EN_WORDS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
        start=1,
    )
} | {
    f"twenty {word}": 20 + number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"], start=1
    )
} | {"thirtieth": 30}  # fmt: skip


def split(text: str) -> tuple[str, str, str]:
    """The part before the placeholder, the placeholder, the part after; all of it first if none."""
    found = _PLACEHOLDER.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()], found.group(), text[found.end() :]


def placeholder(lang: LabelLang, mark: str) -> str:
    """The regular expression, on folded text, of the number that `{n}` stands for."""
    if mark == "{n:ordinal}":
        words = "|".join(sorted(_EN_WORDS, key=len, reverse=True))
        return f"([0-9]{{1,3}}(?:st|nd|rd|th)|{words})"
    if lang == "vi":
        return f"([0-9]{{1,3}}|{'|'.join(_VI_WORDS)})"
    return "([0-9]{1,3})"


def read(written: str) -> int:
    """The number of what `placeholder` matched."""
    digits = re.match("[0-9]+", written)
    if digits:
        return int(digits.group())
    return _EN_WORDS.get(written) or _VI_WORDS[written]


def fill(lang: LabelLang, text: str, number: int) -> str:
    """A label text with its number: "29th", "lần thứ nhất", "제29차"."""
    before, mark, after = split(text)
    if mark == "{n:ordinal}":
        return before + en.ordinal(number) + after
    if lang == "vi" and before.rstrip().endswith("thứ"):
        from khihau.languages import vi  # a text in another language need not wait for it

        return before + vi.ordinal(number) + after
    return before + (str(number) if mark else "") + after
