"""What a written-out acronym means: its concept, something else, or loose words (rules A6 and A7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.ledger.definitions.initials import initials
from khihau.ledger.definitions.label_ends import ending_with, varied_name
from khihau.ledger.definitions.name_likeness import (
    Value,
    is_as_long_as_a_name,
    is_part_of_a_name,
    likeness,
    rendering,
)
from khihau.ledger.definitions.other_names import (
    is_another_body,
    is_name_of_another,
    may_have_its_acronym,
    other_meaning,
)
from khihau.ledger.definitions.tuned import SAME_MEANING, SAME_SUBJECT
from khihau.ledger.definitions.wording import cut, is_full_form, is_owned, is_rest
from khihau.ledger.definitions.written import WHOLE, Written
from khihau.ledger.uses import kind_at
from khihau.match.scan import Hit
from khihau.model import ALLOWED, Document, Lang, Termbase
from khihau.termbase.proper_names import has_acronym

if TYPE_CHECKING:
    from khihau.model import Concept

__all__ = ["Meaning", "Mention", "meaning_of"]

Meaning: TypeAlias = tuple[Value, tuple[int, int]]

_FORBIDDEN = "forbidden"


class Mention(NamedTuple):
    """An acronym in a text: `concepts` are its own and that of a label around it (NDC 3.0)."""

    acronym: str
    concepts: tuple[str, ...]
    number: int | None
    lang: Lang | None


def meaning_of(
    document: Document, mention: Mention, written: Written, base: Termbase
) -> Meaning | None:
    """What stands in the place of the full form says of the acronym; None when it says nothing."""
    if not mention.concepts:
        words = _new_form(document.text, mention, written)
        return ("definition", words) if words else None
    if _holds(document.text, mention.acronym, written):
        return None
    own = _own(mention, written.hits)
    if own:
        if own.term.sense:  # a neighbour of it: the acronym does not stand for that
            return "loose", (own.start, own.end)
        same = None in (own.number, mention.number) or own.number == mention.number
        good = same and own.term.standing != _FORBIDDEN
        return "definition" if good else "conflict", (own.start, own.end)
    tied = _own(mention, written.tied)
    if tied and tied.term.standing in ALLOWED:
        return "definition", (tied.start, tied.end)
    concept = base[mention.concepts[0]]
    varied = varied_name(document, written, concept, mention.lang, mention.number)
    if varied:
        return "definition", varied
    gloss = _own(mention, written.glosses)
    if gloss and written.hits and is_another_body(document, written, base):
        return "conflict", (written.hits[0].start, written.hits[0].end)
    if gloss and gloss.term.standing != _FORBIDDEN and not gloss.term.sense:
        return "definition", (gloss.start, gloss.end)
    wider = _own(_of_the_wider(mention, base), written.hits)
    if wider and wider.term.standing != _FORBIDDEN:
        return "definition", (wider.start, wider.end)
    return _other(document, mention, written, base)


def _of_the_wider(mention: Mention, base: Termbase) -> Mention:
    """The acronym as one of what its concept is a kind of: 배출권거래제(K-ETS)."""
    wider = (base[concept].broader for concept in mention.concepts)
    return mention._replace(concepts=tuple(concept for concept in wider if concept))


def _holds(text: str, acronym: str, written: Written) -> bool:
    """Whether a label there holds the acronym itself: "NDC lần thứ ba" does not write out NDC 3.0."""
    return any(acronym in text[hit.start : hit.end].split() for hit in written.hits)


def _own(mention: Mention, hits: Sequence[Hit]) -> Hit | None:
    """The longest hit of the acronym's concept, in the document's language where there is one."""
    own = [hit for hit in hits if hit.concept in mention.concepts]
    return next((hit for hit in own if hit.term.lang == mention.lang), own[0] if own else None)


def _new_form(text: str, mention: Mention, written: Written) -> tuple[int, int] | None:
    """The words that write out an acronym which the base does not know."""
    acronym, words = mention.acronym, written.words
    if written.shape in ("bracket", "phrase"):
        found = cut(text, words, acronym, mention.lang)
        name = written.hits[0] if written.hits else None
        # Where the base has a name there, the words reach back to where it begins.
        return (name.start, words[1]) if name and found and name.start < found[0] else found
    if written.shape in ("inside", "item"):
        is_bracket = written.shape == "inside"
        return words if is_full_form(text, words, acronym, is_bracket=is_bracket) else None
    if written.shape == "said":
        return words
    return initials(text, words, acronym)


# --- not its own full form ------------------------------------------------------------------------


def _other(
    document: Document, mention: Mention, written: Written, base: Termbase
) -> Meaning | None:
    """Another meaning, another concept's name, or words that are no label.

    A mistranslation is loose where it renders the concept (kế hoạch điều chỉnh quốc gia), another
    meaning where it shares no word with its labels (상장지수펀드 for ETF) or names another concept.
    """
    text, concept = document.text, base[mention.concepts[0]]
    if own := ending_with(text, written.words, _waiting(concept)):
        return "definition", own  # its own acronym is the word that it needs near
    wrong = other_meaning(text, mention.acronym, written, concept)
    if wrong:
        return "conflict", wrong
    if written.shape not in ("mark", "dash"):
        wrong = ending_with(text, written.words, _mistranslations(concept))
    if wrong:
        named = any((hit.start, hit.end) == wrong for hit in written.hits)
        is_rendering = not named and likeness(text[slice(*wrong)], concept)
        return "loose" if is_rendering else "conflict", wrong
    low, high = written.words
    if written.shape in WHOLE:
        name = next((hit for hit in written.hits if (hit.start, hit.end) == (low, high)), None)
        if name and has_acronym(base[name.concept]):
            return "conflict", (low, high)
    explained = (low, high) if written.shape in WHOLE else written.remark
    if written.shape == "item" and not is_as_long_as_a_name(text[low:high], concept):
        return None  # a cell beside it: | BTR | báo cáo |
    if explained and (value := rendering(text[slice(*explained)], concept)):
        return value, explained
    if explained and written.shape in ("inside", "item"):
        is_name = is_full_form(text, explained, mention.acronym, is_bracket=True)
        if is_name and likeness(text[slice(*explained)], concept) >= SAME_SUBJECT:
            return "loose", explained
    if written.shape == "said":
        return "loose", (low, high)
    if written.shape == "dash":
        words = cut(text, (low, high), mention.acronym, mention.lang)
        if words and likeness(text[slice(*words)], concept) >= SAME_MEANING:
            return "definition", words
        return None
    is_remarked = written.shape == "gloss" and written.remark is not None
    if not (is_remarked or written.shape in ("bracket", "phrase")) or not text[low:high].strip():
        return None
    if is_rest(text, written.words):
        return None
    if written.hits and not is_remarked:
        name = written.hits[0]
        is_another = is_name_of_another(document, written, concept, base)
        is_owned_there = is_another or is_owned(text, low, name.start)
        if is_owned_there and may_have_its_acronym(base[name.concept], concept):
            return "definition", (name.start, name.end)
        if is_another:
            return "conflict", (name.start, name.end)
    if kind_at(document, low) == "cell" and is_part_of_a_name(text[low:high], concept):
        return "definition", (low, high)
    spelled = initials(text, (low, high), mention.acronym)
    if spelled and is_part_of_a_name(text[slice(*spelled)], concept):
        return "definition", spelled  # Ministry of Foreign Affairs (MOFA)
    if written.is_set_up:
        return "free", cut(text, (low, high), mention.acronym, mention.lang) or (low, high)
    return "loose", (low, high)


def _waiting(concept: Concept) -> list[str]:
    """The names that the matcher takes only near certain words."""
    return [
        label.text
        for label in concept.labels
        if label.near and label.kind == "full" and label.status in ALLOWED
    ]


def _mistranslations(concept: Concept) -> list[str]:
    """Right words that are wrong as a rendering of this concept."""
    return [label.text for label in concept.labels if label.status == "mistranslation"]
