"""Which words end a phrase, speak of speaking or say that a name is one of the past in Korean."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from khihau.languages.data import data_parts
from khihau.languages.phrases import Joints, Phrases
from khihau.text.fold import HANGUL
from khihau.text.regex import either, regex
from khihau.text.stops import ENDS

__all__ = ["KoreanPhrases"]

_QUIET = "'\"’”」』*_"  # may stand behind a word, before the space


_ABBREVIATIONS = "(?:약자|약어|약칭|줄임말|준말|머리글자)"

_JOINTS = Joints(
    lead=r"이하|(?:(?:영문|영어)\s?)?약칭|일명|즉,?",
    tail=(r"(?:이)?라\s?(?:고\s)?(?:한다|함|칭한다|칭함)|(?:으)?로\s?(?:약칭|줄임)(?:한다|함)?"),
    promise="이하",
    promise_end=r"(?:이)?라\s?(?:고\s)?(?:한다|함|칭한다|칭함)|(?:으)?로\s?(?:약칭|줄임)",
    set_up=r"이하(?:\s이\s(?:\S{1,9})에서)?(?=\s?[\"“'‘])",  # "이하 같다" sets nothing up
    set_up_end=r"(?:이)?라\s?(?:고\s)?(?:한다|함|칭한다|칭함)",
    ordinal=r"제\s?\d{1,2}차",
    # 기준치 이하 BOD is no definition
    phrase=rf",?\s?(?:일명|약칭|즉,?)|,\s?이하|의\s?(?:영문\s?|영어\s?)?{_ABBREVIATIONS}인",
    phrase_ends=("일명", "약칭", "즉", "즉,", "이하", "인"),
    after="즉,?|일명",
    topic="은|는|이란|란",
    short_for=rf"의\s?(?:영문\s?|영어\s?)?{_ABBREVIATIONS}",
    means=r"(?:을|를)\s?(?:말|뜻|의미|가리|일컫)",
    explained=r"(?:이)?(?:다|며|고)[.,\s]|(?:으)?로,?\s",
    in_gloss_before="이하|약칭",
    in_gloss_after="즉",
    years="년",
    and_="및",
    source="출처|자료|사진|제공",
)


class _Endings(NamedTuple):
    """Endings that end a phrase, and nouns that only look as if they had one."""

    phrase: tuple[str, ...]
    subject: tuple[str, ...]
    tying: tuple[str, ...]
    nouns: tuple[str, ...]


class KoreanPhrases(Phrases):
    """Particles and verb forms end a phrase; 의 and some verb forms tie it to what follows."""

    code = "ko"
    amended_behind = (
        r"[을를] (?:각각 )?(?:[\"“]|삭제)"  # "환경부장관"을 각각 "기후에너지환경부장관"으로 한다
    )

    def owns(self, text: str) -> bool:
        """Whether a stretch holds Hangul."""
        return HANGUL.search(text) is not None

    def ends_phrase(self, word: str) -> bool:
        """Whether an eojeol ends in a particle or a verb form; 국가 and 평가 do not."""
        word = word.rstrip(_QUIET)
        if word[-1:] in (",", "·"):
            return word.endswith(",")
        return word.endswith(_endings().phrase) and not word.endswith(_endings().nouns)

    def is_tied(self, word: str) -> bool:
        """Whether an eojeol ends in 의 or an adnominal like 위한."""
        return word.endswith(_endings().tying)

    def is_subject(self, word: str) -> bool:
        """Whether an eojeol ends in 은, 는, 이 or 가, which stand in no name."""
        return word.endswith(_endings().subject) and self.ends_phrase(word)

    def is_speech(self, content: str, after: str) -> bool:
        """Two words that end like a sentence or that are told of, one with a sure verb ending, or a title."""
        words = data_parts("ko", "speech.txt")
        said = content[:-1] if content.endswith(tuple(ENDS)) else content
        if len(content.split(maxsplit=1)) < 2:
            return said.endswith(words["verb ends"])
        if said.endswith(words["sentence ends"]) and not said.endswith(words["nouns"]):
            return True
        return _told().match(after) is not None

    @property
    def caption(self) -> str:
        """사진, also with a sign of equality or a stroke behind it."""
        return rf"{either(data_parts('ko', 'beside-text.txt')['captions'])}\s*[=:：/]"

    @property
    def joints(self) -> Joints:
        """이하, 약칭, 일명, 즉; 라 한다 behind the acronym."""
        return _JOINTS

    @property
    def former_before(self) -> str:
        """전, 옛 and the like, no ends of other words."""
        return rf"(?<![가-힣]){either(data_parts('ko', 'former.txt')['before'])}"

    @property
    def former_after(self) -> str:
        """현 and the new name, often in brackets; or 을 폐지, 이 개편."""
        words = data_parts("ko", "former.txt")
        now, particles, became = map(either, (words["now"], words["particles"], words["became"]))
        return rf"\({now}|(?:,? )?\(?{now} |{particles}? ?{became}"

    @property
    def bound_behind(self) -> str:
        """장관, 고시 and the like behind the name, or a title in brackets."""
        words = data_parts("ko", "bound-names.txt")
        offices, acts = either(words["offices"]), either(words["acts"])
        unit = r"(?:의? ?\(?(?:[가-힣A-Za-z0-9·]{1,20} ){0,3})"
        article = r" ?제 ?\d+조"  # the new act has other articles
        return rf"{unit}[가-힣]{{0,8}}?{offices}|의? ?{acts}|의? ?[「『《]|{article}"


@cache
def _endings() -> _Endings:
    words = data_parts("ko", "phrase-words.txt")
    phrase = words["particles"] + words["adnominals"] + words["verb ends"]
    return _Endings(phrase, words["subject particles"], words["tying endings"], words["nouns"])


@cache
def _told() -> re.Pattern[str]:
    """What follows speech (라며, 라고 … 말했다) or a title (을 주제로)."""
    words = data_parts("ko", "speech.txt")
    return regex(
        rf"이?라(?:며|면서)(?=\s)"
        rf"|(?:이?라)?(?:고|며|면서)\s+(?:\S{{1,12}}\s+){{0,2}}{either(words['told'])}"
        rf"|(?:을|를|이?라는|이?란)?\s*{either(words['titles'])}"
    )
