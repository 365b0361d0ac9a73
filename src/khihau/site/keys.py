"""Search keys: what a reader types and what the glossary writes, made alike.

`search.js` makes the same keys of what is typed; a browser test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

from khihau.languages import LANGUAGES
from khihau.model import LANGS
from khihau.text.regex import regex

__all__ = ["NUMBER", "exact_key", "loan_keys", "plain_key"]

NUMBER = "#"  # stands in a key for the number of a session: COP30 is typed, COP{n} is written

_PLACEHOLDER = regex(r"\{n(?::ordinal)?\}")
_MARKS = "\u0300-\u036f"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# hoà and hòa, quý and qúy: the tone goes to the first of the two vowels, also where no one writes it.
_TONE_ON_SECOND = regex(f"(?:(o)([ae])|(u)(y))([{_TONES}])")
_BETWEEN = regex(rf"(?:[^\w{_MARKS}{NUMBER}]|_)+")
_MARK = regex(f"[{_MARKS}]")
_AROUND_HANGUL = regex(" ?([가-힣]) ?")


def exact_key(text: str) -> str:
    """A name without its case, its punctuation, its place of tones, and the spaces of Korean."""
    spelled = unicodedata.normalize("NFKD", _PLACEHOLDER.sub(NUMBER, text)).lower()
    placed = _TONE_ON_SECOND.sub(_on_first, spelled)
    words = unicodedata.normalize("NFC", _BETWEEN.sub(" ", placed).strip())
    return _AROUND_HANGUL.sub(r"\1", words)


def plain_key(text: str) -> str:
    """The exact key without any mark, as one types Vietnamese on a foreign keyboard."""
    bare = _MARK.sub("", unicodedata.normalize("NFD", exact_key(text)))
    return unicodedata.normalize("NFC", bare).replace("đ", "d")


def loan_keys() -> list[list[str]]:
    """The exact keys of loan words that are written in several ways: các-bon, carbon, cacbon."""
    groups = (group for lang in LANGS for group in LANGUAGES[lang].spelling.loans())
    return [keys for group in groups if len(keys := list(dict.fromkeys(map(exact_key, group)))) > 1]


def _on_first(found: re.Match[str]) -> str:
    first, second = found[1] or found[3], found[2] or found[4]
    return f"{first}{found[5]}{second}"
