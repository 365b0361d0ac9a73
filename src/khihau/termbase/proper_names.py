"""Which concepts are things with a proper name, or with an acronym: treaties, bodies, acts, mechanisms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = ["has_acronym", "has_own_acronym", "has_proper_name"]


def has_acronym(concept: Concept) -> bool:
    """Whether a label of a concept, right or wrong, is an acronym."""
    return any(label.kind == "acronym" for label in concept.labels)


def has_own_acronym(concept: Concept) -> bool:
    """Whether a label of a concept that may be written is an acronym."""
    return any(label.kind == "acronym" and label.standing in ALLOWED for label in concept.labels)


def has_proper_name(concept: Concept) -> bool:
    """Whether the name of a concept is a proper one.

    A label says so (`part_of_speech`), or the official name of a language that writes the words of
    names with capitals has them: Green Climate Fund, not emissions trading system. Of what is gone
    those that it had to its end tell.
    """
    names = [label for label in concept.labels if label.standing == "preferred"]
    names = names or [
        label for label in concept.labels if label.standing == "deprecated" and label.until
    ]
    said = {label.part_of_speech for label in names}
    if said & {"proper-noun", "noun"}:
        return "proper-noun" in said
    return any(
        LANGUAGES[label.lang].grammar.is_titled(label.text)
        for label in names
        if label.kind == "full"
        and not label.numbered
        and LANGUAGES[label.lang].phrases.names_have_capitals
    )
