"""A place where a label may stand, and what a language says of it."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Sequence
from itertools import starmap
from typing import Any, Literal, NamedTuple

from khihau.model import Kind, LabelLang, Lang, Sense, Status
from khihau.text.fold import BARRIER, Folded
from khihau.text.regex import regex
from khihau.text.stops import ENDS, WIDE

__all__ = [
    "ACCEPT",
    "Candidate",
    "Term",
    "Verdict",
    "Word",
    "reject",
    "sentence_around",
    "undecided",
]


class Word(NamedTuple):
    """A word that a label is looked at with (`near`, `covered_by`): as stored, and folded."""

    text: str
    folded: str


class Term(NamedTuple):
    """A label as the matcher knows it: `syllables` counts those of its own language.

    `before` and `after` are the folded syllables that may make a longer word with its edges: only
    where one of them stands beside a candidate need the word list be asked. `opens` says that the
    label can mean nothing else, so that it tells what a document is about (rule M8); `domain`, the
    concept's, is "" where a label waits for more than that. `is_press` says that only newspapers have it.
    """

    concept: str
    lang: LabelLang
    text: str
    standing: Status
    kind: Kind
    case_exact: bool
    syllables: int
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    covered_by: tuple[Word, ...] = ()
    near: tuple[Word, ...] = ()
    not_near: tuple[Word, ...] = ()
    until: datetime.date | None = None
    sense: Sense | None = None
    domain: str = ""
    opens: bool = False
    is_press: bool = False

    def row(self) -> list[Any]:
        """The fields in order as plain JSON; most terms have only the first ones."""
        row: list[Any] = list(self)
        row[7:9] = " ".join(sorted(self.before)), " ".join(sorted(self.after))
        row[12] = self.until.isoformat() if self.until else None
        while not row[-1] and len(row) > 7:
            del row[-1]
        return row

    @classmethod
    def of(cls, row: Sequence[Any]) -> Term:
        """The term of a `row`."""
        fields = list(row)
        fields[7:9] = (frozenset(syllables.split()) for syllables in row[7:9])
        fields[9:12] = (tuple(starmap(Word, words)) for words in row[9:12])
        fields[12:13] = (day and datetime.date.fromisoformat(day) for day in row[12:13])
        return cls(*fields)


class Candidate(NamedTuple):
    """A place where a pattern of a term stands: offsets into the folded text, half-open.

    `lang` is the language of the segment around it, None when it tells none.
    """

    folded: Folded
    start: int
    end: int
    term: Term
    lang: Lang | None

    @property
    def text(self) -> str:
        """The folded text at the candidate."""
        return self.folded.text[self.start : self.end]


class Verdict(NamedTuple):
    """The word on a candidate; `reason` is one of rule M10, `detail` the evidence.

    One that is "shut" lacks the words that its label needs, and waits for what else the document says.
    """

    outcome: Literal["accept", "reject", "undecided", "shut"]
    reason: str = ""
    detail: str = ""


ACCEPT = Verdict("accept")

# The Latin ones stop before a space only.
_STOP = regex(rf"[{ENDS}{BARRIER}](?:(?<=[{WIDE}{BARRIER}])|(?=([\"')\]]*+ )))")
_SENTENCE_REACH = 2000  # a "sentence" longer than this on one side is a table or a list
_USUAL_REACH = 200  # characters: in most sentences the search ends so soon


def reject(reason: str, detail: str = "") -> Verdict:
    """A candidate that is not this word."""
    return Verdict("reject", reason, detail)


def undecided(reason: str, detail: str = "") -> Verdict:
    """A candidate that only an analyser could settle."""
    return Verdict("undecided", reason, detail)


def sentence_around(candidate: Candidate) -> tuple[int, int]:
    """The span, in the folded text, of the sentence that a candidate stands in."""
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    first, last = max(0, start - _SENTENCE_REACH), min(len(text), end + _SENTENCE_REACH)
    for low in (max(first, start - _USUAL_REACH), first):
        before = deque(_STOP.finditer(text, low, start), maxlen=1)
        if before:
            first = before[0].end() + len(before[0][1] or "")
            break
    after = _STOP.search(text, end, last + _USUAL_REACH)
    return first, min(after.start(), last) if after else last
