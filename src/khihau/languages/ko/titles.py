"""Where Korean cites a title: by the noun that it ends with, or words beside its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.languages.ko.phrases import KoreanPhrases
from khihau.languages.titles import Titles, Zone
from khihau.languages.tuned import LONGEST_TITLE, MOST_EOJEOLS
from khihau.text.regex import either, regex

__all__ = ["KoreanTitles"]

_PLAN = regex(r"제\s?\d{1,2}차\s")
_NUMBERED = regex(r"제\s?\d{1,2}차\s?\Z")
_YEARS = regex(r"\s?\([^()]{1,20}\)\Z")  # 적응 대책(2021~2025)
_EOJEOL = regex(r"[^\s,.;:()\[\]“”‘’'\"「」『』《》]++")


class _Expressions(NamedTuple):
    """Words before and behind quotation marks, the end of a law's name, and the noun of a plan."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    law: re.Pattern[str]
    plan: re.Pattern[str]


class KoreanTitles(Titles):
    """보고서 ‘…’, ‘… 기본계획’, 제4차 … 기본계획, …에 관한 법률."""

    code = "ko"

    def is_title(self, content: str, before: str, after: str) -> bool:
        """Two eojeols that end in a noun of titles, or with such a noun beside the marks."""
        if len(content.split(maxsplit=1)) < 2:
            return False
        if _YEARS.sub("", content).endswith(self._words["heads"]):
            return True
        words = _expressions()
        return words.before.search(before) is not None or words.behind.match(after) is not None

    def is_name(self, name: str) -> bool:
        """Whether it ends in the noun of a plan or an act."""
        return name.endswith((*self._words["plans"], *self._words["acts"]))

    def is_cited(self, name: str, before: str) -> bool:
        """Whether it ends in that of an act, or the number of a plan stands before it."""
        return name.endswith(self._words["acts"]) or _NUMBERED.search(before) is not None

    @cached_property
    def _general(self) -> re.Pattern[str]:
        """Inside eojeols too."""
        return regex(either(self._words["general"]))

    def unquoted(self, text: str) -> Iterator[Zone]:
        """A plan from its number to its noun; a law from the words that it is about."""
        for found in _PLAN.finditer(text):
            end = _plan_end(text, found.end())
            if end:
                yield Zone(found.start(), end, is_cited=False)
        for found in _expressions().law.finditer(text):
            yield Zone(_law_start(text, found.start()), found.end(), is_cited=False)


def _plan_end(text: str, start: int) -> int:
    """Where the noun of a plan ends, no eojeol before it ending a phrase; 0 where none does."""
    at = start
    for _ in range(MOST_EOJEOLS):
        eojeol = _EOJEOL.match(text, at)
        if not eojeol:
            return 0
        noun = _expressions().plan.match(eojeol[0])
        if noun:
            return eojeol.start() + noun.end()
        if KoreanPhrases().ends_phrase(eojeol[0]):
            return 0
        at = eojeol.end() + 1 if text.startswith(" ", eojeol.end()) else len(text)
    return 0


def _law_start(text: str, end: int) -> int:
    """Where the words begin that a law is about: behind the last eojeol that ends a phrase."""
    low = max(0, end - LONGEST_TITLE)
    start = end
    for eojeol in reversed(tuple(_EOJEOL.finditer(text, low, end))[-MOST_EOJEOLS:]):
        adjoins = not text[eojeol.end() : start].strip()
        if start != end and (not adjoins or _ends_clause(eojeol[0])):
            break
        start = eojeol.start()
    return start


def _ends_clause(eojeol: str) -> bool:
    phrases = KoreanPhrases()
    return phrases.ends_phrase(eojeol) and not phrases.is_tied(eojeol)


@cache
def _expressions() -> _Expressions:
    words = data_parts("ko", "titles.txt")
    laws = rf"{either(words['about'])}\s+(?:[가-힣]{{1,6}}\s)?{either(words['laws'])}"
    return _Expressions(
        before=regex(rf"{either(words['before quotes'])}(?:인)?\s*:?\s*\Z"),
        behind=regex(
            rf"(?:\([^()]{{0,30}}\))?(?:(?:이?라는|이?란|을|를)\s|\s)?{either(words['behind quotes'])}"
        ),
        law=regex(rf"{laws}(?:\s?시행령|\s?시행규칙)?"),
        plan=regex(rf"[가-힣]*?{either(words['plans'])}(?:\(안\))?"),
    )
