"""A right name in the place of a wrong one: its case, and the words beside it that must agree."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.languages.en.grammar import SMALL_WORDS, article, is_titled, titled
from khihau.model import Document, Lang, Safety
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES, ends_sentence

if TYPE_CHECKING:
    from khihau.model import Edit, Fix

__all__ = ["replaced"]

_REACH = 240  # how far around the words their sentence is looked at
_NEAR = 4  # how many words on each side may not say again what the new name adds
_MARKUP = regex(r"[*_~`]")
_WORD = regex(r"[^\W_]+")
_SENTENCE_END = regex(rf"[{ENDS}{PAUSES}](?=\s|\Z)|\n")
_ARTICLE = regex(r"(?<![^\W_])(an?|An?)(\s+['\"‘“]?)\Z")
_SMALL = SMALL_WORDS | frozenset("và về do các của với được cho theo cơ".split())


class _Around(NamedTuple):
    """The words to replace, and what stands before and after them in their block."""

    before: str
    old: str
    after: str
    lang: Lang | None


def replaced(
    document: Document,
    span: tuple[int, int],
    new: str,
    safety: Safety,
    reading: str | None = None,
) -> Fix | None:
    """A fix that puts a name in the place of other words, None where it would not read right.

    Case is kept; Korean particles and the English a or an agree. What the name has in common with
    the words beside it is not written twice; a fix that had to mind that is only suggested.
    `reading` is how Koreans read a name in Latin letters.
    """
    from khihau.model import Edit, Fix

    around = _around(document, span)
    if _MARKUP.search(around.old):  # half of a pair of marks may stand outside
        return None
    words = _without_neighbours(new.split(" "), around)
    if words is None or _says_again(words, around, 1):
        return None
    if len(words) < len(new.split(" ")) or _says_again(words, around, _NEAR):
        safety = "suggested"
    name = _cased(" ".join(words), around)
    edits = [Edit(*span, name)]
    if around.lang == "en":
        edits += _article(span[0], around, name)
    elif around.lang == "ko":
        from khihau.languages.ko.agreement import is_doubtful, particle_edits, sound

        ending = sound(name, reading)
        edits += particle_edits(document.text, span[1], ending)
        if is_doubtful(document.text, span[1], ending):
            safety = "suggested"
    return Fix(safety, tuple(edits))


def _around(document: Document, span: tuple[int, int]) -> _Around:
    text, at = document.text, segment_index(document.segments, span[0])
    low, high = max(0, span[0] - _REACH), span[1] + _REACH
    if at < 0:
        return _Around(text[low : span[0]], text[slice(*span)], text[span[1] : high], None)
    segment = document.segments[at]
    return _Around(
        text[max(low, segment.start) : span[0]],
        text[slice(*span)],
        text[span[1] : max(span[1], min(high, segment.end))],
        segment.lang,
    )


# --- words that stand beside it -------------------------------------------------------------------


def _without_neighbours(words: Sequence[str], around: _Around) -> Sequence[str] | None:
    """The name less the words at its ends that stand beside it already; None if that is not sure.

    One Vietnamese syllable may belong to another word, so it tells nothing.
    """
    before, after = _folded(around.before), _folded(around.after)
    counts = range(len(words) - 1, 0, -1)
    head = next((n for n in counts if _ends(before, _folded(" ".join(words[:n])))), 0)
    tail = next((n for n in counts if _begins(after, _folded(" ".join(words[-n:])))), 0)
    if head + tail >= len(words) or (around.lang == "vi" and 1 in (head, tail)):
        return None
    return words[head : len(words) - tail]


def _ends(before: str, name: str) -> bool:
    stem = before.removesuffix(name)
    return len(stem) < len(before) and not stem[-1:].isalnum()


def _begins(after: str, name: str) -> bool:
    rest = after.removeprefix(name)
    return len(rest) < len(after) and (not rest[:1].isalnum() or "가" <= name[-1] <= "힣")


def _says_again(words: Sequence[str], around: _Around, reach: int) -> bool:
    """Whether a word that the name adds is one of those beside it already (베트남 옛 베트남 …)."""
    before, after = _SENTENCE_END.split(around.before)[-1], _SENTENCE_END.split(around.after)[0]
    near = {*_words(before)[-reach:], *_words(after)[:reach]}
    added = set(_words(" ".join(words))) - set(_words(around.old)) - _SMALL
    return not added.isdisjoint(near)


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


# --- case and articles ----------------------------------------------------------------------------


def _cased(name: str, around: _Around) -> str:
    """The name in capitals, in title case, or with a capital, as the words were."""
    old = around.old
    if old.isupper() and any(len(word) > 1 for word in _WORD.findall(old)) and " " in old:
        return name.upper()
    if around.lang == "en" and is_titled(old):
        name = titled(name)
    if old[:1].isupper() and name[:1].islower() and _starts_sentence(around.before):
        return name[0].upper() + name[1:]
    return name


def _starts_sentence(before: str) -> bool:
    before = before.rstrip(" \t'\"“‘«*_")
    return len(before) <= 3 or before[-1] == "\n" or ends_sentence(before, behind="")


def _article(start: int, around: _Around, name: str) -> list[Edit]:
    """a or an before the name, chosen again."""
    from khihau.model import Edit

    found = _ARTICLE.search(around.before[-12:])
    if not found:
        return []
    opens = _starts_sentence(around.before[: len(around.before) - len(found[0])])
    if found[1][0].isupper() and not opens:  # "Plan A"
        return []
    written = article(name)
    written = written.capitalize() if found[1][0].isupper() else written
    at = start - len(found[0])
    return [] if written == found[1] else [Edit(at, at + len(found[1]), written)]
