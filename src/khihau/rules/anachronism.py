"""anachronism: a name of a later time than its clause or its text.

What it finds: a body, a plan or an act under a name that it did not have on the day of which the
clause speaks, or on the day that the text gives as its own: a ministry of 2025 that issues a circular
in 2023. Only a date that stands with the name in one part of the sentence counts, the year of a session
that opens its clause (At COP28, the Ministry …), that in the number of the act by which a body was set
up or which it issued, and only a day that is given; a day that is guessed tells nothing. Left alone are names that are given as those of today
(nay là …, 현 …, now the …), sources (theo …, …에 따르면), quoted speech and titles.

Why it matters: it is an error of fact, and a frequent one since ministries were renamed in 2025: the
name did not exist. There is no fix: only the writer knows which body of that time is meant.

The law on it: rule C6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Năm 2023, Bộ Nông nghiệp và Môi trường đã ban hành thông tư. | Năm 2025, Bộ Nông nghiệp và Môi trường đã ban hành thông tư. |
| ko | 2023년 기후에너지환경부는 지침을 발표했다. | 2026년 기후에너지환경부는 지침을 발표했다. |
| en | In 2023, the Ministry of Agriculture and Environment issued the circular. | In 2026, the Ministry of Agriculture and Environment issued the circular. |
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from khihau.model import ALLOWED
from khihau.model.day import written_day
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.named_days import day_of_act, day_of_session
from khihau.review.official_names import label_of, note_of
from khihau.termbase.official import was_called

if TYPE_CHECKING:
    from khihau.model import Finding, Match
    from khihau.model.day import Day

__all__ = ["RULE"]


_GLOSS = 12  # characters at most between a name and the bracket with its name of that time


def _find(checked: Checked) -> Iterator[Finding]:
    for at, (match, following) in enumerate(zip_longest(checked.matches, checked.matches[1:])):
        if match.status not in ALLOWED or match.alternatives:
            continue
        if following and _is_glossed(checked.document.text, match, following):
            continue
        since = label_of(checked.base, match).since
        if not since:
            continue
        act = day_of_act(checked, match)
        if act and act.last < since and not checked.days.is_of_today(match.start, match.end):
            yield _finding(checked, match, written_day(since), act)
            continue
        if not is_judged(checked.document, match.start, match.end):
            continue
        day = checked.days.at(match.start, match.end)
        if day.source != "clause":
            day = day_of_session(checked, at) or day
        if not day.is_own:  # the settings say what is usual
            day = checked.days.bound or day._replace(source="today")
        is_sure = day.is_close if day.source == "clause" else day.is_given
        if is_sure and day.last < since and not checked.days.is_of_today(match.start, match.end):
            yield _finding(checked, match, written_day(since), day)


def _is_glossed(text: str, match: Match, following: Match) -> bool:
    """Whether another name of the concept stands in a bracket behind: 기후에너지환경부(당시 환경부)."""
    between = text[match.end : following.start]
    is_other = following.concept == match.concept and following.label != match.label
    return is_other and len(between) <= _GLOSS and between.lstrip().startswith(("(", "（", "["))


def _finding(checked: Checked, match: Match, since: str, day: Day) -> Finding:
    concept = checked.base[match.concept]
    label = label_of(checked.base, match)
    was = was_called(concept, label)
    then = f"; it was “{was.text}” then" if was else ""
    note = note_of(label)
    return finding(
        checked,
        RULE.name,
        (match.start, match.end),
        f"“{match.text}” is a name since {since}, and this is of {day.told}{then}; "
        f"name the body of that time{note}",
        match.concept,
        day=day,
    )


RULE = Rule("anachronism", "a name of a later time than its clause", _find)
