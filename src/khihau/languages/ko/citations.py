"""How Korean cites acts and their parts by number: 법률 제18469호, 제6조제2항, 파리협정 6조."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from khihau.languages.citations import Citations, Provision
from khihau.text.regex import regex

__all__ = ["KoreanCitations"]

_NUMBER = r"\d{1,5}(?:\s?[-/]\s?\d{1,5})?"


class KoreanCitations(Citations):
    """The number stands inside of its frame: 제 … 호, 제 … 조, 제 … 항."""

    def provisions(self, text: str) -> Iterator[Provision]:
        """Articles with their clauses and items; a clause behind others is one of the same article."""
        for found in self._provisions.finditer(text):
            if found["article"]:
                article = found["article"] + (f"-{found['branch']}" if found["branch"] else "")
                clause = found["clause"] or found["part"] or ""
                start = found.start("from" if found["from"] else "article")
                yield Provision(start, found.end(), article, clause, found["item"] or "")
            else:
                yield Provision(*found.span(), "", found["alone"], found["own"] or "")

    @cached_property
    def _acts(self) -> re.Pattern[str]:
        """환경부고시 제2023-263호, 결의 1718호, 제232호 결정, 규정 (EU) 2023/956; 제11947호 is one by its size."""
        acts = rf"{self._either('acts')}\s?(?:\(E[UC]\)\s?)?"
        number, end = _NUMBER, self._number_end
        return regex(
            rf"{acts}(제?\s?{number}{end})|{acts}(?:제\s?)?(\d{{1,4}}/\d{{1,4}}(?![\d/]))"
            rf"|(제\s?{number}{end})\s?(?={self._either('acts')})|(제\s?(?:\d{{4}}\s?-\s?\d+|\d{{4,5}}){end})"
        )

    @cached_property
    def _next_act(self) -> re.Pattern[str]:
        """The next of a list: 결의 제57호 및 제68호."""
        list_ = rf"(?:,\s?|\s?[·ㆍ]\s?|\s?{self._either('list')}\s)"
        return regex(rf"{list_}(제?\s?{_NUMBER}{self._number_end})")

    @cached_property
    def _number_end(self) -> str:
        return rf"\s?호(?!{self._either('not')})"

    @cached_property
    def _provisions(self) -> re.Pattern[str]:
        number = r"(?<![\d.,])\d{1,3}"
        clause = rf"\s?항(?!{self._either('no clause')})"
        return regex(
            rf"(?:(?P<from>제\s?)|{self._either('treaties')}[’”」』]?\s?|(?=\d{{1,3}}조\s?제?\d{{1,3}}{clause}))"
            rf"(?P<article>{number})(?:\.(?P<part>\d{{1,2}}))?\s?조(?!\s?{self._either('sums')})(?:의\s?(?P<branch>\d{{1,2}}))?"
            rf"(?:\s?제?\s?(?P<clause>{number}){clause})?(?:\s?제?\s?(?P<item>{number})\s?호)?"
            rf"|(?<!\d)(?:제\s?)?(?P<alone>\d{{1,3}}){clause}(?:\s?제?\s?(?P<own>{number})\s?호)?"
        )
