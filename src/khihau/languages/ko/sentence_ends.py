"""Where a sentence ends in Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from khihau.languages.data import data_parts
from khihau.languages.sentence_ends import Sentences
from khihau.text.fold import is_hangul
from khihau.text.regex import either, regex

__all__ = ["KoreanSentences"]


class KoreanSentences(Sentences):
    """Verb endings tell the end: of speech that goes on, of dates, of lines without a stop."""

    numbers_end = False  # dates: 2024. 5. 3.

    def without_mark(self, text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The polite form anywhere, the plain one at the end of a line."""
        for found in _without_mark().finditer(text, start, end):
            yield found.span(found.lastgroup or 0)

    def ends_by_itself(self, words: str) -> bool:
        """Whether they end in 다: 함 and 임 end titles too."""
        return words.endswith(data_parts("ko", "sentences.txt")["sure"])

    def goes_on(self, text: str, at: int) -> bool:
        """Whether 라고 and the like stand there."""
        return _told().match(text, at) is not None

    def ends_before_small(self, last: str) -> bool:
        """Whether the letter is Hangul: what follows is a name in Latin letters."""
        return is_hangul(last)

    def ends_in_dots(self, last: str) -> bool:
        """Whether a verb ends there: dots stand for words that are left out, too."""
        return last in data_parts("ko", "sentences.txt")["last syllables"]

    def ends_touching(self, last: str, following: str) -> bool:
        """Whether a verb ends there and Hangul follows."""
        return self.ends_in_dots(last) and is_hangul(following)


@cache
def _told() -> re.Pattern[str]:
    return regex(rf"\s?{_tells()}")


@cache
def _without_mark() -> re.Pattern[str]:
    words = data_parts("ko", "sentences.txt")
    return regex(
        rf"(?:{either(words['polite'])}(?P<polite>\s+)|{either(words['plain'])}(?P<plain>[ \t]*\n\s*))"
        rf"(?!{_tells()})(?=[가-힣A-Z“‘\"'])"
    )


def _tells() -> str:
    return rf"{either(data_parts('ko', 'sentences.txt')['told'])}(?=[\s,.])"
