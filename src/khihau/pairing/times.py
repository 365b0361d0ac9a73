"""Which names of a target are those of the time of which the source speaks (rules C6 and P1)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.model import Match
from khihau.pairing.passages import Passage, flat
from khihau.review.official_names import label_of
from khihau.termbase.official import official_label

if TYPE_CHECKING:
    from khihau.model import Concept, Label, Lang
    from khihau.model.day import Day
    from khihau.review.base import Checked

__all__ = ["is_of_time", "is_then_in", "label_then", "names_then"]


class _Period(NamedTuple):
    """The days on which a label is a name: from the first one to the one before `until`."""

    first: datetime.date
    until: datetime.date

    def holds(self, day: Day) -> bool:
        """Whether it was a name on some day of a time."""
        return self.first <= day.last and day.first < self.until

    def meets(self, other: _Period) -> bool:
        """Whether two labels were names on one day."""
        return self.first < other.until and other.first < self.until


def is_then_in(
    passage: Passage, passages: Sequence[Passage], source: Checked, target: Checked
) -> Callable[[Match], bool]:
    """Tells of an outdated name in the target of a passage whether it is one of the source's time.

    What the passage beside says of its concept counts where its own source says nothing of it.
    """

    def is_then(match: Match) -> bool:
        at = passage.number
        near = () if passage.is_unit else passages[max(0, at - 1) : at + 2]
        beside = (one for other in near for one in other.said)
        named = (passage.said, flat(passage.said), beside)  # 환경부 in 기후에너지환경부 is no name
        mentions = ([one for one in some if one.concept == match.concept] for some in named)
        return is_of_time(match, next(filter(None, mentions), ()), source, target)

    return is_then


def is_of_time(match: Match, mentions: Iterable[Match], source: Checked, target: Checked) -> bool:
    """Whether an outdated name of the target renders names of its own time.

    `mentions` are what the source says of the concept. A name that the source has for it was one on
    the same day; or the day of the source, given or guessed, is one on which the target's was right.
    """
    concept = source.base[match.concept]
    own = _period(concept, label_of(source.base, match)) if match.status == "deprecated" else None
    if own is None:
        return False
    for mention in mentions:
        said = _period(concept, label_of(source.base, mention))
        if said and own.meets(said):
            return True
        days = [_day_at(source, mention)]
        if not said:  # a name of today shows that a day that is guessed is none of the text
            days += [source.days.guess, target.days.guess]
        if any(day and own.holds(day) for day in days):
            return True
    return False


def names_then(
    concept: Concept, mentions: Sequence[Match], source: Checked
) -> Callable[[Label], bool]:
    """Tells of a label of the past whether it was a name when each of the source's was one."""
    periods = [_period(concept, label_of(source.base, mention)) for mention in mentions]

    def is_then(label: Label) -> bool:
        own = _period(concept, label) if label.standing == "deprecated" else None
        return own is not None and all(said and own.meets(said) for said in periods)

    return is_then


def label_then(mention: Match, source: Checked, lang: Lang) -> Label | None:
    """What to write in `lang` for a mention in a source: the name of its day, else that of today.

    That of the country whose thing it is, where it has one of its own (rule M14). None where the base has no name.
    """
    concept = source.base[mention.concept]
    numbered = mention.number is not None
    today = official_label(concept, lang, numbered=numbered, country=mention.country)
    said, day = _period(concept, label_of(source.base, mention)), _day_at(source, mention)
    if day and day.first == datetime.date.min:  # of some day of the past
        day = None
    is_past = said is not None and said.until < datetime.date.max
    if not is_past and not day:
        return today
    if day and (today is None or _first(concept, today) <= day.last):
        return today
    past = [
        (label, own)
        for label in concept.labels
        if label.lang == lang and label.standing == "deprecated" and not label.sense
        if (own := _period(concept, label))
        if (own.holds(day) if day else said and own.meets(said))
    ]
    past.sort(key=lambda one: (one[0].kind != "full", one[1] != said))
    return past[0][0] if past else today


def _day_at(source: Checked, mention: Match) -> Day | None:
    """The day that governs a mention, if one is given."""
    day = source.days.at(mention.start, mention.end)
    if day.is_given:
        return day
    return source.days.bound


def _period(concept: Concept, label: Label) -> _Period | None:
    """When a label was a name, None where the glossary says neither when it began nor when it ended."""
    if not label.since and not label.until:
        return None
    return _Period(_first(concept, label), label.until or datetime.date.max)


def _first(concept: Concept, label: Label) -> datetime.date:
    """The first day of a label: what it says, else the day on which the last one before it ended."""
    until = label.until or datetime.date.max
    ended = (
        one.until
        for one in concept.labels
        if one.lang == label.lang and one.until and one.until < until
    )
    return label.since or max(ended, default=datetime.date.min)
