"""The numbers of sessions in Vietnamese: "lần thứ 29", "lần thứ nhất"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from khihau.languages.numerals import values
from khihau.languages.ordinals import Ordinals
from khihau.languages.session_words import SessionWords, session_words

__all__ = ["VietnameseOrdinals"]

_TEN = 10
_AFTER_THU = {1: "nhất", 4: "tư"}


class VietnameseOrdinals(Ordinals):
    """Words up to forty-nine; behind "thứ" one and four have a form of their own."""

    @cached_property
    def words(self) -> Mapping[str, int]:
        """nhất, hai, nhì, mười, mười lăm, hai mươi, hai mươi mốt."""
        words = values("vi", "session")
        ones = {word: number for word, number in words.items() if 0 < number < _TEN}
        behind = ones | {word: n for word, n in values("vi", "numbers").items() if 0 < n < _TEN}
        tens = {f"{word} mươi": _TEN * number for word, number in ones.items() if 1 < number < 5}
        return {
            **words,
            **tens,
            **{
                f"{ten} {word}": number + one
                for ten, number in ({"mười": _TEN} | tens).items()
                for word, one in behind.items()
            },
        }

    def cardinal(self, number: int, before: str) -> str:
        """thứ nhất, thứ 2, thứ tư; in digits elsewhere."""
        if before.rstrip().endswith("thứ"):
            return _AFTER_THU.get(number, str(number))
        return str(number)

    @cached_property
    def session_words(self) -> SessionWords:
        """hội nghị, diễn ra tại."""
        return session_words("vi")
