"""Where a Korean text speaks of a country: names begin an eojeol, and have short forms of one syllable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from khihau.languages.countries import CountryMention, ListedCountries
from khihau.languages.ko.tails import is_tail, rest_of_eojeol, tail_kind
from khihau.text.fold import is_hangul
from khihau.text.regex import regex

__all__ = ["KoreanCountries"]

_DOTS = "·ㆍ‧・•∙-"
_GLUED = regex(r"[A-Za-z0-9\"'”’」』》)]")
_SHORT = 2  # syllables of a name that other words begin with


class KoreanCountries(ListedCountries):
    """The answers of Korean."""

    # 베트남 NDC, 한국 정부의 2035 국가 온실가스 감축목표
    owner_before = regex(r"(?: ?정부| ?측)?(?:의(?: [\w·.-]+){0,3})?(?: \d{4}년?)? ?")

    def speaks(self, text: str, start: int, end: int) -> bool:
        """At the start of an eojeol, behind 주, 대, 한 there, or behind another country (일본중국)."""
        if start and is_hangul(text[start - 1]):
            is_second = start > 1 and is_hangul(text[start - 2])
            if is_second or text[start - 1] not in self._traps["before"]:
                return False
        if start and _GLUED.match(text[start - 1]):
            return False  # “적응”이란, RE100이란, 100대만
        form = text[start:end]
        if form in self._free or end - start > _SHORT:
            return True
        return is_tail(rest_of_eojeol(text, end), end - start)

    def is_alone(self, text: str, start: int, end: int) -> bool:
        """With nothing but particles behind it: 베트남에서, not 한국은행, 인도적, 인도했다."""
        if not super().is_alone(text, start, end):
            return False
        is_start = not (start and is_hangul(text[start - 1]))
        rest = rest_of_eojeol(text, end)
        beyond = next((one for one in self._traps["behind"] if rest.startswith(one)), "")
        return is_start and any(
            tail_kind(tail, _SHORT) in ("particles", "copula") and not tail.startswith("하")
            for tail in {rest, rest.removeprefix(beyond)}
        )

    def short_forms(self, text: str) -> Iterator[CountryMention]:
        """한·베트남, 한미일, 방한, 미 국무부."""
        for found in self._shorts.finditer(text):
            for at in range(found.start(), found.end()):
                country = self._short.get(text[at])
                if country:
                    yield CountryMention(at, at + 1, country, is_name=False)

    @cached_property
    def _short(self) -> Mapping[str, str]:
        pairs = (entry.split(" = ") for entry in self._traps["short"])
        return {form: country for country, form in pairs}

    @cached_property
    def _shorts(self) -> re.Pattern[str]:
        form, before, alone = (
            f"[{''.join(some)}]"
            for some in (self._short, self._traps["before"], self._traps["alone"])
        )
        return re.compile(
            rf"(?<![가-힣])(?:{form}[{_DOTS}]?){{2,5}}(?![가-힣]{{3}})"
            rf"|(?<![가-힣]){form}(?=[{_DOTS}][가-힣A-Z])"
            rf"|(?<=[{_DOTS}]){form}(?=[^가-힣]|[{_DOTS}]|\Z)"
            rf"|(?<![가-힣]){before}{form}(?![가-힣]{{3}})"
            rf"|(?<![가-힣]){alone}(?=\s)"
        )
