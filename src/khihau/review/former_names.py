"""What a finding on a name of the past says and offers: a gloss first, then the name of today (rule C6)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.documents.segments import lang_at, segment_index
from khihau.languages import LANGUAGES
from khihau.model import Lang, Match
from khihau.model.day import written_day
from khihau.model.findings import Edit, Fix
from khihau.review.base import Checked, finding
from khihau.review.heirs import Heir, heirs, ids_today
from khihau.review.official_names import (
    Name,
    as_spelled_here,
    label_of,
    lang_of,
    name_of,
    note_of,
    official,
    replacement,
    sources_of,
    to_replace,
)
from khihau.review.outdated_names import Looks
from khihau.review.tuned import BESIDE_HEIR, BOUND_BEFORE, BOUND_BEHIND
from khihau.termbase.official import text_of
from khihau.text.compose import composed
from khihau.text.counted import counted
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Finding
    from khihau.model.day import Day

__all__ = ["Key", "key_of", "outdated_name", "told", "unclear_successor"]

# A concept, and the language of the text around.
Key: TypeAlias = tuple[str, Lang | None]

_OPENED = regex(r"[(（\[][^()（）\[\]]*\Z")
_BRACKET = regex(r"[ \t\xa0*_'\"”’]*[(（\[]")
_SOURCE = regex(r",?\s*(?:(?:19|20)\d\d(?!\d)|https?://|www\.)")  # of a year, or at an address


class _Bound(NamedTuple):
    """What stands before, and behind, a name that a person's office, an act or a plan of its time keeps."""

    before: re.Pattern[str]
    behind: re.Pattern[str]


def outdated_name(
    checked: Checked, match: Match, rule: str, *, is_first: bool, looks: Looks
) -> Finding:
    """The finding on a name of the past: since when, what is right, and how to say it.

    The first fix of the first place in a text keeps the name and says what it is called today, which
    is right whenever the text was written; the other one writes that in its place, as at all later
    places of a text whose day is known. There is none beside a person, an act or a plan, which have
    the name of their time, none beside the name of today, of which the text then says what it is, and
    none for what means less or more.
    """
    label, span = label_of(checked.base, match), (match.start, match.end)
    part = to_replace(match)
    name = _name_of_today(checked, match, part.text)
    day = checked.days.at(*span)
    aspect = _aspect(checked, match, day, looks)
    message = f"“{match.text}” is an outdated name{_as_of(day) if label.until else ''}"
    note = note_of(label)
    if not name:
        since = f" since {written_day(label.until)}" if label.until else ""
        message += since + note
        return finding(checked, rule, span, message, match.concept, aspect=aspect, day=day)
    if label.sense:
        message += f", {label.sense} than “{name.text}”{note}"
        return finding(checked, rule, span, message, match.concept)
    stays = checked.document.text[match.start : part.start]
    name = name._replace(short=stays + name.short)
    fixes: tuple[Fix, ...] = ()
    if label.until:
        message += f", since {written_day(label.until)} {name.advice}"
    if not (label.until and (_is_bound(checked, match) or _is_beside(checked, match))):
        new = replacement(checked, span, name.short)
        is_glossed = label.until and new and is_first and not _is_of_its_day(checked, match)
        gloss = _gloss(checked, match, name.short) if is_glossed else ""
        if (
            label.until
            and day.source == "today"
            and (not gloss or _is_of_some_time(checked, match))
        ):
            new, gloss = None, ""
        kept = _insertion(match.end, gloss) if gloss else None
        fixes = tuple(fix for fix in (kept, new) if fix)
        if not label.until:
            message += f"; write {name.advice}"
        elif gloss:
            message += f"; write “…{gloss}” or “{name.short}”"
        elif new:
            message += "; write that"
    return finding(
        checked,
        rule,
        span,
        message + note,
        match.concept,
        aspect=aspect,
        source=name.source,
        fix=fixes[0] if fixes else None,
        alternatives=fixes[1:],
        day=day,
    )


def unclear_successor(
    checked: Checked, match: Match, rule: str, found: tuple[Heir, ...], looks: Looks
) -> Finding:
    """The finding on a name that several bodies took the place of: all of them, and no fix."""
    label = label_of(checked.base, match)
    names = [f"“{text_of(one.label, match.number)}”" + _in_brackets(one.field) for one in found]
    since = f"since {written_day(label.until)} " if label.until else "now "
    day = checked.days.at(match.start, match.end)
    message = f"“{match.text}” is an outdated name{_as_of(day)}, {since}{' and '.join(names)}"
    return finding(
        checked,
        rule,
        (match.start, match.end),
        f"{message}; name the one that is meant",
        match.concept,
        aspect=_aspect(checked, match, day, looks),
        source="; ".join(dict.fromkeys(sources_of(one.label) for one in found)),
        day=day,
    )


def key_of(checked: Checked, match: Match) -> Key:
    """What the names of one thing share in one language of a text."""
    return match.concept, lang_at(checked.document.segments, match.start)


def told(findings: Iterable[tuple[Key, Finding]]) -> Iterator[Finding]:
    """Findings on names; those of a text whose day nobody knows once a thing, at the end."""
    assumed: dict[Key, list[Finding]] = {}
    for key, one in findings:
        if one.day and one.day.source == "today":
            assumed.setdefault(key, []).append(one)
        else:
            yield one
    yield from map(_told_once, assumed.values())


def _told_once(findings: Sequence[Finding]) -> Finding:
    """The findings on one name of a text whose day nobody knows, as one at its first place, mending all
    if that may be mended.
    """
    first = findings[0]
    if len(findings) == 1:
        return first
    edits = tuple(edit for one in findings if one.fix for edit in one.fix.edits)
    more = counted(len(findings) - 1, "more place")
    return replace(
        first,
        message=f"{first.message} ({more})",
        fix=first.fix and Fix(first.fix.safety, edits),
        alternatives=(),
    )


def _aspect(checked: Checked, match: Match, day: Day, looks: Looks) -> str:
    """What is told of a name whose day nobody knows is told less gravely, and least where it may well be
    right on that day: in a text that looks past, or beside a person or an act of its time.
    """
    if not label_of(checked.base, match).until or day.source != "today":
        return ""
    is_past = looks == "past" or (looks != "later" and _is_bound(checked, match))
    return "some-day" if is_past else "assumed-day"


def _as_of(day: Day) -> str:
    """Which day was taken, where it is not today."""
    return "" if day.source == "today" else f" (taken as of {day.told})"


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""


def _name_of_today(checked: Checked, match: Match, words: str) -> Name | None:
    """The official name of the concept, or of the one that took its place."""
    found = heirs(checked, match)
    if found:
        name = name_of(found[0].concept, found[0].label, words, match.number)
        return name and as_spelled_here(checked, found[0].concept, name)
    return official(checked, match, words)


def _insertion(at: int, words: str) -> Fix:
    return Fix("suggested", (Edit(at, at, words),))


def _gloss(checked: Checked, match: Match, name: str) -> str:
    """What to write behind a name that stays, "" where a bracket or more of the name stands there, or no word is known."""
    text, end = checked.document.text, match.end
    lang = lang_at(checked.document.segments, match.start) or lang_of(checked, match)
    word = LANGUAGES[lang].phrases.now_called if lang else ""
    goes_on = text[end : end + 1] == " " and composed(text[end + 1 : end + 4])[:1].isupper()
    if not lang or not word or goes_on or _BRACKET.match(text, end):
        return ""
    grammar = LANGUAGES[lang].grammar
    name = grammar.with_article("", name, "", is_numbered=False) or name
    if _OPENED.search(text[max(0, match.start - BOUND_BEFORE) : match.start]):
        return f", {word} {name}"
    return f"{grammar.bracket_space}({word} {name})"


def _is_of_its_day(checked: Checked, match: Match) -> bool:
    """Whether the name to write is one of that day, and none of today."""
    return any(one.label.until for one in heirs(checked, match))


def _is_beside(checked: Checked, match: Match) -> bool:
    """Whether the name of today of a body stands near it, in the same line, or that of another body
    which became the same one: two that were merged are not told apart by a gloss on one.
    """
    today = ids_today(checked, match)
    text, matches = checked.document.text, checked.matches
    low, high = max(0, match.start - BESIDE_HEIR), match.end + BESIDE_HEIR
    first, last = (bisect_left(matches, at, key=lambda one: one.start) for at in (low, high))
    return any(
        not today.isdisjoint(ids_today(checked, other))
        and (other.concept != match.concept or not label_of(checked.base, other).until)
        and "\n" not in text[min(match.end, other.end) : max(match.start, other.start)]
        for other in matches[first:last]
    )


def _is_of_some_time(checked: Checked, match: Match) -> bool:
    """Whether what has a name may well be of its time, although no one knows of which: an act, the head
    of an article, a line in a table, news with a day that has no year.
    """
    text, segments = checked.document.text, checked.document.segments
    at = segment_index(segments, match.start)
    if at < 0 or segments[at].kind not in ("body", "item"):
        return True
    low, high = text.rfind("\n", 0, match.start) + 1, text.find("\n", match.end)
    line = text[low : match.start] + text[match.end : high if high >= 0 else len(text)]
    is_alone = not any(map(str.isalnum, line))
    return is_alone or checked.customs.profile.is_formal or checked.days.has_bare_day


def _is_bound(checked: Checked, match: Match) -> bool:
    """Whether a person, an act, a plan, a year or an address beside a name says that it is that of its time.

    So does a number in the name: the third plan has the title that it was given.
    """
    if match.number is not None:
        return True
    text = checked.document.text
    behind = composed(text[match.end : match.end + BOUND_BEHIND])
    if _SOURCE.match(behind):
        return True
    before = composed(text[max(0, match.start - BOUND_BEFORE) : match.start])
    bound = _bound()
    return bool(bound.before.search(before) or bound.behind.match(behind))


@cache
def _bound() -> _Bound:
    """The words of all languages: a text names bodies of other countries in theirs."""
    asked = [language.phrases for language in LANGUAGES.values()]
    before = "|".join(filter(None, (one.bound_before for one in asked)))
    behind = "|".join(filter(None, (one.bound_behind for one in asked)))
    return _Bound(
        regex(rf"(?:{before})[ \t\xa0'\"“‘*_]*\Z", re.IGNORECASE),
        regex(rf"(?:{behind})", re.IGNORECASE),
    )
