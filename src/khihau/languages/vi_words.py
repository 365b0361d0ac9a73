"""The words of Vietnamese that may stand across an edge of a term (SEMANTICS M4).

Three lists: our own, read word by word by a person; phrases that only excuse a crossing; and the
list that underthesea ships, read from its package files without importing it and never copied
here. What that list is made of is not known, so it is trusted less: its names are left out, since
in lower case they are ordinary syllables; vi-not-words.txt says what else may not cross an edge;
and it never says that a word holds a whole term (nước biển is water, đất nước is not: a person
must have looked).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from khihau import cache
from khihau.languages.base import data_lines
from khihau.languages.vi_spelling import is_syllable, one_spelling
from khihau.text.fold import fold

__all__ = ["LONGEST_WORD", "Words", "described", "list_file", "words"]

LONGEST_WORD = 4

Bucket: TypeAlias = Mapping[str, str]
"""The rest of each word by its first syllable, as "|rest|rest|": read from the cache at once."""

_OURS = ("vi-words.txt", "vi-phrases.txt", "vi-not-words.txt")


@dataclass(frozen=True, slots=True)
class Words:
    """`checked`, `listed` and `denied` are apart from each other; all words in `one_spelling`."""

    checked: Bucket
    phrases: Bucket
    listed: Bucket
    denied: Bucket

    def crosses(self, word: str, *, holds: bool) -> bool:
        """Whether a word may stand across an edge of a term; `holds` when the term is inside it."""
        return _within(self.checked, word) or (not holds and _within(self.listed, word))

    def is_phrase(self, words: str) -> bool:
        """Whether these are words that stand together only to excuse a crossing."""
        return _within(self.phrases, words)

    def known(self, word: str) -> bool:
        """Whether a word is in any list, so that it excuses what crosses into it."""
        lists = (self.checked, self.phrases, self.listed, self.denied)
        return any(_within(bucket, word) for bucket in lists)


def _within(bucket: Bucket, word: str) -> bool:
    first, _, rest = word.partition(" ")
    return f"|{rest}|" in bucket.get(first, "")


def words_of(bucket: Bucket) -> Iterable[str]:
    """Every word of a bucket."""
    for first, rests in bucket.items():
        for rest in rests[1:-1].split("|"):
            yield f"{first} {rest}"


# --- reading --------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def words() -> Words:
    """The merged lists, from the cache unless one of their files, or the code, has changed."""
    key = _stamp()
    buckets: dict[str, Bucket] | None = cache.load("vi-words", key)
    if buckets is None:
        buckets = _read()
        cache.store("vi-words", key, buckets)
    return Words(**buckets)


def _stamp() -> str:
    data = files(__package__) / "data"
    code = (Path(__file__), Path(__file__).with_name("vi_spelling.py"))
    theirs = list_file()
    return cache.stamp(
        map(str, (*(data / name for name in _OURS), *code, *((theirs,) if theirs else ())))
    )


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


def _read() -> dict[str, Bucket]:
    ours, phrases, denied = (set(map(one_spelling, data_lines(name))) for name in _OURS)
    theirs = _theirs() - ours
    banned = {word for word in theirs if _is_denied(word, denied)}
    return {
        "checked": _bucket(ours),
        "phrases": _bucket(phrases),
        "listed": _bucket(theirs - banned),
        "denied": _bucket(banned),
    }


def _theirs() -> set[str]:
    """underthesea's words of two to four syllables, without names."""
    file = list_file()
    try:
        text = file.read_text("utf-8") if file else ""
    except (OSError, ValueError):
        text = ""
    small = (line for line in text.splitlines() if line[:1].islower())
    folded = (line.strip() for line in fold("|".join(small)).text.split("|"))
    found = {one_spelling(word) for word in folded if 0 < word.count(" ") < LONGEST_WORD}
    return {word for word in found if all(map(_is_syllable, word.split(" ")))}


_is_syllable = lru_cache(maxsize=65536)(is_syllable)


def _is_denied(word: str, denied: set[str]) -> bool:
    first, _, rest = word.partition(" ")
    return word in denied or (
        " " not in rest and not denied.isdisjoint((f"{first} *", f"* {rest}"))
    )


def _bucket(entries: Iterable[str]) -> dict[str, str]:
    bucket: dict[str, str] = {}
    for word in sorted(entries):
        first, _, rest = word.partition(" ")
        bucket[first] = f"{bucket.get(first, '|')}{rest}|"
    return bucket


# --- telling --------------------------------------------------------------------------------------


def described() -> str:
    """One line for `khihau --version -v`: whose words are used, and how many."""
    lists = words()
    ours, theirs = (
        sum(rests.count("|") - 1 for bucket in buckets for rests in bucket.values())
        for buckets in ((lists.checked,), (lists.listed, lists.denied))
    )
    if not theirs:
        return f"no underthesea word list found: our own {ours:,} words alone"
    return f"underthesea {_version()} word list: {theirs:,} words, beside our own {ours:,}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("underthesea")
    except PackageNotFoundError:
        return "(unknown version)"
