"""The name of another concept where the full form of an acronym stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khihau.ledger.definitions.initials import initials, spells
from khihau.ledger.definitions.name_likeness import has_its_stems, label_units, likeness
from khihau.ledger.definitions.sameness import head_of, units_of, without_ties
from khihau.ledger.definitions.tuned import (
    LONG,
    LONG_IN_HANGUL,
    PHRASE_REACH,
    SAME_MEANING,
    SAME_NAME,
)
from khihau.ledger.definitions.wording import is_owned, sentence_start, stands_alone
from khihau.ledger.definitions.written import WHOLE, Written
from khihau.match.scan import Hit
from khihau.model import Document, Termbase
from khihau.termbase.proper_names import has_acronym, has_proper_name
from khihau.text.compose import letters_before
from khihau.text.fold import HANGUL

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = [
    "is_another_body",
    "is_name_of_another",
    "may_have_its_acronym",
    "named_otherwise",
    "other_meaning",
]


def named_otherwise(
    text: str, acronym: str, concept: str | None, written: Written, base: Termbase
) -> tuple[int, int] | None:
    """The name of another body in the bracket's place: 아시아·태평양 경제사회위원회(APEC); None without one.

    `concept` is what the base knows the acronym as. The other body must go by an acronym of its own.
    """
    if written.shape not in ("bracket", "inside", "item") or not written.hits:
        return None
    name, (low, high) = written.hits[0], written.words
    is_whole = written.shape != "bracket" and (name.start, name.end) == (low, high)
    if not _is_named_body(name, base) or any(hit.concept == concept for hit in written.hits):
        return None
    if any(label.text == acronym for label in base[name.concept].labels) or spells(
        text, (name.start, name.end), acronym
    ):
        return None
    is_whole = is_whole or stands_alone(text, low, name.start, is_name=True)
    is_whole = is_whole or _goes_by_its_acronym(name, base)
    return (name.start, name.end) if is_whole else None


def is_another_body(document: Document, written: Written, base: Termbase) -> bool:
    """Whether what stands before a right gloss is the proper name of another thing, by itself."""
    name, low = written.hits[0], written.words[0]
    is_body = _is_named_body(name, base)
    return is_body and stands_alone(document.text, low, name.start, is_name=True)


def _is_named_body(name: Hit, base: Termbase) -> bool:
    """Whether a label is the full and proper name of what has an acronym too."""
    concept = base[name.concept]
    return name.term.kind == "full" and has_proper_name(concept) and has_acronym(concept)


def is_name_of_another(
    document: Document, written: Written, concept: Concept, base: Termbase
) -> bool:
    """Whether the label before a bracket is a name by itself, and the words no rendering of the concept.

    "Hội nghị lần thứ 30 Công ước khung …" is none of the Convention, though it ends in its name. At the
    end of a longer phrase (báo cáo của Ủy ban …, guidance for the Green Climate Fund) the label is what
    the bracket names if it is mostly known by an acronym, and the words before say nothing of the concept.
    """
    name, (low, high) = written.hits[0], written.words
    said = units_of(document.text[sentence_start(document, high) : high])
    own = said - units_of(document.text[name.start : name.end])
    if _is_owner_in_a_name(document.text, low, name, concept):
        return False
    if not stands_alone(document.text, low, name.start, is_name=name.term.text[:1].isupper()):
        other = base[name.concept]
        is_owner = is_owned(document.text, low, name.start) and has_acronym(other)
        is_owner = is_owner and not _are_related(
            other, concept
        )  # goals of the Paris Agreement (NDCs)
        if not (is_owner or _goes_by_its_acronym(name, base)):
            return False
        beside = without_ties(_units_before(document.text, low, name.start))
        if any(label_units(label.text) & beside for label in concept.labels):
            return False
    return not any(
        head_of(label.text, label.lang) & own
        and len(label_units(label.text) & said) >= SAME_NAME * len(label_units(label.text))
        for label in concept.labels
    )


def _is_owner_in_a_name(text: str, low: int, name: Hit, concept: Concept) -> bool:
    """Whether names of the concept go on with the name, and most words before it are theirs.

    The meeting of the Parties to | the Convention (COP11) is almost a name of the conference.
    """
    named = units_of(text[name.start : name.end])
    before = _units_before(text, low, name.start) - named
    rests = (
        without_ties(set(label_units(label.text))) - named
        for label in concept.labels
        if len(label_units(label.text) & named) >= SAME_NAME * len(named)
    )
    return any(rest and len(rest & before) >= SAME_MEANING * len(rest) for rest in rests)


def _units_before(text: str, low: int, start: int) -> set[str]:
    """The words of the phrase that ends at `start`, and begins at `low` or later."""
    return units_of(text[max(low, letters_before(text, start, PHRASE_REACH)) : start])


def _goes_by_its_acronym(name: Hit, base: Termbase) -> bool:
    """Whether a label is a long name, or one with a capital, whose acronym needs no word beside it."""
    text = name.term.text
    syllables = len(HANGUL.findall(text))
    is_long = syllables >= LONG_IN_HANGUL if syllables else len(text) >= LONG
    labels = base[name.concept].labels
    is_known = any(one.kind == "acronym" and not one.near for one in labels)
    return is_known and (is_long or text[:1].isupper())


def may_have_its_acronym(other: Concept, concept: Concept) -> bool:
    """Whether a concept without an acronym is close to one that has: 해외산림탄소감축사업(REDD+)."""
    return _are_related(other, concept) and not has_acronym(other)


def _are_related(one: Concept, other: Concept) -> bool:
    return other.id in one.related or one.id in other.related


def other_meaning(
    text: str, acronym: str, written: Written, concept: Concept
) -> tuple[int, int] | None:
    """Words whose initials spell the acronym, and that are nothing like the concept's labels."""
    spelled = initials(text, written.words, acronym)
    if not spelled or (written.shape in WHOLE and spelled != written.words):
        return None
    words = text[slice(*spelled)]
    is_like = likeness(words, concept) >= SAME_MEANING or has_its_stems(words, concept)
    return None if is_like else spelled
