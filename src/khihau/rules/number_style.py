"""number-style: numbers and degrees that are not written as the language of the text writes them.

What it finds, where something proves it: in Vietnamese a decimal point before a unit (1.5°C, 2.4%) and
thousands with commas (1,000,000; 32,000 tấn, since nobody writes three zeros as decimals; 1,234 tấn in
a text with such numbers, or with 1.234 tấn); in Korean and English the same the other way round
(1,5°C; 32.000 tons). In all languages degrees that lost their raised circle (1,50C, 2oC,
35-370C) and one unit in two forms (CO2tđ, CO2e, CO2-eq): the more frequent one is kept, of two as
frequent the glossary's. Left alone is what nothing proves: 2.500 and 1.234 in Vietnamese are thousands,
5,154 tỷ kWh has three decimals; numbers without a unit or with a name (công nghiệp 4.0, Điều 6.4,
PM2.5), dates, quoted speech, titles, and the number of an English name in a Vietnamese sentence.

Why it matters: 32,000 is thirty-two to a Vietnamese reader and 1,50C is no temperature; such numbers
mark a machine translation, and a figure that is read wrongly is an error of fact.

The fix changes the digits alone. It can be safe where the number proves itself, and suggested where
the rest of the text must, or speaks against it.

The law on it: rule C14 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Nhiệt độ tăng 1.5°C trong một thế kỷ. | Nhiệt độ tăng 1,5°C trong một thế kỷ. |
| ko | 지구 기온이 1,5°C 올랐다. | 지구 기온이 1.5°C 올랐다. |
| en | Emissions fell by 32.000 tonnes a year. | Emissions fell by 32,000 tonnes a year. |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.documents.prose.comments import blanked
from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES, language_of
from khihau.review.base import Checked, Rule, finding, is_own_wording, match_around
from khihau.text.regex import regex
from khihau.text.spans import Spans

if TYPE_CHECKING:
    import re

    from khihau.model import Finding, Fix, Lang
    from khihau.quantities.foreign_marks import Foreign, Marked
    from khihau.quantities.lost_degrees import LostDegree

__all__ = ["RULE"]

_ANY_MARK = regex("[0-9][.,][0-9]")
_ANY_DEGREE = regex(r"[o0][ \xa0]?C(?!\w)")
_EQUIVALENT = regex(r"(?<![A-Z])CO(?:2|₂)(?P<form>-?(?:tđ|eq?))(?![\w-])")
_LAST_WORD = regex(r"([^\W\d_]+)\s*\Z")
_PROOFS = {
    "groups": "its groups show",
    "unit": "what it counts shows",
    "text": "other numbers of the text show",
}
_NEAR = 16  # characters before a number in which its last word stands


def _find(checked: Checked) -> Iterator[Finding]:
    document = checked.document
    text = blanked(document.text, document.protected)
    lost = _lost(checked, text) if _ANY_DEGREE.search(text) else []
    for one in lost:
        yield _degree(checked, one)
    if _ANY_MARK.search(text):
        yield from _numbers(checked, text, Spans((one.start, one.end) for one in lost))
    yield from _equivalents(checked, text)


# --- points and commas ----------------------------------------------------------------------------


def _numbers(checked: Checked, text: str, lost: Spans) -> Iterator[Finding]:
    from khihau.quantities.foreign_marks import foreign_marks

    for lang, numbers in _by_lang(checked, text).items():
        for foreign in foreign_marks(numbers, lang):
            start, end = foreign.number.start, foreign.number.end
            is_ours = is_own_wording(checked.document, start, end)
            if is_ours and not lost.overlaps(start, end) and not _is_foreign(text, start, lang):
                yield _number(checked, foreign, lang)


def _by_lang(checked: Checked, text: str) -> dict[Lang, list[Marked]]:
    """The numbers of the whole text by language, since one is proven by another."""
    from khihau.quantities.foreign_marks import marked_numbers

    numbers: defaultdict[Lang, list[Marked]] = defaultdict(list)
    for start, end, kind, lang in checked.document.segments:
        if lang and kind != "code":
            numbers[lang] += (
                one._replace(start=start + one.start, end=start + one.end)
                for one in marked_numbers(text[start:end], lang)
            )
    return numbers


def _is_foreign(text: str, start: int, lang: Lang | None) -> bool:
    """Whether the word before a number is of another language: Global Warming of 1.5°C."""
    found = _LAST_WORD.search(text[max(0, start - _NEAR) : start])
    others = (language for code, language in LANGUAGES.items() if code != lang)
    return found is not None and any(found[1] in other.telling_words for other in others)


def _number(checked: Checked, foreign: Foreign, lang: Lang) -> Finding:
    from khihau.model import Edit, Fix

    number, language = foreign.number, LANGUAGES[lang]
    if foreign.proof == "decimal":
        sign, right = ("point", "comma") if "." in number.digits else ("comma", "point")
        what = f"has a decimal {sign}, where {language.name} writes a decimal {right}"
    else:
        what = f"has thousands in the style of another language, as {_PROOFS[foreign.proof]}"
    return finding(
        checked,
        RULE.name,
        (number.start, number.end),
        f"“{number.digits}” {what}; write “{foreign.right}”",
        None,
        aspect="number",
        source=language.numerals.written_by or None,
        fix=Fix(
            "safe" if foreign.is_sure else "suggested",
            (Edit(number.start, number.end, foreign.right),),
        ),
    )


# --- degrees --------------------------------------------------------------------------------------


def _lost(checked: Checked, text: str) -> list[LostDegree]:
    from khihau.quantities.lost_degrees import lost_degrees

    return [
        one for one in lost_degrees(text) if is_own_wording(checked.document, one.start, one.end)
    ]


def _degree(checked: Checked, lost: LostDegree) -> Finding:
    from khihau.model import Edit, Fix

    text, lang = checked.document.text, lang_at(checked.document.segments, lost.start)
    digits = text[lost.start : lost.stop]
    right = digits
    numerals = language_of(lang).numerals
    if (foreign := "." if numerals.decimal_comma else ",") in digits:
        right = digits.replace(foreign, "," if numerals.decimal_comma else ".")
    edits = [Edit(lost.circle, lost.circle + 1, "°")]
    if right != digits:
        edits.insert(0, Edit(lost.start, lost.stop, right))
    whole = right + text[lost.stop : lost.circle] + "°" + text[lost.circle + 1 : lost.end]
    return finding(
        checked,
        RULE.name,
        (lost.start, lost.end),
        f"“{text[lost.start : lost.end]}” has lost the raised circle of its degree; write “{whole}”",
        None,
        aspect="degree",
        fix=Fix("suggested" if lost.by_text else "safe", tuple(edits)),
    )


# --- one unit in two forms ------------------------------------------------------------------------


def _equivalents(checked: Checked, text: str) -> Iterator[Finding]:
    """Where a text first writes another form of carbon dioxide equivalent than its usual one."""
    by_lang: defaultdict[Lang | None, list[re.Match[str]]] = defaultdict(list)
    for found in _EQUIVALENT.finditer(text):
        if is_own_wording(checked.document, *found.span()):
            by_lang[lang_at(checked.document.segments, found.start())].append(found)
    for places in by_lang.values():
        counts = Counter(found["form"] for found in places)
        if len(counts) > 1:
            yield _mixed(checked, places, counts)


def _mixed(checked: Checked, places: Sequence[re.Match[str]], counts: Counter[str]) -> Finding:
    preferred = {found["form"] for found in places if _is_preferred(checked, found.span())}
    kept = max(counts, key=lambda form: (counts[form], form in preferred))
    off = [found for found in places if found["form"] != kept]
    named = off[0].group().removesuffix(off[0]["form"])
    others = ", ".join(f"“{named}{form}” ({counts[form]}×)" for form in counts if form != kept)
    return finding(
        checked,
        RULE.name,
        off[0].span(),
        f"{others} is also written “{named}{kept}” ({counts[kept]}×); write “{named}{kept}”",
        None,
        aspect="unit",
        fix=_one_form([found.span("form") for found in off], kept),
    )


def _is_preferred(checked: Checked, span: tuple[int, int]) -> bool:
    match = match_around(checked.matches, *span)
    return match is not None and match.status == "preferred"


def _one_form(places: Sequence[tuple[int, int]], form: str) -> Fix:
    from khihau.model import Edit, Fix

    return Fix("suggested", tuple(Edit(*span, form) for span in places))


RULE = Rule(
    "number-style",
    "a number or a degree that is not written as the language of the text writes it",
    _find,
    has_concepts=False,
)
