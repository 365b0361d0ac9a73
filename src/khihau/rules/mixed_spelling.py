"""mixed-spelling: one term in two spellings within one text.

Vietnamese: a loan word (các-bon, carbon, cacbon; mê-tan, methane), the place of the tone mark (hoà,
hòa), i and y (kĩ thuật, kỹ thuật). Korean: spaces (온실가스, 온실 가스), middle dots (· and ㆍ), loan
words (메탄, 메테인). English: -ise and -ize, British and American spelling, hyphens (greenhouse-gas
emissions). All: how words are joined (COP29, COP 29). What is mixed is the loan word or the
syllable, not the term: "thị trường carbon" and "tín chỉ các-bon" are one mix. Tone marks, -ise/-ize
and dots are a style, of which a text has one: a finding for the style, not one for each word.

Only terms of the glossary are looked at. One spelling throughout is right, whichever it is. The
spelling that most of the text uses is the one to keep; where two are as frequent, the one that the
glossary prefers, else the first. Korean spaces are never wrong by themselves: of two ways in one
text the glossary's is kept, and the message says that either is right. One finding for each other
spelling, where it first stands. Left alone: quoted speech, titles of works and names (Carbon Trust,
the World Meteorological Organization beside decarbonisation, the spaces inside a law's name), a loan
word inside a foreign term (carbon dioxide beside các-bon), and a hyphen that English grammar asks
for (a net-zero target, net zero by 2050; a phase-out, to phase out).

Why it matters: a reader who searches for one spelling misses the places that have the other, and
takes two spellings for two things.

The fix can be safe: it respells the term at all its places, and Korean particles agree afterwards.

The law on it: rule C3 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Thị trường carbon mở cửa, giá tín chỉ các-bon tăng. | Thị trường carbon mở cửa, giá tín chỉ carbon tăng. |
| ko | 온실가스를 줄이고 온실 가스 통계를 낸다. | 온실 가스를 줄이고 온실 가스 통계를 낸다. |
| en | Decarbonisation is slow, and decarbonization is costly. | Decarbonisation is slow, and decarbonisation is costly. |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.languages.choices import LOAN, kind_of, parts
from khihau.review.base import Checked, Rule, finding
from khihau.review.respelling import OF_WORDS, respelling, words_of, written
from khihau.review.spelled_places import Place
from khihau.review.spellings import is_free
from khihau.text.compose import composed

if TYPE_CHECKING:
    from khihau.model import Finding, Fix

__all__ = ["RULE"]

# Two labels may each have its own (công ty, Xan-ti-a-gô; carbon crediting program, work programme):
# these are mixed only where a place differs from its label.
_ONLY_IF_CHANGED = ("iy", "pair")


def _find(checked: Checked) -> Iterator[Finding]:
    own = {entry.acronym for entry in checked.ledger.short_names}
    for family, (all_places, target, is_house) in checked.families().items():
        if is_house:  # of which house-spelling speaks
            continue
        # 국가 온실가스 감축 목표(이하 "국가온실가스감축목표"라 한다): a name that the text sets up is as it says.
        places = [place for place in all_places if composed(place.match.text) not in own]
        counts = Counter(place.part.form for place in places)
        if len(counts) < 2 or (kind_of(family) in _ONLY_IF_CHANGED and not _is_changed(places)):
            continue
        if target not in counts:
            yield _finding(checked, places, places, target)
            continue
        for form in counts:
            off, kept = (
                [place for place in places if place.part.form == one] for one in (form, target)
            )
            if form == target:
                continue
            if _is_commoner(checked, off, target) and not any(map(_is_bound, kept)):
                yield _finding(checked, kept, places, form)
            else:
                yield _finding(checked, off, places, target)


def _is_commoner(checked: Checked, off: Sequence[Place], target: str) -> bool:
    """Whether a word that would be mended is the commoner one, where those in no term count too."""
    if kind_of(off[0].part.family) not in OF_WORDS:
        return False
    old = words_of(checked, off, off[0].part.form)
    return old > len(off) and old > words_of(checked, off, target)


def _is_bound(place: Place) -> bool:
    """Whether another loan word stands in the same term: các-bon đi-ô-xít is one in one spelling."""
    match = place.match
    loans = [
        one
        for one in parts(match.text, match.label, place.part.lang)
        if kind_of(one.family) == LOAN
    ]
    return len(loans) > 1


def _is_changed(places: Sequence[Place]) -> bool:
    return any(place.part.stored not in (None, place.part.form) for place in places)


def _finding(
    checked: Checked, off: Sequence[Place], places: Sequence[Place], target: str
) -> Finding:
    """The finding on places of one form; on all, where the text has none of the form to write."""
    first, counts = off[0], Counter(place.part.form for place in places)
    kind, form = kind_of(first.part.family), first.part.form
    other = target if target in counts else next(one for one in counts if one != form)
    beside = next(place for place in places if place.part.form == other)
    old, new = written(first, form), written(first, target)
    here, there = f"({counts[form]}×)", f"({counts[other]}×)"
    if kind == "tone":
        what = f"has its tone mark on the {form} vowel {here}, other terms on the {target} {there}"
    elif kind == "ize":
        what = f"has -i{form}- {here}, other terms have -i{target}- {there}"
    elif kind == "dot":
        what = f"is U+{ord(old):04X} {here}, other terms have “{new}”, U+{ord(new):04X} {there}"
    else:
        shown = beside if first.match.number is None else first  # not of another session
        what = f"{here} is also written “{written(shown, other)}” {there}"
        if is_free(first.part):
            what += ", and either is right by itself"
    return finding(
        checked,
        RULE.name,
        (first.start, first.end),
        f"“{old}” {what}; write “{new}”",
        first.match.concept,
        fix=_fix(checked, off, target),
    )


def _fix(checked: Checked, off: Sequence[Place], target: str) -> Fix:
    """All places in the form of the others; suggested where either way is right."""
    from khihau.model import Fix

    fix = respelling(checked, off, target)
    return Fix("suggested", fix.edits) if is_free(off[0].part) else fix


RULE = Rule("mixed-spelling", "one term in two spellings within one text", _find)
