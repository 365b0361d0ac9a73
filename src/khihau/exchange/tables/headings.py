"""The words of a termbase's tables: its columns and closed sets as people write them in vi, ko and en."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from khihau.documents.bitexts.headings import heading
from khihau.languages import LANGUAGES
from khihau.model import LANGS
from khihau.text.regex import regex

__all__ = ["NAME_COLUMNS", "OF_NAMES", "column_of", "value_of", "yes_or_no"]

NAME_COLUMNS = ("source", "admitted", "deprecated", "forbidden", "mistranslation")  # vi.source
OF_NAMES = ("status", "kind", "part_of_speech")  # vi.status: what holds for the names in vi

# Column -> how else its heading may read; commas part them. Small letters, composed, no signs.
_COLUMNS: Mapping[str, str] = {
    "id": "concept, concept id, mã, mã khái niệm, 개념, 개념 id, 아이디",
    "domain": "field, subject, subject field, concept subject, entry domain, lĩnh vực, 분야, 영역",
    "lang": "language, language code, ngôn ngữ, mã ngôn ngữ, 언어, 언어 코드",
    "text": "term, label, thuật ngữ, tên gọi, 용어, 명칭",
    "status": "trạng thái, tình trạng, tình trạng sử dụng, trạng thái sử dụng, 상태, 용어 상태, 사용 상태",
    "kind": "type, loại, loại tên gọi, kiểu, 종류, 유형",
    "part_of_speech": "pos, từ loại, 품사",
    "source": "sources, reference, references, nguồn, nguồn tham khảo, nguồn trích dẫn, nguồn tài liệu,"
    " tài liệu tham khảo, xuất xứ, 출처, 근거, 참고 문헌, 참고문헌, 참고 자료, 참고자료",
    "case": "hoa thường, chữ hoa, 대소문자, 대소문자 구분",
    "scope": "phạm vi, phạm vi sử dụng, 범위, 사용 범위",
    "near": "từ đi kèm, 함께 쓰는 말",
    "not_near": "từ không đi kèm, 함께 쓰지 않는 말",
    "covered_by": "nằm trong, 포함하는 말",
    "homonym": "từ đồng âm, đồng âm, 동음이의어",
    "reading": "pronunciation, cách đọc, phiên âm, 읽기, 읽는 법, 발음",
    "plural": "số nhiều, 복수, 복수형",
    "until": "outdated since, không còn dùng từ",
    "related": "related concepts, see also, liên quan, khái niệm liên quan, xem thêm, 관련, 관련 개념, 함께 보기",
    "broader": "broader concept, khái niệm rộng hơn, 상위, 상위 개념",
    "replaced_by": "được thay bằng, thay bằng, được thay thế bằng, thay thế bằng, 대체, 대체 개념",
    "acronym": "acronyms, abbreviation, abbreviations, abbr, english abbreviation, viết tắt, từ viết tắt,"
    " chữ viết tắt, tên viết tắt, viết tắt tiếng anh, tiếng anh viết tắt, 약어, 영문 약어, 영어 약어, 영문약어",
    "admitted": "also right, synonym, synonyms, được chấp nhận, chấp nhận, từ đồng nghĩa, đồng nghĩa,"
    " tên gọi khác, 허용, 허용 용어, 허용 명칭, 동의어",
    "deprecated": "outdated, lỗi thời, cũ, tên cũ, tên gọi cũ, 구용어, 구 용어, 구 명칭, 옛 명칭, 옛 용어, 폐기",
    "forbidden": "wrong, wrong names, do not write, do not use, cấm, từ cấm, không dùng, không sử dụng, sai,"
    " tên sai, 금지, 금지어, 금지 용어, 사용 금지, 사용금지, 사용 금지 용어",
    "mistranslation": "mistranslations, wrong translation, dịch sai, bản dịch sai, 오역",
    "counterexample": "phản ví dụ, 반례",
    "key": "source key, mã nguồn, 키, 출처 키",
    "title": "nhan đề, tiêu đề, tên tài liệu, tên văn bản, 제목, 문서명, 자료명",
    "publisher": "nhà xuất bản, cơ quan ban hành, cơ quan công bố, 발행처, 발행 기관",
    "date": "ngày, ngày ban hành, ngày công bố, 날짜, 일자, 발행일",
    "url": "link, address, địa chỉ, liên kết, đường dẫn, 주소, 링크",
    "reliability": "type of source, độ tin cậy, loại nguồn, 신뢰도, 출처 유형",
}
# The columns of which each language has one. A heading in a language means that language.
_TEXTS = ("definition", "note", "concept_note")

# Column -> value -> how else it may be written.
_VALUES: Mapping[str, Mapping[str, str]] = {
    "domain": {  # those of the built-in glossary, as its web site calls them; others are their own
        "adaptation": "thích ứng, 적응",
        "cooperation": "hợp tác, 협력",
        "energy": "năng lượng, 에너지",
        "finance": "tài chính, tài chính khí hậu, 재원·금융, 재원, 금융, 기후재원",
        "institutions": "cơ quan và tổ chức, cơ quan, tổ chức, 기관",
        "land-use": "land use, sử dụng đất, 토지 이용, 토지이용",
        "law": "pháp luật, 법·제도, 법령, 법률",
        "markets": "carbon markets, thị trường các-bon, thị trường carbon, 탄소시장, 탄소 시장",
        "mitigation": "giảm nhẹ, 감축",
        "negotiations": "đàm phán, 협상",
        "science": "khoa học, 과학",
    },
    "lang": {"mul": "all, all languages, international, chung, mọi ngôn ngữ, quốc tế, 공통, 국제"},
    "status": {
        "preferred": "official, official name, approved, ưu tiên, chính thức, tên chính thức, nên dùng,"
        " 공식, 공식 용어, 공식 명칭, 우선, 우선어, 우선 용어, 권장, 권장 용어",
        "admitted": "allowed, accepted, also right, được chấp nhận, chấp nhận, được phép, cũng đúng,"
        " 허용, 허용어, 허용 용어, 허용 명칭, 인정",
        "deprecated": "obsolete, outdated, lỗi thời, cũ, tên cũ, tên gọi cũ, không còn dùng,"
        " 구용어, 구 용어, 구 명칭, 옛 명칭, 옛 용어, 폐기, 옛말",
        "forbidden": "wrong, wrong name, not allowed, not recommended, do not use, cấm, không dùng, không sử dụng, sai,"
        " tên sai, 금지, 금지어, 금지 용어, 사용 금지, 사용금지",
        "mistranslation": "wrong translation, dịch sai, 오역",
    },
    "kind": {
        "full": "full name, full form, phrase, variant, đầy đủ, tên đầy đủ, 정식, 정식 명칭, 전체",
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
        "vn": "vietnam, viet nam, in vietnam, việt nam, tại việt nam, 베트남, 베트남에서 사용",
        "kr": "korea, in korea, hàn quốc, tại hàn quốc, 한국, 한국에서 사용",
        "int": "international, in international bodies, quốc tế, tổ chức quốc tế, tại các tổ chức quốc tế,"
        " 국제, 국제기구, 국제기구에서 사용",
        "law": "in law, luật, pháp luật, văn bản pháp luật, trong văn bản pháp luật, 법, 법률, 법령,"
        " 법령에서 사용",
        "press": "in the press, báo chí, báo, trên báo chí, 언론, 언론에서 사용",
    },
    "reliability": {
        "law": "luật, văn bản pháp luật, 법률, 법령",
        "treaty": "điều ước, điều ước quốc tế, hiệp định, 조약, 협정",
        "government": "chính phủ, cơ quan nhà nước, 정부",
        "international-body": "international body, tổ chức quốc tế, 국제기구",
        "press": "báo chí, báo, 언론",
    },
}
_YES = frozenset("yes y true 1 x có 예 네".split())
_NO = frozenset("no n false 0 không 아니오 아니요".split())

_LONGEST = 60  # no heading is longer
_NO_TAG = regex(r"[a-z]{2,3}[-_ ](?!hang|hani|kore|latn)[a-z]{3,4}")
_COUNTRY = regex(r"[\s_](?:united[\s_](?:states|kingdom)|viet[\s_]?nam|(?:south[\s_])?korea)\Z")
_SIGNS = regex(r"[\s_./:()\[\]–-]+")


def _words(text: str) -> str:
    """The words of a heading or a value: composed, small, single spaces for all signs."""
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()


def _spellings(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, others in names.items():
        yield from ((_words(one), name) for one in (name, *others.split(", ")))


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
