"""English: plurals, two spellings of many words, articles, and names with capitals."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.matching import Matching
    from khihau.languages.ordinals import Ordinals
    from khihau.languages.spelling import Spelling

__all__ = ["English"]


class English(Language):
    """The answers of English."""

    code = "en"
    name = "English"
    own_name = "English"

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.en.matching import EnglishMatching

        return EnglishMatching()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.en.spelling import EnglishSpelling

        return EnglishSpelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        from khihau.languages.en.ordinals import EnglishOrdinals

        return EnglishOrdinals()
