"""Which words before a bracket, or inside one, are a full form that no label gives.

By initials where they spell the acronym; else the run of capitals (Vietnamese, English) or the noun
phrase: back to a function word, a Korean particle or a verb form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from khihau.documents.segments import segment_index
from khihau.languages.en.spelling import stem
from khihau.ledger.definitions.shapes import CLOSING, QUIET
from khihau.model import Document, Lang
from khihau.text.fold import HANGUL
from khihau.text.regex import regex

__all__ = [
    "clause_start",
    "cut",
    "initials",
    "is_full_form",
    "is_rest",
    "is_subject",
    "sentence_start",
    "stands_alone",
    "units_of",
]

_REACH = 240
_SPELLED_REACH = 120
_INITIALS = regex(r"(?<![^\W_])[A-Z]\.\Z")
_SENTENCE_END = regex(r"(?:(?<!\b[A-Z])\.|[!?…;:])\s|[△□○]")
_CLAUSE_END = regex(r"(?:(?<!\b[A-Z])\.|[!?…;:])\s|[()\[\]（）△□○]")
_PART_END = regex(r",\s|(?:(?<=\s)|(?<=^))[\"'“‘«「『]|[“‘«「『]")
_WORD = regex(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_EOJEOL = regex(r"\S+")
_NO_NAME = regex(r"[\d.;:,!?()]")
_SMALL = frozenset("of the and for on in to a an by with as at or và về".split())
_ARTICLES = frozenset("the a an các những một".split())
_PLURALS = frozenset(("các", "những"))  # which a noun may have before it: Hội nghị các Bên
# A phrase that one of these opens belongs to the noun before it: "mục tiêu theo | Thỏa thuận Paris".
_ATTRIBUTIVE = frozenset(
    "của về cho theo trong tại ở từ với of for on to in under with by from at toward towards".split()
)
# After these a noun phrase begins; after `_VERBS`, which are parts of nouns too, it may.
_BORDERS = frozenset(
    "của cho với theo do bởi là tại ở từ trong trên giữa này đó các những mọi một mỗi nhiều khi để "
    "nếu mà thì rằng như đã sẽ đang được bị phải không cũng nói biết ký nộp gửi dùng cần gồm nhờ "
    "the a an this that these those its their our his her many some all several each every any no "
    "is are was were be been has have had will would can may must not at by from in into on to with "
    "under of for and or as than but about between through "
    "signed sign submitted submit adopted adopt published called includes include including "
    "uses use used needs need built build joined join bought sold said".split()
)
_VERB_PAIRS = frozenset(
    "thành lập|đề xuất|áp dụng|xây dựng|triển khai|thực hiện|phê duyệt|công bố|ban hành|sử dụng|"
    "tham gia|gia nhập|thúc đẩy|khởi động|vận hành|đầu tư|lắp đặt|ra mắt|giới thiệu|cập nhật|"
    "hoàn thành|ủng hộ|hỗ trợ|tài trợ".split("|")
)
_VERBS = frozenset("lập bố hiện hành duyệt qua có mua bán dự".split())
_GAP = 3  # small letters that may stand between two capitals of one Vietnamese name
_REST = 8  # and behind the last of them
_NAME_WORDS = 3
_KOREAN_SYLLABLES = 4
_KOREAN_EOJEOLS = 6
_COUNTRIES = frozenset("việt hàn trung nhật hoa mỹ anh pháp đức lào thái ấn hà".split())
# Korean: particles and verb forms end a phrase, 의 and the adnominals of (2) tie it to what follows.
_PHRASE_END = regex(r"(?:[은는이가을를에와과로고며도서]|[한할인된될른운든린온난던연]|[았었했]다)$")
_NOUN_END = regex(
    r"(?:국가|평가|증가|추가|허가|인가|제도|정도|속도|용도|한도|회의|합의|논의|협의|결의|정의|효과|결과|성과"
    r"|통과|보고|광고|경로|도로|개인|법인|확인|승인|무한|권한|제한|기한|북한|남한|정부|수송|에서)$"
)
_TIED = regex(r"(?:의|위한|관한|대한|따른)$")
_CONJUNCTIONS = ("및", "또는")
_ADVERBS = frozenset(
    "이번 이날 올해 지난해 최근 현재 특히 산하 소속 또한 오늘 어제 내년 매년".split()
)


def clause_start(document: Document, at: int) -> int:
    """Where the clause that ends at `at` begins, behind a bracket too, at most `_REACH` before."""
    return _behind(document, at, _CLAUSE_END)


def sentence_start(document: Document, at: int) -> int:
    """Where the sentence or segment that ends at `at` begins, at most `_REACH` before."""
    return _behind(document, at, _SENTENCE_END)


def _behind(document: Document, at: int, end: re.Pattern[str]) -> int:
    segments = document.segments
    index = segment_index(segments, at - 1)
    low = max(segments[index].start if index >= 0 else 0, at - _REACH)
    for found in end.finditer(document.text, low, at):
        low = found.end()
    return min(low, at)


def units_of(text: str) -> set[str]:
    """The words of a stretch, function words left out; of Hangul each pair of syllables.

    English ones come without their plural.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    pairs = (word[i : i + 2] for word in words for i in range(len(word)) if HANGUL.match(word))
    latin = (stem(word) for word in words if word not in _SMALL and not HANGUL.match(word))
    return {*latin, *(pair for pair in pairs if len(pair) == 2)}


def initials(text: str, words: tuple[int, int], acronym: str) -> tuple[int, int] | None:
    """The last words whose initials spell the acronym, small words skipped (Schwartz and Hearst)."""
    letters = _letters(acronym)
    low = max(words[0], words[1] - _SPELLED_REACH)
    last = text[low : words[1]].replace("-", " ").split()[-1:]
    if not last or unicodedata.normalize("NFC", last[0].lstrip(QUIET))[:1].upper() != letters[-1]:
        return None
    found = [w for w in _WORD.finditer(text, low, words[1]) if w.group().lower() not in _SMALL]
    heads = found[-len(letters) :]
    if len(heads) < len(letters) or any(map(_differ, heads, letters)):
        return None
    return heads[0].start(), words[1]


def cut(
    text: str, words: tuple[int, int], acronym: str, lang: Lang | None
) -> tuple[int, int] | None:
    """The words at the end of a stretch that are the full form of an acronym."""
    spelled = initials(text, words, acronym)
    if spelled:
        return spelled
    low, high = words
    for part in _PART_END.finditer(text, low, high):
        if _WORD.search(text, part.end(), high):
            low = part.end()
    if HANGUL.search(unicodedata.normalize("NFC", text[max(low, high - 8) : high])):
        start = _korean_phrase(text, low, high)
    else:
        start = _latin_phrase(text, low, high, acronym, lang)
    return (start, high) if start is not None else None


def is_full_form(text: str, words: tuple[int, int], acronym: str) -> bool:
    """Whether the content of a bracket or of an item reads as a name, all of it."""
    low, high = words
    spelled = initials(text, words, acronym)
    if spelled:
        return not _WORD.search(text, low, spelled[0])
    content = unicodedata.normalize("NFC", text[low:high])
    found = _WORD.findall(content)
    if (len(found) < 2 and not HANGUL.search(content)) or _NO_NAME.search(content):
        return False
    if HANGUL.search(content):
        syllables = len(HANGUL.findall(content))
        return syllables >= _KOREAN_SYLLABLES and not any(map(_ends_phrase, content.split()))
    if any(word in _BORDERS - _SMALL for word in found):
        return False
    capitals = [word for word in found if word[0].isupper()]
    if capitals:
        return len(found) >= _NAME_WORDS and found[0][0].isupper()
    return not content.isascii()


def is_rest(text: str, words: tuple[int, int]) -> bool:
    """Whether words behind a bracket go on with the name before it: "… (LHQ) về biến đổi khí hậu"."""
    first = _WORD.search(text, *words)
    behind_bracket = text[words[0] - 1 : words[0]] in CLOSING if words[0] else False
    return bool(behind_bracket and first and first.group().lower() in _ATTRIBUTIVE)


def stands_alone(text: str, low: int, start: int, *, is_name: bool) -> bool:
    """Whether the label at `start` is a name by itself, not the end of a longer phrase.

    So it is after a verb, an article, a Korean particle or nothing (`low` is where the clause
    begins); a proper name (`is_name`) also after a word without a capital; not after a noun, nor
    after a preposition that ties it to one, which may stand before a bracket.
    """
    before = unicodedata.normalize("NFC", text[low:start]).rstrip(" \t\r\n\xa0*_'\"“‘")
    if _INITIALS.search(before):
        before = before[:-1]  # "U.N. climate talks"
    if not before or not before[-1].isalnum():
        return True
    if HANGUL.match(before[-1]):
        eojeol = before.split()[-1]
        return _ends_phrase(eojeol) and not _TIED.search(eojeol)
    words = _WORD.findall(before)
    if not words:
        return False
    if words[-1].lower() in _ARTICLES:
        article = words.pop().lower()
        is_tied = article in _PLURALS or (words and words[-1].lower() in _ATTRIBUTIVE)
        if not words or not is_tied:
            return True
    last = words[-1].lower()
    if last in _ATTRIBUTIVE:
        return len(words) == 1 and text[low - 1 : low] not in CLOSING
    begins = last in (_BORDERS - _SMALL) | _VERBS
    return begins or (is_name and text[start].isupper() and words[-1].islower())


def is_subject(eojeol: str) -> bool:
    """Whether a Korean word ends in 은, 는, 이 or 가, which stand in no name; 국가 and 평가 do not."""
    return eojeol[-1:] in ("은", "는", "이", "가") and _ends_phrase(eojeol)


# --- phrases --------------------------------------------------------------------------------------


def _letters(acronym: str) -> list[str]:
    return [letter for letter in acronym if letter.isupper()]


def _differ(word: re.Match[str], letter: str) -> bool:
    return unicodedata.normalize("NFC", word.group())[0].upper() != letter


def _korean_phrase(text: str, low: int, high: int) -> int | None:
    start = None
    for eojeol in reversed(list(_EOJEOL.finditer(text, low, high))[-_KOREAN_EOJEOLS:]):
        word = unicodedata.normalize("NFC", eojeol.group())
        if start is not None and (_ends_phrase(word) or word in _ADVERBS):
            break
        if word not in _CONJUNCTIONS:  # it may stand inside a name, but begins none
            start = eojeol.start()
    return start


def _ends_phrase(eojeol: str) -> bool:
    eojeol = eojeol.rstrip("'\"’”」』*_")
    if eojeol[-1:] in (",", "·"):
        return eojeol.endswith(",")
    return bool(_PHRASE_END.search(eojeol)) and not _NOUN_END.search(eojeol)


def _latin_phrase(text: str, low: int, high: int, acronym: str, lang: Lang | None) -> int | None:
    found = list(_WORD.finditer(text, low, high))
    names = [unicodedata.normalize("NFC", word.group()) for word in found]
    named = _spelled_name(names, _letters(acronym))
    if named is None and lang == "en":
        named = _english_name(names)
    if named is None:
        named = _noun_phrase(names)
    return found[named].start() if named < len(found) else None


def _english_name(names: Sequence[str]) -> int | None:
    """Where the run of capitalised and small words at the end begins."""
    first = None
    for index in range(len(names) - 1, -1, -1):
        if names[index][0].isupper():
            first = index
        elif names[index] not in _SMALL:
            break
    return first if first is None or names[first].lower() not in _SMALL else first + 1


def _spelled_name(names: Sequence[str], letters: Sequence[str]) -> int | None:
    """Where a name begins whose words, some of them skipped, have the acronym's initials."""
    left = list(letters)
    for index in range(len(names) - 1, max(-1, len(names) - 3 * len(letters) - 1), -1):
        if left and names[index][0].upper() == left[-1]:
            left.pop()
            if not left:
                return index if names[index][0].isupper() else None
    return None


def _noun_phrase(names: Sequence[str]) -> int:
    """Where the phrase behind the last function word begins: its run of capitals, if it has one."""
    ends = range(len(names) - 1, 0, -1)
    low = next((end for end in ends if _is_border(names, end)), 0)
    capitals = [i for i in range(low, len(names)) if names[i][0].isupper()]
    if not capitals or len(names) - 1 - capitals[-1] > _REST:
        return (capitals[-1] + 1) if capitals else low
    first = capitals[-1]
    for index in reversed(capitals):
        if first - index - 1 > _GAP:
            break
        first = index
    return _after_country(names, first)


def _is_border(names: Sequence[str], end: int) -> bool:
    """Whether a function word or a verb ends before the word at `end`."""
    return names[end - 1] in _BORDERS or " ".join(names[max(0, end - 2) : end]) in _VERB_PAIRS


def _after_country(names: Sequence[str], first: int) -> int:
    """Vietnamese names begin with their head: a country there is the subject before the name."""
    if names[first].lower() not in _COUNTRIES:
        return first
    after = first
    while after < len(names) and names[after][0].isupper():
        after += 1
    while after < len(names) and names[after] in _SMALL:
        after += 1
    return after if after < len(names) else first
