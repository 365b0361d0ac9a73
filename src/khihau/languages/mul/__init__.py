"""What no language owns: international acronyms and symbols, the same in every text (rule M6)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from khihau.languages.language import Language
from khihau.languages.matching import Matching
from khihau.languages.variants import Variant, acronym_variants

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["International"]


class International(Language):
    """The answers for labels of all languages."""

    code = "mul"
    name = "all languages"
    own_name = ""

    @cached_property
    def matching(self) -> Matching:
        return _Acronyms()


class _Acronyms(Matching):
    """Letters and digits."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:  # noqa: ARG002
        """Letters and digits joined or not, and the English plural."""
        return acronym_variants(folded)
