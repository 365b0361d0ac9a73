"""Which acronyms the readers of a document know: those of newspapers, where its profile says so."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.known_acronyms import everyday_acronyms
from khihau.ledger.uses import Use, family
from khihau.review.base import Checked
from khihau.text.regex import either, regex

__all__ = ["is_in_list", "is_known_to_readers"]

_ENTRY = regex(r"([A-ZĐ][\w&+-]*)\s*=")


def is_known_to_readers(checked: Checked, use: Use) -> bool:
    """Whether an acronym needs no full form in a document (rule C10)."""
    name, readers = family(use.acronym, use.number), checked.customs.profile.readers
    if name in checked.options.house.known:
        return True
    lang = lang_at(checked.document.segments, use.start)
    return readers is not None and name in everyday_acronyms(readers, lang)


def is_in_list(checked: Checked, use: Use) -> bool:
    """Whether a line of abbreviations has an acronym (Abbreviations: SBI = Subsidiary Body for …, COP = …)."""
    name = family(use.acronym, use.number).removesuffix("s")
    return name in _listed(checked.document.text)


@cache
def _lines() -> re.Pattern[str]:
    words = either({word for one in LANGUAGES.values() for word in one.phrases.abbreviations})
    return regex(rf"(?mi)^[^\w\n]*{words}[^\w\n]{{0,4}}[:：](?P<list>.*)$")


@lru_cache(maxsize=1)
def _listed(text: str) -> frozenset[str]:
    """The acronyms of a text's lines of abbreviations."""
    lines = (found["list"] for found in _lines().finditer(text))
    return frozenset(name.removesuffix("s") for line in lines for name in _ENTRY.findall(line))
