"""Numbers that are written as words: what excuses a number for which the other text has no digits.

Here it matters to miss none; a word too many only excuses a number too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from khihau.languages import session_numbers as numbers
from khihau.model import Lang
from khihau.quantities.plain import plain, without_names
from khihau.text.regex import regex

__all__ = ["number_words"]

_WORD = regex(r"[^\W_]+|[.,;:!?()\n]")  # a sign parts two numbers
_ROMAN = regex(r"(?<![\w.])(?=[IVXL])(X{0,3}(?:XL|L)?X{0,3})(IX|IV|V?I{0,3})(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}

_EN = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_EN_ORDINALS = {
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_EN_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "decade": 10, "decades": 10, "dozen": 12, "dozens": 12, "century": 100, "centuries": 100,
}  # fmt: skip
_VI_DIGITS = {"không": 0, "một": 1, "mốt": 1, "nhất": 1, "bốn": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_VI_SCALES = {
    "mươi": 10, "chục": 10, "thập": 10, "trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4,
    "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_KO_DIGITS = {word: number for number, word in enumerate("영일이삼사오육칠팔구")} | {
    "륙": 6,
    "공": 0,
}
_KO_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_KO_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
    "여든": 80, "아흔": 90,
}  # fmt: skip
_KO_ONES = {
    "하나": 1, "한": 1, "첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
# A sino-Korean digit alone is a number before few words only: 이 일 is "this work", 사회 "society".
_KO_SINO = regex(
    r"(?<![가-힣])(?:제|약|총)?([일이삼사오육륙칠팔구]?[십백천만억조][일이삼사오육륙칠팔구십백천만억조]+"
    r"|[일이삼사오육륙칠팔구][십백천만억조]"
    r"|[일이삼사오육칠팔구](?=년|개월|개국|개년|차|세기|세대|단계)"
    r"|[십백천만억](?=\s?(?:년|개|명|인|톤|달러|원|가지|배|대|위)))"
    r"|(?<=제)([일이삼사오육칠팔구])"
)
_KO_NATIVE = regex(
    rf"(?<![가-힣])(?:({'|'.join(_KO_TENS)})({'|'.join(_KO_ONES)})?"
    rf"|(하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|[한두세네석넉첫](?=\s?[가-힣])))"
)
# Words that say a number without being one; "half" is 50 percent, too.
_SAYINGS: dict[Lang, dict[str, str]] = {
    "en": {
        "half": "0.5 50", "halve": "0.5 50 2", "halved": "0.5 50 2", "halves": "0.5 50",
        "halving": "0.5 50 2", "quarter": "0.25 25 4", "quarters": "0.25 25 4 75", "thirds": "3",
        "fifths": "5", "once": "1", "twice": "2", "double": "2", "doubled": "2", "doubles": "2",
        "doubling": "2", "twofold": "2", "triple": "3", "tripled": "3", "triples": "3",
        "tripling": "3", "threefold": "3", "fourfold": "4", "quadruple": "4", "quadrupled": "4",
        "fivefold": "5", "tenfold": "10", "both": "2", "pair": "2", "couple": "2", "single": "1",
        "fortnight": "2 14", "noon": "12", "midnight": "0 24 12", "a": "1", "an": "1",
    },
    "vi": {
        "nửa": "0.5 50", "rưỡi": "0.5 1.5 2.5", "đôi": "2", "cặp": "2", "tá": "12", "đầu": "1",
        "giêng": "1", "chạp": "12", "hăm": "20", "trưa": "12",
    },
    "ko": {
        "절반": "0.5 50 2", "하루": "1", "이틀": "2", "사흘": "3", "나흘": "4", "닷새": "5", "엿새": "6",
        "열흘": "10", "보름": "15", "일주일": "7 1", "양국": "2", "양측": "2", "양자": "2", "반년": "6 0.5",
    },
}  # fmt: skip
_KO_SAYING = regex("|".join(sorted(_SAYINGS["ko"], key=len, reverse=True)))
# What a Vietnamese syllable with another sense needs beside it to be a number.
_NOT_FIVE_BEFORE = frozenset("nay qua tới sau trước ngoái kia gần tiếp liền".split())
_NOT_FIVE_BEHIND = frozenset("mỗi hằng hàng nửa cuối giữa những từng nhiều mấy các theo".split())
_FOUR_BEHIND = frozenset("thứ mươi phần tháng lần".split())
_NUMBER_AHEAD = frozenset((*_VI_SCALES, "rưỡi", "phẩy", "phần"))


def number_words(text: str, lang: Lang) -> frozenset[Decimal]:
    """The numbers that are written as words, in Roman digits or within names in a text."""
    even, named = without_names(plain(text).text)
    lower = even.lower()
    found = {*named, *_romans(even)}
    if lang == "ko":
        return frozenset(found.union(_korean(lower)))
    words = _WORD.findall(lower)
    if lang == "en":
        found.update(_spelled(words, _english, _EN_SCALES))
    else:
        found.update(_spelled(_numbers_only(words), _vietnamese, _VI_SCALES))
    for word in words:
        found.update(map(Decimal, _SAYINGS[lang].get(word, "").split()))
    return frozenset(found)


def _romans(text: str) -> Iterator[Decimal]:
    for found in _ROMAN.finditer(text):
        digits = [_ROMAN_DIGITS[letter] for letter in found.group()]
        signed = (
            -digit if digit < after else digit
            for digit, after in zip(digits, [*digits[1:], 0], strict=True)
        )
        yield Decimal(sum(signed))


def _spelled(
    words: list[str],
    digit: Callable[[str], int | None],
    scales: dict[str, int],
    small: int = 100,
) -> Iterator[Decimal]:
    """The number of each run of number words; "hai ba nước" (two or three) holds two runs.

    Scales up to `small` count within what the larger ones multiply: two hundred million.
    """
    total = section = 0
    pending: int | None = None  # the digit, or the tens and the digit, that no scale took
    is_open = False
    for word in [*words, "."]:
        value, scale = digit(word), scales.get(word)
        if value is not None and pending is not None:
            if pending >= 10 and pending % 10 == 0 and value < 10:
                pending += value
                continue
            yield Decimal(total + section + pending)
            total = section = 0
        if value is not None:
            pending, is_open = value, True
        elif scale is not None and scale <= small:
            section += (1 if pending is None else pending) * scale
            pending, is_open = None, True
        elif scale is not None:
            section += pending or 0
            if total and not section:  # nghìn tỷ
                total = min(total * scale, 10**18)
            else:
                total += (section or 1) * scale
            section, pending, is_open = 0, None, True
        elif is_open and word not in ("and", "linh", "lẻ"):
            yield Decimal(total + section + (pending or 0))
            total = section = 0
            pending, is_open = None, False


@cache
def _english(word: str) -> int | None:
    if word in _EN:
        return _EN[word]
    if regex(numbers.placeholder("en", "{n:ordinal}")).fullmatch(word) and word.isalpha():
        return numbers.read("en", word)
    return _EN_ORDINALS.get(word)


@cache
def _vietnamese(word: str) -> int | None:
    if word in _VI_DIGITS:
        return _VI_DIGITS[word]
    if word.isalpha() and regex(numbers.placeholder("vi", "{n}")).fullmatch(word):
        return numbers.read("vi", word)
    return None


def _numbers_only(words: list[str]) -> list[str]:
    """Vietnamese words, with "" for syllables that are no number here (năm: year, tư: đầu tư)."""
    return [
        word if _is_number(word, before, after) else ""
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    ]


def _is_number(word: str, before: str, after: str) -> bool:
    if word == "năm":
        if after in _NUMBER_AHEAD:
            return True
        counted = _vietnamese(before) is not None or before in _VI_SCALES or before.isdigit()
        return not (
            after.isdigit() or counted or after in _NOT_FIVE_BEFORE or before in _NOT_FIVE_BEHIND
        )
    if word == "tư":
        return before in _FOUR_BEHIND
    if word == "nhất":
        return before in ("thứ", "lần")
    if word == "không":
        return before in ("bằng", "số") or after in ("trăm", "phẩy")
    return word != "trăm" or before != "phần"


def _korean(text: str) -> Iterator[Decimal]:
    for found in _KO_NATIVE.finditer(text):
        tens, ones, alone = found.groups()
        yield Decimal(_KO_TENS.get(tens, 0) + _KO_ONES.get(ones or alone, 0))
    for found in _KO_SINO.finditer(text):
        yield from _spelled(list(found[1] or found[2]), _KO_DIGITS.get, _KO_SCALES, small=1000)
    for found in _KO_SAYING.finditer(text):
        yield from map(Decimal, _SAYINGS["ko"][found.group()].split())
