"""How English labels are found: plurals and two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from khihau.languages.capitals import beside, capitals_behind, may_be_in_name, name_heads
from khihau.languages.en.plurals import PREPOSITION, plural
from khihau.languages.en.spelling import IZE, pairs
from khihau.languages.matching import Matching
from khihau.languages.variants import Variant, dash_variants
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.languages.candidates import Candidate
    from khihau.model import Label

__all__ = ["EnglishMatching"]

_SERIES = regex(r"(?<=, )([^,]+?)(,?) (and|or) ")


class EnglishMatching(Matching):
    """Words between spaces, their plurals and their two spellings."""

    def variants(self, label: Label, folded: str) -> Iterable[Variant]:
        """Plurals of the last word and of the head noun, both spellings, a comma before "and"."""
        singular = list(_spellings(folded, label.text))
        yield from (Variant(form, "spelling") for form in singular)
        if label.numbered:
            return
        for form in singular:
            yield Variant(plural(form), "plural")
            head = PREPOSITION.search(form)
            if head:
                yield Variant(plural(form[: head.start()]) + form[head.start() :], "plural")
        if label.plural:
            yield Variant(label.plural, "plural")

    def longer_name(self, candidate: Candidate) -> str:
        """A name whose head noun stands behind the candidate: Coal | Transition Accelerator."""
        source = candidate.folded.source
        _, end = candidate.folded.source_span(candidate.start, candidate.end)
        goes_on = source[end : end + 1] in (" ", "\xa0") and source[end + 1 : end + 2].isupper()
        if not goes_on or candidate.term.lang != "en" or not may_be_in_name(candidate):
            return ""
        near = beside(candidate)
        if near.written.isupper() or not near.written.rsplit(maxsplit=1)[-1][0].isupper():
            return ""
        words = capitals_behind(near.after)
        ends = [at for word, at in words if word.lower() in name_heads("en")]
        if not ends or not near.is_running("en", words[-1][1]):
            return ""
        return near.written + near.after[: ends[-1]]


def _spellings(folded: str, text: str) -> Iterable[str]:
    for form in dash_variants(folded, text):
        respelled = [form]
        if IZE.search(form):
            respelled = [IZE.sub(letter, form) for letter in "sz"]
        for british, american in pairs():
            for old, new in ((british, american), (american, british)):
                if re.search(rf"\b{old}", form, re.I):
                    respelled += [re.sub(rf"\b{old}", new, item, flags=re.I) for item in respelled]
                    break
        yield from respelled
        yield from (_SERIES.sub(_other_comma, item) for item in respelled if _SERIES.search(item))


def _other_comma(found: re.Match[str]) -> str:
    """The comma before "and" in a series, put in or left out: utilization(,) and storage."""
    return f"{found[1]}{'' if found[2] else ','} {found[3]} "
