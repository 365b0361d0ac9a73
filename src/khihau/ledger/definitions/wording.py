"""Which words before a bracket, or inside one, are a full form that no label gives.

By initials where they spell the acronym; else the run of capitals (Vietnamese, English) or the noun
phrase: back to a function word, a Korean particle or a verb form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES, language_of
from khihau.ledger.definitions.edges import WORD, edges
from khihau.ledger.definitions.initials import initials, letters_of, spells
from khihau.ledger.definitions.shapes import CLOSING
from khihau.ledger.definitions.tuned import (
    GAP,
    NAME_SYLLABLES,
    NAME_WORDS,
    PHRASE_WORDS,
    REST,
    SENTENCE_REACH,
)
from khihau.model import Document, Lang
from khihau.text.compose import composed, letters_before
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES

if TYPE_CHECKING:
    from khihau.languages.phrases import Phrases

__all__ = [
    "adds",
    "clause_start",
    "cut",
    "is_full_form",
    "is_owned",
    "is_rest",
    "sentence_start",
    "stands_alone",
]

_INITIALS = regex(r"(?<![^\W_])[A-Z]\.\Z")
_STOP = rf"[{ENDS}{PAUSES}](?<!\b[A-Z]\.)\s"  # not after the initial of a name
_SENTENCE_END = regex(rf"{_STOP}|[△□○]")
_CLAUSE_END = regex(rf"{_STOP}|[()\[\]（）△□○]")
_PART_END = regex(r",\s|(?:(?<=\s)|(?<=^))[\"'“‘«「『]|[“‘«「『]")
_EOJEOL = regex(r"\S+")
_NO_NAME = regex(r"[\d.;:,!?()]")


def _owner(text: str) -> Phrases | None:
    """The language that a stretch is in by its script, whose phrases end in endings of words."""
    return next((one.phrases for one in LANGUAGES.values() if one.phrases.owns(text)), None)


def clause_start(document: Document, at: int) -> int:
    """Where the clause that ends at `at` begins, behind a bracket too, at most `SENTENCE_REACH` before."""
    return _behind(document, at, _CLAUSE_END)


def sentence_start(document: Document, at: int) -> int:
    """Where the sentence or segment that ends at `at` begins, at most `SENTENCE_REACH` before."""
    return _behind(document, at, _SENTENCE_END)


def _behind(document: Document, at: int, end: re.Pattern[str]) -> int:
    segments = document.segments
    index = segment_index(segments, at - 1)
    first = segments[index].start if index >= 0 else 0
    low = max(first, letters_before(document.text, at, SENTENCE_REACH))
    for found in end.finditer(document.text, low, at):
        low = found.end()
    return min(low, at)


def cut(
    text: str, words: tuple[int, int], acronym: str, lang: Lang | None
) -> tuple[int, int] | None:
    """The words at the end of a stretch that are the full form of an acronym, "" for a short name."""
    spelled = initials(text, words, acronym)
    if spelled:
        return spelled
    low, high = words
    for part in _PART_END.finditer(text, low, high):
        if WORD.search(text, part.end(), high):
            low = part.end()
    owner = _owner(unicodedata.normalize("NFC", text[max(low, high - 8) : high]))
    if owner:
        start = _phrase_by_endings(text, low, high, owner)
    else:
        start = _latin_phrase(text, low, high, acronym, lang)
    return (start, high) if start is not None else None


def is_full_form(
    text: str, words: tuple[int, int], acronym: str, *, is_bracket: bool = False
) -> bool:
    """Whether the content of a bracket or of an item reads as a name, all of it.

    In a bracket behind an acronym a name in Latin letters has its initials or small marked words: a
    person and a town may stand there too.
    """
    low, high = words
    spelled = initials(text, words, acronym)
    if spelled:
        return not WORD.search(text, low, spelled[0])
    content = unicodedata.normalize("NFC", text[low:high])
    found = WORD.findall(content)
    owner = _owner(content)
    if (len(found) < 2 and not owner) or _NO_NAME.search(content):
        return False
    if owner:
        syllables = sum(map(owner.owns, content))
        return syllables >= NAME_SYLLABLES and not any(map(owner.ends_phrase, content.split()))
    known = edges()
    if any(word in known.borders and word not in known.small for word in found):
        return False
    capitals = [word for word in found if word[0].isupper()]
    has_small = any(word.islower() and not word.isascii() for word in found)
    if is_bracket and not has_small and not spells(text, words, acronym):
        return False
    if capitals:
        return len(found) >= NAME_WORDS and found[0][0].isupper()
    return not content.isascii()


def is_rest(text: str, words: tuple[int, int]) -> bool:
    """Whether words behind a bracket go on with the name before it: "… (LHQ) về biến đổi khí hậu"."""
    behind_bracket = text[words[0] - 1 : words[0]] in CLOSING if words[0] else False
    return behind_bracket and _first_word(text, *words) in edges().ties


def adds(text: str, start: int, end: int) -> bool:
    """Whether a stretch adds something to the name before it: với Nhật Bản, được chứng nhận."""
    first, known = _first_word(text, start, end), edges()
    return first in known.ties or first in known.additions


def _first_word(text: str, start: int, end: int) -> str:
    first = WORD.search(text, start, end)
    return composed(first.group()).lower() if first else ""


def is_owned(text: str, low: int, start: int) -> bool:
    """Whether what stands before a label says whose it is: báo cáo của, 유럽연합의."""
    words = composed(text[low:start]).split()[-1:]
    if not words:
        return False
    endings = tuple(edges().possessives)
    return words[0].lower() in endings or (bool(_owner(words[0])) and words[0].endswith(endings))


def stands_alone(text: str, low: int, start: int, *, is_name: bool) -> bool:
    """Whether the label at `start` is a name by itself, not the end of a longer phrase.

    So it is after a verb, an article, a Korean particle or nothing (`low` is where the clause
    begins); a proper name (`is_name`) also after a word without a capital; not after a noun, nor
    after a preposition that ties it to one, which may stand before a bracket.
    """
    before = unicodedata.normalize("NFC", text[low:start]).rstrip(" \t\r\n\xa0*_'\"“‘")
    if _INITIALS.search(before):
        before = before[:-1]  # "U.N. climate talks"
    if not before or not before[-1].isalnum():
        return True
    if owner := _owner(before[-1]):
        word = before.split()[-1]
        ends = owner.ends_phrase(word) or word in owner.adverbs
        return ends and not owner.is_tied(word)
    words, known = WORD.findall(before), edges()
    if not words:
        return False
    if words[-1].lower() in known.articles:
        article = words.pop().lower()
        is_tied = article in known.plurals or (words and words[-1].lower() in known.ties)
        if not words or not is_tied:
            return True
    last = words[-1].lower()
    if last in known.ties:
        return len(words) == 1 and text[low - 1 : low] not in CLOSING
    begins = last in known.verbs or (last in known.borders and last not in known.small)
    return begins or (is_name and text[start].isupper() and words[-1].islower())


# --- phrases --------------------------------------------------------------------------------------


def _phrase_by_endings(text: str, low: int, high: int, phrases: Phrases) -> int | None:
    """Where the phrase begins whose words have no ending that ends one, the last word aside."""
    start = None
    for found in reversed(list(_EOJEOL.finditer(text, low, high))[-PHRASE_WORDS:]):
        word = unicodedata.normalize("NFC", found.group())
        if start is not None and (phrases.ends_phrase(word) or word in phrases.adverbs):
            break
        if word not in phrases.conjunctions:
            start = found.start()
    return start


def _latin_phrase(text: str, low: int, high: int, acronym: str, lang: Lang | None) -> int | None:
    found = list(WORD.finditer(text, low, high))
    names = [unicodedata.normalize("NFC", word.group()) for word in found]
    named = _spelled_name(names, letters_of(acronym))
    if named is None and language_of(lang).phrases.names_have_capitals:
        named = _capitalised_name(names)
    if named is None:
        named = _noun_phrase(names)
    return found[named].start() if named < len(found) else None


def _capitalised_name(names: Sequence[str]) -> int | None:
    """Where the run of capitalised and small words at the end begins."""
    first, small = None, edges().small
    for index in range(len(names) - 1, -1, -1):
        if names[index][0].isupper():
            first = index
        elif names[index] not in small:
            break
    return first if first is None or names[first].lower() not in small else first + 1


def _spelled_name(names: Sequence[str], letters: Sequence[str]) -> int | None:
    """Where a name begins whose words, some of them skipped, have the acronym's initials."""
    left = list(letters)
    for index in range(len(names) - 1, max(-1, len(names) - 3 * len(letters) - 1), -1):
        if left and names[index][0].upper() == left[-1]:
            left.pop()
            if not left:
                return index if names[index][0].isupper() else None
    return None


def _noun_phrase(names: Sequence[str]) -> int:
    """Where the phrase behind the last function word or office begins: its run of capitals, if any."""
    ends = range(len(names) - 1, 0, -1)
    low = next((end for end in ends if _is_border(names, end) or _is_office(names, end)), 0)
    capitals = [i for i in range(low, len(names)) if names[i][0].isupper()]
    if not capitals or len(names) - 1 - capitals[-1] > REST:
        return (capitals[-1] + 1) if capitals else low
    first = capitals[-1]
    for index in reversed(capitals):
        if first - index - 1 > GAP:
            break
        first = index
    return _after_country(names, first)


def _is_border(names: Sequence[str], end: int) -> bool:
    """Whether a function word or a verb ends before the word at `end`."""
    known = edges()
    pair = " ".join(names[max(0, end - 2) : end])
    word = names[end - 1].lower() if end == 1 else names[end - 1]  # Theo | Tổ chức …
    return word in known.borders or pair in known.verb_pairs


def _is_office(names: Sequence[str], end: int) -> bool:
    """Whether an office ends before the word at `end`: Chủ tịch | Liên minh Nghị viện thế giới."""
    return " ".join(names[max(0, end - 2) : end]).lower() in edges().offices


def _after_country(names: Sequence[str], first: int) -> int:
    """Vietnamese names begin with their head: a country there is the subject before the name."""
    if names[first].lower() not in edges().countries:
        return first
    after = first
    while after < len(names) and names[after][0].isupper():
        after += 1
    while after < len(names) and names[after] in edges().small:
        after += 1
    return after if after < len(names) else first
