"""What a heading or a value of a termbase's table stands for; `words.toml` has the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from khihau.documents.bitexts.headings import heading
from khihau.languages import LANGUAGES
from khihau.model import LANGS
from khihau.termbase.toml import read_toml
from khihau.text.regex import regex

__all__ = ["NAME_COLUMNS", "OF_NAMES", "column_of", "value_of", "yes_or_no"]

NAME_COLUMNS = ("source", "admitted", "deprecated", "forbidden", "mistranslation")  # vi.source
OF_NAMES = ("status", "kind", "part_of_speech")  # vi.status: what holds for the names in vi

_FILE = "words.toml"  # beside this module
_, _TABLES, _PROBLEMS = read_toml(Path(__file__).with_name(_FILE), _FILE)
assert not _PROBLEMS, _PROBLEMS

# Column -> how else its heading may read.
_COLUMNS: Mapping[str, Sequence[str]] = _TABLES["columns"]
# The columns of which each language has one. A heading in a language means that language.
_TEXTS = ("definition", "note", "concept_note")

# Column -> value -> how else it may be written.
_VALUES: Mapping[str, Mapping[str, Sequence[str]]] = _TABLES["values"]
_YES, _NO = (frozenset(_TABLES["answers"][one]) for one in ("yes", "no"))

_LONGEST = 60  # no heading is longer
_NO_TAG = regex(r"[a-z]{2,3}[-_ ](?!hang|hani|kore|latn)[a-z]{3,4}")
_COUNTRY = regex(r"[\s_](?:united[\s_](?:states|kingdom)|viet[\s_]?nam|(?:south[\s_])?korea)\Z")
_SIGNS = regex(r"[\s_./:()\[\]–-]+")


def _words(text: str) -> str:
    """The words of a heading or a value: composed, small, single spaces for all signs."""
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()


def _spellings(names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for name, others in names.items():
        yield from ((_words(one), name) for one in (name, *others))


# Side by side, a column has the name of its language, known already, or says that it has names in it.
_BY_HEADING = dict(_spellings(_COLUMNS)) | {
    _words(one): lang for lang in LANGS for one in (lang, *LANGUAGES[lang].naming.heads("name"))
}
_BY_TEXT = {
    _words(one): (column, lang)
    for column in _TEXTS
    for lang in LANGS
    for one in LANGUAGES[lang].naming.heads(column)
}
_BY_VALUE = {column: dict(_spellings(values)) for column, values in _VALUES.items()}


def column_of(cell: str) -> str:
    """The column that a heading stands for, "" when it is none of ours.

    "Note (vi)" is note.vi, "ghi chú" too; "Tiếng Việt" is vi, "nguồn tiếng Việt" vi.source.
    """
    words = _words(cell)
    if not words or len(words) > _LONGEST:
        return ""
    if words in _BY_HEADING:
        return _BY_HEADING[words]
    if words in _BY_TEXT:
        return ".".join(_BY_TEXT[words])
    for one, other in _halves(words):
        lang = _lang(other) or _lang(other.replace(" ", "-"))  # ko-KR
        if lang and one in _BY_TEXT:
            return f"{_BY_TEXT[one][0]}.{lang}"
        if lang and _BY_HEADING.get(one) in (*NAME_COLUMNS, *OF_NAMES):
            return f"{lang}.{_BY_HEADING[one]}"
        if lang and (_BY_HEADING.get(one) == "text" or heading(one) == {"target"}):
            return lang
    return _lang(cell)


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """The ways to part words in two, each in both orders."""
    parts = words.split(" ")
    for at in range(1, len(parts)):
        first, second = " ".join(parts[:at]), " ".join(parts[at:])
        yield first, second
        yield second, first


def _lang(words: str) -> str:
    """The one language that a heading names, "" when it names none or several.

    English_United_States is en; en_case and ko_pos are no languages, though they look like tags of some.
    """
    if _NO_TAG.fullmatch(words.strip().lower()):
        return ""
    found = heading(_COUNTRY.sub("", words.lower()))
    langs = [lang for lang in LANGS if lang in found]
    return langs[0] if len(langs) == 1 and found <= {*langs, "source", "target"} else ""


def value_of(column: str, cell: str) -> str:
    """A word of a closed set as concept files have it; words that are not known stay as they are."""
    value = _BY_VALUE[column].get(_words(cell))
    if value is None and column == "lang":
        value = _lang(cell)
    return value or cell


def yes_or_no(cell: str) -> bool | None:
    """What a yes or a no in any of the languages says; None for other words."""
    words = _words(cell)
    return True if words in _YES else False if words in _NO else None
