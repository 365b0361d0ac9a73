"""Whether words are written as a name is, and where it ends (rule C12)."""

from __future__ import annotations

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES
from khihau.match.tuned import LONGEST_HIT
from khihau.model import Document, LabelLang
from khihau.review import tuned
from khihau.text.fold import fold
from khihau.text.regex import regex
from khihau.text.stops import opens_sentence

__all__ = ["ends_word", "goes_on", "has_capitals"]

_WORD = regex(r"[^\W_]+")
_NEXT = regex(r" ([^\W\d_])")
_LAST = regex(r"(\w+) \Z")


def ends_word(text: str, end: int, lang: LabelLang) -> bool:
    """Whether a word ends at an offset, an ending that may follow it aside; where spaces part no words."""
    rest = _WORD.match(text, end)
    return not rest or LANGUAGES[lang].words.is_ending(fold(rest[0]).text)


def goes_on(document: Document, start: int, end: int, lang: LabelLang) -> bool:
    """Whether the name is a part of a longer one, as its neighbours' capitals tell."""
    at = segment_index(document.segments, start)
    low = document.segments[at].start if at >= 0 else 0
    after = _NEXT.match(document.text, end)
    if after and after[1].isupper():
        return True
    before = document.text[max(low, start - LONGEST_HIT) : start]
    last = _LAST.search(before)
    language = LANGUAGES[lang]
    if not last or language.words.head_first or not last[1][0].isupper():
        return False
    if last[1].lower() in language.phrases.articles:
        return False
    lead = before[: last.start()]
    return lead.strip().isalpha() or not opens_sentence(lead)  # The Revised Kyoto Convention


def has_capitals(words: str) -> bool:
    """Whether words have the capitals of a name, in letters that have some."""
    if words.upper() == words.lower():
        return True
    first, *_ = initials = [word[0] for word in _WORD.findall(words)]
    return first.isupper() and sum(map(str.isupper, initials)) >= tuned.CAPITALS
