"""What the search for slips needs of a base, kept in the cache folder of the user.

To read all concept files and the words of their labels takes longer than to check a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from khihau import cache
from khihau.fuzzy.words import tokens, words_of
from khihau.languages import LANGUAGES
from khihau.match.index import cache_place
from khihau.model import LANGS, Concept, Lang, Termbase
from khihau.termbase.proper_names import has_acronym, has_proper_name

__all__ = ["KeptLabel", "KeptLabels", "kept_labels"]

_LONGEST = 16  # words: a longer label holds shorter ones


class KeptLabel(NamedTuple):
    """A name in full, of any status, with no number: its concept's id, its place there, its words.

    `is_name` says that the concept is a thing with a proper name, `is_spelled` that it goes by an
    acronym: its name is written like one too, with the capitals of the letters.
    """

    concept: str
    place: int
    is_name: bool
    is_spelled: bool
    words: Sequence[str]


class KeptLabels(NamedTuple):
    """The labels of a language, and the words that are no slip, as far as the base itself tells."""

    labels: Sequence[KeptLabel]
    known: frozenset[str]


@lru_cache(maxsize=12)
def kept_labels(base: Termbase, lang: Lang) -> KeptLabels:
    """The labels of a base in a language, from the cache where none of its files has changed.

    Raises GlossaryError where they must be worked out and a file has a fault.
    """
    labels, known = json.loads(str(_parts(base)[LANGS.index(lang)], "utf-8"))
    return KeptLabels([KeptLabel._make(label) for label in labels], frozenset(known))


@lru_cache(maxsize=4)
def _parts(base: Termbase) -> Sequence[cache.Part]:
    """A JSON text for each language."""
    place = cache_place(base, "labels") if base.stamp else None
    kept = cache.load(*place) if place else None
    if kept is None:
        kept = [json.dumps(_worked_out(base, lang)).encode() for lang in LANGS]
        if place:
            cache.store(*place, kept)
    return kept


def _worked_out(base: Termbase, lang: Lang) -> tuple[list[Any], list[str]]:
    labels = [label for concept in base.concepts for label in _labels(concept, lang)]
    texts = (text for concept in base.concepts for text in _texts(concept, lang))
    right = " ".join(LANGUAGES[lang].words.right_words(texts))
    return labels, sorted({token.key for token in tokens(right, lang, frozenset())})


def _labels(concept: Concept, lang: Lang) -> Iterator[KeptLabel]:
    is_name, is_known_by_letters = has_proper_name(concept), has_acronym(concept)
    for place, label in enumerate(concept.labels):
        if label.lang == lang and label.kind in ("full", "short") and not label.numbered:
            words = [one.key for one in words_of(label.text, lang)]
            if len(words) <= _LONGEST:
                is_spelled = is_known_by_letters and label.kind == "full"
                yield KeptLabel(concept.id, place, is_name, is_spelled, words)


def _texts(concept: Concept, lang: Lang) -> Iterable[str]:
    """All that a concept writes in a language."""
    return (
        *(label.text for label in concept.labels if label.lang in (lang, "mul")),
        concept.definition.get(lang, ""),
        concept.note.get(lang, ""),
        *(one.text for one in (*concept.examples, *concept.counterexamples) if one.lang == lang),
    )
