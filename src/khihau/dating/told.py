"""What the dates that a text tells say of its own day: the latest one, and those still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from khihau.dating.clauses import is_of_act
from khihau.dating.tuned import SOON, TITLE_REACH, TO_COME_AFTER, TO_COME_BEFORE
from khihau.dating.written import Written, written_dates
from khihau.documents.prose.comments import blanked
from khihau.languages import LANGUAGES
from khihau.model.day import Day
from khihau.quantities.one_form import plain
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.dating.supplements import Supplement
    from khihau.model import Document

__all__ = ["Told", "told_days"]

_STOP = regex(r"[.;!?\n]\s|,\s(?=\D)")
_YEAR = regex(r"(?:19|20)\d\d|['’]\d\d")


class Told(NamedTuple):
    """The latest day that a text tells, and the last one before which it was written; None unknown.

    Neither says when the text was written: the first not before, the second only that it was earlier.
    """

    latest: Day | None = None
    bound: Day | None = None


class _Date(NamedTuple):
    """A date of the text, the span of its words, and whether they tell it as still to come."""

    date: Written
    place: tuple[int, int]
    is_to_come: bool


def told_days(
    document: Document, today: datetime.date, supplements: Iterable[Supplement] = ()
) -> Told:
    """Read all dates of a document's prose but those of acts; linear in its length.

    The day of an amendment is told, too: what an act says is not older.

    A day that the text speaks of as still to come after today, and soon, shows that it is of today:
    then nothing is told.
    """
    found = [*_dates(document), *_amended(supplements)]
    soon = today + datetime.timedelta(days=SOON)
    if any(today < one.date.first <= soon and not _is_year(one.date) for one in found):
        return Told()
    past = [one for one in found if one.date.first <= today]
    latest = max(past, key=_last, default=None)
    bound = max((one for one in past if one.is_to_come), key=_last, default=None)
    if bound and any(one.date.first > bound.date.last for one in past if not one.is_to_come):
        bound = None
    return Told(
        latest and Day(latest.date.first, latest.date.last, "text", *_said(document, latest)),
        bound and Day(bound.date.last, bound.date.last, "to-come", *_said(document, bound)),
    )


def _last(one: _Date) -> datetime.date:
    return one.date.last


def _is_year(date: Written) -> bool:
    return (date.last - date.first).days > SOON // 2


def _said(document: Document, one: _Date) -> tuple[str, tuple[int, int]]:
    return document.text[slice(*one.place)], one.place


def _amended(supplements: Iterable[Supplement]) -> Iterator[_Date]:
    for _, day in supplements:
        if day and day.place:
            yield _Date(Written(*day.place, day.first, day.last), day.place, is_to_come=False)


def _dates(document: Document) -> Iterator[_Date]:
    text = blanked(document.text, document.protected)
    for segment in document.segments:
        words = text[segment.start : segment.end]
        if not segment.lang or not _YEAR.search(words):
            continue
        source, dating = plain(words), LANGUAGES[segment.lang].dating
        for date in written_dates(source.text, segment.lang):
            title = source.text[max(0, date.start - TITLE_REACH) : date.start]
            if is_of_act(title, dating):
                continue
            before = _STOP.split(source.text[max(0, date.start - TO_COME_BEFORE) : date.start])[-1]
            after = _STOP.split(source.text[date.end : date.end + TO_COME_AFTER])[0]
            is_to_come = dating.to_come.search(before) or dating.to_come_behind.search(after)
            low, high = source.span(date.start, date.end)
            place = segment.start + low, segment.start + high
            yield _Date(date, place, bool(is_to_come))
