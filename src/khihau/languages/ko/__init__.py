"""Korean: particles follow a word without a space, and compounds are written with or without one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language

if TYPE_CHECKING:
    from khihau.languages.matching import Matching
    from khihau.languages.spelling import Spelling

__all__ = ["Korean"]


class Korean(Language):
    """The answers of Korean."""

    code = "ko"
    name = "Korean"
    own_name = "한국어"

    @cached_property
    def matching(self) -> Matching:
        from khihau.languages.ko.matching import KoreanMatching

        return KoreanMatching()

    @cached_property
    def spelling(self) -> Spelling:
        from khihau.languages.ko.spelling import KoreanSpelling

        return KoreanSpelling()
