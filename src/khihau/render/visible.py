"""Words of a document on a terminal or a page: nothing in them acts, and each has its width."""

from __future__ import annotations

import re
import unicodedata

from khihau.text.regex import regex

__all__ = ["cells", "one_line", "visible"]

# Control characters (an escape sequence of a text must not reach the terminal), what turns the
# order of writing around, breaks of a line that are none to an editor, and what cannot be written.
_UNFIT = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)
_LINE_BREAKS = regex(r"[ \t]*[\r\n][ \t\r\n]*")
_JOINER, _SOFT_HYPHEN, _AS_EMOJI = "\u200d", "\u00ad", "\ufe0f"


def visible(text: str) -> str:
    """A text whose control characters are pictures (␛ for escape); line breaks and tabs stay."""
    return _UNFIT.sub(_picture, text)


def one_line(text: str) -> str:
    """A visible text in one line."""
    return visible(_LINE_BREAKS.sub(" ", text))


def _picture(found: re.Match[str]) -> str:
    """The symbol of an ASCII control character, U+FFFD for any other."""
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


# Not `rich.cells.cell_len`: each check with a finding would pay its import (10 to 30 ms, a tenth of a
# run), and before rich 15 it counts the parts of an emoji one by one.
def cells(text: str) -> int:
    """How many cells of a terminal a visible text takes.

    Hangul and full-width letters take two, marks and vowels that join what stands before them none.
    An emoji made of several takes two, as on terminals that can show it.
    """
    if text.isascii():
        return len(text)
    total = last = 0
    joined = False
    for character in text:
        width = _cells(character)
        if character == _AS_EMOJI and last == 1:
            total, last = total + 1, 2
        elif width and joined and last == 2 and unicodedata.category(character)[0] == "S":
            joined = False
        elif width:
            total, last, joined = total + width, width, False
        joined = joined or character == _JOINER
    return total


def _cells(character: str) -> int:
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        return 0  # vowels and finals of decomposed Hangul
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0  # the skin of the emoji before
    if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
