"""The numbers of sessions in Vietnamese: "lần thứ 29", "lần thứ nhất"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from khihau.languages.numerals import values
from khihau.languages.ordinals import Ordinals
from khihau.languages.session_words import SessionWords, session_words

__all__ = ["VietnameseOrdinals"]

_AFTER_THU = {1: "nhất", 4: "tư"}


class VietnameseOrdinals(Ordinals):
    """Words up to ten; behind "thứ" one and four have a form of their own."""

    @cached_property
    def words(self) -> Mapping[str, int]:
        """nhất, hai, nhì, mười."""
        return values("vi", "session")

    def cardinal(self, number: int, before: str) -> str:
        """thứ nhất, thứ 2, thứ tư; in digits elsewhere."""
        if before.rstrip().endswith("thứ"):
            return _AFTER_THU.get(number, str(number))
        return str(number)

    @cached_property
    def session_words(self) -> SessionWords:
        """hội nghị, diễn ra tại."""
        return session_words("vi")
