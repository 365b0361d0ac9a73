"""Another name in the place of one that stands in a text: its case and number, and what must agree beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES, language_of
from khihau.languages.grammar import Spot
from khihau.languages.session_numbers import fill
from khihau.model import Document, Lang, Safety
from khihau.review.base import Checked
from khihau.review.tuned import AROUND, NEAR, NEAR_IN_A_ROW
from khihau.text.compose import caseless, composed
from khihau.text.fold import is_hangul
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES, opens_sentence

if TYPE_CHECKING:
    from khihau.model import Edit, Fix, Match

__all__ = ["as_spelled", "name_for", "renamed", "renamed_all", "replaced", "together"]

_GLUED = 8  # code points of two letters, their marks or jamo written apart
_MARKUP = regex(r"[*_~`]")
_MARKS = regex(r"[*_~`\[\]<>\u200b\xad]")
_WORD = regex(r"[^\W_]+")
_SENTENCE_END = regex(rf"[{ENDS}{PAUSES}](?=\s|\Z)|\n")


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

    Case is kept, and what stands beside it agrees: Korean particles, the English a or an. What the
    name has in common with the words beside it is not written twice; a fix that had to mind that is
    only suggested. `reading` is how Koreans read a name in Latin letters.
    """
    from khihau.model import Edit, Fix

    around = _around(document, span)
    if _MARKUP.search(around.old):  # half of a pair of marks may stand outside
        return None
    words = _without_neighbours(new.split(" "), around)
    if words is None or _says_again(words, around, 1) or _says_in_a_row(words, around):
        return None
    if _goes_on_again(words, around):
        return None
    if len(words) < len(new.split(" ")) or _says_again(words, around, NEAR):
        safety = "suggested"
    name = _as_cased(" ".join(words), around)
    spot = Spot(document.text, *span, span[0] - len(around.before))
    agreement = language_of(around.lang).grammar.agreement(spot, name, reading)
    if agreement.doubt:
        safety = "suggested"
    return Fix(safety, (Edit(*span, name), *agreement.edits))


def _around(document: Document, span: tuple[int, int]) -> _Around:
    text, at = document.text, segment_index(document.segments, span[0])
    low, high = max(0, span[0] - AROUND), span[1] + AROUND
    if at < 0:
        return _Around(text[low : span[0]], text[slice(*span)], text[span[1] : high], None)
    segment = document.segments[at]
    return _Around(
        text[max(low, segment.start) : span[0]],
        text[slice(*span)],
        text[span[1] : max(span[1], min(high, segment.end))],
        segment.lang,
    )


def _as_cased(name: str, around: _Around) -> str:
    """The name in capitals, in title case, or with a capital, as the words were."""
    old, grammar = around.old, language_of(around.lang).grammar
    if old.isupper() and any(len(word) > 1 for word in _WORD.findall(old)) and " " in old:
        return name.upper()
    if grammar.is_titled(old):
        name = grammar.titled(name)
    if old[:1].isupper() and name[:1].islower() and opens_sentence(around.before):
        return name[0].upper() + name[1:]
    return name


# --- words that stand beside it -------------------------------------------------------------------


def _without_neighbours(words: Sequence[str], around: _Around) -> Sequence[str] | None:
    """The name less the words at its ends that stand beside it already; None if that is not sure.

    One Vietnamese syllable may belong to another word, so it tells nothing.
    """
    before, after = caseless(around.before), caseless(around.after)
    counts = range(len(words) - 1, 0, -1)
    head = next((n for n in counts if _ends(before, caseless(" ".join(words[:n])))), 0)
    tail = next((n for n in counts if _begins(after, caseless(" ".join(words[-n:])))), 0)
    tells_nothing = language_of(around.lang).grammar.divides_syllables and 1 in (head, tail)
    if head + tail >= len(words) or tells_nothing:
        return None
    return words[head : len(words) - tail]


def _ends(before: str, name: str) -> bool:
    stem = before.removesuffix(name)
    return len(stem) < len(before) and not stem[-1:].isalnum()


def _begins(after: str, name: str) -> bool:
    rest = after.removeprefix(name)
    return len(rest) < len(after) and (not rest[:1].isalnum() or is_hangul(name[-1]))


def _says_again(words: Sequence[str], around: _Around, reach: int) -> bool:
    """Whether a word that the name adds is one of those beside it already (베트남 옛 베트남 …)."""
    before, after = _SENTENCE_END.split(around.before)[-1], _SENTENCE_END.split(around.after)[0]
    near = {*_words(before)[-reach:], *_words(after)[:reach]}
    added = set(_words(" ".join(words))) - set(_words(around.old)) - _small_words()
    return not added.isdisjoint(near)


def _goes_on_again(words: Sequence[str], around: _Around) -> bool:
    """Whether what is glued to the words begins with the end of the name: 배출효율기준방식 | 방식."""
    end, after = composed(words[-1])[-2:], composed(around.after[:_GLUED])[:2]
    return len(end) == 2 and end.isalpha() and end == after


def _says_in_a_row(words: Sequence[str], around: _Around) -> bool:
    """Whether three words that the name adds stand near it already, one behind the other.

    "Hội nghị biến đổi khí hậu (COP 20) của Liên hợp quốc" needs no second Liên hợp quốc.
    """
    before, after = _SENTENCE_END.split(around.before)[-1], _SENTENCE_END.split(around.after)[0]
    near = (_words(before)[-NEAR_IN_A_ROW:], _words(after)[:NEAR_IN_A_ROW])
    old = set(_words(around.old)) | _small_words()
    added = {row for row in _rows(_words(" ".join(words))) if old.isdisjoint(row)}
    return any(row in added for side in near for row in _rows(side))


def _rows(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _words(text: str) -> list[str]:
    return _WORD.findall(caseless(text))


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """Those of all languages: a name may stand in a text of another one."""
    return frozenset().union(*(one.grammar.small_words() for one in LANGUAGES.values()))


# --- another name of the same concept -------------------------------------------------------------


def as_spelled(match: Match) -> str:
    """The label of a match, in the spelling that the text has there (các-bon, carbon)."""
    label, words = match.label, " ".join(match.text.split())
    if match.how == "case" and label[0].isupper() and words[:1].isupper() and not words.isupper():
        return words  # a proper name, with the capitals of the text
    if match.how not in ("spelling", "spacing") or "{n" in label or _MARKS.search(words):
        return label
    if label[:1].islower():
        words = words[:1].lower() + words[1:]
    return words if sum(map(str.isupper, words)) == sum(map(str.isupper, label)) else label


def name_for(match: Match, name: str) -> str | None:
    """A name as it would stand in the place of a match, in its number and case; None if unsure.

    `name` is a label, in any spelling; `{n}` in it becomes the number of the match.
    """
    words = name if match.number is None else fill(match.lang, name, match.number)
    grammar = LANGUAGES[match.lang].grammar
    new = grammar.in_number_of(match.text, words, is_plural=match.how == "plural")
    return new and _in_case_of(match, new)


def renamed(checked: Checked, match: Match, name: str) -> tuple[Edit, ...] | None:
    """The edits that write a name for a match; None where it is not sure that the text stays right."""
    new, span = name_for(match, name), (match.start, match.end)
    spot = Spot(checked.document.text, *span, 0)
    if new is None or not LANGUAGES[match.lang].grammar.fits(spot, new):
        return None
    fix = replaced(checked.document, span, new, "safe")
    return fix.edits if fix and fix.safety == "safe" else None


def renamed_all(checked: Checked, matches: Iterable[Match], name: str) -> Fix | None:
    """The suggested edits that write one name for all of some matches, or none."""
    return _all_or_none(renamed(checked, match, name) for match in matches)


def together(fixes: Iterable[Fix | None]) -> Fix | None:
    """Several fixes as one suggested one; none where one of them is none: half of them would mix names."""
    return _all_or_none(fix.edits if fix else None for fix in fixes)


def _all_or_none(changes: Iterable[tuple[Edit, ...] | None]) -> Fix | None:
    from khihau.model import Fix

    edits: list[Edit] = []
    for change in changes:
        if change is None:
            return None
        edits += change
    return Fix("suggested", tuple(edits)) if edits else None


def _in_case_of(match: Match, new: str) -> str | None:
    """The new name in the case of the old one, where that is not the case of its label."""
    old, grammar = match.text, LANGUAGES[match.lang].grammar
    if match.how != "case":
        return new
    if old.isupper():
        return new.upper()
    if old[1:] == match.label[1:] or old[0].isupper() == new[0].isupper():
        return new  # only the first letter was raised, or some word of a proper name
    return grammar.titled(new) if grammar.is_titled(old) else None
