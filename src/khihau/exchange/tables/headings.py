"""What a heading or a value of a termbase's table stands for; `words.toml` has the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from khihau.documents.bitexts.headings import heading
from khihau.model import LANGS
from khihau.termbase.toml import read_toml
from khihau.text.regex import regex

__all__ = ["NAME_COLUMNS", "OF_NAMES", "TEXT_LANGS", "column_of", "value_of", "yes_or_no"]

TEXT_LANGS = ("en", "vi", "ko")  # the order of definitions and notes, as in concept files
NAME_COLUMNS = ("source", "admitted", "deprecated", "forbidden", "mistranslation")  # vi.source
OF_NAMES = ("status", "kind", "part_of_speech")  # vi.status: what holds for the names in vi

_FILE = "words.toml"  # beside this module
_, _TABLES, _PROBLEMS = read_toml(Path(__file__).with_name(_FILE), _FILE)
assert not _PROBLEMS, _PROBLEMS

# Column -> how else its heading may read.
_COLUMNS: Mapping[str, Sequence[str]] = _TABLES["columns"]
_OF_LANGUAGES: Mapping[str, str] = {
    # Side by side, where the name of the language alone is known already.
    "vi": "vietnamese term, vietnamese name, vietnamese translation, vi term, vn term, term vi, term vn,"
    " term vietnamese, thuật ngữ tiếng việt, thuật ngữ việt, thuật ngữ vi, thuật ngữ vn, từ tiếng việt,"
    " từ ngữ tiếng việt, tên tiếng việt, tên gọi tiếng việt, nghĩa tiếng việt, bản dịch tiếng việt,"
    " tương đương tiếng việt, 베트남어 용어, 용어 베트남어, 베트남어 명칭, 명칭 베트남어, 베트남어명,"
    " 베트남어 표기, 베트남어 번역, 베트남어 뜻, 월문",
    "ko": "korean term, korean name, korean translation, ko term, kr term, term ko, term kr, term korean,"
    " thuật ngữ tiếng hàn, thuật ngữ hàn, thuật ngữ ko, thuật ngữ kr, từ tiếng hàn, từ ngữ tiếng hàn,"
    " tên tiếng hàn, tên gọi tiếng hàn, nghĩa tiếng hàn, bản dịch tiếng hàn, tương đương tiếng hàn,"
    " 한국어 용어, 용어 한국어, 한국어 명칭, 명칭 한국어, 한국어 표기, 한국어 번역, 한국어 뜻, 국문 용어,"
    " 용어 국문, 국문 명칭, 국문명, 국문 표기, 한글 용어, 용어 한글, 한글 명칭, 한글명, 한글 표기, 우리말",
    "en": "english term, english name, english translation, en term, term en, term english,"
    " thuật ngữ tiếng anh, thuật ngữ anh, thuật ngữ en, từ tiếng anh, từ ngữ tiếng anh, tên tiếng anh,"
    " tên gọi tiếng anh, nghĩa tiếng anh, bản dịch tiếng anh, tương đương tiếng anh, 영어 용어, 용어 영어,"
    " 영어 명칭, 명칭 영어, 영어명, 영어 표기, 영어 번역, 영문 용어, 용어 영문, 영문 명칭, 명칭 영문, 영문명,"
    " 영문 표기",
}
# The columns of which each language has one. A heading in a language means that language.
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "definition": {
        "en": "definition, def, concept definition",
        "vi": "định nghĩa, giải nghĩa",
        "ko": "정의, 뜻풀이",
    },
    "note": {
        "en": "note, notes, comment, comments, remark, remarks, description",
        "vi": "ghi chú, chú thích, chú giải, lưu ý",
        "ko": "비고, 주석, 참고, 참고 사항, 참고사항, 메모",
    },
    "concept_note": {
        "en": "concept note, entry note",
        "vi": "ghi chú khái niệm",
        "ko": "개념 비고",
    },
}

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


_BY_HEADING = dict(_spellings(_COLUMNS)) | dict(
    _spellings({lang: words.split(", ") for lang, words in _OF_LANGUAGES.items()})
)
_BY_TEXT = {
    _words(one): (name, lang)
    for name, langs in _TEXTS.items()
    for lang, words in langs.items()
    for one in words.split(", ")
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
