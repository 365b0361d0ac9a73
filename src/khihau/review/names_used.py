"""Which names of a concept a text uses, and what the findings on a mix of them say (rule C2)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, FALLBACK
from khihau.review.base import Checked, is_own_wording
from khihau.review.rival_names import is_plain
from khihau.termbase.official import official_label
from khihau.text.compose import composed
from khihau.text.fold import DOTS
from khihau.text.regex import either, regex
from khihau.text.spans import Spans
from khihau.text.stops import ENDS

if TYPE_CHECKING:
    from khihau.model import Concept, Label, Lang, Match

__all__ = [
    "MIXED_LABELS",
    "Key",
    "Places",
    "advice",
    "flat",
    "names_used",
    "note",
    "often",
    "stand_together",
    "stands",
]

# The rule that reports a mix, in one text or across texts.
MIXED_LABELS = "mixed-labels"

_GAP = 60  # characters: what ties two names of one thing together is short
_DECOMPOSED = 3  # code points of a letter or a syllable at most, its marks written apart
_SIGNS = frozenset(DOTS + ",;:/|()（）[]=\"'“”‘’*_–—-")  # may stand between two names that are tied
_SENTENCE_END = regex(rf"[{ENDS}]\s|\n\s*\n")


class _Ties(NamedTuple):
    """What ties two names: nothing but words and signs that tie (A và B, A or B, A는 B); or some that
    belong to the first name, then a word that leaves no doubt ("A về khí hậu (B)", "A of 2015, also
    called B").
    """

    words: tuple[str, ...]
    gloss: re.Pattern[str]


class Key(NamedTuple):
    """What the names that may be mixed share: a session's are apart from the family's."""

    concept: str
    lang: Lang
    numbered: bool


class Places(NamedTuple):
    """Where the names of a key stand in the writer's own prose, and those that the text ties together."""

    matches: dict[str, list[Match]]
    told: frozenset[frozenset[str]]

    def told_with(self, label: str) -> tuple[str, ...]:
        """The names that the text says are the same thing as a name, or sets apart from it."""
        return tuple(
            sorted(other for pair in self.told if label in pair for other in pair - {label})
        )


def names_used(checked: Checked) -> dict[Key, Places]:
    """The full names of each concept that a text uses, by label, in the order of their first use."""
    groups: dict[Key, list[Match]] = {}
    segments = checked.document.segments
    spans = Spans.of(segments)
    for match in checked.matches:
        lang = match.lang
        if match.kind != "full" or match.status not in ALLOWED or match.alternatives:
            continue
        if match.sense or is_plain(match.label, match.lang):
            continue
        # A name in another language than its sentence's is a gloss.
        at = spans.last(match.start)
        if lang != "mul" and (at < 0 or segments[at].lang in (lang, None)):
            key = Key(match.concept, lang, "{n" in match.label)
            groups.setdefault(key, []).append(match)
    used: dict[Key, Places] = {}
    set_up = {(entry.start, entry.end) for entry in checked.ledger.short_names}
    for key, matches in groups.items():
        places: dict[str, list[Match]] = {}
        for match in matches:
            if is_own_wording(checked.document, match.start, match.end):
                places.setdefault(match.label, []).append(match)
        if places:
            told = _told(checked.document.text, matches) | _short(matches, set_up)
            used[key] = Places(places, told)
    return used


def _short(matches: Sequence[Match], set_up: Set[tuple[int, int]]) -> frozenset[frozenset[str]]:
    """The names that a text sets up as short for one of a concept: with each of its other names."""
    short = {match.label for match in matches if (match.start, match.end) in set_up}
    labels = {match.label for match in matches} if short else set()
    return frozenset(frozenset((one, other)) for one in short for other in labels - {one})


def _told(text: str, matches: Sequence[Match]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((one.label, other.label))
        for one, other in pairwise(matches)
        if one.label != other.label and _is_told(text[one.end : other.start])
    )


def stand_together(between: str) -> bool:
    """Whether nothing but words and signs that tie stands between two names: A và B, A, B (AB)."""
    return len(between) <= _GAP * _DECOMPOSED and _is_made_of(composed(between), _ties().words)


def _is_told(between: str) -> bool:
    """Whether what stands between two names ties them: A (B), A or B, A, còn gọi là B."""
    if len(between) > _GAP * _DECOMPOSED:
        return False
    between = composed(between)
    if len(between) > _GAP or _SENTENCE_END.search(between):
        return False
    ties = _ties()
    return _is_made_of(between, ties.words) or bool(ties.gloss.search(between))


def _is_made_of(between: str, words: Sequence[str]) -> bool:
    """Whether a stretch is nothing but words of these, signs and space; one word may begin another.

    An expression for it would try each way to part 이나이나 into 이, 나 and 이나.
    """
    text = between.lower()
    reached = {0}
    for at, sign in enumerate(text):
        if at in reached:
            if sign in _SIGNS or sign.isspace():
                reached.add(at + 1)
            reached.update(at + len(word) for word in words if text.startswith(word, at))
    return len(text) in reached


@cache
def _ties() -> _Ties:
    """The words of all languages: a text in one may tie the names of another."""
    asked = [language.phrases for language in LANGUAGES.values()]
    as_one = tuple(word for one in asked for word in one.as_one)
    links = tuple(word for one in asked for word in one.links)
    # One word may stand before the name in its bracket: the annual meeting (summer Davos Forum).
    bracket = r"[(（\[](?:[^\W\d_]{1,12}\s)?"
    gloss = regex(rf"(?:{bracket}|{either(as_one)})[\s,\"'“‘*_]*\Z", re.IGNORECASE)
    return _Ties(as_one + links, gloss)


def stands(words: str, count: int) -> str:
    """That a name stands so many times."""
    return f"“{flat(words)}” stands {often(count)}"


def often(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def advice(concept: Concept, target: Label, words: str) -> str:
    """What to write, and which name the glossary prefers where that is another one."""
    said = f"keep one name: write “{words}”"
    official = official_label(concept, target.lang, numbered=target.numbered)
    if target.status == "preferred" or not official or official.numbered != target.numbered:
        return said
    return said if official.numbered else f"{said} (the glossary prefers “{official.text}”)"


def note(label: Label) -> str:
    """What the glossary says of a name, so that the editor may judge."""
    said = label.note.get(FALLBACK)
    return f" ({said})" if said else ""


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
