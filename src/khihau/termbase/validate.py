"""The termbase checked as source: all that loads but should not be merged like this."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from khihau.errors import Problem
from khihau.model import LANGS, Concept, Label, Termbase
from khihau.termbase.checks import Fault, KeyPath, format_key, shown
from khihau.text.regex import regex

__all__ = ["validate"]

_KEBAB = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKED = regex(r"[^⟦⟧]*(⟦[^⟦⟧]+⟧[^⟦⟧]*)*")
_DOUBLE_SPACE = regex(r"[^\S\n]{2,}")
_LOOKALIKE = regex(
    "[ðÐƉ"  # eth and African d for đ
    "\u0400-\u052f"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"  # Greek letters with a Latin face
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full-width digits and letters
    "\u00ad\u200b-\u200d\u2060\ufeff]"  # nothing to see
)
_ALLOWED = ("preferred", "admitted")
_IN_USE = ("preferred", "admitted", "deprecated")

_Row: TypeAlias = tuple[Concept, int, Label]  # a label, its number from 1, and whose it is


def validate(base: Termbase) -> tuple[Problem, ...]:
    """Find what a reviewer of the glossary would send back, sorted by file and key.

    The examples are not run here: that needs the matching engine. Lines are 0, because a concept
    may come from several files; the key path and the text name the place.
    """
    found = {
        *_dead_sources(base),
        *((_file(concept), fault) for concept, fault in _concept_faults(base)),
    }
    ordered = sorted(found, key=lambda item: (item[0], item[1].key, item[1].message))
    return tuple(
        Problem(file, 0, format_key(fault.key), fault.message, fault.hint)
        for file, fault in ordered
    )


def _concept_faults(base: Termbase) -> Iterator[tuple[Concept, Fault]]:
    for concept in base.concepts:
        for check in _CONCEPT_CHECKS:
            yield from ((concept, fault) for fault in check(concept))
    for check_base in _BASE_CHECKS:
        yield from check_base(base)


def _file(concept: Concept) -> str:
    return concept.file or f"{concept.id}.toml"


# --- one concept ----------------------------------------------------------------------------------


def _id_form(concept: Concept) -> Iterator[Fault]:
    if not _KEBAB.fullmatch(concept.id):
        yield Fault(
            ("id",), f"{shown(concept.id)} is not kebab-case", "a-z, 0-9 and single hyphens"
        )


def _preferred(concept: Concept) -> Iterator[Fault]:
    """One preferred label a language, and one only for each kind, numbered or not."""
    preferred = [row for row in _rows(concept) if row[2].status == "preferred"]
    for lang in LANGS:
        if not any(label.lang in (lang, "mul") for _, _, label in preferred):
            yield Fault(("label",), f"no preferred label in {lang}")
    first: dict[tuple[str, str, bool], str] = {}
    for _, number, label in preferred:
        other = first.setdefault((label.lang, label.kind, label.numbered), label.text)
        if other != label.text:
            kind = f"{label.lang}, {label.kind}{', numbered' if label.numbered else ''}"
            message = f"{shown(label.text)} is a second preferred label ({kind}) to {shown(other)}"
            yield Fault(("label", number, "status"), message, "make one of them admitted")


def _equal_labels(concept: Concept) -> Iterator[Fault]:
    rows = _rows(concept)
    for position, (_, number, label) in enumerate(rows):
        for _, other_number, other in rows[:position]:
            if _share_a_language(label, other) and _same_words(label, other):
                message = f"{shown(label.text)} is label[{other_number}] in other letters"
                hint = "case and Unicode form make no label; keep one"
                if label.text == other.text:
                    message = f"{shown(label.text)} is label[{other_number}] in another language"
                    hint = 'write it once, with lang = "mul"'
                yield Fault(("label", number, "text"), message, hint)


def _examples(concept: Concept) -> Iterator[Fault]:
    """A marked example in each language with labels; counterexamples bear no marks."""
    shown_langs = {example.lang for example in concept.examples}
    matched = {label.lang for label in concept.labels if label.status != "mistranslation"}
    for lang in LANGS:
        if lang in matched and lang not in shown_langs:
            yield Fault(("example",), f"no example in {lang}")
    for number, example in enumerate(concept.examples, start=1):
        key: KeyPath = ("example", number, "text")
        if not _MARKED.fullmatch(example.text):
            yield Fault(key, "the marks do not pair", "write ⟦ and ⟧ around each hit, unnested")
        elif "⟦" not in example.text:
            yield Fault(key, "no hit is marked", "write ⟦ and ⟧ around each, or [[counterexample]]")
    for number, example in enumerate(concept.counterexamples, start=1):
        if "⟦" in example.text or "⟧" in example.text:
            key = ("counterexample", number, "text")
            yield Fault(
                key, "a counterexample has a mark", "it must give no hit: take the marks out"
            )


def _letters(concept: Concept) -> Iterator[Fault]:
    """Composed letters, plain spaces, and no letter that only looks like another."""
    for key, words in _texts(concept):
        if not unicodedata.is_normalized("NFC", words):
            yield Fault(key, f"{shown(words)} is not in NFC", "write letters composed")
        if words != words.strip() or _DOUBLE_SPACE.search(words):
            yield Fault(key, f"{shown(words)} has a space too many", "at its ends or doubled")
        for letter in sorted(set(_LOOKALIKE.findall(words))):
            name = unicodedata.name(letter, "a control character").lower()
            message = f"{shown(words)} has a look-alike: U+{ord(letter):04X}, {name}"
            yield Fault(key, message, "retype the word")


_CONCEPT_CHECKS: tuple[Callable[[Concept], Iterable[Fault]], ...] = (
    _id_form,
    _preferred,
    _equal_labels,
    _examples,
    _letters,
)


# --- the whole base -------------------------------------------------------------------------------


def _links(base: Termbase) -> Iterator[tuple[Concept, Fault]]:
    for concept in base.concepts:
        links: list[tuple[KeyPath, str | None]] = [
            *((("related", n), other) for n, other in enumerate(concept.related, start=1)),
            (("broader",), concept.broader),
            (("replaced_by",), concept.replaced_by),
        ]
        for key, other in links:
            if other == concept.id:
                yield concept, Fault(key, f"{shown(other)} is the concept itself")
            elif other is not None and other not in base:
                yield concept, Fault(key, f"no concept {shown(other)}")


def _unknown_sources(base: Termbase) -> Iterator[tuple[Concept, Fault]]:
    for concept in base.concepts:
        for _, number, label in _rows(concept):
            for ref in label.source:
                if ref.id not in base.sources:
                    key: KeyPath = ("label", number, "source")
                    yield concept, Fault(key, f"no source {shown(ref.id)} in sources.toml")


def _dead_sources(base: Termbase) -> Iterator[tuple[str, Fault]]:
    cited = {ref.id for row in _all_rows(base) for ref in row[2].source}
    for key in base.sources:
        if key not in cited:
            yield "sources.toml", Fault((key,), "no label cites this source", "cite it or drop it")


def _clashes(base: Termbase) -> Iterator[tuple[Concept, Fault]]:
    """One label on two concepts with nothing that says which is meant: each told once."""
    same_words: dict[str, list[_Row]] = {}
    for row in _all_rows(base):
        if not _told_apart(row[2]):
            same_words.setdefault(_folded(row[2].text), []).append(row)
    for rows in same_words.values():
        if not any(label.status in _IN_USE for _, _, label in rows):
            continue  # wrong everywhere is no clash
        for position, row in enumerate(rows):
            other = next((other for other in islice(rows, position) if _clash(row, other)), None)
            if other:
                yield _clash_fault(row, other)


def _clash(row: _Row, other: _Row) -> bool:
    return (
        row[0].id != other[0].id
        and _share_a_language(row[2], other[2])
        and _same_words(row[2], other[2])
        and (_contradict(row[2], other[2]) or _both_in_use(row[2], other[2]))
    )


def _clash_fault(row: _Row, other: _Row) -> tuple[Concept, Fault]:
    concept, number, label = row
    key: KeyPath = ("label", number, "text")
    hint = "say with near, not_near or homonym when which is meant"
    if _contradict(label, other[2]):
        message = (
            f"{shown(label.text)} is {label.status} here and {other[2].status} in {other[0].id}"
        )
        return concept, Fault(key, message, hint)
    return concept, Fault(key, f"{shown(label.text)} is a label of {other[0].id} too", hint)


def _contradict(label: Label, other: Label) -> bool:
    statuses = (label.status, other.status)
    return "forbidden" in statuses and any(status in _ALLOWED for status in statuses)


def _both_in_use(label: Label, other: Label) -> bool:
    return label.status in _IN_USE and other.status in _IN_USE


def _told_apart(label: Label) -> bool:
    return bool(label.near or label.not_near or label.homonym)


_BASE_CHECKS: tuple[Callable[[Termbase], Iterable[tuple[Concept, Fault]]], ...] = (
    _links,
    _unknown_sources,
    _clashes,
)


# --- labels and texts -----------------------------------------------------------------------------


def _rows(concept: Concept) -> list[_Row]:
    return [(concept, number, label) for number, label in enumerate(concept.labels, start=1)]


def _all_rows(base: Termbase) -> Iterator[_Row]:
    for concept in base.concepts:
        yield from _rows(concept)


def _share_a_language(label: Label, other: Label) -> bool:
    return label.lang == other.lang or "mul" in (label.lang, other.lang)


def _same_words(label: Label, other: Label) -> bool:
    """Whether two labels match the same text: case counts when both insist on it."""
    if label.case_exact and other.case_exact:
        return _nfc(label.text) == _nfc(other.text)
    return _folded(label.text) == _folded(other.text)


def _folded(words: str) -> str:
    return _nfc(_nfc(words).casefold())


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)


def _texts(concept: Concept) -> Iterator[tuple[KeyPath, str]]:
    """All that a concept says in words, with its key path."""
    for lang, words in concept.definition.items():
        yield ("definition", lang), words
    for lang, words in concept.note.items():
        yield ("note", lang), words
    for _, number, label in _rows(concept):
        yield from ((("label", number, *key), words) for key, words in _label_texts(label))
    for number, example in enumerate(concept.examples, start=1):
        yield ("example", number, "text"), example.text
    for number, example in enumerate(concept.counterexamples, start=1):
        yield ("counterexample", number, "text"), example.text


def _label_texts(label: Label) -> Iterator[tuple[KeyPath, str]]:
    yield ("text",), label.text
    for lang, words in label.note.items():
        yield ("note", lang), words
    for name in ("near", "not_near", "covered_by"):
        yield from (((name, n), words) for n, words in enumerate(getattr(label, name), start=1))
    for name in ("homonym", "reading", "plural"):
        words = getattr(label, name)
        if words is not None:
            yield (name,), words
