"""How much of a concept's names words have."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from khihau.languages.detect import detect
from khihau.ledger.definitions.sameness import units_of
from khihau.ledger.definitions.tuned import SAME_MEANING, SAME_NAME, STEM
from khihau.model import ALLOWED

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = [
    "Value",
    "has_its_stems",
    "is_as_long_as_a_name",
    "is_part_of_a_name",
    "label_units",
    "likeness",
    "rendering",
]

# Two more are definitions: "inexact" in words that are almost a name (COP (Conference of Parties)),
# "free" in any words that "hereinafter" ties to the acronym.
Value: TypeAlias = Literal["definition", "inexact", "free", "conflict", "loose"]


def likeness(text: str, concept: Concept) -> float:
    """The share of a text's words that one label of a concept has, wrong renderings left out."""
    units = units_of(text)
    labels = (
        label_units(label.text) for label in concept.labels if label.status != "mistranslation"
    )
    return max((len(units & label) / len(units) for label in labels), default=0) if units else 0


def rendering(text: str, concept: Concept) -> Value | None:
    """What words in a bracket are that render a concept, None when they do not.

    Those that say all that a name says, and more, are right; with nothing more they are almost the
    name (Conference of Parties).
    """
    units, share = units_of(text), likeness(text, concept)
    if any(label_units(label.text) <= units for label in concept.labels if label.kind == "full"):
        return "definition" if share < 1 else "inexact"
    return "loose" if share >= SAME_MEANING else None


def is_as_long_as_a_name(text: str, concept: Concept) -> bool:
    """Whether a text has as many words as a name of the concept in its language, or near it."""
    lang, said = detect(text), len(units_of(text))
    lengths = [
        len(label_units(label.text))
        for label in concept.labels
        if label.kind == "full" and label.lang == lang
    ]
    return bool(lengths) and min(lengths) <= said / SAME_NAME and said * SAME_NAME <= max(lengths)


def is_part_of_a_name(text: str, concept: Concept) -> bool:
    """Whether words are a part of a name, the rest of which the head of a row or column says."""
    units = units_of(text)
    return any(
        units < label_units(label.text) for label in concept.labels if label.status in ALLOWED
    )


def has_its_stems(text: str, concept: Concept) -> bool:
    """Whether most words of a text begin as the words of a name do: National Determination Contribution."""
    words = [word[:STEM] for word in units_of(text)]
    names = ({word[:STEM] for word in label_units(label.text)} for label in concept.labels)
    shared = max(sum(word in name for word in words) for name in names)
    return shared > SAME_MEANING * len(words)


@lru_cache(maxsize=4096)
def label_units(label: str) -> frozenset[str]:
    """The words of a label, as `units_of` has them."""
    return frozenset(units_of(label))
