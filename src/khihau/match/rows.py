"""The rows of an index, worked out from a termbase: every spelling of every label as a pattern."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from khihau.languages import LANGUAGES, spellings
from khihau.languages.candidates import Term, Word
from khihau.languages.session_numbers import placeholder, split
from khihau.match.inner_names import InnerNames
from khihau.match.patterns import Rows
from khihau.match.title_rows import act_rows, name_rows
from khihau.match.tuned import SPACED_RUN, SQUEEZED_RUN
from khihau.model import LANGS, PRESS, Concept, Label, Termbase
from khihau.termbase.official import official_label
from khihau.text.fold import BARRIER, Squeezed, fold, is_hangul

__all__ = ["rows_of"]

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TAB = "\t"  # stands in no folded text, and between two patterns


class _Spelling(NamedTuple):
    """A pattern of a term; see `index.Entry` for the rest."""

    pattern: str
    korean: bool
    how: str
    form: list[Any] | None


def rows_of(base: Termbase, names_inside: Termbase | None = None) -> Rows:
    """Work out the rows of a termbase; mistranslations are left out (they are for `pair`).

    `names_inside` is the base whose names may stand inside its labels, if that is another one.
    """
    terms, official = bytearray(), bytearray()
    spaced: dict[str, list[list[Any]]] = {}
    squeezed: dict[str, list[list[Any]]] = {}
    concepts: dict[str, tuple[int, int]] = {}
    acronyms: dict[str, str] = {}
    inner = InnerNames(names_inside or base)
    names: set[str] = set()  # the patterns that are more than acronyms
    for concept in base.concepts:
        concepts[concept.id] = _add(official, _names(concept))
        for label in concept.labels:
            if label.status == "mistranslation":
                continue
            for written in (label, *inner.rewritten(concept.id, label)):
                folded = fold(written.text, keep_case=True).text.strip(" ")
                term = _term(concept, written, folded)._replace(text=label.text)
                place = _add(terms, term.row())
                for pattern, korean, how, form in _spellings(written, folded):
                    table = squeezed if korean else spaced
                    said = how if written is label or how == "number" else "spelling"
                    entry = [*place, said[0], *([form] if form else ())]
                    table.setdefault(pattern, []).append(entry)
                    if label.kind != "acronym":
                        names.add(pattern)
            if label.kind == "acronym":
                acronyms[label.text] = concept.id
    return Rows(
        terms=bytes(terms),
        spaced=_lines(spaced, SPACED_RUN, names),
        squeezed=_lines(squeezed, SQUEEZED_RUN, names),
        names=bytes(official),
        concepts=_json(concepts),
        acronyms=_json(acronyms),
        acts=_json(act_rows(base)),
        titles=_json(name_rows(base)),
    )


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _add(part: bytearray, value: Any) -> tuple[int, int]:
    """Write a value behind the others; where it stands."""
    start = len(part)
    part += _json(value)
    return start, len(part)


def _lines(table: dict[str, list[list[Any]]], run: int, names: set[str]) -> bytes:
    """Patterns and their entries, as `Rows` has them."""
    acronyms: list[str] = []
    short: list[str] = []
    by_run: dict[str, list[str]] = {}
    for pattern, entries in table.items():
        if len(pattern) >= run:
            line = by_run.setdefault(pattern[:run], [])
        else:
            line = short if pattern in names else acronyms
        line += (pattern, _json(entries).decode())
    return "\n".join(map("\t".join, (acronyms, short, *by_run.values(), by_run))).encode()


def _names(concept: Concept) -> list[Any]:
    """The names in each language, plain and numbered, and those of each country that has its own."""
    own = dict.fromkeys(of for label in concept.labels for of in label.of)
    common = _official(concept, None)
    if not own:
        return common
    return [*common, {of: _apart(_official(concept, of), common) for of in own}]


def _official(concept: Concept, country: str | None) -> list[Any]:
    return [
        {
            lang: label.text
            for lang in LANGS
            if (label := official_label(concept, lang, numbered=numbered, country=country))
        }
        for numbered in (False, True)
    ]


def _apart(names: list[Any], common: list[Any]) -> list[Any]:
    """The names of a country that are not those of all."""
    return [
        {lang: text for lang, text in own.items() if text != other.get(lang)}
        for own, other in zip(names, common, strict=True)
    ]


def _term(concept: Concept, label: Label, folded: str) -> Term:
    matching = LANGUAGES[label.lang].matching
    before, after = matching.competitors(folded.lower())
    return Term(
        concept=concept.id,
        lang=label.lang,
        text=label.text,
        standing=label.standing,
        kind=label.kind,
        case_exact=label.case_exact,
        syllables=matching.syllables(folded),
        before=before,
        after=after,
        covered_by=_words(label.covered_by),
        near=_words(label.near),
        not_near=_words(label.not_near),
        until=label.until,
        sense=label.sense,
        domain="" if _needs_more(label) else concept.domain,
        opens=_opens(label),
        is_press=PRESS in label.scope,
    )


def _needs_more(label: Label) -> bool:
    """Whether a text of the label's own domain may mean something else by it.

    A label says so (`homonym`), or is one of several countries (Ministry of Finance).
    """
    return bool(label.near) and (label.homonym is not None or any(map(_is_country, label.near)))


def _is_country(word: str) -> bool:
    folded = fold(word).text
    return any(not LANGUAGES[lang].translation.content_words(folded) for lang in LANGS)


def _opens(label: Label) -> bool:
    """Whether a label has no other meaning: no words near it say when, and it is no plain word."""
    if label.near or label.homonym:
        return False
    if label.kind in ("acronym", "symbol"):
        return True
    return not LANGUAGES[label.lang].translation.is_plain(label.text)


def _words(words: tuple[str, ...]) -> tuple[Word, ...]:
    return tuple(Word(word, fold(word).text) for word in words)


# --- spellings ------------------------------------------------------------------------------------


def _spellings(label: Label, folded: str) -> Iterator[_Spelling]:
    korean = any(map(is_hangul, folded))
    seen: set[str] = set()
    for variant in spellings(label, folded):
        text = variant.text
        if not text or BARRIER in text or _TAB in text or text in seen:
            continue
        seen.add(text)
        cased = text.replace(" ", "") if korean else text
        spaces = _spaces(text) if korean else []
        before = after = ""
        if label.numbered:
            cased, before, after = _sides(label, cased)
        form = [cased if label.case_exact else "", spaces, before, after]
        how = "number" if label.numbered else variant.how
        yield _Spelling(cased.lower(), korean, how, form if any(form) else None)


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
