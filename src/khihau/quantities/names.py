"""Which digits of a text belong to a name (COP29, CO2, 06/2022/NĐ-CP), and are no numbers.

Names in Latin letters are the same in texts of all languages.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from khihau.quantities.currencies import CODES
from khihau.quantities.quantity import decimal
from khihau.quantities.wording import LATIN, in_any_language
from khihau.text.regex import regex

__all__ = ["NAMED", "without_names"]

NAMED = "\x00"  # stands for each digit of a name, so that CO2 is "CO" and this

_DIGIT = regex("[0-9]")
_NUMBER = regex(r"[0-9]+(?:\.[0-9]+)?")


def without_names(even: str) -> tuple[str, frozenset[Decimal]]:
    """A plain text with `NAMED` for the digits of names, and the numbers that stood in them."""
    numbers: set[Decimal] = set()
    parts: list[str] = []
    done = 0
    for name in _names().finditer(even):
        written = name.group()
        if not _formula().match(written):
            found = (decimal(number) for number in _NUMBER.findall(written))
            numbers.update(number for number in found if number is not None)
        parts += even[done : name.start()], _DIGIT.sub(NAMED, written)
        done = name.end()
    return "".join(parts) + even[done:], frozenset(numbers)


@cache
def _formula() -> re.Pattern[str]:
    """Their digits say nothing of a number elsewhere: the 2 of CO2 must not excuse a missing 2 °C."""
    ending = f"O|e|eq|{in_any_language('equivalent')}"
    return re.compile(rf"[A-Za-z]*(?:CO|NO|SO|CH|H|SF|NF|N|O|PM|C)[2-6](?:\.5)?(?:{ending})?$")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(
        # addresses
        r"https?://[^\s<>가-힣]+|www\.[^\s<>가-힣]+|\]\([^()\s]*\)|&#[0-9]+;"
        r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"
        # document numbers: 06/2022/NĐ-CP, 29-NQ/TW, 1/CMA.6, FCCC/PA/CMA/2018/3
        r"|(?<![\w/.,-])[0-9]{1,5}(?:/[0-9]{4})?(?:-[A-ZĐ]{2,6})?/[A-ZĐ]{2,}[\w.]*(?:[-/][\w.]+)*"
        r"|(?<![\w/])[A-Z]{2,}(?:/[\w.]+){2,}"
        # telephone numbers
        r"|(?<![\w.,/-])[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9-])"
        r"|(?<![\w.,/-])(?:\+[0-9]{1,3}[ .-]?|\(?0)[0-9]{1,3}\)?[ .-][0-9]{3,4}[ .-]?[0-9]{3,4}(?![0-9])"
        r"|(?<![\w.,/-])\+[0-9]{1,3}(?:[ .()-]|\([A-Z]{2}\))[0-9 .()-]{5,}[0-9]"
        # names: COP29, CO2e, PM2.5, COVID-19, RE100, SSP1-2.6; but post-2030 and USD300 are numbers
        rf"|(?<![^\W가-힣])(?!(?:{CODES})[0-9]|Q[1-4](?![0-9])|(?i:{in_any_language('prefixes')})-)"
        rf"(?=[^\W가-힣]*[A-ZĐ]|[a-z][0-9]){LATIN}+-?[0-9]+(?:\.[0-9]+)?(?:(?<=SSP[0-9])-[0-9.]+)?"
        r"(?:[^\W가-힣]*)"
        r"|(?<![^\W가-힣])(?:COP|CMP|CMA|SBI?|SBSTA|PM|SSP|RCP|ISO|IEC|TCVN|QCVN|RE|AR)[ -][0-9][0-9.:-]*"
        rf"|{in_any_language('names')}"
    )
