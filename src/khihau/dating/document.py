"""The day of a whole document: what says it, and what lets it be guessed (rule C6)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from khihau.dating.tuned import CAPTION_WORDS, DATELINE, LINES, PLACE_WORDS, REACH
from khihau.dating.written import written_dates
from khihau.languages import LANGUAGES
from khihau.model.day import Day
from khihau.quantities.one_form import plain
from khihau.text.regex import either, regex

if TYPE_CHECKING:
    from khihau.dating.written import Written
    from khihau.languages.dating import Dating
    from khihau.model import Document, Lang, Options

__all__ = ["file_day", "given_day"]

_WORD = regex(r"[^\W\d_]+")
_PAST_DATE = regex(
    r"[\s.,]*(?:/\s?[^\W\d_]|ⓒ|\((?:[^\W\d_]+=)?[A-ZĐ가-힣]{2,10}\)|\([^()]{2,20}\)\s?[–—-])"
)
# What stands before a date and behind it at the head of a report: HANOI, | Dec. 2, 2026 | --
_PLACE = regex(r"[A-ZĐ][\w .'’-]{1,30},\s(?:ngày\s)?")
_DASH = regex(r"\s?(?:--|[–—])\s")
_AMENDED = regex(
    r"[<‹〈＜][^<>‹›〈〉＜＞]*\Z"
)  # <개정 2008.12.31>: the day of a change to an article
_AGENCY = regex(r"\A[(（\[][^()（）\[\]]{2,30}[)）\]].{0,30}=")
_HOUR = regex(r"[\s,|–-]*\d{1,2}[:h]\d\d(?!\d)")  # behind a date: when it was put online
_IN_NAME = regex(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


def given_day(document: Document, options: Options) -> Day | None:
    """The day that was asked for or that the document gives: the first of the sources of `Day`.

    None where nothing gives one: a text that was read as it is, without a date in its head or foot.
    """
    if options.date:
        return Day(options.date, options.date, "option")
    try:
        day = datetime.date.fromisoformat(document.front_matter.get("date", "")[:10])
        return Day(day, day, "front-matter")
    except ValueError:
        pass
    if dateline := next(_datelines(document), None):
        return dateline
    usual = options.usual_date
    return Day(usual, usual, "settings") if usual else None


def file_day(document: Document) -> Day | None:
    """The day that the file tells of itself: of its last change (never of its making), or in its name."""
    if document.modified:
        return Day(document.modified, document.modified, "modified")
    found = _IN_NAME.search(PurePath(document.path).name)
    if found:
        try:
            day = datetime.date(*map(int, found.groups()))
        except ValueError:
            return None
        return Day(day, day, "file-name", found.group())
    return None


# --- datelines ------------------------------------------------------------------------------------


def _datelines(document: Document) -> Iterator[Day]:
    """The dates of the first and last lines that are said to be that of the text."""
    langs: tuple[Lang, ...] = tuple(
        dict.fromkeys(one.lang for one in document.segments if one.lang)
    )
    for start, line in _edge_lines(document.text):
        source = plain(line)
        for lang in langs:
            for date in written_dates(source.text, lang):
                if date.is_full and _is_dateline(source.text, date, LANGUAGES[lang].dating):
                    low, high = source.span(date.start, date.end)
                    place = start + low, start + high
                    words = document.text[slice(*place)]
                    yield Day(date.first, date.last, "dateline", words, place)


def _edge_lines(text: str) -> Iterator[tuple[int, str]]:
    """The first and the last lines that are not empty, with their offsets."""
    edges = (*_some_lines(text, _forwards(text)), *_some_lines(text, _backwards(text)))
    yield from dict.fromkeys(edges)  # the lines of a short text are both


def _some_lines(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    left = LINES
    for start, end in spans:
        if line := text[start:end].strip():
            yield start + text[start:end].index(line[0]), line
            left -= 1
            if not left:
                return


def _forwards(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _backwards(text: str) -> Iterator[tuple[int, int]]:
    end = len(text)
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        yield start, end
        end = start - 1


def _is_dateline(line: str, date: Written, dating: Dating) -> bool:
    """Whether a line says that a date in it is its own: by a word before or a sign behind, or alone."""
    low = max(0, date.start - REACH)
    if _AMENDED.search(line, low, date.start) or (
        dating.supplement and dating.supplement.match(line)
    ):
        return False
    if _PLACE.fullmatch(line, 0, date.start) and _DASH.match(line, date.end):
        return True
    if (
        _said().search(line, low, date.start)
        or _PAST_DATE.match(line, date.end)
        or dating.enacted.match(line, date.end)
    ):
        return True
    if len(line) > DATELINE:
        return False
    rest = _beside().sub(" ", f"{line[: date.start]} {line[date.end :]}")
    words = len(_WORD.findall(rest))
    is_signed = _AGENCY.match(line) or _HOUR.match(line, date.end)
    return words <= PLACE_WORDS or (words <= CAPTION_WORDS and bool(is_signed))


@cache
def _said() -> re.Pattern[str]:
    """A word for the date of a text at the head of a line or of a part of it, and a sign or nothing."""
    words = either(word for one in LANGUAGES.values() for word in one.dating.dateline_words)
    beside = either(word for one in LANGUAGES.values() for word in one.dating.words_beside_dates)
    return regex(
        rf"(?:\A|[|·(\[「-]\s?|\s\s)\W*{words}\s*(?:[:：]|\s)\s*(?:{beside}[\s,:]*|[\d:,.\s])*\Z",
        re.IGNORECASE,
    )


@cache
def _beside() -> re.Pattern[str]:
    words = (
        word
        for one in LANGUAGES.values()
        for word in (*one.dating.dateline_words, *one.dating.words_beside_dates)
    )
    return regex(rf"(?<!\w){either(words)}(?!\w)", re.IGNORECASE)
