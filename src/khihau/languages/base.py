"""What a language answers: how its labels may be spelled, and whether a candidate is that word.

A language is a module-level value of three steps: `variants` gives more patterns for one label,
`edges` accepts, rejects or leaves undecided one candidate, `decide` settles what is undecided.
"""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from khihau.model import Analyser, Kind, LabelLang, Lang, Status
from khihau.text.fold import BARRIER, Folded, fold, is_hangul
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = [
    "ACCEPT",
    "Candidate",
    "Language",
    "Term",
    "Variant",
    "Verdict",
    "Word",
    "acronym_variants",
    "dash_variants",
    "data_groups",
    "data_lines",
    "decide_nothing",
    "like",
    "loan_variants",
    "neighbours",
    "no_competitors",
    "reject",
    "sentence_around",
    "undecided",
]


class Variant(NamedTuple):
    """A spelling of a label, folded with its case kept, and how far it is from the stored one."""

    text: str
    how: Literal["exact", "spelling", "plural"]


class Word(NamedTuple):
    """A word that a label is looked at with (`near`, `covered_by`): as stored, and folded."""

    text: str
    folded: str


class Term(NamedTuple):
    """A label as the matcher knows it: `syllables` counts those of its own language.

    `before` and `after` are the folded syllables that may make a longer word with its edges: only
    where one of them stands beside a candidate need the word list be asked.
    """

    concept: str
    lang: LabelLang
    text: str
    status: Status
    kind: Kind
    case_exact: bool
    syllables: int
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    covered_by: tuple[Word, ...] = ()
    near: tuple[Word, ...] = ()
    not_near: tuple[Word, ...] = ()
    until: datetime.date | None = None

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
        fields[12:] = (datetime.date.fromisoformat(day) for day in row[12:])
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
    """A language's word on a candidate; `reason` is one of rule M10, `detail` the evidence."""

    outcome: Literal["accept", "reject", "undecided"]
    reason: str = ""
    detail: str = ""


ACCEPT = Verdict("accept")

_FREE = frozenset(("", " ", "(", ")", "\n", '"'))  # beside these every word starts and ends
# The Latin ones stop before a space only.
_STOP = regex(rf"[.!?…。！？{BARRIER}](?:(?<=[。！？{BARRIER}])|(?=([\"')\]]*+ )))")
_SENTENCE_REACH = 2000  # a "sentence" longer than this on one side is a table or a list
_USUAL_REACH = 200  # characters: in most sentences the search ends so soon
_SPACED_DASH = regex(r"\s[-‐‑‒–−]\s|[—―]")
_DASHES = regex(r"\s*[-‐‑‒–−—]\s*")


def reject(reason: str, detail: str = "") -> Verdict:
    """A candidate that is not this word."""
    return Verdict("reject", reason, detail)


def undecided(reason: str, detail: str = "") -> Verdict:
    """A candidate that only an analyser could settle."""
    return Verdict("undecided", reason, detail)


class Language(Protocol):
    """One language of the termbase."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:
        """More spellings of a label; `folded` is its text, folded with its case kept."""

    def syllables(self, folded: str) -> int:
        """How many syllables of this language a folded label has."""

    def edges(self, candidate: Candidate) -> Verdict:
        """Whether the candidate starts and ends where a word of this language may."""

    def competitors(self, folded: str) -> tuple[frozenset[str], frozenset[str]]:
        """The syllables that may make a longer word with a label's edge: before it, after it."""

    def decide(
        self, undecided: Sequence[tuple[Candidate, Verdict]], analyser: Analyser
    ) -> Sequence[Verdict]:
        """The last word on each undecided candidate: an analyser's vote, else its own verdict."""


def no_competitors(folded: str) -> tuple[frozenset[str], frozenset[str]]:  # noqa: ARG001
    """The `competitors` of a language whose edges ask no word list."""
    return frozenset(), frozenset()


def decide_nothing(
    undecided: Sequence[tuple[Candidate, Verdict]],
    analyser: Analyser,  # noqa: ARG001
) -> Sequence[Verdict]:
    """The `decide` of a language that has no analyser: what is undecided stays out."""
    return [verdict for _, verdict in undecided]


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


def neighbours(candidate: Candidate) -> Verdict:
    """The edges that Latin letters and digits need in any language (rule M6).

    Hangul, kana and Han beside a Latin letter are an edge, another letter, mark or digit is none;
    an underscore or emphasis that the fold dropped is an edge on the left, an underscore also on
    the right.
    """
    text, start, end = candidate.folded.text, candidate.start, candidate.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _FREE and after in _FREE:
        return ACCEPT
    first, last = text[start], text[end - 1]
    if not _is_cjk(first):
        if _adjoins(before) and not candidate.folded.gap(start):
            return reject("edge", f"“{before}” before it")
        if first.isdigit() and before in (".", ",") and text[start - 2 : start - 1].isdigit():
            return reject("edge", "a decimal before it")
    if not _is_cjk(last):
        if _adjoins(after) and "_" not in candidate.folded.gap(end):
            return reject("edge", f"“{after}” after it")
        if last.isdigit() and after in (".", ",") and text[end + 1 : end + 2].isdigit():
            return reject("edge", "a decimal after it")
        if after == "+" and candidate.term.kind in ("acronym", "symbol"):
            return reject("edge", "“+” after it")
    return ACCEPT


def _is_cjk(character: str) -> bool:
    return (
        is_hangul(character)
        or "\u3040" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
    )


def _adjoins(character: str) -> bool:
    return (character.isalnum() or "\u0300" <= character <= "\u036f") and not _is_cjk(character)


# --- spellings that more than one language needs --------------------------------------------------


def acronym_variants(folded: str) -> Iterable[Variant]:
    """Letters and digits joined or not (COP29, COP 29), and the English plural (NDCs)."""
    joined = re.sub(r"(?<=[^\W\d_]) (?=\d)|(?<=\d) (?=[^\W\d_])", "", folded)
    borders = [border.start() for border in re.finditer(r"(?<=[^\W\d_])(?=\d)", joined)]
    for spelling in (joined, *(f"{joined[:border]} {joined[border:]}" for border in borders)):
        yield Variant(spelling, "spelling")
    if joined[-1:].isalpha() and joined[-1:].isascii():
        yield Variant(folded + "s", "plural")


def dash_variants(folded: str, text: str) -> list[str]:
    """A label that is written with a dash stands with a close or a spaced one: folded forms.

    A hyphen joins words, and is none where it has spaces beside it ("low – carbon").
    """
    if not _SPACED_DASH.search(text):
        return [folded]
    close, spaced = (fold(_DASHES.sub(sign, text), keep_case=True).text for sign in (" ", " - "))
    return list(dict.fromkeys((folded, close, spaced)))


def loan_variants(folded: str, groups: Sequence[Sequence[str]], *, words: bool) -> list[str]:
    """Every form of a label under a table of loan spellings, of whole `words` or of any part."""
    forms = [folded]
    lower = folded.lower()
    for group in groups:
        if not any(map(lower.__contains__, group)):
            continue
        spellings = "|".join(map(re.escape, sorted(group, key=len, reverse=True)))
        edges = (r"(?<![^\W_])", r"(?![^\W_])") if words else ("", "")
        pattern = re.compile(f"{edges[0]}(?:{spellings}){edges[1]}", re.IGNORECASE)
        if pattern.search(folded):
            forms = [
                pattern.sub(lambda found, new=new: like(found.group(), new), form)  # type: ignore[misc]
                for form in forms
                for new in group
            ]
    return list(dict.fromkeys((folded, *forms)))


def like(model: str, text: str) -> str:
    """A text in the case of another: all capitals, a capital first, or as it is."""
    if model.isupper():
        return text.upper()
    return text[0].upper() + text[1:] if model[:1].isupper() else text


# --- language data --------------------------------------------------------------------------------


def data_lines(name: str) -> list[str]:
    """The entries of a data file of this package: no comments, no blank lines."""
    path = Path(__file__).with_name("data") / name
    lines = path.read_text("utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return [entry for entry in entries if entry]


def data_groups(name: str) -> list[list[str]]:
    """The groups of a data file whose lines read `one = other = third`."""
    return [[form.strip() for form in line.split(" = ")] for line in data_lines(name)]
