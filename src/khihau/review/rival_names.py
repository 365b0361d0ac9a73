"""Which names of a concept exclude each other, and which of them a text should keep (rule C2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from khihau.languages import LANGUAGES
from khihau.termbase.proper_names import has_proper_name
from khihau.text.fold import fold
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Concept, Label, LabelLang

__all__ = [
    "Used",
    "are_rivals",
    "gives_way",
    "is_name",
    "is_plain",
    "is_unofficial",
    "kept",
    "label_of",
    "rivalries",
]

_Where = TypeVar("_Where")

_NUMBER = regex(r"\{n[^}]*\}")
_ACRONYM = regex(r"(?<![^\W_])[A-ZĐ][A-ZĐ0-9+]*(?![^\W_]*[a-zà-ỹ])", re.ASCII)
_DIGITS = regex(r"\d+")
_STEM = 4  # letters: shorter English words are compared whole


class Used(NamedTuple, Generic[_Where]):
    """A name that was used, how often, and where; names come in the order of their first use."""

    label: Label
    times: int
    where: _Where


def label_of(concept: Concept, text: str, lang: str) -> Label:
    """The label of a concept that has a text, as stored."""
    return next(one for one in concept.labels if (one.text, one.lang) == (text, lang))


def rivalries(
    concept: Concept, names: Sequence[Used[_Where]], *, across: bool = False
) -> Iterator[tuple[Used[_Where], Used[_Where]]]:
    """Each name of a concept that should not stand, with the one to keep.

    `across`: the names are those of several texts, where only proper names are told.
    """
    acronyms = _acronyms(concept)
    names = [
        name
        for name in names
        if is_name(name.label) and acronyms.isdisjoint(name.label.text.split())
    ]
    if len(names) < 2:
        return
    target, is_proper = kept(names), _has_one_name(concept)
    for name in names:
        both_proper = is_proper and _is_proper(name.label) and _is_proper(target.label)
        if (both_proper or not across) and are_rivals(
            name.label, target.label, are_proper=both_proper, across=across
        ):
            yield name, target


def _acronyms(concept: Concept) -> set[str]:
    """The acronyms of a concept, and how they are read: a name with one is short (Khối EU, 코이카)."""
    short = [label for label in concept.labels if label.kind == "acronym"]
    return {label.text for label in short} | {label.reading for label in short if label.reading}


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


def are_rivals(label: Label, other: Label, *, are_proper: bool, across: bool = False) -> bool:
    """Whether two names of one concept and language are a split, where a text has both.

    Not so where a law or a country has its own (`scope`), or one names a country's own thing (`of`), nor
    where their words say the same. Proper
    names are one also where only the order of their words differs, and in one text (not `across`
    several) where one is that of the laws; other terms only where one word
    is exchanged, since good writers vary them, and words that differ more may differ in sense.
    """
    if label.of != other.of:
        return False
    in_one_text = are_proper and not across
    if _domain(label, is_name=in_one_text) != _domain(other, is_name=in_one_text):
        return False
    lang, name, name_of_other = label.lang, label.text, other.text
    if not _differ(lang, name, name_of_other):
        return are_proper and _is_reordered(lang, name, name_of_other)
    return are_proper or _is_one_exchanged(lang, name, name_of_other)


def gives_way(concept: Concept, label: Label, preferred: Label) -> bool:
    """Whether an admitted name has no claim of its own beside the preferred one of its language (rule C18).

    It has one where it is no name to choose (`is_name`), where it has an acronym or a number that the
    other lacks, where a law or a country has its own (`scope`), and where it is no rival of the other.
    """
    if label.status != "admitted" or not (is_name(label) and is_name(preferred)):
        return False
    if not _acronyms(concept).isdisjoint(label.text.split()):
        return False
    if not set(_DIGITS.findall(label.text)) <= set(_DIGITS.findall(preferred.text)):
        return False  # Luật Bảo vệ môi trường số 72/2020/QH14
    if _domain(label, is_name=False) != _domain(preferred, is_name=False):
        return False
    both_proper = _has_one_name(concept) and _is_proper(label) and _is_proper(preferred)
    return are_rivals(label, preferred, are_proper=both_proper)


def is_unofficial(concept: Concept, label: Label, preferred: Label) -> bool:
    """Whether a name of the press stands for the proper name of a treaty, a body or a plan, and says another."""
    return (
        is_name(label)
        and _has_one_name(concept)
        and _acronyms(concept).isdisjoint(label.text.split())
        and are_rivals(label, preferred, are_proper=True)
    )


def _has_one_name(concept: Concept) -> bool:
    """Whether a concept has a proper name; the sessions of a conference have theirs beside the body's."""
    return has_proper_name(concept) and not any(label.numbered for label in concept.labels)


def _is_proper(label: Label) -> bool:
    """Whether a label of a concept with a proper name is one itself: UN chief is none."""
    if label.text[0].islower():
        return False
    asked = LANGUAGES[label.lang]
    return not asked.phrases.names_have_capitals or asked.grammar.is_titled(label.text)


def _domain(label: Label, *, is_name: bool) -> frozenset[str]:
    """Whose word a label is: the press has none of its own beside the official one.

    Nor have laws where it is a proper name in one text (`is_name`), but for how they cite provisions.
    """
    is_free = is_name and not any(map(str.isdigit, label.text))
    return frozenset(label.scope) - ({"press", "law"} if is_free else {"press"})


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


def _is_reordered(lang: LabelLang, name: str, other: str) -> bool:
    """Whether two names have the same words in another order, in a language where that is a mistake."""
    words, others = _words(lang, name), _words(lang, other)
    is_free = LANGUAGES[lang].translation.orders_freely
    return not is_free and list(words) != list(others) and sorted(words) == sorted(others)


def _is_one_exchanged(lang: LabelLang, name: str, other: str) -> bool:
    """Whether two names are one but for a word in the place of another."""
    translation = LANGUAGES[lang].translation
    units, others = (translation.units(fold(text).text) for text in (name, other))
    shortest = min(len(units), len(others))
    head = next((n for n in range(shortest) if units[n] != others[n]), shortest)
    tails = range(1, shortest - head + 1)
    tail = next((n - 1 for n in tails if units[-n] != others[-n]), shortest - head)
    exchanged = max(len(units), len(others)) - head - tail
    shared = head + tail
    return shared >= translation.units_shared and exchanged <= translation.units_of_word


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
    if long in (short, f"{short}s", f"{short}es", f"{short.removesuffix('e')}ing"):
        return True
    if not short.isascii() or len(short) < _STEM:
        return False
    return long.startswith(short if len(short) == _STEM else short[:-1])
