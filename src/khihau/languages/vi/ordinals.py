"""The numbers of sessions in Vietnamese: "lần thứ 29", "lần thứ nhất"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.languages.ordinals import Ordinals

__all__ = ["VietnameseOrdinals"]

_AFTER_THU = {1: "nhất", 4: "tư"}


class VietnameseOrdinals(Ordinals):
    """Words up to ten; behind "thứ" one and four have a form of their own."""

    words: Mapping[str, int] = MappingProxyType(
        {
            word: number
            for number, words in enumerate(
                ("nhất", "hai nhì", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
                start=1,
            )
            for word in words.split()
        }
    )

    def cardinal(self, number: int, before: str) -> str:
        """thứ nhất, thứ 2, thứ tư; in digits elsewhere."""
        if before.rstrip().endswith("thứ"):
            return _AFTER_THU.get(number, str(number))
        return str(number)
