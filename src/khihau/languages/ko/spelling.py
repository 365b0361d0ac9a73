"""Korean spelling: loan words written in several ways (rule M2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from khihau.languages.data import data_groups
from khihau.languages.spelling import Spelling
from khihau.languages.variants import Variant, dash_variants, loan_variants
from khihau.text.fold import fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["KoreanSpelling", "loans", "variants"]

_HYPHEN = regex("(?<=[가-힣])[-‐‑–](?=[가-힣])")
_DOT = regex("(?<=[가-힣]{2})·(?=[가-힣]{2})")


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """Loan spellings, dashes, a dot for a hyphen (한-베트남) and none (아시아태평양); spaces are the matcher's work."""
    dotted, bare = (
        fold(form, keep_case=True).text
        for form in (_HYPHEN.sub("·", label.text), _DOT.sub("", label.text))
    )
    for dashed in dict.fromkeys((*dash_variants(folded, label.text), dotted, bare)):
        for form in loan_variants(dashed, loans(), words=False):
            yield Variant(form, "spelling")


@lru_cache(maxsize=1)
def loans() -> list[list[str]]:
    """The groups of loan spellings: 메탄, 메테인."""
    return data_groups("ko", "loans.txt")


class KoreanSpelling(Spelling):
    """Loan words; how words are joined is no matter of one word."""

    joins_freely = True

    def compound(self, before: str, after: str) -> str | None:
        """Nothing; but a part of a longer word is joined as that word is."""
        from khihau.languages.ko.edges import stands_alone

        return "" if stands_alone(before, after) else None

    def loans(self) -> Sequence[Sequence[str]]:
        """메탄, 메테인."""
        return loans()
