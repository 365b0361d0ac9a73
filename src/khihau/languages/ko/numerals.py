"""How numbers, dates and units are written in Korean.

The words group by four digits (한글 맞춤법 제44항 writes numbers in units of 만).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from khihau.languages.ko.date_shapes import SHAPES
from khihau.languages.ko.number_words import spelled
from khihau.languages.number_tables import values
from khihau.languages.numerals import Numerals

__all__ = ["KoreanNumerals"]


class KoreanNumerals(Numerals):
    """Magnitudes inside a number, and particles on its unit."""

    lang = "ko"
    date_shapes = SHAPES
    is_glued = True
    grouped_by_four = True
    sure_before: Mapping[str, str] = MappingProxyType(
        {"경": r"\s?(?:[0-9]|원|달러)"}  # 2030경 is "around 2030"
    )
    apart = ("년", "월", "일", "%", "℃", "도", "차", "번", "분기")
    article_frame = ("제", "조")
    small_scale = 1000

    def runs(self, words: Sequence[str], text: str) -> Iterable[Sequence[str]]:  # noqa: ARG002
        """The parts of each number: 스물, 다섯; 이, 천, 삼, 십."""
        return spelled(text, values("ko", "tens"), values("ko", "ones"))
