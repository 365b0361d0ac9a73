"""The languages of the termbase; one more language is one module and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.languages import en, ko, mul, vi
from khihau.languages.base import Language
from khihau.model import LabelLang

__all__ = ["LANGUAGES"]

LANGUAGES: Mapping[LabelLang, Language] = MappingProxyType(
    {"vi": vi, "ko": ko, "en": en, "mul": mul}
)
