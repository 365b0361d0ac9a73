"""Which names of a concept exclude each other, and which of them a text should keep (rule C2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from khihau.languages import LANGUAGES
from khihau.text.fold import fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Concept, Label, LabelLang

__all__ = ["Used", "are_rivals", "is_name", "is_plain", "kept", "label_of", "rivalries"]

_Where = TypeVar("_Where")

_NUMBER = regex(r"\{n[^}]*\}")
_ACRONYM = regex(r"(?<![^\W_])[A-ZĐ][A-ZĐ0-9+]*(?![^\W_]*[a-zà-ỹ])", re.ASCII)
_STEM = 4  # letters: shorter English words are compared whole


class Used(NamedTuple, Generic[_Where]):
    """A name that was used, how often, and where; names come in the order of their first use."""

    label: Label
    times: int
    where: _Where


def label_of(concept: Concept, text: str, lang: str) -> Label:
    """The label of a concept that has a text, as stored."""
    return next(one for one in concept.labels if (one.text, one.lang) == (text, lang))


def rivalries(names: Sequence[Used[_Where]]) -> Iterator[tuple[Used[_Where], Used[_Where]]]:
    """Each name that should not stand, with the one to keep; `names` are those of one concept."""
    names = [name for name in names if is_name(name.label)]
    if len(names) < 2:
        return
    target = kept(names)
    yield from ((name, target) for name in names if are_rivals(name.label, target.label))


def kept(names: Sequence[Used[_Where]]) -> Used[_Where]:
    """The name to keep: the preferred one, else the one used most, else the first."""
    return min(names, key=lambda name: (name.label.status != "preferred", -name.times))


def is_name(label: Label) -> bool:
    """Whether a label is a name that a text should choose once.

    None are: acronyms and short forms, a name of its time (`until`), one that may mean something
    else (`homonym`), one that means less or more (`sense`), a verb (entered into force), and plain words, which good writers vary and which
    have other senses too: one syllable in Vietnamese, two in Korean, one word in English.
    """
    if label.kind != "full" or label.lang == "mul" or label.homonym or label.sense or label.until:
        return False
    return not is_plain(label.text, label.lang)


@lru_cache(maxsize=4096)
def is_plain(text: str, lang: LabelLang) -> bool:
    """Whether a label is a plain word or a verb, by its text alone."""
    return LANGUAGES[lang].translation.is_plain(text)


def are_rivals(label: Label, other: Label) -> bool:
    """Whether two names of one concept and language are a split, where a text has both.

    Not so where a law or a country has its own (`scope`), nor where their words say the same.
    """
    return _domain(label) == _domain(other) and _differ(label.lang, label.text, other.text)


def _domain(label: Label) -> frozenset[str]:
    """Whose word a label is: the press has none of its own beside the official one."""
    return frozenset(label.scope) - {"press"}


@lru_cache(maxsize=4096)  # many documents have the same two names
def _differ(lang: LabelLang, name: str, other: str) -> bool:
    """Whether two names are others in words, and neither is a part of the other.

    Not so where one holds all content words of the other, in any order and form, its country and
    acronyms aside; where only one has a number; and where they are spellings of one name.
    """
    from khihau.languages.choices import same_spelling

    if name == other or same_spelling(name, other, lang):
        return False
    if any(map(str.isdigit, name)) != any(map(str.isdigit, other)):
        return False  # one cites a number (Điều 6.8, Law 61/2024)
    bare, bare_other = (_words(lang, _ACRONYM.sub(" ", text)) for text in (name, other))
    if _contains(bare, bare_other) or _contains(bare_other, bare):
        return False
    words, others = _words(lang, name), _words(lang, other)
    return not _contains(words, others) and not _contains(others, words)


@lru_cache(maxsize=1024)
def _words(lang: LabelLang, text: str) -> Sequence[str]:
    """The content words of a name, its number aside."""
    return LANGUAGES[lang].translation.content_words(fold(_NUMBER.sub(" ", text)).text)


def _contains(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the first words hold all the others, in whatever order."""
    left = list(words)
    for word in others:
        same = next((one for one in left if _alike(one, word)), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _alike(word: str, other: str) -> bool:
    """Whether two words are forms of one: emissions, emission; financial, finance; rising, rise."""
    short, long = sorted((word, other), key=len)
    if short == long or long == f"{short.removesuffix('e')}ing":
        return True
    if not short.isascii() or len(short) < _STEM:
        return False
    return long.startswith(short if len(short) == _STEM else short[:-1])
