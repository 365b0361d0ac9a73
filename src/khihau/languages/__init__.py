"""The languages of the termbase; one more language is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from khihau.languages import en, ko, mul, vi
from khihau.languages.base import Language, Variant, acronym_variants
from khihau.model import Label, LabelLang

__all__ = ["LANGUAGES", "spellings"]

LANGUAGES: Mapping[LabelLang, Language] = MappingProxyType(
    {"vi": vi, "ko": ko, "en": en, "mul": mul}
)


def spellings(label: Label, folded: str) -> Iterable[Variant]:
    """Every spelling that a text may have of a label (SEMANTICS M2); some may come twice.

    `folded` is the label's text, folded with its case kept; it comes first, as "exact".
    """
    yield Variant(folded, "exact")
    if label.kind in ("acronym", "symbol"):
        if not label.numbered:
            yield from acronym_variants(folded)
    else:
        yield from LANGUAGES[label.lang].variants(label, folded)
