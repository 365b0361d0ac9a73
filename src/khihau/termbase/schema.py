"""The keys of a glossary, and what each may hold; docs/glossary-format.md says it in words."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from khihau.languages import LANGUAGES
from khihau.languages.countries import UNION
from khihau.model import (
    BROADER_KINDS,
    CASES,
    DECISION_STATUSES,
    KINDS,
    LABEL_LANGS,
    LANGS,
    MEANT,
    PARTS_OF_SPEECH,
    RELIABILITIES,
    SENSES,
    SENSITIVITIES,
    STATUSES,
    TEXT_LANGS,
)
from khihau.termbase.checks import (
    Fault,
    Key,
    KeyPath,
    day,
    flag,
    list_of,
    one_of,
    shown,
    table,
    tables,
    text,
    whole,
    wrong_type,
)
from khihau.termbase.countries import country_name
from khihau.text.regex import regex

__all__ = [
    "BROADER_KEYS",
    "COMMENT_KEYS",
    "CONCEPT_KEYS",
    "DECISION_KEYS",
    "EXAMPLE_KEYS",
    "LABEL_KEYS",
    "SCOPES",
    "SESSION_KEYS",
    "SOURCE_KEYS",
    "SOURCE_REF_KEYS",
    "SUCCESSOR_KEYS",
    "TEXT_KEYS",
    "concept_faults",
    "sources_faults",
]

# Where a label is at home: Vietnam, Korea, international bodies, legal texts, the press.
SCOPES = ("vn", "kr", "int", "law", "press")

QUOTE_WORDS = 20  # of a text of others, as a quotation may have

_BRACES = regex(r"\{[^{}]*\}?|\}")
_NUMBER = "{n}"
_ORDINAL = "{n:ordinal}"


def _label_text(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check a label's text: at most one `{n}`, and something beside it."""
    faults = text(value, key)
    if faults or not ("{" in value or "}" in value):
        return faults
    braces = _BRACES.findall(value)
    if braces not in ([_NUMBER], [_ORDINAL]):
        message = f"{shown(value)} has braces that are not one {_NUMBER} or {_ORDINAL}"
        return (Fault(key, message, f"a label holds one {_NUMBER} for its number, nothing else"),)
    if text(value.replace(braces[0], ""), key):
        message = f"{shown(value)} is only a number"
        return (Fault(key, message, f'write the words around it: "COP{_NUMBER}"'),)
    return ()


def _texts(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check a definition or a note: one text a language."""
    if isinstance(value, str):
        first, *others = (f"{key[-1]}.{lang}" for lang in TEXT_LANGS)
        hint = f'write {first} = "…", {" or ".join(others)}'
        return wrong_type(value, key, "a text for each language", hint)
    return _TEXT_TABLE(value, key)


def _source(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check one pointer to a source: its key, or its key and the place in it."""
    if isinstance(value, dict):
        return _SOURCE_REF_TABLE(value, key)
    if isinstance(value, str):
        return text(value, key)
    return wrong_type(value, key, 'a key of sources.toml or { id = "…", at = "…" }')


def _source_list(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    return _SOURCES(value, key) if isinstance(value, list) else _source(value, key)


def _quote(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check a quotation of a source: short enough to be one."""
    faults = text(value, key)
    if faults or len(value.split()) <= QUOTE_WORDS:
        return faults
    message = f"{shown(value)} has {len(value.split())} words"
    return (Fault(key, message, f"quote {QUOTE_WORDS} at most, with the name among them"),)


def _broader(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check the concept above: its id, or its id and whether this is a kind or a part of it."""
    if isinstance(value, dict):
        return _BROADER_TABLE(value, key)
    if isinstance(value, str):
        return text(value, key)
    return wrong_type(value, key, 'an id or { concept = "…", as = "part" }')


def _successor(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check one successor: its id, or its id and the part of the concept that it took."""
    if isinstance(value, dict):
        return _SUCCESSOR_TABLE(value, key)
    if isinstance(value, str):
        return text(value, key)
    return wrong_type(value, key, 'an id or { concept = "…", field = { en = "…" } }')


def _successors(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    return _SUCCESSORS(value, key) if isinstance(value, list) else _successor(value, key)


def _decisions(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check what was decided on a label: one table, or a list of them."""
    return _DECISIONS(value, key) if isinstance(value, list) else _DECISION_TABLE(value, key)


def _country(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check the code of a country: one of ISO 3166 that the language of our messages has a name for."""
    faults = text(value, key)
    if faults or value == UNION or country_name(value) != value:
        return faults
    hint = f'write its two letters in ISO 3166, like "VN" or "KR", or "{UNION}"'
    return (Fault(key, f"{shown(value)} is no country", hint),)


def _countries(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check whose thing a label names: a country, or a list of them."""
    return _COUNTRIES(value, key) if isinstance(value, list) else _country(value, key)


def _date_text(value: Any, key: KeyPath) -> tuple[Fault, ...]:
    """Check the date of a source: a text ("2021", "2021-11") or a date."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return ()
    if isinstance(value, str):
        return text(value, key)
    return wrong_type(value, key, "a date or a text", 'write 2024-12-31 or "2024"')


TEXT_KEYS: Mapping[str, Key] = {lang: Key(text) for lang in TEXT_LANGS}
SOURCE_REF_KEYS: Mapping[str, Key] = {
    "id": Key(text, required=True),
    "at": Key(text),
    "quote": Key(_quote),
}
_TEXT_TABLE = table(TEXT_KEYS)
_SOURCE_REF_TABLE = table(SOURCE_REF_KEYS)
_SOURCES = list_of(_source)
SUCCESSOR_KEYS: Mapping[str, Key] = {"concept": Key(text, required=True), "field": Key(_texts)}
BROADER_KEYS: Mapping[str, Key] = {
    "concept": Key(text, required=True),
    "as": Key(one_of(BROADER_KINDS)),
}
_BROADER_TABLE = table(BROADER_KEYS)
_SUCCESSOR_TABLE = table(SUCCESSOR_KEYS)
_SUCCESSORS = list_of(_successor)
_COUNTRIES = list_of(_country)

SESSION_KEYS: Mapping[str, Key] = {
    "number": Key(whole, required=True),
    "years": Key(list_of(whole, "a list of years"), required=True),
    "places": Key(table({lang: Key(list_of(text)) for lang in TEXT_LANGS}), required=True),
    "source": Key(_source_list),
}

DECISION_KEYS: Mapping[str, Key] = {
    "by": Key(text, required=True),
    "on": Key(day, required=True),
    "status": Key(one_of(DECISION_STATUSES), required=True),
    "reason": Key(text),
    "minutes": Key(text),
}
COMMENT_KEYS: Mapping[str, Key] = {
    "by": Key(text, required=True),
    "on": Key(day, required=True),
    "text": Key(text, required=True),
}
_DECISION_TABLE = table(
    DECISION_KEYS, '{ by = "…", on = 2026-11-30, status = "…" } or a list of such'
)
_DECISIONS = list_of(_DECISION_TABLE)

_CONCEPT_FIELDS: Mapping[str, Key] = {
    "id": Key(text, required=True),
    "replace": Key(flag),
    "definition": Key(_texts),
    "note": Key(_texts),
    "related": Key(list_of(text)),
    "broader": Key(_broader),
    "apart": Key(list_of(text)),
    "was": Key(list_of(text)),
    "native_reader": Key(_texts),
    "meant": Key(list_of(one_of(MEANT))),
    "replaced_by": Key(_successors),
}

LABEL_KEYS: Mapping[str, Key] = {
    "lang": Key(one_of(LABEL_LANGS), required=True),
    "text": Key(_label_text, required=True),
    "status": Key(one_of(STATUSES), required=True),
    "kind": Key(one_of(KINDS)),
    "part_of_speech": Key(one_of(PARTS_OF_SPEECH)),
    "sense": Key(one_of(SENSES)),
    "source": Key(_source_list),
    "note": Key(_texts),
    "case": Key(one_of(CASES)),
    "scope": Key(list_of(one_of(SCOPES))),
    "of": Key(_countries),
    "near": Key(list_of(text)),
    "not_near": Key(list_of(text)),
    "covered_by": Key(list_of(text)),
    "homonym": Key(text),
    "reading": Key(text),
    "plural": Key(text),
    "since": Key(day),
    "until": Key(day),
    "sensitive": Key(one_of(SENSITIVITIES)),
    "write": Key(text),
    "meant": Key(list_of(one_of(MEANT))),
    "decision": Key(_decisions),
    "comment": Key(tables(COMMENT_KEYS)),
}

EXAMPLE_KEYS: Mapping[str, Key] = {
    "lang": Key(one_of(LANGS), required=True),
    "text": Key(text, required=True),
}

SOURCE_KEYS: Mapping[str, Key] = {
    "title": Key(text, required=True),
    "publisher": Key(text),
    "date": Key(_date_text),
    "url": Key(text),
    "reliability": Key(one_of(RELIABILITIES)),
    "number": Key(text),
    "signed": Key(day),
    "in_force": Key(day),
    "ends": Key(day),
    "cited_as": Key(list_of(text)),
}

_ABOVE = {name: f"`{name}` belongs above the first [[label]]" for name in _CONCEPT_FIELDS}
_IN_LABEL = {name: f"`{name}` belongs in a [[label]]" for name in LABEL_KEYS}

CONCEPT_KEYS: Mapping[str, Key] = {
    **_CONCEPT_FIELDS,
    "label": Key(tables(LABEL_KEYS, misplaced=_ABOVE)),
    "session": Key(tables(SESSION_KEYS, misplaced=_ABOVE)),
    "example": Key(tables(EXAMPLE_KEYS, misplaced=_IN_LABEL | _ABOVE)),
    "counterexample": Key(tables(EXAMPLE_KEYS, misplaced=_IN_LABEL | _ABOVE)),
}

_CONCEPT_TABLE = table(CONCEPT_KEYS, misplaced=_IN_LABEL)
_SOURCE_TABLE = table(SOURCE_KEYS)


def concept_faults(values: Mapping[str, Any], stem: str) -> tuple[Fault, ...]:
    """Find all that is wrong in one concept file, whose name without `.toml` is `stem`."""
    return (
        *_CONCEPT_TABLE(values, ()),
        *_id_faults(values.get("id"), stem),
        *_label_faults(values.get("label")),
    )


def sources_faults(values: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Find all that is wrong in a `sources.toml`: a table of tables, one a source."""
    return tuple(fault for key, source in values.items() for fault in _SOURCE_TABLE(source, (key,)))


def _id_faults(concept_id: Any, stem: str) -> Iterator[Fault]:
    if not isinstance(concept_id, str) or text(concept_id, ("id",)):
        return
    # A file system may store a name decomposed; the id is the same word.
    if concept_id != stem and _nfc(concept_id) != _nfc(stem):
        message = f"{shown(concept_id)} is not the name of the file, {shown(stem)}"
        yield Fault(("id",), message, "rename the file or change the id; an id in use stays")


def _label_faults(labels: Any) -> Iterator[Fault]:
    """Find what only several keys or several labels show; types were checked before."""
    seen: dict[tuple[str, str], int] = {}
    for number, label in enumerate(labels if isinstance(labels, list) else (), start=1):
        lang, words = _lang_and_text(label)
        if not lang or not words:
            continue
        first = seen.setdefault((lang, words), number)
        key: KeyPath = ("label", number, "text")
        if first != number:
            message = f"{shown(words)} stands twice in {lang}: it is label[{first}] already"
            yield Fault(key, message, "keep one of the two")
        if _ORDINAL in words and lang not in (having := _with_ordinals()):
            names = " and ".join(having.values())
            message = f"{shown(words)} has {_ORDINAL} in {lang}; only {names} has it"
            yield Fault(key, message, f"write {_NUMBER}")


def _with_ordinals() -> Mapping[str, str]:
    """The languages that write the number of a session as an ordinal, and their names."""
    told = ((lang, LANGUAGES[lang]) for lang in LANGS)
    return {lang: one.name for lang, one in told if one.ordinals.ordinals}


def _lang_and_text(label: Any) -> tuple[str, str]:
    lang = label.get("lang") if isinstance(label, dict) else None
    words = label.get("text") if isinstance(label, dict) else None
    if isinstance(lang, str) and isinstance(words, str):
        return lang, words
    return "", ""


def _nfc(value: str) -> str:
    return unicodedata.normalize("NFC", value)
