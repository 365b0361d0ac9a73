"""The titles that a termbase knows, worked out for the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Concept, Label, Source, Termbase
from khihau.termbase.proper_names import has_proper_name
from khihau.text.fold import fold

__all__ = ["act_rows", "name_rows"]


def act_rows(base: Termbase) -> list[list[Any]]:
    """The fields of each `Act`: what a concept is called that has its number or its title for a name."""
    acts = {key: source for key, source in base.sources.items() if source.cited_as}
    called: dict[str, set[str]] = {key: set(_calls(one)) for key, one in acts.items()}
    names: dict[str, list[list[str]]] = {key: [] for key in acts}
    for concept in base.concepts if acts else ():
        labels = list(_full_names(concept))
        own = [(label.lang, fold(label.text).text) for label in labels]
        for key in acts:
            its = {lang for lang, text in own if text in called[key]}
            if its:
                names[key] += [[one.lang, one.text] for one in labels if one.lang not in its]
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
    """The right ones, and of what is gone those that it had to its end."""
    full = [label for label in concept.labels if label.kind == "full" and not label.numbered]
    right = [label for label in full if label.standing in ALLOWED]
    yield from right or (one for one in full if one.standing == "deprecated" and one.until)


def _calls(act: Source) -> Iterator[str]:
    """What a concept may be called that is an act: its title, what that approves, noun and number."""
    title, number = fold(act.title).text, fold(act.cited_as[0]).text
    before, found, behind = title.partition(number)
    yield title
    if found:
        yield f"{before}{number}"
        for language in LANGUAGES.values():
            yield f"{language.titles.without_number_word(before.rstrip())} {number}"
            yield behind.strip(" ,")[language.titles.lead(behind.strip(" ,")) :]
