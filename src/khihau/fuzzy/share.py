"""How much of a concept's name stands in some words, in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from khihau.fuzzy.index import index_of
from khihau.fuzzy.score import likeness, query_of, read
from khihau.model import ALLOWED, Lang, Termbase

__all__ = ["shares"]


def shares(concepts: Iterable[str], base: Termbase, lang: Lang) -> Callable[[str, str], float]:
    """A measure of words in `lang` and one of the concepts (an id): 0 to 1, of its likest name.

    Rare words weigh more than common ones, and words of the same sense count: 무상으로 할당된다 holds
    all of 무상할당.
    """
    wanted = sorted(concepts)
    if not wanted:
        return lambda _, __: 0.0
    index = index_of(Termbase(base[concept] for concept in wanted))

    def share(words: str, concept: str) -> float:
        rows = [
            row
            for row in index.by_concept.get(concept, ())
            if row.label.lang == lang and row.label.status in ALLOWED and row.label.kind == "full"
        ]
        query = query_of(*read(words, lang, index, bare=False), lang, index, bare=False)
        return max((likeness(query, row).label_share for row in rows), default=0.0)

    return share
