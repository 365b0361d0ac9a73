"""What took the place of a body that is gone, and which concepts a name means today (rule C6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from khihau.model import FALLBACK, Lang, Match, Termbase
from khihau.review.base import Checked
from khihau.review.official_names import label_of, lang_of
from khihau.termbase.official import is_gone, official_label

if TYPE_CHECKING:
    from khihau.model import Concept, Label

__all__ = ["Heir", "heirs", "ids_today"]


class Heir(NamedTuple):
    """What took the place of a body, by its name in a language, and the part of it in words."""

    concept: Concept
    label: Label
    field: str


def heirs(checked: Checked, match: Match) -> tuple[Heir, ...]:
    """What took the place of a concept that has names of its time alone, in the language of a match.

    Empty where the concept lives on under another name, and where no successor has a name. A name that
    it had next, and still had on the day of the place, is the only one: a body of 2020 has no other.
    """
    lang = lang_of(checked, match)
    if not lang:
        return ()
    next_name = _name_of_its_day(checked, match, lang)
    if next_name:
        return (next_name,)
    found: list[Heir] = []
    _gather(checked.base, match, lang, match.concept, "", found, set())
    return tuple(found)


def ids_today(checked: Checked, match: Match) -> set[str]:
    """The concepts that a name means today: what took the place of its own, if that is gone."""
    return {one.concept.id for one in heirs(checked, match)} or {match.concept}


def _name_of_its_day(checked: Checked, match: Match, lang: Lang) -> Heir | None:
    """The later name of a concept that is gone, which was right on the day that governs a match."""
    concept, own = checked.base[match.concept], label_of(checked.base, match)
    if not own.until or not is_gone(concept, lang):
        return None
    day = checked.days.at(match.start, match.end)
    later = [
        label
        for label in concept.labels
        if label.lang == lang
        and label.standing == "deprecated"
        and label.kind in ("full", match.kind)
        if label.until and label.until > max(own.until, day.last)
        if not label.since or label.since <= day.first
    ]
    later.sort(key=lambda label: label.kind != match.kind)
    return Heir(concept, later[0], "") if later else None


def _gather(
    base: Termbase,
    match: Match,
    lang: Lang,
    concept_id: str,
    field: str,
    found: list[Heir],
    seen: set[str],
) -> None:
    """Add the heirs of a concept, those of an heir that is gone too in its place; each once."""
    concept = base[concept_id]
    if concept_id in seen:
        return
    seen.add(concept_id)
    if is_gone(concept, lang):
        for one in concept.replaced_by:
            if one.concept in base:
                own = one.field.get(FALLBACK, field)
                _gather(base, match, lang, one.concept, own, found, seen)
    elif concept_id != match.concept:
        numbered = match.number is not None
        label = official_label(concept, lang, numbered=numbered, kind=match.kind)
        if label:
            found.append(Heir(concept, label, field))
