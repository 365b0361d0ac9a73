"""When something was, in Korean: the end of a sentence tells its time, particles follow each word."""

from __future__ import annotations

import re
from functools import cached_property

from khihau.languages.dating import Dating
from khihau.text.regex import regex

__all__ = ["KoreanDating"]

_FINAL = 28  # forms of a syllable by its final consonant
_SS = 20  # the number of the final consonant ㅆ
_FIRST = 0xAC00
_SUBJECTS = ("이", "가")
_IS = ("이다", "이었", "의 일")
_VERB_WITHIN = 4  # words behind a date


class KoreanDating(Dating):
    """The words of Korean."""

    past_behind_is_near = True

    def tells_past(self, rest: str) -> bool:
        """Whether the last verb has ㅆ before its ending (밝혔다, 냈습니다; not 있다), or the date is told."""
        if rest.startswith(_IS):  # 금지한 것은 1994년이다
            return True
        ends, never = self._parts["past ends"], self._parts["not past"]
        word = (rest.rsplit(maxsplit=1) or [""])[-1].strip().rstrip(".!?\"'”’)")
        for end in ends:
            stem = word.removesuffix(end)
            if len(stem) < len(word) and stem and stem[-1] not in never and _has_ss(stem[-1]):
                return True
        return False

    def is_absorbed(self, between: str, rest: str) -> bool:
        """Whether the first verb behind a date is an adnominal: 는 2020년 수립한 계획.

        With 이 or 가 the name is the subject of that verb, with 은 or 는 that of the sentence.
        """
        if between.startswith(_SUBJECTS):
            return False
        words = rest.split(maxsplit=_VERB_WITHIN)[:_VERB_WITHIN]
        return any(word.endswith(self._parts["adnominal"]) for word in words)

    @cached_property
    def running(self) -> re.Pattern[str]:
        """내년, 다음 달 and the like behind the particle of a name."""
        return regex(rf"[가-힣]{{0,4}}\s?{self._either('running')}")

    @cached_property
    def past_behind(self) -> re.Pattern[str]:
        """시절, 출신, 을 지낸, 로 개편되다: an office of one or two words may stand before them."""
        once, held = self._either("past behind"), self._either("held")
        became = self._either("became")
        return regex(
            rf"(?:\s?[가-힣]{{1,6}}){{0,2}}?\s?(?:{once}|[을를]\s?{held})"
            rf"|(?:으로|로|에서|가|이|를|을)\s?(?:\S+로\s)?(?:확대\s)?{became}"
        )

    @cached_property
    def numbered_behind(self) -> re.Pattern[str]:
        """환경부고시 제2023-263호, 환경부 공고 제2023 - 12호."""
        return regex(rf"\s?{self._either('numbered')}\s?제?\s?((?:19|20)\d\d)\s?-\s?\d+\s?호")

    @cached_property
    def given_behind(self) -> re.Pattern[str]:
        """(으)로 출범, 로 확대 개편, 가 됐다: a word may stand between."""
        founded = self._either("founded")
        return regex(rf"으?로\s?(?:\S{{1,6}}\s)?{founded}|[이가]\s?(?:됐|되었|되어|된|돼)")

    @cached_property
    def supplement(self) -> re.Pattern[str]:
        """부칙 <제11713호, 2013.3.23>, also with the name of the act that amends this one before it."""
        heads, ends = self._either("supplements"), self._either("behind supplements")
        date = r"(?P<year>(?:19|20)\d\d)\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})"
        return regex(
            rf"^[#*\s\[]{{0,10}}(?:{heads}\s?(?:\([^()\n]{{0,80}}\)\s?)?[<‹〈＜][^\n>›〉＞]{{0,60}}?{date}|{ends})",
            re.MULTILINE,
        )

    def _words(self, heading: str) -> re.Pattern[str]:
        """Words that begin an eojeol: a particle or an ending may follow."""
        return regex(rf"(?<!\w){self._either(heading)}")


def _has_ss(syllable: str) -> bool:
    code = ord(syllable) - _FIRST
    return 0 <= code < 11172 and code % _FINAL == _SS
