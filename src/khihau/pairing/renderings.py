"""What stands for a concept that no label of it names: other words of it, unknown words, or none (rule P2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from khihau.fuzzy import has_content
from khihau.languages import LANGUAGES
from khihau.model import LANGS
from khihau.pairing.passages import flat
from khihau.pairing.tuned import NAMED_IN_PART, NAMED_OTHERWISE, SAID_OTHERWISE
from khihau.termbase.official import official_label
from khihau.termbase.proper_names import has_own_acronym, has_proper_name
from khihau.text.compose import composed
from khihau.text.regex import regex
from khihau.text.spans import between

if TYPE_CHECKING:
    from khihau.model import Concept, Document, Lang, Match
    from khihau.pairing.passages import Need, Passage, Rendering

__all__ = ["Left", "Share", "is_name", "left_of", "rendering_of"]

_ACRONYM = regex(r"[A-Z][A-Z0-9]*[A-Z0-9](?![^\W_])")

# How much of a concept stands in words of a language; the fourth is one more name of it (`fuzzy.shares`).
Share: TypeAlias = Callable[[str, "Lang", str, str], float]


class Left(NamedTuple):
    """The words of a target, and whether none of them may stand for what no name there answers."""

    words: str
    is_empty: bool


def left_of(passage: Passage, document: Document, lang: Lang) -> Left:
    """What a target has beside its names and what is no prose."""
    low, high = passage.alignment.target
    protected = [
        (one.start, one.end) for one in document.protected[between(document.protected, low, high)]
    ]
    names = [(one.start, one.end) for one in passage.matches]
    free = _without(sorted((*protected, *names)), document.text, low, high)
    words = _without(protected, document.text, low, high)
    return Left(words, not passage.additions and not has_content(free, lang))


def _without(spans: Sequence[tuple[int, int]], text: str, low: int, high: int) -> str:
    """What of a text between two offsets lies in none of some spans, which are sorted."""
    parts, done = [], low
    for start, end in spans:
        parts.append(text[done:start])
        done = max(done, end)
    return " ".join((*parts, text[done:high]))


def rendering_of(
    need: Need, passage: Passage, left: Left, share: Share, concept: Concept, lang: Lang
) -> Rendering:
    """What stands for a need.

    A common term is known where a fair share of its words stands in any syntax, or of those that the
    source has, and unknown where other words are left that may be it; good writers vary plain words.
    The name of a thing is known where most of its words stand, and unknown where some do.
    """
    is_taken_up = need.is_later and _is_taken_up(left.words, concept, lang)
    if is_taken_up or _is_said_with_a_sense(passage, concept):
        return "known"
    if need.is_name:
        if _has_acronym_of(need.mention, left.words):
            return "known"
        held = share(left.words, lang, concept.id, "")
        if held < NAMED_IN_PART:
            return "absent"
        return "known" if held >= NAMED_OTHERWISE else "unknown"
    if left.is_empty:
        return "absent"
    held = share(left.words, lang, concept.id, need.mention.label)
    is_varied = held >= SAID_OTHERWISE or _is_plain(concept, need.mention)
    return "known" if is_varied else "unknown"


def _is_said_with_a_sense(passage: Passage, concept: Concept) -> bool:
    """Whether a name that means less or more stands there: Scope 2 for all scopes."""
    return any(one.concept == concept.id and one.sense for one in flat(passage.matches))


def _is_plain(concept: Concept, mention: Match) -> bool:
    """Whether a term is a plain word in any language, so that its writers choose among several."""
    labels = (official_label(concept, lang) for lang in LANGS)
    names = [(label.lang, label.text) for label in labels if label and label.lang != "mul"]
    names += [(mention.lang, mention.text)] if mention.lang != "mul" else []
    return any(LANGUAGES[lang].translation.is_plain(name) for lang, name in names)


def _has_acronym_of(mention: Match, words: str) -> bool:
    """Whether an acronym inside a name stands there too, P4G of P4G 정상회의 in Hội nghị P4G."""
    acronyms = _ACRONYM.findall(mention.text)
    return bool(acronyms) and all(one in words for one in acronyms)


def is_name(concept: Concept) -> bool:
    """Whether a concept is a thing with a name of its own: a treaty, a body, an act, a mechanism."""
    return has_proper_name(concept) or has_own_acronym(concept)


def _is_taken_up(words: str, concept: Concept, lang: Lang) -> bool:
    """Whether a passage in `lang` has a pronoun, a demonstrative or the head noun of a concept's name.

    So it takes up the concept without naming it: cơ chế này, 이 기금, the mechanism.
    """
    words, language = composed(words), LANGUAGES[lang].translation
    if language.points_back(words):
        return True
    label = official_label(concept, lang)
    head = language.head(composed(label.text)) if label else ""
    return bool(head) and re.search(rf"(?<!\w){re.escape(head)}", words, re.IGNORECASE) is not None
