"""Which words end a phrase, speak of speaking or say that a name is one of the past in Vietnamese."""

from __future__ import annotations

from khihau.languages.data import data_parts
from khihau.languages.phrases import Phrases
from khihau.text.regex import either

__all__ = ["VietnamesePhrases"]


class VietnamesePhrases(Phrases):
    """The words of Vietnamese."""

    code = "vi"

    @property
    def former_before(self) -> str:
        """Nguyên or cựu, an office between it and the name or none; trước đây and the like."""
        words = data_parts("vi", "former.txt")
        former, deputies, offices, before = (
            either(words[heading]) for heading in ("former", "deputies", "offices", "before")
        )
        return rf"\b(?:{former}(?: (?:{deputies} )?{offices})?|{before})"

    @property
    def former_after(self) -> str:
        """(cũ), nay là, trước đây; or được sáp nhập and the like."""
        words = data_parts("vi", "former.txt")
        brackets, now, once, passives, became = (
            either(words[heading])
            for heading in ("in brackets", "now", "once", "passives", "became")
        )
        return rf"\({brackets}|,? ?{now}|,? {once}|,? (?:{passives} )*{became}"
