"""Where a text runs as a label does but for one slip: the labels as a tree of words, walked once.

A word here is what one slip of the keys spoils: a Vietnamese syllable, an English word, one syllable
of Hangul. From each word of the text the tree is followed as long as it agrees; at each step one
word may be taken for another that is written nearly alike. What comes of it is only a suspicion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from khihau.fuzzy.kept_labels import kept_labels
from khihau.languages import LANGUAGES
from khihau.languages.words import Token
from khihau.model import Lang, Termbase
from khihau.text.regex import regex

__all__ = ["Labels", "Slip", "labels_of", "slips"]

_LONGEST_WORD = 30  # letters
_WORDS = 65536  # whose like is remembered
_ROMAN = regex("[ivxlc]+")


class Slip(NamedTuple):
    """Tokens `first:last` are labels of the base but for those at `wrong`.

    These stand for `taken` words of the labels (none, where one was typed twice).
    """

    first: int
    last: int
    wrong: tuple[int, int]
    taken: int
    labels: Sequence[tuple[str, int]]


class _Node(NamedTuple):
    """The words that may follow, and the labels that end here."""

    next: dict[str, _Node]
    labels: list[tuple[str, int]]


class Labels(NamedTuple):
    """Labels of a language as a tree; a label is the id of its concept and its place there.

    `alike_first` gives the first words of labels that may be meant by a word.
    """

    lang: Lang
    root: _Node
    alike_first: Callable[[str], Sequence[str]]


@lru_cache(maxsize=24)
def labels_of(base: Termbase, lang: Lang, *, only_names: bool) -> Labels:
    """The names in full, of any status, with no number; all, or those of things with a proper name.

    Names of what goes by an acronym count as these: whether the text writes one as a name is to be asked.
    """
    root = _Node({}, [])
    for label in kept_labels(base, lang).labels:
        if label.is_name or label.is_spelled or not only_names:
            node = root
            for word in label.words:
                node = node.next.setdefault(word, _Node({}, []))
            node.labels.append((label.concept, label.place))
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for word in root.next:
        for form in _one_less(word, lang):
            firsts[form].append(word)
    # A text has the same words again and again.
    alike_first = lru_cache(maxsize=_WORDS)(partial(_alike_first, lang, firsts))
    return Labels(lang, root, alike_first)


def _alike_first(lang: Lang, firsts: Mapping[str, Sequence[str]], word: str) -> Sequence[str]:
    """Those of some first words that are alike; `firsts` finds them by what is left without a letter."""
    forms = _one_less(word, lang) if len(word) <= _LONGEST_WORD else ()
    others = dict.fromkeys(other for form in forms for other in firsts.get(form, ()))
    return tuple(other for other in others if is_alike(word, other, lang))


def slips(words: Sequence[Token], known: frozenset[str], labels: Labels) -> Iterator[Slip]:
    """Every place where labels stand but for one slip.

    A `known` word is none, nor is one of a label that stands there whole, whatever its sense.
    """
    right = _right_words(words, labels)
    root = labels.root.next
    for first, token in enumerate(words):
        if token.key not in known and first not in right:
            following = words[first + 1].key if first + 1 < len(words) else ""
            for other in labels.alike_first(token.key):
                if root[other].labels or following in root[other].next:
                    yield from _on(words, first, (first, first + 1), 1, root[other])
        node = root.get(token.key)
        at = first + 1
        while node and at < len(words):
            if words[at].key not in known and at not in right:
                for slipped, taken, goes_on in _slipped(words, at, node, labels.lang):
                    yield from _on(words, first, (at, goes_on), taken, slipped)
            node = node.next.get(words[at].key)
            at += 1


def _right_words(words: Sequence[Token], labels: Labels) -> set[int]:
    """The places of the words that stand in a label of some length."""
    right: set[int] = set()
    long_enough = LANGUAGES[labels.lang].words.label_from
    for first in range(len(words)):
        node = labels.root.next.get(words[first].key)
        at = first + 1
        while node:
            if node.labels and at - first >= long_enough:
                right.update(range(first, at))
            node = node.next.get(words[at].key) if at < len(words) else None
            at += 1
    return right


def _slipped(
    words: Sequence[Token], at: int, node: _Node, lang: Lang
) -> Iterator[tuple[_Node, int, int]]:
    """Where the tree may go on after a slip: the node, the words of it that were meant, the place."""
    word = words[at].key
    for other, following in node.next.items():
        if is_alike(word, other, lang):
            yield following, 1, at + 1
    if LANGUAGES[lang].words.spaced:
        return
    if word == words[at - 1].key:
        yield node, 0, at + 1
    behind = words[at + 1].key if at + 1 < len(words) else ""
    swapped = node.next.get(behind) if behind != word else None
    if swapped and word in swapped.next:
        yield swapped.next[word], 2, at + 2


def _on(
    words: Sequence[Token], first: int, wrong: tuple[int, int], taken: int, node: _Node
) -> Iterator[Slip]:
    """The labels that end somewhere behind a slip."""
    at = wrong[1]
    following: _Node | None = node
    while following:
        if following.labels:
            yield Slip(first, at, wrong, taken, following.labels)
        following = following.next.get(words[at].key) if at < len(words) else None
        at += 1


@lru_cache(maxsize=65536)
def _one_less(word: str, lang: Lang) -> tuple[str, ...]:
    """A word, also without its marks, and what is left of it without any one letter."""
    words = LANGUAGES[lang].words
    letters = words.letters(word)
    less = (letters[:at] + letters[at + 1 :] for at in range(len(letters)))
    return tuple(dict.fromkeys((letters, words.unmarked(word), *less)))


@lru_cache(maxsize=262144)
def is_alike(word: str, other: str, lang: Lang) -> bool:
    """Whether one slip of the keys, or wrong marks, make a word of another one."""
    if word == other or not (word.isalpha() and other.isalpha()) or _ROMAN.fullmatch(other):
        return False
    words = LANGUAGES[lang].words
    if words.unmarked(word) == words.unmarked(other):
        return len(word) > 1
    may_be = words.may_be_slip(word, other)
    return may_be and _is_one_edit(words.letters(word), words.letters(other))


def _is_one_edit(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(word, other, score_cutoff=1) == 1
