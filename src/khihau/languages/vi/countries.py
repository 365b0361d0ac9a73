"""Where a Vietnamese text speaks of a country: many names have one syllable and are other words too."""

from __future__ import annotations

import re
from functools import cached_property

from khihau.languages.countries import ListedCountries
from khihau.languages.vi.spelling import is_syllable, new_placement
from khihau.text.regex import either, regex

__all__ = ["VietnameseCountries"]

_WORD_BEFORE = regex(r"(\w+) ?\Z")
_WORD_BEHIND = regex(r" (\w+)")
_SENTENCE = regex(r"(?:\A|[\n.!?:;…“\"‘'(\[–—•*-])\s*\Z")
_REACH = 24  # characters before a name that hold the word there


class VietnameseCountries(ListedCountries):
    """The answers of Vietnamese."""

    # NDC Việt Nam, NDC 2035 của Chính phủ Hàn Quốc; not: NDC và hỗ trợ của Hàn Quốc.
    owner_behind = regex(
        r"(?:(?: (?!và\b|với\b|cho\b|hoặc\b)[\w.–-]+){0,4} của(?: Chính phủ| phía| nước)?)? "
        r"|(?: năm)? \d{4} "
    )

    def spelled(self, text: str) -> str:
        """Thụy Điển for Thuỵ Điển."""
        return new_placement(text)

    def is_alone(self, text: str, start: int, end: int) -> bool:
        """Not a part of another name (Mỹ Tho, Trần Đức), a person (ông Đức) or an ordinary word (Anh, Pháp lệnh)."""
        name = text[start:end]
        before = text[max(0, start - _REACH) : start]
        word = _WORD_BEFORE.search(before)
        if not super().is_alone(text, start, end) or (word and word[1] in self._before):
            return False
        if " " in name or not is_syllable(name.lower()):
            return True
        beside = (word, _WORD_BEHIND.match(text, end))
        return not (
            any(one and _is_capital(one[1]) for one in beside)
            or (name in self._heads and _SENTENCE.search(before))
            or self._titles.search(before)
            or self._words.match(text, start)
        )

    @cached_property
    def _before(self) -> frozenset[str]:
        words = self._traps["before"]
        return frozenset((*words, *(word.capitalize() for word in words)))

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(self._traps["heads"])

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){either(self._traps['titles'])} \Z", re.IGNORECASE)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(rf"{either(self._traps['words'])}(?!\w)")


def _is_capital(word: str) -> bool:
    """Whether a word is a Vietnamese syllable with a capital, as in names."""
    return word[0].isupper() and is_syllable(word.lower())
