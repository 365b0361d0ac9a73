"""The titles that a termbase knows, worked out for the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Concept, Label, Termbase
from khihau.termbase.proper_names import has_proper_name
from khihau.text.fold import fold

__all__ = ["act_rows", "name_rows"]

_LONG = 3  # spaces in a name that is the end of one title alone


def act_rows(base: Termbase) -> list[list[Any]]:
    """The fields of each `Act`: what a concept is called that has its number or its title for a name."""
    acts = {key: source for key, source in base.sources.items() if source.cited_as}
    titles = {key: fold(one.title).text for key, one in acts.items()}
    names: dict[str, list[list[str]]] = {key: [] for key in acts}
    for concept in base.concepts if acts else ():
        labels = list(_full_names(concept))
        called = [(label.text, fold(label.text).text) for label in labels]
        for key, act in acts.items():
            if any(_is_of(*one, act.cited_as[0], titles[key]) for one in called):
                names[key] += [[one.lang, one.text] for one in labels if one.text != act.title]
    return [[key, one.title, one.cited_as, names[key]] for key, one in acts.items()]


def name_rows(base: Termbase) -> list[list[Any]]:
    """The fields of each `Name`."""
    return [
        [label.lang, label.text, [one.id for one in label.source]]
        for concept in base.concepts
        if has_proper_name(concept)
        for label in _full_names(concept)
        if label.lang != "mul" and LANGUAGES[label.lang].titles.is_name(label.text)
    ]


def _full_names(concept: Concept) -> Iterator[Label]:
    for label in concept.labels:
        if label.kind == "full" and label.status in ALLOWED and not label.numbered:
            yield label


def _is_of(name: str, folded: str, number: str, title: str) -> bool:
    """Whether a name holds the number of an act, or is its title or the end of it."""
    if number in name:
        return True
    return title.endswith(folded) and (folded.count(" ") >= _LONG or folded == title)
