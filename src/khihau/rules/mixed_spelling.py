"""mixed-spelling: one term in two spellings within one text.

Vietnamese: a loan word (các-bon, carbon, cacbon; mê-tan, methane), the place of the tone mark (hoà,
hòa), i and y (kĩ thuật, kỹ thuật). Korean: spaces (온실가스, 온실 가스), middle dots (· and ㆍ), loan
words (메탄, 메테인). English: -ise and -ize, British and American spelling, hyphens (greenhouse-gas
emissions). All: how words are joined (COP29, COP 29). What is mixed is the loan word or the
syllable, not the term: "thị trường carbon" and "tín chỉ các-bon" are one mix. Tone marks, -ise/-ize
and dots are a style, of which a text has one: a finding for the style, not one for each word.

Only terms of the glossary are looked at. One spelling throughout is right, whichever it is. The
spelling that most of the text uses is the one to keep; where two are as frequent, the one that the
glossary prefers, else the first. One finding for each other spelling, where it first stands. Left
alone: quoted speech, titles of works and names (Carbon Trust, the World Meteorological Organization
beside decarbonisation, the spaces inside a law's name), and a hyphen that English grammar asks for
(a net-zero target, net zero by 2050).

Why it matters: a reader who searches for one spelling misses the places that have the other, and
takes two spellings for two things.

The fix is safe: it respells the term at all its places, and Korean particles agree afterwards.

The law on it: rule C3 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Thị trường carbon mở cửa, giá tín chỉ các-bon tăng. | Thị trường carbon mở cửa, giá tín chỉ carbon tăng. |
| ko | 온실가스를 줄이고 온실 가스 통계를 낸다. | 온실 가스를 줄이고 온실 가스 통계를 낸다. |
| en | Decarbonisation is slow, and decarbonization is costly. | Decarbonisation is slow, and decarbonisation is costly. |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.choices import Part, joints, kind_of, parts, respelled
from khihau.model import ALLOWED
from khihau.review.base import Checked, Rule, finding, is_own_wording
from khihau.text.compose import composed

if TYPE_CHECKING:
    from khihau.model import Finding, Fix, LabelLang, Match

__all__ = ["RULE"]

_BLANKS = (" ", "\t", "\xa0")
_BEFORE, _REACH = 8, 40  # characters before a term, and behind it
# Two labels may each have its own (công ty, Xan-ti-a-gô; carbon crediting program, work programme):
# these are mixed only where a place differs from its label.
_ONLY_IF_CHANGED = ("iy", "pair")


class _Place(NamedTuple):
    """A choice at its place in the text; `match` is its term."""

    part: Part
    match: Match

    @property
    def start(self) -> int:
        return self.match.start + self.part.start

    @property
    def end(self) -> int:
        return self.match.start + self.part.end


def _find(checked: Checked) -> Iterator[Finding]:
    families: dict[str, list[_Place]] = {}
    for match in checked.matches:
        if is_own_wording(checked.document, match.start, match.end):
            for place in _places(checked, match):
                families.setdefault(place.part.family, []).append(place)
    for family, places in families.items():
        counts = Counter(place.part.form for place in places)
        if len(counts) < 2 or (kind_of(family) in _ONLY_IF_CHANGED and not _is_changed(places)):
            continue
        target = _target(places, counts)
        for form in counts:
            if form != target:
                off = [place for place in places if place.part.form == form]
                yield _finding(checked, off, target, counts[target])


def _is_changed(places: Sequence[_Place]) -> bool:
    return any(place.part.stored not in (None, place.part.form) for place in places)


def _target(places: Sequence[_Place], counts: Counter[str]) -> str:
    """The form of most places, on a tie that of preferred labels, then of labels, else the first."""
    preferred = Counter(place.part.stored for place in places if place.match.status == "preferred")
    stored = Counter(place.part.stored for place in places)
    return max(counts, key=lambda form: (counts[form], preferred[form], stored[form]))


# --- places ---------------------------------------------------------------------------------------


def _places(checked: Checked, match: Match) -> Iterator[_Place]:
    """The choices of a term; how words are joined also in the terms inside it."""
    text = checked.document.text
    if match.status not in ALLOWED or _is_in_name(text, match):
        return
    for part in parts(match.text, match.label, _lang(checked, match)):
        yield _Place(part, match)
    yield from _joints(text, match)


def _joints(text: str, match: Match) -> Iterator[_Place]:
    """How a term is joined, and the words inside it that are stored in one piece."""
    words = tuple(_words(match.inner)) if match.inner and not _is_name(match) else ()
    spans = tuple((word.start - match.start, word.end - match.start) for word in words)
    part = joints(match.text, match.label, match.lang, spans)
    part = part and _in_context(text, match, part)
    if part:
        yield _Place(part, match)
    is_stored = bool(words) and composed(match.text).lower() == match.label.lower()
    for word in words:
        for place in _joints(text, word):
            # A longer label may have its own way: 국제 감축 등록부 beside 국제감축.
            if not (is_stored and place.part.stored not in (None, place.part.form)):
                yield place


def _in_context(text: str, match: Match, part: Part) -> Part | None:
    """How a term is joined as far as the words beside it leave that open.

    A term of two words has a family of its own for each noun that it modifies: "net zero by 2050"
    and "a net-zero target" are both right; two ways before one noun are a mix.
    """
    after = composed(text[match.end : match.end + _REACH])
    noun = LANGUAGES[match.lang].spelling.compound(_before(text, match), after)
    if noun is None:
        return None
    return part._replace(family=f"{part.family} {noun if len(part.pieces) == 1 else ''}")


def _words(inner: Iterable[Match]) -> Iterator[Match]:
    for match in inner:
        joins = LANGUAGES[match.lang].spelling.joins_freely
        if match.status not in ALLOWED or not joins or " " in match.label:
            yield from _words(match.inner)
        else:
            yield match


def _lang(checked: Checked, match: Match) -> LabelLang:
    """The language that a term is spelled in: "hydrogen" alone in a Vietnamese text is Vietnamese."""
    around = lang_at(checked.document.segments, match.start)
    if not around or match.lang in (around, "mul"):
        return match.lang
    span = (0, len(match.text))
    found = parts(match.text, match.label, around)
    is_loan = [(kind_of(one.family), one.start, one.end) for one in found] == [("loan", *span)]
    return around if is_loan else match.lang


def _is_in_name(text: str, match: Match) -> bool:
    """Whether a term has a capital that it does not need: "Carbon" in "quỹ Carbon Trust"."""
    if match.text.isupper() or not match.label[1:].islower():
        return False
    if match.text[1:] != match.text[1:].lower():
        return True
    if not (match.text[:1].isupper() and match.label[:1].islower()):
        return False
    before = _before(text, match)
    return before[-1:] in _BLANKS and before[:-1].removesuffix(",")[-1:].isalnum()


def _before(text: str, match: Match) -> str:
    """The last characters before a term, composed."""
    return composed(text[max(0, match.start - _BEFORE) : match.start])


def _is_name(match: Match) -> bool:
    """Whether a term is a proper name, as its capitals tell in English: its spaces are its own."""
    told = (lang for lang, one in LANGUAGES.items() if one.spelling.has_capitals)
    names = (match.equivalents[lang] for lang in told if lang in match.equivalents)
    return sum(word[0].isupper() for word in next(names, match.label).split()) > 1


# --- findings -------------------------------------------------------------------------------------


def _finding(checked: Checked, off: Sequence[_Place], target: str, others: int) -> Finding:
    first = off[0]
    kind, form = kind_of(first.part.family), first.part.form
    old, new = _written(first, form), _written(first, target)
    here, there = f"({len(off)}×)", f"({others}×)"
    if kind == "tone":
        what = f"has its tone mark on the {form} vowel {here}, other terms on the {target} {there}"
    elif kind == "ize":
        what = f"has -i{form}- {here}, other terms have -i{target}- {there}"
    elif kind == "dot":
        what = f"is U+{ord(old):04X} {here}, other terms have “{new}”, U+{ord(new):04X} {there}"
    else:
        what = f"{here} is also written “{new}” {there}"
    return finding(
        checked,
        RULE.name,
        RULE.severity,
        (first.start, first.end),
        f"“{old}” {what}; write “{new}”",
        first.match.concept,
        fix=_fix(checked, off, target),
    )


def _written(place: _Place, form: str) -> str:
    """A place in a form, on one line."""
    written, done = "", place.part.start
    news = respelled(place.part, place.match.text, form)
    for (start, end), new in zip(place.part.pieces, news, strict=True):
        written += place.match.text[done:start] + new
        done = end
    return " ".join((written + place.match.text[done : place.part.end]).split())


def _fix(checked: Checked, off: Sequence[_Place], target: str) -> Fix:
    """All places in the form of the others; what stands beside a loan word agrees with it."""
    from khihau.languages.grammar import Spot
    from khihau.model import Edit, Fix

    edits: list[Edit] = []
    for place in off:
        at, text = place.match.start, place.match.text
        news = respelled(place.part, text, target)
        edits += [
            Edit(at + start, at + end, new)
            for (start, end), new in zip(place.part.pieces, news, strict=True)
            if text[start:end] != new
        ]
        if kind_of(place.part.family) == "loan":
            spot = Spot(checked.document.text, place.start, place.end, place.start)
            edits += LANGUAGES[place.match.lang].grammar.agreement(spot, news[-1]).edits
    return Fix("safe", tuple(edits))


RULE = Rule("mixed-spelling", "info", "one term in two spellings within one text", _find)
