"""The capitals beside a term, which tell where a longer proper name goes on (rule M7)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from khihau.languages.candidates import Candidate
from khihau.languages.data import data_parts
from khihau.languages.tuned import NAME_REACH, NAME_WORDS
from khihau.model import LabelLang, Lang
from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["Beside", "beside", "capitals_behind", "may_be_in_name", "name_heads"]

_WORD = regex(r"[^\W\d_]+")
_NEXT = regex(r"[ \xa0]([^\W\d_][\w’'&-]*|&)")
_JOINING = frozenset(("and", "of", "for", "on", "&"))  # in the names of any language
_RUNNING = 3  # letters: a word in lower case with so many shows that the line is no title


class Beside(NamedTuple):
    """A term as it is written, and what stands before and behind it in its line, composed."""

    written: str
    before: str
    after: str

    def is_running(self, lang: LabelLang, name: int) -> bool:
        """Whether the line has words without capitals, besides `name` characters behind the term.

        Else its capitals tell no names: a headline, the head of a table. Words of letters that have
        no capitals are such words too.
        """
        small = _small_words(lang)
        words = _WORD.findall(f"{self.before} {self.after[name:]}")
        return any(
            word.upper() == word.lower()
            or (word.islower() and len(word) >= _RUNNING and word not in small)
            for word in words
        )


def may_be_in_name(candidate: Candidate) -> bool:
    """Whether a term is a common noun that is written with a capital: only then it may be in a name."""
    term = candidate.term
    if term.kind in ("acronym", "symbol") or not (
        term.text[0].islower() and term.text.rsplit(" ", 1)[-1][0].islower()
    ):
        return False
    start, _ = candidate.folded.source_span(candidate.start, candidate.end)
    return candidate.folded.source[start].isupper()


def beside(candidate: Candidate) -> Beside:
    """What stands beside a candidate."""
    source = candidate.folded.source
    start, end = candidate.folded.source_span(candidate.start, candidate.end)
    before = source[max(0, start - NAME_REACH) : start].rpartition("\n")[2]
    after = source[end : end + NAME_REACH].partition("\n")[0]
    return Beside(composed(source[start:end]), composed(before), composed(after))


def capitals_behind(after: str) -> list[tuple[str, int]]:
    """The words with capitals that follow at once, small ones between them, each with its end."""
    found: list[tuple[str, int]] = []
    at = 0
    while len(found) < NAME_WORDS and (word := _NEXT.match(after, at)):
        at = word.end()
        if word[1][0].isupper():
            found.append((word[1], at))
        elif not found or word[1] not in _JOINING:
            break
    return found


@cache
def name_heads(lang: Lang) -> frozenset[str]:
    """The nouns that make the name of a body, a fund or the like of the words beside them."""
    return frozenset(data_parts(lang, "name-heads.txt")["heads"])


@cache
def _small_words(lang: LabelLang) -> frozenset[str]:
    parts = data_parts(lang, "phrase-words.txt")
    return frozenset((*parts["small words"], *parts["ties"]))
