"""The official label of a concept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from khihau.languages.session_numbers import fill
from khihau.model import LANGS, Kind, LabelLang

if TYPE_CHECKING:
    import datetime

    from khihau.model import Concept, Label

__all__ = [
    "equivalents",
    "full_form",
    "is_gone",
    "name_until",
    "official_label",
    "text_of",
    "was_called",
]


def official_label(
    concept: Concept,
    lang: LabelLang,
    *,
    numbered: bool = False,
    kind: Kind = "full",
    country: str | None = None,
) -> Label | None:
    """The preferred label of a language, of the kind and numbered as asked where there is one.

    That of a `country`'s own thing, where it has one; no other country's, unless there is nothing else.
    A concept that others took the place of may have none: it has the name that ended last.
    """
    own = [label for label in concept.labels if label.lang in (lang, "mul")]
    allowed = [label for label in own if label.status == "preferred"]
    if is_gone(concept, lang):
        allowed = _last_names(own)
    return min(
        allowed,
        key=lambda label: (
            bool(label.of) and country not in label.of,
            label.lang == "mul",
            label.numbered != numbered,
            label.kind != kind,
            not label.of,
            label.kind != "full",
        ),
        default=None,
    )


def is_gone(concept: Concept, lang: LabelLang) -> bool:
    """Whether a concept that others took the place of has names of its time alone in a language."""
    own = (one.standing for one in concept.labels if one.lang in (lang, "mul"))
    return bool(concept.replaced_by) and "preferred" not in own


def _last_names(labels: Sequence[Label]) -> list[Label]:
    ended = [one for one in labels if one.standing == "deprecated" and one.until and not one.sense]
    last = max((one.until for one in ended if one.until), default=None)
    return [one for one in ended if one.until == last]


def full_form(
    concept: Concept,
    acronym: str,
    lang: LabelLang,
    *,
    numbered: bool = False,
    country: str | None = None,
) -> Label | None:
    """What an acronym stands for in a language: the official label, or one of the acronym's time.

    That of a `country`'s own thing, where it has one.

    MONRE is not short for the ministry's name of today: an outdated acronym has the full name that
    ended on the same day, or none.
    """
    names = (acronym, acronym.removesuffix("s"))
    outdated = next(
        (one for one in concept.labels if _is_outdated(one) and one.text in names), None
    )
    if outdated is None:
        official = official_label(concept, lang, numbered=numbered, country=country)
        # "các chất HCFC" is a name, but does not say what HCFC is.
        says_it = official and not set(names) & set(official.text.split())
        return official if says_it else None
    return name_until(concept, lang, outdated.until)


def name_until(concept: Concept, lang: LabelLang, until: datetime.date | None) -> Label | None:
    """The full name in a language that ended on the same day as another one."""
    return next(
        (one for one in concept.labels if (one.lang, one.kind, one.until) == (lang, "full", until)),
        None,
    )


def _is_outdated(label: Label) -> bool:
    return label.kind != "full" and label.standing == "deprecated" and label.until is not None


def text_of(label: Label, number: int | None) -> str:
    """The label, a numbered one with its session number."""
    return label.text if number is None else fill(label.lang, label.text, number)


def equivalents(concept: Concept, number: int | None = None) -> Mapping[str, str]:
    """The official label of a concept in each language that has one, with its session number."""
    labels = ((lang, official_label(concept, lang, numbered=number is not None)) for lang in LANGS)
    return MappingProxyType({lang: text_of(label, number) for lang, label in labels if label})


def was_called(concept: Concept, label: Label) -> Label | None:
    """The outdated label that a name followed: of its language and kind, ended when that began."""
    return next(
        (
            one
            for one in concept.labels
            if (one.lang, one.kind, one.standing) == (label.lang, label.kind, "deprecated")
            and one.until == label.since
        ),
        None,
    )
