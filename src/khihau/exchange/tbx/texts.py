"""Texts as XML holds them, and the marks of examples as its `hi` elements."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from khihau.termbase.examples import with_marks
from khihau.text.regex import regex

__all__ = ["REPLACED", "in_one_line", "line_breaks", "marked", "marked_words", "sayable", "with_hi"]

REPLACED = "\N{REPLACEMENT CHARACTER}"

_UNSAYABLE = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_BLANKS = regex("[ \t\r\n\x85\u2028\u2029]+")
_BREAK = regex("\r\n|[\r\n\x85\u2028\u2029]")
_MARKED = regex("⟦([^⟦⟧]*)⟧")


def sayable(text: str) -> tuple[str, int]:
    """The text with `REPLACED` for each character that XML cannot hold, and how many those were."""
    return _UNSAYABLE.subn(REPLACED, text)


def in_one_line(text: str) -> str:
    """The text with each run of blank characters as one space: in XML they mean no more."""
    return _BLANKS.sub(" ", text).strip(" ")


def line_breaks(text: str) -> int:
    """How many line breaks a text has between its first and its last words."""
    return len(_BREAK.findall(text.strip()))


def with_hi(text: str) -> str:
    """An example as XML: ⟦…⟧ becomes a `hi` element."""
    return _MARKED.sub(r"<hi>\1</hi>", escape(text, quote=False))


def marked_words(text: str) -> list[str]:
    """What the marks of an example hold."""
    return [found[1] for found in _MARKED.finditer(text)]


def marked(text: str, labels: Iterable[str]) -> str | None:
    """A sentence with marks around the labels as they stand there; None when none of them does.

    For the contexts of other programs: they mark nothing, and an example of ours needs its hits.
    """
    lowered = text.lower()
    words = sorted({one.lower() for one in labels if "{" not in one}, key=len, reverse=True)
    if len(lowered) != len(text):  # a few letters grow, and then no place would be right
        return None
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        word = next((one for one in words if _stands_at(lowered, at, one)), None)
        if word:
            spans.append((at, at + len(word)))
        at += len(word) if word else 1
    return with_marks(text, spans) if spans else None


def _stands_at(text: str, at: int, word: str) -> bool:
    """Whether a word stands there as a whole; a Korean particle may follow without a space."""
    if not word or not text.startswith(word, at) or text[at - 1 : at].isalnum():
        return False
    after = text[at + len(word) : at + len(word) + 1]
    return not after.isalnum() or "가" <= after <= "힣"
