"""The days that govern the names of a document: asked place by place, each sentence read once."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from khihau.dating.clauses import PAST, Sentence, day_in, is_of_today, is_told, sentence_of
from khihau.dating.document import file_day, given_day
from khihau.dating.former import is_former
from khihau.dating.supplements import Supplement, supplements
from khihau.dating.told import Told, told_days
from khihau.dating.written import has_bare_day
from khihau.documents.segments import segment_index
from khihau.languages.sentences import sentences
from khihau.model.day import Day
from khihau.text.compose import composed
from khihau.text.spans import last_at

if TYPE_CHECKING:
    from khihau.model import Document, Options, Status

__all__ = ["Dated", "Days"]


class Dated(Protocol):
    """A label with a status that may have ended on a day."""

    @property
    def standing(self) -> Status: ...

    @property
    def until(self) -> datetime.date | None: ...


class Days:
    """Which day governs a name, and why: that of its clause, else that of its document (rule C6).

    Nothing is read before a place is asked about: few texts hold a name that had its time.
    """

    def __init__(self, document: Document, options: Options) -> None:
        self._document = document
        self._options = options
        self._spans: dict[int, list[tuple[int, int]]] = {}
        self._sentences: dict[tuple[int, int], Sentence] = {}

    @cached_property
    def today(self) -> datetime.date:
        """The day on which the tool runs."""
        return datetime.datetime.now(tz=datetime.UTC).date()

    @cached_property
    def document(self) -> Day:
        """The day of the document where it is given, else today."""
        given = given_day(self._document, self._options)
        return given or Day(self.today, self.today, "today")

    @property
    def of_text(self) -> Day:
        """The day of the document: given, else told as to come, else guessed, else today."""
        return self.bound or self.guess or self.document

    @cached_property
    def guess(self) -> Day | None:
        """The day that the file, or else the text, lets one guess where none is given."""
        if self.document.is_given:
            return None
        return file_day(self._document) or self._told.latest

    @cached_property
    def bound(self) -> Day | None:
        """The day before which a text was written that gives none: it tells it as still to come."""
        return None if self.document.is_own else self._told.bound

    @cached_property
    def has_bare_day(self) -> bool:
        """Whether the text has a day of a month without its year, as news does."""
        return has_bare_day(self._document)

    def at(self, start: int, end: int) -> Day:
        """The day that governs the name at text[start:end], in code points."""
        return self._clause(start, end) or self._supplement(start) or self.document

    def is_past(self, start: int, end: int) -> bool:
        """Whether the clause speaks of a name as one of the past, without a date."""
        return self._clause(start, end) == PAST

    def status_of(self, label: Dated, start: int, end: int) -> Status:
        """The status of a label at text[start:end]: before its `until`, a deprecated one was right."""
        if label.standing != "deprecated" or not label.until:
            return label.standing
        if self.at(start, end).first < label.until:
            return "admitted"
        return "admitted" if self.bound and self.bound.last < label.until else "deprecated"

    def is_of_today(self, start: int, end: int) -> bool:
        """Whether a name stands as that of today, as a new one, or as a source: nay là …, theo …."""
        sentence, low = self._sentence(start)
        if sentence is None:
            return False
        span = self._in_sentence(low, start, end)
        return is_told(sentence, *span) or is_of_today(sentence, *span)

    def came_of(self, old: tuple[int, int], new: tuple[int, int]) -> bool:
        """Whether one sentence tells that what the name at `old` named became that at `new`, behind it."""
        sentence, low = self._sentence(old[0])
        if sentence is None or self._sentence(new[0]) != (sentence, low):
            return False
        return is_of_today(sentence, *self._in_sentence(low, *new))

    def _clause(self, start: int, end: int) -> Day | None:
        """The day of the clause, of which the words right beside the name say most."""
        if is_former(self._document.text, start, end):
            return PAST
        sentence, low = self._sentence(start)
        if sentence is None:
            return None
        return day_in(sentence, *self._in_sentence(low, start, end), self.document)

    def _supplement(self, start: int) -> Day | None:
        """The day of the supplementary provisions around a place, whatever that of the act is."""
        at = last_at(self._supplements, start)
        return self._supplements[at].day if at >= 0 else None

    @cached_property
    def _supplements(self) -> list[Supplement]:
        return supplements(self._document)

    def _in_sentence(self, low: int, start: int, end: int) -> tuple[int, int]:
        """Where a name stands in its composed sentence, which begins at `low`."""
        first = len(composed(self._document.text[low:start]))
        return first, first + len(composed(self._document.text[start:end]))

    def _sentence(self, offset: int) -> tuple[Sentence | None, int]:
        """The sentence that holds an offset, None where nobody knows its language, and its start."""
        document = self._document
        at = segment_index(document.segments, offset)
        segment = document.segments[at] if at >= 0 else None
        if segment is None or segment.lang is None or segment.end <= offset:
            return None, offset
        if at not in self._spans:
            span = segment.start, segment.end
            self._spans[at] = sentences(document.text, *span, segment.lang)
        spans = self._spans[at]
        span = spans[last_at(spans, offset)]
        if span not in self._sentences:
            words = document.text[slice(*span)]
            self._sentences[span] = sentence_of(words, segment.lang, self.document.last)
        return self._sentences[span], span[0]

    @cached_property
    def _told(self) -> Told:
        return told_days(self._document, self.today, self._supplements)
