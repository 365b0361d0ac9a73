"""Wrong names right before the bracket of an acronym, which answers for the term and excuses nothing (rule P1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Match
from khihau.pairing.passages import Need, Passage
from khihau.review.base import Checked, is_judged
from khihau.review.full_forms import unofficial_forms
from khihau.review.placed_names import is_placed
from khihau.text.fold import fold
from khihau.text.regex import regex

__all__ = ["Unofficial", "beside_acronyms", "unofficial"]

_TO_BRACKET = regex(r"[*_'\"”’]*\s?[(（\[][*_'\"“‘]*")  # between a name and the acronym behind it
_LONGEST = 8  # characters of that


class Unofficial(NamedTuple):
    """Words at a span that were meant as the full form of an acronym, and the need that this answers."""

    span: tuple[int, int]
    acronym: str
    need: Need
    passage: Passage


def beside_acronyms(target: Checked, names: Sequence[Match]) -> list[Match]:
    """Of some names in text order those behind which a bracket has the acronym of the same concept."""
    acronyms = [one for one in target.matches if one.kind == "acronym"]
    both = sorted([*names, *acronyms], key=lambda one: (one.start, one.end))
    return [
        name
        for name, acronym in pairwise(both)
        if acronym.kind == "acronym" != name.kind
        and acronym.concept == name.concept
        and 0 < acronym.start - name.end <= _LONGEST
        and _TO_BRACKET.fullmatch(target.document.text, name.end, acronym.start)
    ]


def unofficial(target: Checked, passages: Sequence[Passage]) -> Iterator[Unofficial]:
    """The words that `check` calls no official form of an acronym, where the source names its concept."""
    needs = {(passage.number, need.key[0]): need for passage in passages for need in passage.needs}
    if not needs:
        return
    ends = sorted(passages, key=lambda one: one.alignment.target)
    at = 0
    for use, span in sorted(unofficial_forms(target), key=lambda one: one[1]):
        if not use.concept or not is_judged(target.document, *span):
            continue
        if is_placed(target, use, span) or _is_shortened(target, use.concept, span):
            continue
        while at < len(ends) and ends[at].alignment.target[1] <= span[0]:
            at += 1
        if at == len(ends):
            return
        need = needs.get((ends[at].number, use.concept))
        if need:
            yield Unofficial(span, use.acronym, need, ends[at])


def _is_shortened(target: Checked, concept: str, span: tuple[int, int]) -> bool:
    """Whether words are a right name of a concept but for some that are left out: Công ước khung Liên Hợp Quốc."""
    text = target.document.text[slice(*span)]
    lang = lang_at(target.document.segments, span[0])
    if not lang:
        return False
    content_words = LANGUAGES[lang].translation.content_words
    words = content_words(fold(text).text)
    names = (
        iter(content_words(fold(label.text).text))
        for label in target.base[concept].labels
        if label.lang == lang and label.kind == "full" and label.status in ALLOWED
    )
    return any(all(word in name for word in words) for name in names)
