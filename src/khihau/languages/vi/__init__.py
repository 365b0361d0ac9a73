"""Vietnamese: words are written in syllables, and their spaces part syllables, not words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.matching import Matching
    from khihau.languages.ordinals import Ordinals
    from khihau.languages.spelling import Spelling

__all__ = ["Vietnamese"]


class Vietnamese(Language):
    """The answers of Vietnamese."""

    code = "vi"
    name = "Vietnamese"
    own_name = "Tiếng Việt"

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.vi.matching import VietnameseMatching

        return VietnameseMatching()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.vi.spelling import VietnameseSpelling

        return VietnameseSpelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        from khihau.languages.vi.ordinals import VietnameseOrdinals

        return VietnameseOrdinals()
