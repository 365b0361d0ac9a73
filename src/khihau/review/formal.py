"""Which acronyms the readers of a document know: acts, decisions and official letters must explain each."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.known_acronyms import everyday_acronyms
from khihau.ledger.uses import Use, family
from khihau.model import Document
from khihau.text.compose import composed

__all__ = ["is_formal", "is_known_to_readers"]

_SEVERAL = 3  # fewer may be headlines, or articles that a text quotes


class _Lines(NamedTuple):
    """How lines begin that only formal texts have, and those of which they have several."""

    heads: re.Pattern[str]
    parts: re.Pattern[str]


def is_known_to_readers(document: Document, use: Use) -> bool:
    """Whether an acronym needs no full form there: one of the newspapers, in a text that is not formal."""
    everyday = everyday_acronyms(lang_at(document.segments, use.start))
    return family(use.acronym, use.number) in everyday and not is_formal(document.text)


@lru_cache(maxsize=1)  # asked once an acronym
def is_formal(text: str) -> bool:
    """Whether the lines of a text begin as those of acts and official letters do (rule C10)."""
    text, lines = composed(text), _lines()
    if lines.heads.search(text):
        return True
    return sum(1 for _ in islice(lines.parts.finditer(text), _SEVERAL)) == _SEVERAL


@cache
def _lines() -> _Lines:
    asked = [language.phrases for language in LANGUAGES.values()]
    return _Lines(
        _starting("|".join(filter(None, (one.formal_heads for one in asked)))),
        _starting("|".join(filter(None, (one.formal_parts for one in asked)))),
    )


def _starting(words: str) -> re.Pattern[str]:
    start = r"^[ \t#>\xa0]*(?:\*{1,2}|_)?"  # emphasis, but no mark of a list
    return re.compile(rf"{start}(?:{words})", re.IGNORECASE | re.MULTILINE)
