"""The rows of an index, worked out from a termbase: every spelling of every label as a pattern."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from khihau.languages import LANGUAGES, spellings
from khihau.languages.base import Term, Word
from khihau.languages.numbers import placeholder, split
from khihau.match.index import Rows
from khihau.match.official import official_label
from khihau.model import LANGS, Concept, Label, LabelLang, Termbase
from khihau.text.fold import BARRIER, Squeezed, fold, is_hangul

__all__ = ["rows_of"]


class _Spelling(NamedTuple):
    """A pattern of the term whose line starts there; see `index.Entry` for the rest."""

    pattern: str
    korean: bool
    term: int
    how: str
    form: list[Any] | None


def rows_of(base: Termbase) -> Rows:
    """Work out the rows of a termbase; mistranslations are left out (they are for `pair`)."""
    terms = bytearray()
    spaced: dict[str, list[_Spelling]] = {}
    squeezed: dict[str, list[_Spelling]] = {}
    acronyms: dict[str, str] = {}
    for concept in base.concepts:
        for label in concept.labels:
            if label.status == "mistranslation":
                continue
            folded = fold(label.text, keep_case=True).text.strip(" ")
            for spelling in _spellings(label, folded, len(terms)):
                table = squeezed if spelling.korean else spaced
                table.setdefault(spelling.pattern, []).append(spelling)
            terms += _json(_term(concept.id, label, folded).row()) + b"\n"
            if label.kind == "acronym":
                acronyms[label.text] = concept.id
    return Rows(
        terms=bytes(terms),
        spaced="\n".join(spaced).encode(),
        spaced_entries=_entries(spaced),
        squeezed="\n".join(squeezed).encode(),
        squeezed_entries=_entries(squeezed),
        names=_json({concept.id: _names(concept) for concept in base.concepts}),
        acronyms=_json(acronyms),
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _entries(table: dict[str, list[_Spelling]]) -> bytes:
    return b"\n".join(_json([_entry(spelling) for spelling in group]) for group in table.values())


def _entry(spelling: _Spelling) -> list[Any]:
    entry = [spelling.term, spelling.how[0]]
    return [*entry, spelling.form] if spelling.form else entry


def _names(concept: Concept) -> list[dict[LabelLang, str]]:
    names: list[dict[LabelLang, str]] = []
    for numbered in (False, True):
        labels = {lang: official_label(concept, lang, numbered=numbered) for lang in LANGS}
        names.append({lang: label.text for lang, label in labels.items() if label})
    return names


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
        covered_by=_words(label.covered_by),
        near=_words(label.near),
        not_near=_words(label.not_near),
        until=label.until,
    )


def _words(words: tuple[str, ...]) -> tuple[Word, ...]:
    return tuple(Word(word, fold(word).text) for word in words)


# --- spellings ------------------------------------------------------------------------------------


def _spellings(label: Label, folded: str, term: int) -> Iterator[_Spelling]:
    korean = any(map(is_hangul, folded))
    seen: set[str] = set()
    for variant in spellings(label, folded):
        if not variant.text or BARRIER in variant.text or variant.text in seen:
            continue
        seen.add(variant.text)
        cased = variant.text.replace(" ", "") if korean else variant.text
        spaces = _spaces(variant.text) if korean else []
        before = after = ""
        if label.numbered:
            cased, before, after = _sides(label, cased)
        form = [cased if label.case_exact else "", spaces, before, after]
        how = "number" if label.numbered else variant.how
        yield _Spelling(cased.lower(), korean, term, how, form if any(form) else None)


def _spaces(text: str) -> list[int]:
    """Where a label may be spaced because it is so stored; after a number counted from the end."""
    offsets = Squeezed(text).spaces
    left, mark, _ = split(text)
    border = len(left.replace(" ", "")) if mark else len(text)
    total = len(text.replace(" ", ""))
    return [offset if offset <= border else offset - total for offset in offsets]


def _sides(label: Label, cased: str) -> tuple[str, str, str]:
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
        return cased_left.strip(" "), "", f"{left_space}{number}{end}"
    start = f"{re.escape(left)}{left_space}" if left else r"(?<![0-9.,])"
    return cased_right.strip(" "), f"{start}{number}{right_space}$", ""
