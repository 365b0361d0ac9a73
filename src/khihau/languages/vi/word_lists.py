"""The words of Vietnamese that may stand across an edge of a term (rule M4).

Our own lists, read word by word by a person: words, words that hold a term of one syllable in
another sense, phrases that only stand beside or around a term, and the syllables that are words of
their own. And the list that underthesea ships, read from its package files without importing it and
never copied here. What that list is made of is not known, so it is trusted less: its names are left
out, since in lower case they are ordinary syllables; data/not-words.txt says what else may not cross
an edge; and it never says that a word holds a whole term (nước biển is water, đất nước is not).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from khihau import cache
from khihau.cache import Part
from khihau.languages.data import data_lines
from khihau.languages.vi.spelling import is_syllable, one_spelling
from khihau.text.regex import regex

__all__ = ["LONGEST_WORD", "Words", "described", "list_file", "words"]

LONGEST_WORD = 4

_OURS = (
    "crossing-words.txt",
    "one-syllable-covers.txt",
    "firm-words.txt",
    "phrases.txt",
    "not-words.txt",
)
_SYLLABLES = ("function-syllables.txt", "free-syllables.txt")
_KEPT = regex(r"\((.+?)\)")


class WordList:
    """Words in `one_spelling`: the rests of those with one first syllable on a line, in order.

    A line is "first|rest|rest|" in UTF-8: so a list is read from the cache in a millisecond, and
    asked without taking it apart.
    """

    def __init__(self, part: Part) -> None:
        self.lines = bytes(part).split(b"\n") if part else []

    def __contains__(self, word: str) -> bool:
        first, _, rest = word.partition(" ")
        return f"|{rest}|".encode() in self._line(first)

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            first, *rests = line[:-1].decode().split("|")
            yield from (f"{first} {rest}" for rest in rests)

    def __len__(self) -> int:
        return sum(line.count(b"|") - 1 for line in self.lines)

    def rests(self, first: str) -> list[str]:
        """What follows a first syllable."""
        return self._line(first)[:-1].decode().split("|")[1:]

    def _line(self, first: str) -> bytes:
        head = f"{first}|".encode()
        at = bisect_left(self.lines, head)
        return self.lines[at] if at < len(self.lines) and self.lines[at].startswith(head) else b""


class Words(NamedTuple):
    """`checked` is our own list, `listed` and `denied` are underthesea's; no two share a word.

    `firm` are the checked words that weigh most; `kept` shows in which a term keeps its meaning, in
    brackets: "cây (xăng)"; `grammar` and `free` are the syllables that stand alone as words.
    """

    checked: WordList
    covers: WordList
    phrases: WordList
    listed: WordList
    denied: WordList
    firm: WordList
    kept: WordList
    grammar: frozenset[str]
    free: frozenset[str]

    def crosses(self, word: str, *, holds: int) -> bool:
        """Whether a word may stand across an edge of a term, or around the `holds` of its syllables.

        A phrase is around none, a word of `covers` around those of one syllable alone.
        """
        if not holds:
            return word in self.checked or word in self.listed
        if word in self.phrases or (holds > 1 and word in self.covers):
            return False
        return word in self.checked


# --- reading --------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def words() -> Words:
    """The merged lists, from the cache unless one of their files, or the code, has changed."""
    key = _stamp()
    parts = cache.load("vi-words", key)
    if parts is None:
        read = _read()
        parts = [*("\n".join(read[name]).encode() for name in Words._fields[:-2]), *_alone()]
        cache.store("vi-words", key, parts)
    lists = (WordList(part) for part in parts[:-2])
    alone = (frozenset(str(part, "utf-8").split(" ")) for part in parts[-2:])
    return Words._make([*lists, *alone])


def _stamp() -> str:
    folder, theirs = Path(__file__).parent, list_file()
    ours = (*(f"data/{name}" for name in _OURS + _SYLLABLES), "word_lists.py", "spelling.py")
    return cache.stamp([*(f"{folder}/{name}" for name in ours), *([str(theirs)] if theirs else [])])


def list_file() -> Path | None:
    """Where underthesea keeps its word list, None where it is not installed or ships none."""
    try:
        spec = find_spec("underthesea")  # of a top-level name: nothing of it is run
    except (ImportError, ValueError):
        return None
    for folder in (spec and spec.submodule_search_locations) or ():
        file = Path(folder, "corpus", "data", "Viet74K.txt")
        if file.is_file():
            return file
    return None


def _read() -> dict[str, list[str]]:
    ours, covers, firm, phrases, denied = (data_lines("vi", name) for name in _OURS)
    kept = {_bracketed(word) for word in (*ours, *covers) if "(" in word}
    holders = {one_spelling(_KEPT.sub(r"\1", word)) for word in covers}
    checked = {one_spelling(_KEPT.sub(r"\1", word)) for word in (*ours, *firm)} | holders
    never, around = set(map(one_spelling, denied)), set(map(one_spelling, phrases))
    theirs = _theirs() - checked - around
    banned = {word for word in theirs if _is_denied(word, never)}
    return {
        "checked": _by_first(checked),
        "covers": _by_first(holders),
        "phrases": _by_first(around),
        "listed": _by_first(theirs - banned),
        "denied": _by_first(banned),
        "firm": _by_first(map(one_spelling, firm)),
        "kept": _by_first(kept),
    }


def _bracketed(word: str) -> str:
    """A word with brackets around the syllables that keep their meaning, in `one_spelling`."""
    bare = one_spelling(_KEPT.sub(r"\1", word)).split()
    marks = word.split()
    return " ".join(
        f"{'(' * mark.startswith('(')}{syllable}{')' * mark.endswith(')')}"
        for syllable, mark in zip(bare, marks, strict=True)
    )


def _alone() -> list[bytes]:
    """The syllables of grammar, and the others that stand alone, in `one_spelling`."""
    return [one_spelling(" ".join(data_lines("vi", name))).encode() for name in _SYLLABLES]


def _theirs() -> set[str]:
    """underthesea's words of two to four syllables, without names."""
    file = list_file()
    try:
        text = file.read_text("utf-8") if file else ""
    except (OSError, ValueError):
        text = ""
    lines = unicodedata.normalize("NFC", text).replace("-", " ").splitlines()
    entries = [line.split() for line in lines if line[:1].islower()]
    entries = [entry for entry in entries if 1 < len(entry) <= LONGEST_WORD]
    spelled = {
        syllable: one_spelling(syllable.lower())
        for syllable in {syllable for entry in entries for syllable in entry}
        if is_syllable(syllable.lower())
    }
    known = spelled.get
    found = ([known(syllable) for syllable in entry] for entry in entries)
    return {" ".join(syllables) for syllables in found if all(syllables)}  # type: ignore[arg-type]


def _is_denied(word: str, denied: set[str]) -> bool:
    first, _, rest = word.partition(" ")
    return word in denied or (
        " " not in rest and not denied.isdisjoint((f"{first} *", f"* {rest}"))
    )


def _by_first(entries: Iterable[str]) -> list[str]:
    """The lines of a WordList."""
    by_first: dict[str, list[str]] = {}
    for word in set(entries):
        first, _, rest = word.partition(" ")
        by_first.setdefault(f"{first}|", []).append(rest)
    return [f"{head}{'|'.join(by_first[head])}|" for head in sorted(by_first)]


# --- telling --------------------------------------------------------------------------------------


def described() -> str:
    """One line for `khihau --version -v`: whose words are used, and how many."""
    lists = words()
    ours, theirs = len(lists.checked), len(lists.listed) + len(lists.denied)
    if not theirs:
        return f"no underthesea word list found: our own {ours:,} words alone"
    return f"underthesea {_version()} word list: {theirs:,} words, beside our own {ours:,}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("underthesea")
    except PackageNotFoundError:
        return "(unknown version)"
