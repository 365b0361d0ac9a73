"""Where numbers are written in Hangul: 스물다섯, 이천삼십, 제삼."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from khihau.text.regex import regex

__all__ = ["spelled"]

# A sino-Korean digit alone is a number before few words only: 이 일 is "this work", 사회 "society".
_SINO = regex(
    r"(?<![가-힣])(?:제|약|총)?([일이삼사오육륙칠팔구]?[십백천만억조][일이삼사오육륙칠팔구십백천만억조]+"
    r"|[일이삼사오육륙칠팔구][십백천만억조]"
    r"|[일이삼사오육칠팔구](?=년|개월|개국|개년|차|세기|세대|단계)"
    r"|[십백천만억](?=\s?(?:년|개|명|인|톤|달러|원|가지|배|대|위)))"
    r"|(?<=제)([일이삼사오육칠팔구])"
)
_ONLY_BEFORE_A_NOUN = frozenset("한두세네석넉첫")


def spelled(text: str, tens: Iterable[str], ones: Iterable[str]) -> Iterator[Sequence[str]]:
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
