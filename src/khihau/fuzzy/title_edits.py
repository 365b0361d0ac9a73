"""How words differ from those of the title of an act, and whether they still quote it.

A text may leave off the end of a title, abbreviate, or leave small words and numbers out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from khihau.fuzzy.tuned import FEWEST_EQUAL, LEAST_EQUAL, LEAST_EQUAL_IN_LAWS, MOST_EDITS
from khihau.languages import language_of
from khihau.match.titles import Act
from khihau.model import Lang
from khihau.text.fold import fold
from khihau.text.letters import letters_of
from khihau.text.regex import regex

__all__ = [
    "WORD",
    "Edit",
    "Title",
    "Weighed",
    "Word",
    "are_spellings",
    "edits_of",
    "is_light",
    "weighed",
    "words_of",
]

WORD = regex(r"[^\W_]+")
_LOOK_AHEAD = 20  # characters behind a title that tell that it ends there


class Word(NamedTuple):
    """A word at its place in a text; equal words share the key."""

    start: int
    end: int
    key: str


class Title(NamedTuple):
    """The title of an act, read; `is_name` says that it stands before the number, as a law's does."""

    act: Act
    text: str
    words: tuple[Word, ...]
    is_name: bool


class Edit(NamedTuple):
    """The words [low, high) of a title, in whose place a text has its words [start, end)."""

    low: int
    high: int
    start: int
    end: int


class Weighed(NamedTuple):
    """How many words of a title are quoted from its first on, and the edits that change them."""

    size: int
    edits: tuple[Edit, ...]


def edits_of(keys: Sequence[str], words: Sequence[str]) -> Iterator[list[Edit]]:
    """The fewest words that must change to make a title of others; what follows it is not looked at.

    Once for each place where the title may end.
    """
    from rapidfuzz.distance import Levenshtein

    sizes = range(min(len(words), max(1, len(keys) // 2)), len(words) + 1)
    distances = [Levenshtein.distance(keys, words[:size]) for size in sizes]
    least = min(distances)
    for size, distance in zip(sizes, distances, strict=True):
        if distance == least:
            yield _edits_between(keys, words[:size])


def _edits_between(keys: Sequence[str], words: Sequence[str]) -> list[Edit]:
    from rapidfuzz.distance import Levenshtein

    edits: list[Edit] = []
    for op in Levenshtein.opcodes(keys, words):
        if op.tag == "equal":
            continue
        low, start = op.src_start, op.dest_start
        if edits and (edits[-1].high, edits[-1].end) == (low, start):  # left out and exchanged
            low, start = edits[-1].low, edits.pop().start
        edits.append(Edit(low, op.src_end, start, op.dest_end))
    return edits


def weighed(
    title: Title, words: Sequence[Word], edits: Sequence[Edit], text: str, lang: Lang | None
) -> Weighed | None:
    """The edits that change a title, None where there are too many for a quotation of it."""
    whole = len(title.words)
    size = whole
    if edits and edits[-1].high == whole and not _is_swap(title, words, edits[-1], text, lang):
        size = edits[-1].low  # the end of the title is left off
        edits = edits[:-1]
    equal = size - sum(one.high - one.low for one in edits)
    least = LEAST_EQUAL_IN_LAWS if title.is_name else LEAST_EQUAL
    fewest = FEWEST_EQUAL - title.is_name
    if equal < min(fewest, whole - 1) or equal < least * whole:
        return None
    told = tuple(one for one in edits if not is_light(title.words, words, one, text, lang))
    less = sum(one.high - one.low for one in told if one.start == one.end)
    more = sum(one.end - one.start for one in told if one.low == one.high)
    if len(told) > MOST_EDITS or less > MOST_EDITS or more > MOST_EDITS:
        return None
    if any(_is_number_for_word(title, words, one) for one in told):
        return None
    return Weighed(size, told)


def _is_number_for_word(title: Title, words: Sequence[Word], edit: Edit) -> bool:
    """Whether a number stands where the title has a word: Article 9 | of the Paris Agreement is no
    Adoption | of the Paris Agreement.
    """
    theirs = [word.key for word in title.words[edit.low : edit.high]]
    ours = [word.key for word in words[edit.start : edit.end]]
    is_number = bool(ours) and all(map(str.isdigit, ours))
    return is_number and bool(theirs) and not any(map(str.isdigit, theirs))


def _is_swap(title: Title, words: Sequence[Word], edit: Edit, text: str, lang: Lang | None) -> bool:
    """Whether words at the end of a title stand in the place of its own: another spelling, or the last."""
    if edit.start == edit.end or edit.low == edit.high:
        return False
    ours = text[words[edit.start].start : words[edit.end - 1].end]
    theirs = title.text[title.words[edit.low].start : title.words[edit.high - 1].end]
    if are_spellings(ours, theirs, lang):
        return True
    end = words[edit.end - 1].end
    is_end = language_of(lang).titles.ends_before(text[end : end + _LOOK_AHEAD])
    return edit.high - edit.low <= 2 and is_end


def are_spellings(ours: str, theirs: str, lang: Lang | None) -> bool:
    """Whether both are spellings of one loan word: ô-dôn, ozone."""
    both = {letters_of(ours), letters_of(theirs)}
    return any(both <= group for group in _loans(lang))


@lru_cache(maxsize=8)
def _loans(lang: Lang | None) -> tuple[frozenset[str], ...]:
    """The letters of the spellings of each loan word."""
    return tuple(frozenset(map(letters_of, group)) for group in language_of(lang).spelling.loans())


def is_light(
    title: Sequence[Word], words: Sequence[Word], edit: Edit, text: str, lang: Lang | None
) -> bool:
    """Whether an edit leaves a title what it is: small words, numbers left out, an abbreviation.

    `words` are those that stand in `text` for the words of the title.
    """
    theirs = [word.key for word in title[edit.low : edit.high]]
    ours = [word.key for word in words[edit.start : edit.end]]
    if "".join(ours) == "".join(theirs):
        return True
    small = language_of(lang).titles.light
    heavy = [word for word in (*theirs, *ours) if word not in small]
    if not heavy or ((not ours or not theirs) and all(map(str.isdigit, heavy))):
        return True
    written = [text[word.start : word.end] for word in words[max(0, edit.start - 1) : edit.end]]
    is_line_of_capitals = edit.start > 0 and written[0].isupper()
    return not is_line_of_capitals and any(len(word) > 1 and word.isupper() for word in written)


def words_of(text: str, start: int, end: int, lang: Lang | None) -> list[Word]:
    """The words of a stretch of a text, in all their spellings but those of loan words."""
    folded = fold(text[start:end])
    key = language_of(lang).words.key
    found = []
    for word in WORD.finditer(folded.text):
        low, high = folded.source_span(*word.span())
        found.append(Word(start + low, start + high, key(word[0])))
    return found
