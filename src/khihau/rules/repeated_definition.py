"""repeated-definition: an acronym that is written out once more.

What it finds: a full form with its acronym where the text has written out the same acronym shortly
before, up to some two paragraphs; one that is set up for the whole text (gọi tắt là, 이하,
hereinafter) is found wherever it is set up again. The message names the line of the first, and what
that says where the words differ (Payment Agreement, then Purchase Agreement). Left alone are the
first time in each language of a text in several, another session of a conference (COP29, COP30), the
body text after a headline that has both or, in Vietnamese news, after the lead paragraph, what stands far behind the last definition, begins a list or
stands in a table, lists of abbreviations and notes, quoted speech, and a sentence or a paragraph that
was pasted twice as a whole.

Why it matters: a reader who meets a definition again looks for what is new in it. In a long
report an editor may well want it. The fix leaves the acronym alone there; it is offered only for the plain shape “Full form (ABC)”.

The law on it: rules A6 and C10 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Quỹ Khí hậu xanh (GCF) tài trợ dự án. Hôm qua Quỹ Khí hậu xanh (GCF) đã họp. | Quỹ Khí hậu xanh (GCF) tài trợ dự án. Hôm qua Quỹ Khí hậu xanh đã họp; GCF có 24 thành viên. |
| ko | 녹색기후기금(GCF)이 총회를 열었다. 녹색기후기금(GCF)은 송도에 있다. | 녹색기후기금(GCF)이 총회를 열었다. GCF는 송도에 있다. |
| en | The Green Climate Fund (GCF) met. The Green Climate Fund (GCF) is in Songdo. | The Green Climate Fund (GCF) met. The Green Climate Fund is in Songdo, and the GCF likes it there. |
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from khihau.documents.prose.comments import without
from khihau.documents.segments import lang_at, segment_index
from khihau.languages import LANGUAGES, language_of
from khihau.languages.detect import detect
from khihau.ledger.definitions import units_of
from khihau.ledger.events import is_note
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.official_names import replacement
from khihau.review.opening import Opening, opening
from khihau.review.tuned import IN_MIND, PASTED, PASTED_AROUND
from khihau.text.compose import composed
from khihau.text.fold import HANGUL, fold
from khihau.text.letters import unspaced
from khihau.text.positions import Positions
from khihau.text.regex import either, regex

if TYPE_CHECKING:
    from khihau.ledger import Use
    from khihau.model import Document, Finding, Fix, Segment

__all__ = ["RULE"]

_OPENING = regex(r"[ \xa0]?[(（]")
_CLOSING = regex(r"[)）]")
_SPACES = 200  # characters before a form, of which the last that is no space counts
_WORD = regex(r"\S+")
_LISTED = regex(r"[*_`\s]*[:：|\-–—=]")


def _find(checked: Checked) -> Iterator[Finding]:
    if not any(event.entry.kind == "repeated" for event in checked.ledger.events):
        return
    places = Positions.of(checked.document)
    prose = without(checked.document, "comment")
    head = opening(checked.document)
    last: dict[int, Use] = {}
    for entry, use, first in checked.ledger.events:
        if entry.kind != "repeated" or not first:
            continue
        before, last[first.start] = last.get(first.start, first), use
        if first.start < head.start or _is_after_lead(checked, head, first, use):
            continue
        if not _is_again(checked.document, prose, first, use):
            continue
        if not _is_in_mind(checked.document, before, use):
            continue
        place, other = places.named(first.start), _in_other_words(checked.document.text, first, use)
        already = f"{entry.acronym} is written out in {place} already"
        yield finding(
            checked,
            RULE.name,
            _span(checked.document.text, use),
            f"{already}, in other words (“{other}”); write the same, or {entry.acronym} alone"
            if other
            else f"{already}; {entry.acronym} alone will do",
            entry.concept,
            fix=_shortening(checked, use),
        )


def _is_after_lead(checked: Checked, head: Opening, first: Use, use: Use) -> bool:
    """Whether the body of news begins anew after its lead paragraph, where that is a text of its own."""
    is_news = not checked.customs.profile.is_formal
    return (
        is_news
        and language_of(lang_at(checked.document.segments, use.start)).phrases.lead_is_apart
        and 0 < head.start <= first.start < head.paragraph_end <= use.start
    )


def _in_other_words(text: str, first: Use, use: Use) -> str:
    """The first form, where each of the two has a word that the other one lacks; else nothing."""
    one, other = (
        " ".join(text[slice(*(each.expansion or (0, 0)))].split()) for each in (first, use)
    )
    units, others = units_of(one), units_of(other)
    same = unspaced(one) == unspaced(other) or units <= others or others <= units
    return "" if same or detect(one) != detect(other) else one


def _is_again(document: Document, prose: str, first: Use, use: Use) -> bool:
    """Whether a reader is told the same a second time, in the same kind of place."""
    return (
        first.kind != "heading"
        and not any(_is_listed(document, one) for one in (first, use))
        and not is_note(document, segment_index(document.segments, use.start))
        and all(is_judged(document, one.start, one.end) for one in (first, use))
        and not _is_pasted(document, prose, first, use)
    )


def _is_in_mind(document: Document, before: Use, use: Use) -> bool:
    """Whether a reader still has the last definition in mind: not from afar, nor where a list begins anew.

    Two that set an acronym up for the whole text (gọi tắt là, hereinafter) are one too many anywhere.
    """
    if before.is_set_up and use.is_set_up:
        return True
    if use.kind == "cell" or (use.kind != before.kind and use.kind == "item"):
        return False
    forms = [document.text[slice(*(one.expansion or (0, 0)))] for one in (before, use)]
    if detect(forms[0]) != detect(forms[1]):
        return False  # a gloss in another language adds something
    if not use.concept and not _is_whole(*forms):
        return False
    if use.start - before.end > 4 * IN_MIND:  # a letter has at most three marks
        return False
    between = composed(document.text[before.end : use.start])
    if _alternatives().search(between):
        return False  # only one of the two texts stays
    return len(between) + len(HANGUL.findall(between)) <= IN_MIND


@cache
def _alternatives() -> re.Pattern[str]:
    words = {word for one in LANGUAGES.values() for word in one.phrases.alternatives}
    shapes = (
        either(words)
        .replace(re.escape("{n}"), r"(?:[0-9]{1,2}|[IVX]{1,4}|[A-Z])")
        .replace(r"\ ", r"\s")
    )
    return regex(rf"(?mi)^[^\w\n]*{shapes}(?!\w)")


def _is_whole(form: str, other: str) -> bool:
    """Whether two forms that the glossary does not know are one name, and begin where they seem to.

    Of several Korean words nobody can tell which belong to it: 재생에너지 기반 반도체 | 팹(FAB).
    """
    is_sure = " " not in form.strip() or not HANGUL.search(composed(form))
    return is_sure and fold(form).text == fold(other).text


def _span(text: str, use: Use) -> tuple[int, int]:
    """An acronym with its full form, on whichever side it stands, and their bracket."""
    form = use.expansion or (use.start, use.end)
    start, end = min(form[0], use.start), max(form[1], use.end)
    return start, end + bool(_CLOSING.match(text, end) and _OPENING.search(text, start, end))


def _is_listed(document: Document, use: Use) -> bool:
    """Whether it is explained after it, in a list, a table or a note (`NDC: …`)."""
    start, _ = use.expansion or (0, 0)
    return start >= use.end and bool(_LISTED.match(document.text, use.end, start))


def _is_pasted(document: Document, prose: str, first: Use, use: Use) -> bool:
    """Whether the same words stand around both: a paragraph, or a sentence of it, was pasted."""
    at, again = (segment_index(document.segments, one.start) for one in (first, use))
    if at < 0 or at == again:
        return False
    before, behind = _around(prose, document.segments[at], first)
    other_before, other_behind = _around(prose, document.segments[again], use)
    same = _in_common(before[::-1], other_before[::-1]) + _in_common(behind, other_behind)
    return same > PASTED


def _around(text: str, segment: Segment, use: Use) -> tuple[str, str]:
    start, end = _span(text, use)
    low, high = max(segment.start, start - PASTED_AROUND), end + PASTED_AROUND
    before, behind = text[low:start], text[end : min(segment.end, high)]
    return " ".join(before.split()), " ".join(behind.split())


def _in_common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


# --- the acronym alone ----------------------------------------------------------------------------


def _shortening(checked: Checked, use: Use) -> Fix | None:
    """The acronym in the place of “Full form (ABC)”; none where its number may not agree.

    Nor is there one where neither the base nor its letters tell that the acronym says all that the
    words say.
    """
    text, form = checked.document.text, use.expansion
    if not form or not (use.concept or _spells(text[slice(*form)], use.acronym)):
        return None
    if not _OPENING.fullmatch(text, form[1], use.start):
        return None
    before = text[max(0, form[0] - _SPACES) : form[0]].rstrip()
    if not _CLOSING.match(text, use.end) or before[-1:].isdigit():
        return None
    grammar = language_of(lang_at(checked.document.segments, use.start)).grammar
    if not grammar.agrees_in_number(use.acronym, text[slice(*form)]):
        return None
    span = (form[0] + _unsaid(text[slice(*form)], use.acronym), use.end + 1)
    return replacement(checked, span, use.acronym, reading=_reading(checked, use))


def _unsaid(form: str, acronym: str) -> int:
    """How many characters at the head of a form its acronym leaves out: Bộ | Nông nghiệp và Môi trường (NN&MT)."""
    for word in _WORD.finditer(form):
        if _initial(word.group()) == acronym[0].lower():
            return word.start() if _spells(form[word.start() :], acronym) else 0
    return 0


def _spells(form: str, acronym: str) -> bool:
    """Whether the letters of an acronym are first letters of words, in their order."""
    initials = iter(map(_initial, form.split()))
    return all(letter in initials for letter in acronym.lower() if letter.isalpha())


def _initial(word: str) -> str:
    return unicodedata.normalize("NFD", word)[0].lower()


def _reading(checked: Checked, use: Use) -> str | None:
    """How Koreans read the letters, where they read them as a word."""
    labels = checked.base[use.concept].labels if use.concept else ()
    return next((label.reading for label in labels if label.text == use.acronym), None)


RULE = Rule("repeated-definition", "an acronym that is written out once more", _find)
