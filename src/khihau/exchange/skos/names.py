"""Which name of a concept is which label of SKOS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khihau.model import LANGS, Concept, Label, Lang
from khihau.termbase.official import official_label

__all__ = ["Name", "names_in", "refusal"]


class Name(NamedTuple):
    """A name in one language as a label of SKOS (`prefLabel`, `altLabel` or `hiddenLabel`)."""

    sort: str
    lang: Lang
    text: str
    label: Label


def refusal(label: Label) -> tuple[str, str] | None:
    """What a label is that SKOS has no place for, and why; None where it has one."""
    if label.status == "mistranslation":
        return "mistranslation label", "in SKOS they would be found wherever the words stand"
    if label.sense:
        return "narrower or broader label", "in SKOS they would be names of the concept itself"
    return None


def names_in(concept: Concept) -> Iterator[Name]:
    """The names of a concept by language, the better sort first where two names are written alike.

    SKOS forbids that a name is of two sorts, and that a language has two `prefLabel` (its S13, S14).
    """
    for lang in LANGS:
        official = official_label(concept, lang)
        own = [one for one in concept.labels if one.lang in (lang, "mul") and not refusal(one)]
        found = [Name(_sort(one, is_official=one is official), lang, one.text, one) for one in own]
        seen = set()
        for name in sorted(found, key=lambda one: _SORTS.index(one.sort)):
            if name.text not in seen:
                seen.add(name.text)
                yield name


_SORTS = ("prefLabel", "altLabel", "hiddenLabel")


def _sort(label: Label, *, is_official: bool) -> str:
    if is_official:
        return "prefLabel"
    return "altLabel" if label.status in ("preferred", "admitted") else "hiddenLabel"
