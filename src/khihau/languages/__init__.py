"""The languages of the termbase: one more is one module here, and one name in `model.values`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from khihau.languages.base import Variant, acronym_variants
from khihau.model import LabelLang

if TYPE_CHECKING:
    from khihau.languages.base import Language
    from khihau.model import Label

__all__ = ["LANGUAGES", "spellings"]


class _Languages(dict[LabelLang, "Language"]):
    """Each language is imported when its first candidate comes: a text may have none of some."""

    def __missing__(self, lang: LabelLang) -> Language:
        language = cast("Language", import_module(f"{__name__}.{lang}"))
        self[lang] = language
        return language


LANGUAGES: Mapping[LabelLang, Language] = _Languages()


def spellings(label: Label, folded: str) -> Iterable[Variant]:
    """Every spelling that a text may have of a label (rule M2); some may come twice.

    `folded` is the label's text, folded with its case kept; it comes first, as "exact".
    """
    yield Variant(folded, "exact")
    if label.kind in ("acronym", "symbol"):
        if not label.numbered:
            yield from acronym_variants(folded)
    else:
        yield from LANGUAGES[label.lang].variants(label, folded)
