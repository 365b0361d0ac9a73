"""Which words of time a sentence has, and which of them governs a name in it (rule C6)."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from khihau.dating.tuned import (
    ACT_REACH,
    BOUND_REACH,
    BRACKET,
    CLOSE_WORDS,
    FOUNDED_REACH,
    OPENING,
    REACH,
    TITLE_REACH,
)
from khihau.dating.written import Written, written_dates, year_span
from khihau.languages import LANGUAGES
from khihau.model.day import Day
from khihau.text.compose import composed
from khihau.text.regex import regex

if TYPE_CHECKING:
    import re

    from khihau.languages.dating import Dating
    from khihau.model import Lang

__all__ = ["PAST", "Sentence", "day_in", "is_of_act", "is_of_today", "is_told", "sentence_of"]

PAST = Day(datetime.date.min, datetime.date.max, "clause")

_BRACKET = regex(rf"[(（\[][^()（）\[\]]{{0,{BRACKET}}}[)）\]]")
_COMMA = regex(r"[,;–—]\s|[,;]\Z|\s[–—-]\s")
_CITED = regex(
    r",?\s?[(（]?((?:19|20)\d\d)[a-z]?[)）]"
)  # behind the name of a source: (환경부, 2021)
_CLAUSE_END = regex(r"[,;:.!?\n]")


class _Time(NamedTuple):
    """A word of time: a date, that of an act, a number of years ago, or what is past or of today.

    A date that is a bound is the last of what is told: until February 2025.
    """

    start: int
    end: int
    kind: Literal["date", "act", "ago", "past", "present"]
    date: Written | None = None
    years: int = 0
    is_opening: bool = False
    is_bound: bool = False


class Sentence(NamedTuple):
    """A sentence, composed, with its words of time in order and the spans of its brackets."""

    text: str
    lang: Lang
    times: tuple[_Time, ...]
    brackets: tuple[tuple[int, int], ...]


def sentence_of(text: str, lang: Lang, latest: datetime.date) -> Sentence:
    """Read the words of time of a sentence; `latest` is the last day that may be past."""
    text = composed(text)
    dating = LANGUAGES[lang].dating
    brackets = tuple(found.span() for found in _BRACKET.finditer(text))
    times = [*_dates(text, lang, dating, latest)]
    taken = [(one.start, one.end) for one in times]
    for kind, found in _words(text, dating):
        at = bisect_left(taken, (found.start(),))
        before, after = taken[max(0, at - 1) : at], taken[at : at + 1]
        if all(one[1] <= found.start() for one in before) and all(
            found.end() <= one[0] for one in after
        ):
            years = dating.years_ago.get(found.group().lower(), 0)
            times.append(_Time(*found.span(), kind, years=years))
    return Sentence(text, lang, tuple(sorted(times, key=lambda one: one.start)), brackets)


def day_in(sentence: Sentence, start: int, end: int, document: Day) -> Day | None:
    """The day that governs text[start:end] of a sentence, or `PAST`; None where it says none.

    `document` is the day of the text, from which "last year" counts.
    """
    text, dating = sentence.text, LANGUAGES[sentence.lang].dating
    if _is_past_behind(text, end, dating):
        return PAST
    if cited := _CITED.match(text, end):
        return Day(*year_span(int(cited[1])), "clause", cited[1])
    here = _bracket_at(sentence, start)
    at = bisect_left(sentence.times, start, key=lambda one: one.start)
    before = [one for one in reversed(sentence.times[max(0, at - 6) : at]) if one.end <= start]
    runs = dating.running.match(text, end) is not None
    for one in before:
        between = text[one.end : start]
        if len(between) > REACH:
            break
        if one.kind == "act":
            if len(between) <= ACT_REACH and dating.issued_by.match(between) and one.date:
                return _of(one, text, is_close=True)
            continue
        if _bracket_at(sentence, one.start) not in (None, here):
            continue
        if one.is_bound and not (one.is_opening and dating.tells_past(text[end:])):
            continue  # that of an aim, or of another thing: kế hoạch đến năm 2025 của …
        return _by_word_before(one, sentence, (start, end), document, runs=runs)
    if runs:
        return None
    for one in sentence.times[at : at + 3]:
        between = text[end : one.start]
        if (
            one.start < end
            or one.is_bound
            or (one.kind == "act" and not dating.issues.search(between))
        ):
            continue
        bracket = _bracket_at(sentence, one.start)
        if bracket not in (None, here) and (bracket[0] - end > 1 or not one.date):
            continue
        return _by_date_behind(one, sentence, between)
    return None


def is_told(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name is only given as the source of what a sentence says."""
    dating = LANGUAGES[sentence.lang].dating
    return bool(
        dating.by_word_of.search(sentence.text, max(0, start - 20), start)
        or dating.by_word_of_behind.match(sentence.text, end)
    )


def is_of_today(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name is told to be that of today, or one that is given: nay là …, 현 …, to create the …."""
    dating, text = LANGUAGES[sentence.lang].dating, sentence.text
    low = max(0, start - FOUNDED_REACH)
    return bool(
        dating.now_called.search(text, low, start)
        or dating.founded.search(text, low, start)
        or dating.given_behind.match(text, end)
    )


def _by_word_before(
    one: _Time, sentence: Sentence, name: tuple[int, int], document: Day, *, runs: bool
) -> Day | None:
    text, dating = sentence.text, LANGUAGES[sentence.lang].dating
    between = text[one.end : name[0]]
    is_close = not _COMMA.search(between.lstrip(", "))
    if one.kind == "present":
        return None
    if one.kind == "past":
        return None if runs else PAST
    if one.kind == "ago":
        year = document.last.year - one.years
        if document.source == "today" or runs:
            return None
        return Day(*year_span(year), "clause", text[one.start : one.end])
    assert one.date
    is_sure = one.is_opening and one.date.is_full
    if runs and not is_sure:
        return None
    if not one.is_opening and _COMMA.search(between):
        return None
    if not dating.tells_past(text[name[1] :]) and len(between.split()) > CLOSE_WORDS:
        return None
    if is_told(sentence, *name) and not is_sure:
        return None
    return _of(one, text, is_close=is_close)


def _by_date_behind(one: _Time, sentence: Sentence, between: str) -> Day | None:
    if one.kind not in ("date", "act") or len(between) > REACH or _COMMA.search(f"{between} "):
        return None
    rest = sentence.text[one.end :]
    dating = LANGUAGES[sentence.lang].dating
    if not dating.tells_past(rest) or dating.is_absorbed(between, rest):
        return None
    return _of(one, sentence.text, is_close=True)


def _of(one: _Time, text: str, *, is_close: bool) -> Day:
    assert one.date
    words = text[one.start : one.end]
    return Day(one.date.first, one.date.last, "clause", words, is_close=is_close)


def _is_past_behind(text: str, end: int, dating: Dating) -> bool:
    """Whether what stands behind a name, as far as its clause goes, says that it is of the past."""
    stop = _CLAUSE_END.search(text, end + 1)  # a comma may part the two: X, as it was called
    high = min(stop.start() if stop else len(text), end + REACH)
    if dating.past_behind_is_near:
        return dating.past_behind.match(text, end, high) is not None
    return dating.past_behind.search(text, end, high) is not None


def _bracket_at(sentence: Sentence, offset: int) -> tuple[int, int] | None:
    at = bisect_left(sentence.brackets, (offset + 1,)) - 1
    if at >= 0 and sentence.brackets[at][1] > offset:
        return sentence.brackets[at]
    return None


def _dates(text: str, lang: Lang, dating: Dating, latest: datetime.date) -> Iterator[_Time]:
    for date in written_dates(text, lang):
        before = text[max(0, date.start - TITLE_REACH) : date.start]
        is_period = date.last.year > date.first.year
        bound = _bound(text, date, dating)
        start = (bound or date).start
        opens = _opens(text, start, date, dating)
        if is_period and not (
            dating.term.search(before) or (opens and dating.period.search(before))
        ):
            continue
        if not is_period and (
            dating.open_before.search(before[-BOUND_REACH:])
            or dating.open_behind.match(text, date.end)
        ):
            continue
        if date.first > latest:
            yield _Time(date.start, date.end, "present")
        elif is_of_act(before, dating):
            if not bound:  # a plan up to 2025 is not of that year
                yield _Time(date.start, date.end, "act", date)
        elif bound:
            yield _Time(bound.start, bound.end, "date", bound, is_opening=opens, is_bound=True)
        else:
            yield _Time(date.start, date.end, "date", date, is_opening=opens)


def _opens(text: str, start: int, date: Written, dating: Dating) -> bool:
    """Whether a date opens its sentence, or a full one a part of it, where it is not that of an act.

    "Theo Quyết định số 232/QĐ-TTg, ngày 24/01/2025, …" has the date of the decision.
    """
    low = 0
    acts = [act.end() for act in dating.act.finditer(text, 0, start)][-1:]
    is_of_act = any(map(str.isdigit, text[acts[0] : start])) if acts else False
    if date.is_full and not is_of_act:
        low = max((comma.end() for comma in _COMMA.finditer(text, 0, start)), default=0)
    return start - low < OPENING and dating.opener.match(text[low:start]) is not None


def _bound(text: str, date: Written, dating: Dating) -> Written | None:
    """The time from the day before a date, where words beside it say that it is the last of it: until …"""
    before = dating.up_to.search(text, max(0, date.start - BOUND_REACH), date.start)
    behind = dating.up_to_behind.match(text, date.end)
    if not before and not behind:
        return None
    return Written(
        before.start() if before else date.start,
        behind.end() if behind else date.end,
        date.first - datetime.timedelta(days=1),
        date.last,
    )


def is_of_act(before: str, dating: Dating) -> bool:
    """Whether the date behind these words belongs to the title of an act or a plan: no verb and no
    comma parts them.
    """
    acts = list(dating.act.finditer(before))
    if not acts:
        return False
    between = before[acts[-1].end() :]
    return not (dating.verb.search(between) or _COMMA.search(between))


def _words(
    text: str, dating: Dating
) -> Iterator[tuple[Literal["past", "present", "ago"], re.Match[str]]]:
    for found in dating.present.finditer(text):
        yield "present", found
    for found in dating.past.finditer(text):
        yield "past", found
    for found in dating.ago.finditer(text):
        yield "ago", found
