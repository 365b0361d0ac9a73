"""Whether the words stand near a label that it needs, and none that switches it off (rule M8)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from khihau.languages.candidates import ACCEPT, Candidate, Verdict, Word, reject, sentence_around
from khihau.match.clauses import clause_around
from khihau.text.fold import is_hangul

__all__ = ["words_near"]


def words_near(candidate: Candidate) -> Verdict:
    """The words that a label needs in its sentence, or that switch it off in its clause (rule M8)."""
    term = candidate.term
    start, end = sentence_around(candidate)
    sentence = candidate.folded.text[start:end]
    if _first_in(term.not_near, sentence):  # most are not: only then is the clause worked out
        clause = candidate.folded.text[slice(*clause_around(candidate))]
        if word := _first_in(term.not_near, clause):
            return reject("not-near", f"“{word.text}” beside it")
    if term.near and not _first_in(term.near, sentence):
        return _none_of(term.near)
    return ACCEPT


@lru_cache(maxsize=1024)
def _none_of(words: tuple[Word, ...]) -> Verdict:
    detail = "none of " + ", ".join(f"“{word.text}”" for word in words)
    return Verdict("shut", "not-near", detail)


def _first_in(words: Iterable[Word], sentence: str) -> Word | None:
    """The first of some words in a sentence: Korean also inside an eojeol, however it is spaced."""
    bare = sentence.replace(" ", "")
    for word in words:
        folded = word.folded
        if folded in sentence and _stands_in(folded, sentence):
            return word
        squeezed = _squeezed(folded)
        if squeezed and squeezed in bare:
            return word
    return None


def _stands_in(word: str, sentence: str) -> bool:
    """Whether a folded word stands whole in a sentence, also in the plural, and COP in COP30."""
    at = sentence.find(word)
    while at >= 0:
        after = sentence[at + len(word) : at + len(word) + 24]
        if word[-1:].isalpha():
            plural = "es" if word.endswith("s") else "s"
            after = after.removeprefix(plural).lstrip("0123456789")
        beside = sentence[at - 1 : at] + after[:1]
        if not any(character.isalnum() and not is_hangul(character) for character in beside):
            return True
        at = sentence.find(word, at + 1)
    return False


@lru_cache(maxsize=1024)
def _squeezed(word: str) -> str:
    """A folded word with Hangul without its spaces, "" for one that has none."""
    return word.replace(" ", "") if any(map(is_hangul, word)) else ""
