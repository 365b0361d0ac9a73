"""Which words before a bracket, or inside one, are a full form that no label gives.

By initials where they spell the acronym; else the run of capitals (Vietnamese, English) or the noun
phrase: back to a function word, a Korean particle or a verb form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from khihau.documents.segments import segment_index
from khihau.languages import LANGUAGES, language_of
from khihau.languages.en.spelling import stem
from khihau.ledger.definitions.shapes import CLOSING, QUIET
from khihau.ledger.definitions.tuned import (
    GAP,
    NAME_SYLLABLES,
    NAME_WORDS,
    PHRASE_WORDS,
    REST,
    SAME_NAME,
    SENTENCE_REACH,
    SPELLED_REACH,
)
from khihau.model import Document, LabelLang, Lang
from khihau.text.compose import composed, letters_before
from khihau.text.fold import HANGUL
from khihau.text.regex import regex
from khihau.text.stops import ENDS, PAUSES

if TYPE_CHECKING:
    from khihau.languages.phrases import Phrases

__all__ = [
    "adds",
    "clause_start",
    "cut",
    "ends_like",
    "head_of",
    "initials",
    "is_full_form",
    "is_owned",
    "is_rest",
    "sentence_start",
    "shares_name",
    "spells",
    "stands_alone",
    "units_of",
    "without_ties",
]

_INITIALS = regex(r"(?<![^\W_])[A-Z]\.\Z")
_STOP = rf"[{ENDS}{PAUSES}](?<!\b[A-Z]\.)\s"  # not after the initial of a name
_SENTENCE_END = regex(rf"{_STOP}|[△□○]")
_CLAUSE_END = regex(rf"{_STOP}|[()\[\]（）△□○]")
_PART_END = regex(r",\s|(?:(?<=\s)|(?<=^))[\"'“‘«「『]|[“‘«「『]")
_WORD = regex(r"(?:[^\W\d_][\u0300-\u036f]*)+")
_EOJEOL = regex(r"\S+")
_NO_NAME = regex(r"[\d.;:,!?()]")


class _Edges(NamedTuple):
    """The words at the edges of phrases, of all languages: a text may name things in several."""

    small: frozenset[str]
    articles: frozenset[str]
    plurals: frozenset[str]
    ties: frozenset[str]
    additions: frozenset[str]
    possessives: frozenset[str]
    borders: frozenset[str]
    verbs: frozenset[str]
    verb_pairs: frozenset[str]
    countries: frozenset[str]
    offices: frozenset[str]


@cache
def _edges() -> _Edges:
    asked = [language.phrases for language in LANGUAGES.values()]
    return _Edges(
        small=frozenset().union(*(one.small_words for one in asked)),
        articles=frozenset().union(*(one.articles for one in asked)),
        plurals=frozenset().union(*(one.plurals for one in asked)),
        ties=frozenset().union(*(one.ties for one in asked)),
        additions=frozenset().union(*(one.additions for one in asked)),
        possessives=frozenset().union(*(one.possessives for one in asked)),
        borders=frozenset().union(*(one.borders for one in asked)),
        verbs=frozenset().union(*(one.verbs for one in asked)),
        verb_pairs=frozenset().union(*(one.verb_pairs for one in asked)),
        countries=frozenset().union(*(one.countries for one in asked)),
        offices=frozenset().union(*(one.offices for one in asked)),
    )


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


def units_of(text: str) -> set[str]:
    """The words of a stretch, function words left out; of Hangul each pair of syllables.

    English ones come without their plural.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    pairs = (word[i : i + 2] for word in words for i in range(len(word)) if HANGUL.match(word))
    small = _edges().small
    latin = (stem(word) for word in words if word not in small and not HANGUL.match(word))
    return {*latin, *(pair for pair in pairs if len(pair) == 2)}


def without_ties(units: set[str]) -> set[str]:
    """The words that say something: no prepositions, articles and the like."""
    edges = _edges()
    return units - edges.ties - edges.borders - edges.articles


def initials(text: str, words: tuple[int, int], acronym: str) -> tuple[int, int] | None:
    """The last words whose initials spell the acronym, small words skipped (Schwartz and Hearst)."""
    letters = _letters(acronym)
    if not letters:
        return None
    low = max(words[0], letters_before(text, words[1], SPELLED_REACH))
    last = text[low : words[1]].replace("-", " ").split()[-1:]
    if not last or unicodedata.normalize("NFC", last[0].lstrip(QUIET))[:1].upper() != letters[-1]:
        return None
    small, every = _edges().small, list(_WORD.finditer(text, low, words[1]))
    full = [word for word in every if composed(word.group()).lower() not in small]
    for found in (full, every):  # GCF skips "of", MOFA does not
        heads = found[-len(letters) :]
        if len(heads) == len(letters) and not any(map(_differ, heads, letters)):
            return heads[0].start(), words[1]
    return None


def spells(text: str, words: tuple[int, int], acronym: str) -> bool:
    """Whether initials of the words, some words skipped, spell most of the acronym (Đ may stand as D)."""
    left = _plain_letters(_letters(acronym))
    length = len(left)
    for word in _WORD.finditer(text, *words):
        if left and _plain_letters(composed(word.group())[:1].upper()) == left[:1]:
            del left[0]
    return length > 0 and 2 * len(left) < length


def _plain_letters(letters: Iterable[str]) -> list[str]:
    return ["D" if letter == "Đ" else letter for letter in letters]


def cut(
    text: str, words: tuple[int, int], acronym: str, lang: Lang | None
) -> tuple[int, int] | None:
    """The words at the end of a stretch that are the full form of an acronym, "" for a short name."""
    spelled = initials(text, words, acronym)
    if spelled:
        return spelled
    low, high = words
    for part in _PART_END.finditer(text, low, high):
        if _WORD.search(text, part.end(), high):
            low = part.end()
    owner = _owner(unicodedata.normalize("NFC", text[max(low, high - 8) : high]))
    if owner:
        start = _phrase_by_endings(text, low, high, owner)
    else:
        start = _latin_phrase(text, low, high, acronym, lang)
    return (start, high) if start is not None else None


def shares_name(words: str, name: str) -> bool:
    """Whether words have so much of a name that they try to be it."""
    units = units_of(name)
    return len(units & units_of(words)) >= SAME_NAME * len(units)


def ends_like(before: str, name: str) -> bool:
    """Whether a text ends, before a space, in words that try to be a name: hợp tác công tư | PPP."""
    words = before.rpartition("\n")[2].split()[-len(name.split()) :]
    if not before[-1:].isspace() or not words or not words[-1][-1].isalnum():
        return False
    last = units_of(words[-1])
    return bool(last) and last <= units_of(name) and shares_name(" ".join(words), name)


def head_of(label: str, lang: LabelLang) -> set[str]:
    """The content word that says what a name names: of Vietnamese the first, else the last."""
    words = [one for word in label.split() for one in (units_of(word),) if one]
    if not words:
        return set()
    return words[0] if language_of(lang).words.head_first else words[-1]


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
        return not _WORD.search(text, low, spelled[0])
    content = unicodedata.normalize("NFC", text[low:high])
    found = _WORD.findall(content)
    owner = _owner(content)
    if (len(found) < 2 and not owner) or _NO_NAME.search(content):
        return False
    if owner:
        syllables = sum(map(owner.owns, content))
        return syllables >= NAME_SYLLABLES and not any(map(owner.ends_phrase, content.split()))
    edges = _edges()
    if any(word in edges.borders and word not in edges.small for word in found):
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
    return behind_bracket and _first_word(text, *words) in _edges().ties


def adds(text: str, start: int, end: int) -> bool:
    """Whether a stretch adds something to the name before it: với Nhật Bản, được chứng nhận."""
    first, edges = _first_word(text, start, end), _edges()
    return first in edges.ties or first in edges.additions


def _first_word(text: str, start: int, end: int) -> str:
    first = _WORD.search(text, start, end)
    return composed(first.group()).lower() if first else ""


def is_owned(text: str, low: int, start: int) -> bool:
    """Whether what stands before a label says whose it is: báo cáo của, 유럽연합의."""
    words = composed(text[low:start]).split()[-1:]
    if not words:
        return False
    endings = tuple(_edges().possessives)
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
        return owner.ends_phrase(word) and not owner.is_tied(word)
    words, edges = _WORD.findall(before), _edges()
    if not words:
        return False
    if words[-1].lower() in edges.articles:
        article = words.pop().lower()
        is_tied = article in edges.plurals or (words and words[-1].lower() in edges.ties)
        if not words or not is_tied:
            return True
    last = words[-1].lower()
    if last in edges.ties:
        return len(words) == 1 and text[low - 1 : low] not in CLOSING
    begins = last in edges.verbs or (last in edges.borders and last not in edges.small)
    return begins or (is_name and text[start].isupper() and words[-1].islower())


# --- phrases --------------------------------------------------------------------------------------


def _letters(acronym: str) -> list[str]:
    return [letter for letter in acronym if letter.isupper()]


def _differ(word: re.Match[str], letter: str) -> bool:
    return unicodedata.normalize("NFC", word.group())[0].upper() != letter


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
    found = list(_WORD.finditer(text, low, high))
    names = [unicodedata.normalize("NFC", word.group()) for word in found]
    named = _spelled_name(names, _letters(acronym))
    if named is None and language_of(lang).phrases.names_have_capitals:
        named = _capitalised_name(names)
    if named is None:
        named = _noun_phrase(names)
    return found[named].start() if named < len(found) else None


def _capitalised_name(names: Sequence[str]) -> int | None:
    """Where the run of capitalised and small words at the end begins."""
    first, small = None, _edges().small
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
    edges = _edges()
    pair = " ".join(names[max(0, end - 2) : end])
    return names[end - 1] in edges.borders or pair in edges.verb_pairs


def _is_office(names: Sequence[str], end: int) -> bool:
    """Whether an office ends before the word at `end`: Chủ tịch | Liên minh Nghị viện thế giới."""
    return " ".join(names[max(0, end - 2) : end]).lower() in _edges().offices


def _after_country(names: Sequence[str], first: int) -> int:
    """Vietnamese names begin with their head: a country there is the subject before the name."""
    if names[first].lower() not in _edges().countries:
        return first
    after = first
    while after < len(names) and names[after][0].isupper():
        after += 1
    while after < len(names) and names[after] in _edges().small:
        after += 1
    return after if after < len(names) else first
