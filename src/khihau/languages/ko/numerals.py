"""How numbers, dates and units are written in Korean.

The words group by four digits (한글 맞춤법 제44항 writes numbers in units of 만).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from khihau.languages.numerals import ALONE, DAY, MONTH, TIME, YEAR, Numerals, values
from khihau.text.regex import regex

__all__ = ["KoreanNumerals"]

# The shapes of Korean dates, which put the year first (CLDR ko: y. M. d.).
_SHAPES = (
    (rf"{ALONE}(?P<y>{YEAR}|'[0-9]{{2}})(?P<s>[-/]|\.\s?)(?P<m>{MONTH})(?P=s)(?P<d>{DAY})\.?"
    rf"(?:\s?~\s?(?P<to>{DAY})\.(?!\s?[0-9]))?(?![0-9A-Za-z])"),
    rf"{ALONE}(?P<y>{YEAR}|'[0-9]{{2}})\.\s?(?P<m>{MONTH})(?:\s?월|\.(?!\s?[0-9]))",
    r"(?P<y>'[0-9]{2})(?:년|(?=\s?[~–-]\s?'?[0-9]{2}))|(?<=[~–-])(?P<y2>'[0-9]{2})(?![0-9%])",
    (rf"{ALONE}(?P<m>{MONTH})\.\s?(?P<d>{DAY})"
    rf"(?:\.(?:\s?~\s?(?P<to>{DAY})\.(?!\s?[0-9])|(?=\s?(?:[(~,)\n]|$|부터|까지|에)))"
    r"|(?=\s?\([월화수목금토일][),]))"),
    TIME,
)  # fmt: skip


class KoreanNumerals(Numerals):
    """Magnitudes inside a number, and particles on its unit."""

    code = "ko"
    date_shapes = _SHAPES
    is_glued = True
    grouped_by_four = True
    sure_before: Mapping[str, str] = MappingProxyType(
        {"경": r"\s?(?:[0-9]|원|달러)"}  # 2030경 is "around 2030"
    )
    apart = ("년", "월", "일", "%", "℃", "도", "차", "번", "분기")
    article_frame = ("제", "조")
    small_scale = 1000

    def is_counted(self, before: str, behind: str) -> bool:
        """By the counter behind the number; 제3 numbers."""
        return not before.endswith("제") and bool(_counter(tuple(self.counters)).match(behind))

    def runs(self, words: Sequence[str], text: str) -> Iterable[Sequence[str]]:  # noqa: ARG002
        """The parts of each number: 스물, 다섯; 이, 천, 삼, 십."""
        return _spelled(text, values("ko", "tens"), values("ko", "ones"))


@cache
def _counter(counters: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:여\s?)?(?:{'|'.join(counters)})(?!월|년)")


# --- numbers in words ------------------------------------------------------------------------------

# A sino-Korean digit alone is a number before few words only: 이 일 is "this work", 사회 "society".
_SINO = regex(
    r"(?<![가-힣])(?:제|약|총)?([일이삼사오육륙칠팔구]?[십백천만억조][일이삼사오육륙칠팔구십백천만억조]+"
    r"|[일이삼사오육륙칠팔구][십백천만억조]"
    r"|[일이삼사오육칠팔구](?=년|개월|개국|개년|차|세기|세대|단계)"
    r"|[십백천만억](?=\s?(?:년|개|명|인|톤|달러|원|가지|배|대|위)))"
    r"|(?<=제)([일이삼사오육칠팔구])"
)
_ONLY_BEFORE_A_NOUN = frozenset("한두세네석넉첫")


def _spelled(text: str, tens: Iterable[str], ones: Iterable[str]) -> Iterator[Sequence[str]]:
    """The parts of each number of a text; `tens` and `ones` are the native ones: 스물, 다섯."""
    for found in _native(tuple(tens), tuple(ones)).finditer(text):
        yield [part for part in found.groups() if part]
    for found in _SINO.finditer(text):
        yield list(found[1] or found[2])


@cache
def _native(tens: tuple[str, ...], ones: tuple[str, ...]) -> re.Pattern[str]:
    free = "|".join(one for one in ones if one not in _ONLY_BEFORE_A_NOUN)
    bound = "".join(sorted(_ONLY_BEFORE_A_NOUN))
    return re.compile(
        rf"(?<![가-힣])(?:({'|'.join(tens)})({'|'.join(ones)})?|({free}|[{bound}](?=\s?[가-힣])))"
    )
