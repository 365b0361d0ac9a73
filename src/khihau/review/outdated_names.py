"""Which names of a text are outdated, and which were right on the day that is guessed for it (rule C6)."""

from __future__ import annotations

from typing import NamedTuple

from khihau.model import ALLOWED, Match
from khihau.model.day import Day
from khihau.review.base import Checked, is_judged
from khihau.review.official_names import label_of

__all__ = ["OutdatedNames", "outdated_names"]


class OutdatedNames(NamedTuple):
    """The names that are outdated on the day that governs them, and those that were right on a guessed
    `day`, each in text order.
    """

    sure: tuple[Match, ...] = ()
    of_their_time: tuple[Match, ...] = ()
    day: Day | None = None


def outdated_names(checked: Checked) -> OutdatedNames:
    """Sort the deprecated names of the writer's own prose that no clause speaks of as past."""
    found = [
        match
        for match in checked.matches
        if match.status == "deprecated"
        and is_judged(checked.document, match.start, match.end)
        and not checked.days.is_past(match.start, match.end)
    ]
    day = _guess(checked) if found else None
    if day is None:
        return OutdatedNames(tuple(found))
    untils = [label_of(checked.base, match).until for match in found]
    was_right = [bool(until and day.first < until) for until in untils]
    return OutdatedNames(
        tuple(match for match, right in zip(found, was_right, strict=True) if not right),
        tuple(match for match, right in zip(found, was_right, strict=True) if right),
        day,
    )


def _guess(checked: Checked) -> Day | None:
    """The day that is guessed for the text; one on which a name in it came up, where that is later."""
    guess = checked.days.guess
    if guess is None:
        return None
    for match in checked.matches:
        since = label_of(checked.base, match).since if match.status in ALLOWED else None
        if since and since > guess.last:
            words = " ".join(match.text.split())
            guess = Day(since, since, "text", words, (match.start, match.end))
    return guess
