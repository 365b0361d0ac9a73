"""The parts of an act that have a day of their own: the supplementary provisions of an amendment."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.model.day import Day
from khihau.text.compose import recomposed

if TYPE_CHECKING:
    from khihau.model import Document

__all__ = ["Supplement", "supplements"]


class Supplement(NamedTuple):
    """Where such a part begins, in code points, and its day; None where what has no day begins."""

    start: int
    day: Day | None


def supplements(document: Document) -> list[Supplement]:
    """The supplementary provisions of a document in text order, each up to the start of the next.

    One without a date, or with one that is none, is not read: 부칙 above 부칙 <제11947호,2013.7.30>.
    """
    return sorted(_found(document), key=itemgetter(0))


def _found(document: Document) -> Iterator[Supplement]:
    text = None
    for lang in dict.fromkeys(one.lang for one in document.segments if one.lang):
        pattern = LANGUAGES[lang].dating.supplement
        if pattern is None:
            continue
        text = text or recomposed(document.text)
        for found in pattern.finditer(text.text):
            start = text.origin(found.start())
            if not found["year"]:
                yield Supplement(start, None)
                continue
            place = text.origin(found.start("year")), text.origin(found.end("day"))
            try:
                date = datetime.date(*(int(found[part]) for part in ("year", "month", "day")))
            except ValueError:
                continue
            words = document.text[slice(*place)]
            yield Supplement(start, Day(date, date, "dateline", words, place))
