"""What a language answers: each question stands with the others of its subject, and has a default.

A language that has nothing to say about a subject need not know that there is one, so a new one is
its code and its names. What a subject needs is read when its first question comes: a text may be
in none of some languages.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.matching import Matching
from khihau.model import LabelLang

if TYPE_CHECKING:
    from khihau.languages.ordinals import Ordinals
    from khihau.languages.spelling import Spelling

__all__ = ["Language"]


class Language:
    """One language of the termbase.

    `name` is what English calls it, `own_name` what it calls itself.
    """

    code: LabelLang
    name: str
    own_name: str

    @cached_property
    def matching(self) -> Matching:
        """How its labels are found in a text."""
        return Matching()

    @cached_property
    def spelling(self) -> Spelling:
        """Where one word of it may be written in several ways."""
        from khihau.languages.spelling import Spelling

        return Spelling()

    @cached_property
    def ordinals(self) -> Ordinals:
        """How it writes the number of a session."""
        from khihau.languages.ordinals import Ordinals

        return Ordinals()
