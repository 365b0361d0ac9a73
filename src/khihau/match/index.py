"""What a scan needs of a termbase: patterns, and the terms behind each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from khihau.languages import LANGUAGES
from khihau.languages.base import Term, Variant, acronym_variants
from khihau.languages.numbers import placeholder, split
from khihau.model import Label, Termbase
from khihau.text.fold import fold, is_hangul, squeeze

__all__ = ["Entry", "Index", "index_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of one term. `cased` is the pattern with its case kept.

    For a numbered label the pattern is its longer literal side; `before` and `after` match what
    stands left and right of it. `spaces` are the offsets, spaces not counted, of those in the label.
    """

    term: Term
    how: str
    cased: str
    spaces: frozenset[int] = frozenset()
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Patterns:
    """An automaton, and for each of its patterns the entries that share it."""

    automaton: AhoCorasick
    entries: tuple[tuple[Entry, ...], ...]

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Every (start, end, entry) in a folded or squeezed text, overlapping ones too."""
        for pattern, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            for entry in self.entries[pattern]:
                yield start, end, entry


@dataclass(frozen=True, slots=True)
class Index:
    """`spaced` is searched in the folded text, `squeezed` (labels with Hangul) in it without spaces."""

    spaced: Patterns
    squeezed: Patterns


@lru_cache(maxsize=8)
def index_of(base: Termbase) -> Index:
    """The index of a termbase, built once; mistranslations are left out (they are for `pair`)."""
    spaced: dict[str, list[Entry]] = {}
    squeezed: dict[str, list[Entry]] = {}
    for concept in base.concepts:
        for label in concept.labels:
            if label.status == "mistranslation":
                continue
            for pattern, entry, korean in _patterns(concept.id, label):
                (squeezed if korean else spaced).setdefault(pattern, []).append(entry)
    return Index(_build(spaced), _build(squeezed))


def _build(table: dict[str, list[Entry]]) -> Patterns:
    automaton = AhoCorasick(list(table), matchkind=MatchKind.Standard)
    return Patterns(automaton, tuple(map(tuple, table.values())))


def _patterns(concept: str, label: Label) -> Iterator[tuple[str, Entry, bool]]:
    folded = fold(label.text, keep_case=True).text.strip(" ")
    term = _term(concept, label, folded)
    korean = any(map(is_hangul, folded))
    seen: set[str] = set()
    for variant in _variants(label, folded):
        if not variant.text or variant.text in seen:
            continue
        seen.add(variant.text)
        cased = variant.text.replace(" ", "") if korean else variant.text
        spaces = _spaces(variant.text) if korean else frozenset()
        if label.numbered:
            cased, before, after = _sides(label, cased)
            entry = Entry(term, "number", cased, spaces, before, after)
        else:
            entry = Entry(term, variant.how, cased, spaces)
        yield entry.cased.lower(), entry, korean


def _term(concept: str, label: Label, folded: str) -> Term:
    language = LANGUAGES[label.lang]
    before, after = language.competitors(folded.lower())
    return Term(
        concept=concept,
        lang=label.lang,
        text=label.text,
        status=label.status,
        kind=label.kind,
        case_exact=label.case_exact,
        syllables=language.syllables(folded),
        before=before,
        after=after,
        covered_by=label.covered_by,
        near=label.near,
        not_near=label.not_near,
        until=label.until,
    )


def _variants(label: Label, folded: str) -> Iterable[Variant]:
    yield Variant(folded, "exact")
    if label.kind in ("acronym", "symbol"):
        if not label.numbered:
            yield from acronym_variants(folded)
    else:
        yield from LANGUAGES[label.lang].variants(label, folded)


def _spaces(text: str) -> frozenset[int]:
    """Where a label may be spaced because it is so stored; after a number counted from the end."""
    offsets = squeeze(text).spaces
    left, mark, _ = split(text)
    border = len(left.replace(" ", "")) if mark else len(text)
    total = len(text.replace(" ", ""))
    return frozenset(offset if offset <= border else offset - total for offset in offsets)


def _sides(label: Label, cased: str) -> tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]:
    """The literal that goes into the automaton, and what must stand on its left and right."""
    left, mark, right = split(cased.lower())
    number = placeholder(label.lang, mark)
    joint = " ?" if label.kind in ("acronym", "symbol") else ""
    left_space = joint or (" " if left.endswith(" ") else "")
    right_space = " " if right.startswith(" ") else ""
    left, right = left.strip(" "), right.strip(" ")
    cased_left, _, cased_right = split(cased)
    if len(left) >= len(right):
        end = f"{right_space}{re.escape(right)}" if right else r"(?![0-9]|[.,][0-9])"
        return cased_left.strip(" "), None, re.compile(f"{left_space}{number}{end}")
    start = f"{re.escape(left)}{left_space}" if left else r"(?<![0-9.,])"
    return cased_right.strip(" "), re.compile(f"{start}{number}{right_space}$"), None
