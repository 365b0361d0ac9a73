"""Which names of a text are outdated, and which were right on the day that is guessed for it (rule C6)."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from khihau.dating.former import is_glossed
from khihau.languages import LANGUAGES, language_of
from khihau.model import ALLOWED, Document, Match
from khihau.model.day import Day
from khihau.model.domains import ACTS
from khihau.review import tuned
from khihau.review.base import Checked, is_judged, is_own_wording
from khihau.review.heirs import ids_today
from khihau.review.named_days import day_of_act
from khihau.review.names_used import stand_together
from khihau.review.official_names import label_of
from khihau.text.compose import composed
from khihau.text.fold import fold, is_hangul
from khihau.text.regex import regex
from khihau.text.spans import last_at

__all__ = ["Looks", "OutdatedNames", "outdated_names"]

_EVER = datetime.date.min
_BESIDE = 8  # characters: 2004 Law on …
_NUMBER_REACH = 30
_YEAR_BEFORE = regex(r"(?:19|20)\d\d \Z")
_NUMBER_BEHIND = regex(
    r"\W{0,2}(?:[^\W\d_]{1,4}\.? ?){0,2}\W{0,2}(?:(?:19|20)\d\d(?!\d)|\d{1,5}[/호])"
)


Looks: TypeAlias = Literal["", "past", "later"]


class OutdatedNames(NamedTuple):
    """The names that are outdated on the day that governs them, and those that were right on a guessed
    `day`, each in text order.

    `looks` says what a text without any day looks like: as if it were of the time of its names, or of
    later, since it has a name that came after them.
    """

    sure: tuple[Match, ...] = ()
    of_their_time: tuple[Match, ...] = ()
    day: Day | None = None
    looks: Looks = ""


def outdated_names(checked: Checked) -> OutdatedNames:
    """Sort the deprecated names of the writer's own wording that the text does not call past.

    A name that the text has said to be called otherwise today may stand by itself afterwards, and one
    that is tied to a name of the past is one with it: sáp nhập Bộ A và Bộ B.
    """
    glossed, past = _past(checked)
    found = [
        match
        for match in checked.matches
        if match.status == "deprecated"
        and _is_own(checked.document, match)
        and not _is_cited(checked, match)
        and not _is_glued(checked.document.text, match)
        and not _replaced().match(checked.document.text, match.end)
        and match.start not in past
        and match.start <= glossed.get(match.label, match.start)
        and not _is_of_act(checked, match)
    ]
    day = _guess(checked) if found else None
    if day is None:
        return OutdatedNames(tuple(found), looks=_looks(checked, found))
    untils = [label_of(checked.base, match).until for match in found]
    was_right = [bool(until and day.first < until) for until in untils]
    return OutdatedNames(
        tuple(match for match, right in zip(found, was_right, strict=True) if not right),
        tuple(match for match, right in zip(found, was_right, strict=True) if right),
        day,
    )


@cache
def _replaced() -> re.Pattern[str]:
    """The rest of a quotation in which an act takes out or replaces a name: "환경부|장관"을 …"""
    behind = "|".join(filter(None, (one.phrases.amended_behind for one in LANGUAGES.values())))
    return regex(rf"[^\s\"“”\n]{{0,12}}[\"”](?:{behind})")


def _is_own(document: Document, match: Match) -> bool:
    """Whether a name is the writer's own wording.

    One that is the whole of what may be a title is, but for a country: the Ministry of Strategy and
    Finance | of Korea.
    """
    start, end = match.start, match.end
    if is_own_wording(document, start, end):
        return True
    if not is_judged(document, start, end):
        return False
    first, last = document.titles[last_at(document.titles, start)]
    more = language_of(match.lang).translation.content_words(fold(document.text[end:last]).text)
    return first == start and not more


def _is_glued(text: str, match: Match) -> bool:
    """Whether a name is the end of a longer word, and then that of another body: 에너지환경부."""
    return is_hangul(text[max(0, match.start - 1) : match.start]) and is_hangul(match.text[0])


def _is_cited(checked: Checked, match: Match) -> bool:
    """Whether the year or the number of an act beside its name says that the old one is meant."""
    if checked.base[match.concept].domain != ACTS:
        return False
    text = checked.document.text
    before = text[max(0, match.start - _BESIDE) : match.start]
    behind = composed(text[match.end : match.end + _NUMBER_REACH])
    return bool(_YEAR_BEFORE.search(before) or _NUMBER_BEHIND.match(behind))


def _past(checked: Checked) -> tuple[dict[str, int], set[int]]:
    """From where on each label is one of which the text said what it is today; where names are past."""
    text = checked.document.text
    dated = [match for match in checked.matches if match.status == "deprecated"]
    became = [_became(checked, match) for match in dated]
    is_past = [
        told or checked.days.is_past(match.start, match.end)
        for match, told in zip(dated, became, strict=True)
    ]
    is_tied = [stand_together(text[one.end : other.start]) for one, other in pairwise(dated)]
    for at, tied in enumerate(is_tied):
        is_past[at + 1] = is_past[at + 1] or (tied and is_past[at])
    for at, tied in reversed([*enumerate(is_tied)]):
        is_past[at] = is_past[at] or (tied and is_past[at + 1])
    glossed: dict[str, int] = {}
    for match, told in zip(dated, became, strict=True):
        if match.label not in glossed and (told or is_glossed(text, match.end)):
            glossed[match.label] = match.start
    return glossed, {one.start for one, past in zip(dated, is_past, strict=True) if past}


def _became(checked: Checked, match: Match) -> bool:
    """Whether the sentence of a name goes on with what it became: hợp nhất với … thành Bộ …."""
    today = ids_today(checked, match)
    at = bisect_right(checked.matches, match.start, key=lambda one: one.start)
    return any(
        other.status in ALLOWED
        and not today.isdisjoint(ids_today(checked, other))
        and checked.days.came_of((match.start, match.end), (other.start, other.end))
        for other in checked.matches[at : at + tuned.NAMES_BEHIND]
    )


def _is_of_act(checked: Checked, match: Match) -> bool:
    """Whether the number of the act that a body issued, or that sets it up, is of the time of its name."""
    until = label_of(checked.base, match).until
    day = day_of_act(checked, match) if until else None
    return bool(until and day and day.last < until)


def _looks(checked: Checked, found: Sequence[Match]) -> Looks:
    """A text looks past that gives a day without its year, as news does, that speaks of sessions of a
    conference, the last of them in a year before the names ended, or that has names of several bodies
    that are gone; one that has a name of after their time is of later.
    """
    untils = [label_of(checked.base, match).until for match in found]
    first = min(filter(None, untils), default=None)
    if first is None:
        return ""
    named = (one for one in checked.matches if one.status in ALLOWED)
    if any((label_of(checked.base, one).since or _EVER) >= first for one in named):
        return "later"
    gone = {match.concept for match, until in zip(found, untils, strict=True) if until}
    is_past = len(gone) >= tuned.SEVERAL_GONE or 0 < _year_of_sessions(checked) < first.year
    return "past" if is_past or checked.days.has_bare_day else ""


def _year_of_sessions(checked: Checked) -> int:
    """The year of the last session of a conference that a text speaks of; 0 for none."""
    return max(
        (
            year
            for match in checked.matches
            if match.number is not None
            for session in checked.base[match.concept].sessions
            if session.number == match.number
            for year in session.years
        ),
        default=0,
    )


def _guess(checked: Checked) -> Day | None:
    """The day that is guessed for the text; one on which a name in it came up, where that is later.

    A name that is outdated by now came up some day too.
    """
    guess = checked.days.guess
    if guess is None:
        return None
    for match in checked.matches:
        is_right = match.status in (*ALLOWED, "deprecated")
        since = label_of(checked.base, match).since if is_right else None
        if since and since > guess.last:
            words = " ".join(match.text.split())
            guess = Day(since, since, "text", words, (match.start, match.end))
    return guess
