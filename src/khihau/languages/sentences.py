"""Where the sentences of a paragraph begin and end, in any language.

Unlike `candidates.sentence_around`, which cuts a folded text at every stop, this reads the text as
it is written: a stop may belong to an abbreviation, a date, a list number, or to speech in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES, language_of
from khihau.languages.tuned import LONGEST_BRACKET, LONGEST_MARK, LONGEST_SPEECH
from khihau.model import Lang
from khihau.text.regex import either, regex
from khihau.text.stops import CLOSERS, ENDS, WIDE

if TYPE_CHECKING:
    from khihau.languages.sentence_ends import Sentences

__all__ = ["sentences"]

_OPENERS = "\"'“‘«([「『【《〈*_"
_CLOSERS = f"{CLOSERS}»】》〉*_"
# A run of stops, what closes behind it, and a note's number: "said.”[3] Next".
_STOP = regex(
    rf"(?P<stops>[{ENDS}]++)(?P<close>[{re.escape(_CLOSERS)}]*+(?:\[\d{{1,3}}\]|[¹²³⁰⁴-⁹]+)?+)"
    r"(?P<space>\s*+)"
)
_SPAN = regex(
    rf"“[^“”]{{1,{LONGEST_SPEECH}}}”|(?<![^\s(\[“‘])\"[^\"]{{1,{LONGEST_SPEECH}}}(?<!\s)\""
    rf"|«[^«»]{{1,{LONGEST_SPEECH}}}»|「[^「」]{{1,{LONGEST_SPEECH}}}」|『[^『』]{{1,{LONGEST_SPEECH}}}』"
    rf"|\([^()]{{1,{LONGEST_BRACKET}}}\)|（[^（）]{{1,{LONGEST_BRACKET}}}）"
    rf"|\[[^\[\]]{{1,{LONGEST_BRACKET}}}\]"
)

_WORD = regex(r"[^\s\"'“‘«(\[「『,;:/]+\Z")
_INITIALS = regex(r"(?:[A-Za-zĐđ]\.)*[A-Za-zĐđ]\Z")
_LOWER_BEFORE = regex(r"(?<![^\s])[^\W\d_A-ZĐ]+\s\S\Z")
_ITEM = regex(r"[a-zđ]\)")
_DATE = regex(r"(?:\d{4}|['’]\d{2})(?:\.\s?\d{1,2})?\Z")
_DATE_GOES_ON = regex(r"\d{1,2}\.")


class _Known(NamedTuple):
    """The words of all languages."""

    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    rarely_end: frozenset[str]
    may_end: frozenset[str]
    opening_word: re.Pattern[str]
    numbered: re.Pattern[str]
    list_mark: re.Pattern[str]


@cache
def _known() -> _Known:
    letters = re.escape("".join(_words(lambda one: one.list_letters)))
    return _Known(
        frozenset(_words(lambda one: one.abbreviations)),
        frozenset(_words(lambda one: one.before_numbers)),
        frozenset(_words(lambda one: one.rarely_end)),
        frozenset(_words(lambda one: one.may_end)),
        # A letter may be an initial: only a space behind it shows that it is a word.
        regex(rf"{either(_words(lambda one: one.opening_words))}(?:(?<=\w\w)\b|(?=\s))"),
        regex(
            rf"{either(_words(lambda one: one.parts))}\s(?:\d{{1,3}}[a-zđ]?|[IVX]{{1,5}}|[A-Z])\Z"
        ),
        regex(rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-ZđĐ{letters}]|[ivxIVX]{{1,5}}|[①-⑳])\Z"),
    )


def _words(asked: Callable[[Sentences], Iterable[str]]) -> list[str]:
    return [word for language in LANGUAGES.values() for word in asked(language.sentences)]


def sentences(text: str, start: int, end: int, lang: Lang | None) -> list[tuple[int, int]]:
    """The spans of the sentences of one segment, without the space around them, in text order.

    Speech and brackets inside a sentence belong to it, however many stops they hold.
    """
    found: list[tuple[int, int]] = []
    asked = language_of(lang).sentences
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    spans = [span.span() for span in _SPAN.finditer(text, start, end)]
    for last, following in _breaks(text, start, end, asked):
        at = bisect_right(spans, (last, 0)) - 1
        inside = at >= 0 and last < spans[at][1]
        if inside and _belongs_to_sentence(text, start, spans[at], end):
            continue
        if last > start and not _is_mark(text, start, last):
            found.append((start, last))
            start = following
    if end > start:
        found.append((start, end))
    return found


def _breaks(text: str, start: int, end: int, asked: Sentences) -> Iterator[tuple[int, int]]:
    """Each place where a sentence may end, by the words beside it alone, and where the next begins."""
    places = [
        (found.start("space"), found.end())
        for found in _STOP.finditer(text, start, end)
        if found.end() < end and _is_end(found, start, asked)
    ]
    places += [place for place in asked.without_mark(text, start, end) if place[1] < end]
    places.sort()
    yield from places


def _is_end(found: re.Match[str], start: int, asked: Sentences) -> bool:
    """Whether a stop ends a sentence, by its own look and that of its neighbours."""
    text, at, stops, close = found.string, found.start(), found["stops"], found["close"]
    last = text[at - 1 : at]
    if close and asked.goes_on(text, found.start("space")):
        return False
    if not found["space"]:
        if stops[-1] in WIDE:
            return True
        touching = _any(lambda one: one.ends_touching(last, text[found.end()]))
        return touching and not close and stops in ".!?"
    following = text[found.end() : found.end() + LONGEST_MARK].lstrip(_OPENERS)
    lower = following[:1].islower() and not _ITEM.match(following)
    if lower and not asked.ends_before_small(last):
        return False
    if stops == ".":
        return _is_end_of_word(text[max(start, at - LONGEST_MARK) : at], following, asked)
    return stops[-1] not in ".…" or close != "" or asked.ends_in_dots(last)


def _any(asked: Callable[[Sentences], bool]) -> bool:
    """Whether a language says so, whichever the text is in."""
    return any(asked(language.sentences) for language in LANGUAGES.values())


def _is_end_of_word(before: str, following: str, asked: Sentences) -> bool:
    """Whether a single stop behind a word is more than that of an abbreviation, a date, a mark."""
    found, known = _WORD.search(before), _known()
    word = found[0] if found else ""
    if word[-1:].isdigit():
        listed = before[: -len(word)].rstrip()[-1:] in (":", ";") and known.list_mark.match(word)
        dated = _DATE.search(before) and _DATE_GOES_ON.match(following)
        return asked.numbers_end and not (listed or dated)
    lower = word.lower()
    if lower in known.abbreviations or lower.rpartition(".")[2] in known.abbreviations:
        return False
    if lower in known.before_numbers:
        return not following[:1].isdigit()
    if asked.letters_end and len(word) == 1 and _LOWER_BEFORE.search(before):
        return True
    if lower in known.rarely_end or _INITIALS.match(word):
        return lower in known.may_end or bool(known.opening_word.match(following))
    return True


def _is_mark(text: str, first: int, last: int) -> bool:
    """Whether a would-be sentence is a list mark, or the number before a title: "Article 6."."""
    if last - first > LONGEST_MARK:
        return False
    head, known = text[first:last].strip(f"{_OPENERS}{_CLOSERS}."), _known()
    return bool(known.list_mark.match(head) or known.numbered.match(head))


def _belongs_to_sentence(text: str, first: int, span: tuple[int, int], end: int) -> bool:
    """Whether speech or a bracket is part of a longer sentence, that it does not make up alone."""
    opening, closing = span
    if first > opening:
        return False  # it was cut before
    if text[first:opening].strip(_OPENERS) or text[closing - 2] not in ENDS:
        return True
    after = text[closing : min(end, closing + LONGEST_MARK)]
    is_small = after[:1].isalnum() or after.lstrip()[:1].islower()
    return is_small or _any(lambda one: one.goes_on(after, 0))
