"""Labels tried in the engine: each must be found where a text has nothing but it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khihau.languages.session_numbers import fill
from khihau.model import LANGS, Concept, Label, Lang, Match
from khihau.termbase.checks import Fault, KeyPath, shown
from khihau.termbase.concept_checks import numbered_labels
from khihau.termbase.examples import Annotate

__all__ = ["unreached"]

_NUMBER = 29  # any session will do


def unreached(concepts: Iterable[Concept], annotate: Annotate) -> Iterator[tuple[Concept, Fault]]:
    """Name each label that no text can give a hit of: it never matches, or another hides it.

    A label stands alone here, with the first of the words that it needs near it. Mistranslations
    are left out: only the comparison of a source with its translation looks at them.
    """
    for concept in concepts:
        for number, label in numbered_labels(concept):
            if label.status != "mistranslation":
                key: KeyPath = ("label", number, "text")
                yield from ((concept, fault) for fault in _fault(concept, key, label, annotate))


def _fault(concept: Concept, key: KeyPath, label: Label, annotate: Annotate) -> Iterator[Fault]:
    words = fill(label.lang, label.text, _NUMBER)
    text = ", ".join((words, *label.near[:1]))  # in one clause, for `not_near` too
    langs: tuple[Lang, ...] = LANGS if label.lang == "mul" else (label.lang,)
    found = [match for lang in langs for match in annotate(text, lang)]
    over = [match for match in found if match.start <= 0 and match.end >= len(words)]
    if any(concept.id in (match.concept, *match.alternatives) for match in over):
        return
    if over:
        yield _hidden(key, label, over[0])
    else:
        hint = "look at its near, not_near and covered_by, or drop it"
        yield Fault(key, f"{shown(label.text)} never matches, not even alone", hint)


def _hidden(key: KeyPath, label: Label, match: Match) -> Fault:
    message = f"{shown(label.text)} is hidden by {shown(match.label)} of {match.concept}"
    return Fault(key, message, "say with near or not_near when which is meant, or drop one")
