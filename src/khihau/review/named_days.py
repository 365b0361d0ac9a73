"""The day that a name beside another one gives it: that of a session, or of an act by its number (rule C6).

"At COP26, the Ministry of …" speaks of 2021; a decree with the number 91/2002 and the body that it
sets up are of 2002.
"""

from __future__ import annotations

import datetime
from collections.abc import Set
from functools import lru_cache
from typing import TYPE_CHECKING

from khihau.documents.segments import is_quoted, is_titled, segment_index
from khihau.languages import language_of
from khihau.model.day import Day
from khihau.review import tuned
from khihau.review.session_readings import name_parts
from khihau.text.compose import composed
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.spans import between

if TYPE_CHECKING:
    from khihau.model import Lang, Match, Termbase
    from khihau.review.base import Checked

__all__ = ["day_of_act", "day_of_session"]

_CLAUSE_END = regex(r"[,;:.!?\n]")
_STOP = regex(r"[.!?;](?=\s|$)|\n")
_WORD = regex(r"[^\W\d_]+")
_SIGN = regex(r"[^\w\s,]")
_BRACKET = regex(r"\([^()]*\)")
_NUMBERED = 40  # characters behind a name that may hold the number of a paper
_YEAR = regex(r"/((?:19|20)\d\d)(?=/)")
_DATED = regex(r"\s?(?:\D{1,8}\d{1,2}[/-]\d{1,2}[/-]\d{4})?")


def day_of_session(checked: Checked, at: int) -> Day | None:
    """The year of the session at which something is said of the name checked.matches[at].

    Its clause opens with the session ("At COP29, the …", "COP29에서 …"), and no more than where it met
    stands between; "the pledges made at COP29, the …" opens with the pledges.
    """
    name = checked.matches[at]
    for session in reversed(checked.matches[max(0, at - tuned.NAMES_BEFORE) : at]):
        if name.start - session.end > tuned.BESIDE_SESSION:
            break
        if session.number is not None and _is_at(checked, session, name):
            sessions = checked.base[session.concept].sessions
            years = next((one.years for one in sessions if one.number == session.number), None)
            return _of(session.text, years) if years else None
    return None


def day_of_act(checked: Checked, name: Match) -> Day | None:
    """The year of the act that sets up, or is issued by, the body of a name, where its number says it."""
    document, dating = checked.document, language_of(name.lang).dating
    numbered = dating.numbered_behind.match(
        composed(document.text[name.end : name.end + _NUMBERED])
    )
    if numbered:
        return _of(numbered[0].strip(), (int(numbered[1]),))
    numbers = document.protected[between(document.protected, *_before(checked, name))]
    number = next((one for one in reversed(numbers) if one.kind == "document-number"), None)
    if not number or (is_quoted(document, *_span(name)) and not is_titled(document, *_span(name))):
        return None
    words = document.text[number.start : number.end]
    year, behind = _YEAR.search(words), document.text[number.end : name.start]
    beside = composed(behind)
    is_of = dating.issued_by.match(beside, _end_of_date(beside)) or dating.sets_up.search(beside)
    if not year or not is_of or _STOP.search(behind):
        return None
    return _of(words, (int(year[1]),))


def _of(words: str, years: tuple[int, ...]) -> Day:
    first, last = datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)
    return Day(first, last, "clause", words, is_close=True)


def _span(name: Match) -> tuple[int, int]:
    return name.start, name.end


def _before(checked: Checked, name: Match) -> tuple[int, int]:
    at = segment_index(checked.document.segments, name.start)
    low = checked.document.segments[at].start if at >= 0 else 0
    return max(low, name.start - tuned.TITLE_OF_BODY), name.start


def _end_of_date(text: str) -> int:
    found = _DATED.match(text)
    return found.end() if found else 0


# --- at a session ---------------------------------------------------------------------------------


def _is_at(checked: Checked, session: Match, name: Match) -> bool:
    """Whether a clause opens with a session and goes on with a name, of which it tells the past."""
    text = checked.document.text
    at = segment_index(checked.document.segments, session.start)
    segment = checked.document.segments[at]
    if at < 0 or name.end > segment.end:
        return False
    lang = segment.lang
    words, dating = language_of(lang).ordinals.session_words, language_of(lang).dating
    behind = text[name.end : min(segment.end, name.end + 2 * tuned.BESIDE_SESSION)]
    stop = _STOP.search(behind)
    rest = composed(behind[: stop.start()] if stop else behind)
    if dating.running.match(rest) or not dating.tells_past(rest):
        return False
    low = max(segment.start, session.start - tuned.BESIDE_SESSION)
    ends = [found.end() for found in _CLAUSE_END.finditer(text, low, session.start)]
    lead = _words(text[max(ends, default=low) : session.start])
    between_words = fold(_BRACKET.sub(" ", text[session.end : name.start])).text
    if words.ties_behind:
        if not between_words.startswith(words.ties_behind):
            return False
    elif not lead or lead[0] not in words.ties:
        return False
    allowed = _words_beside(lang), _words_of_places(checked.base, session.concept)
    beside = [*lead, *_words(between_words)]
    return not _SIGN.search(between_words) and all(
        any(word in some for some in allowed) for word in beside
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).text)


@lru_cache(maxsize=8)
def _words_beside(lang: Lang | None) -> Set[str]:
    """What may stand between a session and a name, places aside."""
    words = language_of(lang).ordinals.session_words
    told = words.ties | words.between | words.held | {*words.ties_behind}
    return told | language_of(lang).grammar.small_words() | name_parts(words)


@lru_cache(maxsize=32)
def _words_of_places(base: Termbase, concept_id: str) -> Set[str]:
    """The words in what languages call the places where a conference met."""
    sessions = base[concept_id].sessions
    names = (name for one in sessions for found in one.places.values() for name in found)
    return frozenset(part for name in names for part in _words(name))
