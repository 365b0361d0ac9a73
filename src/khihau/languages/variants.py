"""The spellings of a label that a text may have (rule M2), as far as languages share their making."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["Variant", "acronym_variants", "dash_variants", "like", "loan_variants"]

_SPACED_DASH = regex(r"\s[-‐‑‒–−]\s|[—―]")
_DASHES = regex(r"\s*[-‐‑‒–−—]\s*")


class Variant(NamedTuple):
    """A spelling of a label, folded with its case kept, and how far it is from the stored one."""

    text: str
    how: Literal["exact", "spelling", "plural"]


def acronym_variants(folded: str) -> Iterable[Variant]:
    """Letters and digits joined or not (COP29, COP 29), and the English plural (NDCs)."""
    joined = re.sub(r"(?<=[^\W\d_]) (?=\d)|(?<=\d) (?=[^\W\d_])", "", folded)
    borders = [border.start() for border in re.finditer(r"(?<=[^\W\d_])(?=\d)", joined)]
    for spelling in (joined, *(f"{joined[:border]} {joined[border:]}" for border in borders)):
        yield Variant(spelling, "spelling")
    if joined[-1:].isalpha() and joined[-1:].isascii():
        yield Variant(folded + "s", "plural")


def dash_variants(folded: str, text: str) -> list[str]:
    """A label that is written with a dash stands with a close or a spaced one: folded forms.

    A hyphen joins words, and is none where it has spaces beside it ("low – carbon").
    """
    if not _SPACED_DASH.search(text):
        return [folded]
    close, spaced = (fold(_DASHES.sub(sign, text), keep_case=True).text for sign in (" ", " - "))
    return list(dict.fromkeys((folded, close, spaced)))


def loan_variants(folded: str, groups: Sequence[Sequence[str]], *, words: bool) -> list[str]:
    """Every form of a label under a table of loan spellings, of whole `words` or of any part."""
    forms = [folded]
    lower = folded.lower()
    for group in groups:
        if not any(map(lower.__contains__, group)):
            continue
        spellings = "|".join(map(re.escape, sorted(group, key=len, reverse=True)))
        edges = (r"(?<![^\W_])", r"(?![^\W_])") if words else ("", "")
        pattern = re.compile(f"{edges[0]}(?:{spellings}){edges[1]}", re.IGNORECASE)
        if pattern.search(folded):
            forms = [
                pattern.sub(lambda found, new=new: like(found.group(), new), form)  # type: ignore[misc]
                for form in forms
                for new in group
            ]
    return list(dict.fromkeys((folded, *forms)))


def like(model: str, text: str) -> str:
    """A text in the case of another: all capitals, a capital first, or as it is."""
    if model.isupper():
        return text.upper()
    return text[0].upper() + text[1:] if model[:1].isupper() else text
