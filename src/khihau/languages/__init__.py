"""The languages of the termbase: one more is one folder here, one line below, and `model.values`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.languages.en import English
from khihau.languages.ko import Korean
from khihau.languages.language import Language
from khihau.languages.mul import International
from khihau.languages.variants import Variant, acronym_variants
from khihau.languages.vi import Vietnamese
from khihau.model import LabelLang

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["LANGUAGES", "language_of", "spellings"]

LANGUAGES: Mapping[LabelLang, Language] = MappingProxyType(
    {
        "vi": Vietnamese(),
        "ko": Korean(),
        "en": English(),
        "mul": International(),
    }
)

_UNKNOWN = Language()


def language_of(lang: LabelLang | None) -> Language:
    """The language of a text; where nobody knows it, one that has nothing of its own to say."""
    return LANGUAGES[lang] if lang else _UNKNOWN


def spellings(label: Label, folded: str) -> Iterable[Variant]:
    """Every spelling that a text may have of a label (rule M2); some may come twice.

    `folded` is the label's text, folded with its case kept; it comes first, as "exact".
    """
    yield Variant(folded, "exact")
    if label.kind in ("acronym", "symbol"):
        if not label.numbered:
            yield from acronym_variants(folded)
    else:
        yield from LANGUAGES[label.lang].matching.variants(label, folded)
