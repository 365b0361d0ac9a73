"""The words of a termbase's tables: its columns and closed sets as people write them in vi, ko and en."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from khihau.documents.bitexts.headings import heading
from khihau.model import LANGS
from khihau.text.regex import regex

__all__ = ["NAME_COLUMNS", "TEXT_LANGS", "column_of", "value_of", "yes_or_no"]

TEXT_LANGS = ("en", "vi", "ko")  # the order of definitions and notes, as in concept files
NAME_COLUMNS = ("source", "admitted", "deprecated", "forbidden", "mistranslation")  # vi.source

# Column -> how else its heading may read; commas part them. Small letters, composed, no signs.
_COLUMNS: Mapping[str, str] = {
    "id": "concept, concept id, mã, mã khái niệm, 개념, 개념 id, 아이디",
    "domain": "field, subject, subject field, lĩnh vực, 분야, 영역",
    "lang": "language, language code, ngôn ngữ, mã ngôn ngữ, 언어, 언어 코드",
    "text": "term, label, thuật ngữ, tên gọi, 용어, 명칭",
    "status": "trạng thái, tình trạng, 상태",
    "kind": "type, loại, kiểu, 종류, 유형",
    "part_of_speech": "pos, từ loại, 품사",
    "source": "sources, reference, references, nguồn, nguồn tham khảo, xuất xứ, 출처, 근거",
    "case": "hoa thường, chữ hoa, 대소문자",
    "scope": "phạm vi, 범위",
    "near": "từ đi kèm, 함께 쓰는 말",
    "not_near": "từ không đi kèm, 함께 쓰지 않는 말",
    "covered_by": "nằm trong, 포함하는 말",
    "homonym": "từ đồng âm, đồng âm, 동음이의어",
    "reading": "pronunciation, cách đọc, 읽기, 발음",
    "plural": "số nhiều, 복수, 복수형",
    "until": "valid until, đúng đến, đến ngày, 기한, 종료일",
    "related": "related concepts, see also, liên quan, khái niệm liên quan, 관련, 관련 개념",
    "broader": "broader concept, khái niệm rộng hơn, 상위, 상위 개념",
    "replaced_by": "được thay bằng, thay bằng, 대체, 대체 개념",
    "acronym": "acronyms, abbreviation, viết tắt, từ viết tắt, chữ viết tắt, 약어",
    "admitted": "also right, được chấp nhận, chấp nhận, 허용",
    "deprecated": "outdated, lỗi thời, cũ, 구용어, 폐기",
    "forbidden": "wrong, do not write, cấm, không dùng, sai, 금지",
    "mistranslation": "mistranslations, dịch sai, 오역",
    "counterexample": "phản ví dụ, 반례",
    "key": "source key, mã nguồn, 키, 출처 키",
    "title": "nhan đề, tiêu đề, tên tài liệu, 제목",
    "publisher": "nhà xuất bản, cơ quan ban hành, 발행처, 발행 기관",
    "date": "ngày, ngày ban hành, 날짜, 일자, 발행일",
    "url": "link, address, địa chỉ, liên kết, 주소, 링크",
    "reliability": "độ tin cậy, 신뢰도",
}
# The columns of which each language has one. A heading in a language means that language.
_TEXTS: Mapping[str, Mapping[str, str]] = {
    "definition": {"en": "definition", "vi": "định nghĩa", "ko": "정의"},
    "note": {"en": "note, notes, comment", "vi": "ghi chú, chú thích", "ko": "비고, 주석, 참고"},
    "concept_note": {"en": "concept note", "vi": "ghi chú khái niệm", "ko": "개념 비고"},
}

# Column -> value -> how else it may be written.
_VALUES: Mapping[str, Mapping[str, str]] = {
    "lang": {"mul": "all, international, chung, quốc tế, 공통, 국제"},
    "status": {
        "preferred": "official, approved, ưu tiên, chính thức, nên dùng, 공식, 우선, 우선어, 권장",
        "admitted": "allowed, accepted, được chấp nhận, chấp nhận, được phép, 허용, 허용어, 인정",
        "deprecated": "obsolete, outdated, lỗi thời, cũ, tên cũ, 구용어, 폐기, 옛말",
        "forbidden": "wrong, not allowed, cấm, không dùng, sai, 금지, 금지어",
        "mistranslation": "wrong translation, dịch sai, 오역",
    },
    "kind": {
        "full": "full name, full form, đầy đủ, tên đầy đủ, 정식, 정식 명칭, 전체",
        "acronym": "abbreviation, initialism, viết tắt, từ viết tắt, chữ viết tắt, 약어, 두문자어",
        "short": "short form, short name, gọi tắt, tên gọi tắt, rút gọn, 약칭, 줄임말, 준말",
        "symbol": "ký hiệu, kí hiệu, 기호",
    },
    "part_of_speech": {
        "noun": "n, danh từ, 명사",
        "proper-noun": "proper noun, proper name, danh từ riêng, 고유 명사, 고유명사",
        "verb": "v, động từ, 동사",
        "adjective": "adj, tính từ, 형용사",
        "adverb": "adv, trạng từ, phó từ, 부사",
        "other": "khác, 기타",
    },
    "case": {
        "any": "ignore, không phân biệt, 무관, 구분 안 함",
        "exact": "exactly, phân biệt, chính xác, 구분, 정확",
    },
    "scope": {
        "vn": "vietnam, viet nam, việt nam, 베트남",
        "kr": "korea, hàn quốc, 한국",
        "int": "international, quốc tế, 국제",
        "law": "luật, pháp luật, 법, 법률",
        "press": "báo chí, báo, 언론",
    },
    "reliability": {
        "law": "luật, văn bản pháp luật, 법률, 법령",
        "treaty": "điều ước, hiệp định, 조약, 협정",
        "government": "chính phủ, cơ quan nhà nước, 정부",
        "international-body": "international body, tổ chức quốc tế, 국제기구",
        "press": "báo chí, báo, 언론",
    },
}
_YES = frozenset("yes y true 1 x có 예 네".split())
_NO = frozenset("no n false 0 không 아니오 아니요".split())

_LONGEST = 60  # no heading is longer
_SIGNS = regex(r"[\s_./:()\[\]–-]+")


def _words(text: str) -> str:
    """The words of a heading or a value: composed, small, single spaces for all signs."""
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()


def _spellings(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, others in names.items():
        yield from ((_words(one), name) for one in (name, *others.split(", ")))


_BY_HEADING = dict(_spellings(_COLUMNS))
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
        if lang and _BY_HEADING.get(one) in NAME_COLUMNS:
            return f"{lang}.{_BY_HEADING[one]}"
    return _lang(cell)


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """The ways to part words in two, each in both orders."""
    parts = words.split(" ")
    for at in range(1, len(parts)):
        first, second = " ".join(parts[:at]), " ".join(parts[at:])
        yield first, second
        yield second, first


def _lang(words: str) -> str:
    """The one language that a heading names, "" when it names none or several."""
    found = heading(words)
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
