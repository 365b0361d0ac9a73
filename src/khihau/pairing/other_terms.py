"""Which name in a target is that of another thing than the one that its source speaks of (rule P1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.fuzzy import are_alike, differ
from khihau.model import ALLOWED
from khihau.model.domains import PLACES
from khihau.pairing.passages import flat
from khihau.termbase.official import official_label
from khihau.termbase.proper_names import has_own_acronym

if TYPE_CHECKING:
    from khihau.model import Concept, Lang, Match, Termbase
    from khihau.pairing.passages import Need, Passage

__all__ = ["short_of", "with_others"]


def with_others(
    needs: Sequence[Need],
    additions: Sequence[Match],
    base: Termbase,
    is_said: Callable[[Match, Need], bool],
) -> Iterator[Need]:
    """The open needs of a passage, each with the one other thing of its kind that stands there.

    Each addition stands for one need, the first that it may be mistaken for, unless the source has
    words beside the need that `is_said` takes for it: wind, which is 풍력.
    """
    left = list(additions)
    for need in needs:
        rivals = [] if need.is_doubtful or need.is_near else _rivals(need, left, base)
        rivals = [match for match in rivals if not is_said(match, need)]
        if len({match.concept for match in rivals}) == 1:
            left = [match for match in left if match.concept != rivals[0].concept]
            yield need._replace(other=rivals[0])
        else:
            yield need


def short_of(passage: Passage, base: Termbase) -> Iterator[Need]:
    """The needs that a passage answers less often than its source names them, while a sibling of each
    stands there of which the source does not speak: Bộ Công Thương twice, 산업무역부 and 산업통상부.
    """
    left = list(passage.additions)
    if not left:
        return
    # An acronym may be a gloss, which a translation leaves out.
    said = Counter(match.concept for match in passage.said if match.kind != "acronym")
    named = Counter(match.concept for match in flat(passage.matches))
    still_open = {need.key for need in passage.open}
    for need in passage.needs:
        concept = need.key[0]
        if need.key in still_open or said[concept] <= named[concept] or need.mention.alternatives:
            continue
        rivals = [
            one
            for one in left
            if _are_siblings(base[concept], base[one.concept]) and _are_alike(one, base[concept])
        ]
        if len({match.concept for match in rivals}) == 1:
            left = [match for match in left if match.concept != rivals[0].concept]
            yield need._replace(other=rivals[0])


def _rivals(need: Need, additions: Sequence[Match], base: Termbase) -> list[Match]:
    concept = base[need.key[0]]
    return [
        match
        for match in additions
        if _are_siblings(concept, base[match.concept])
        or (
            _are_related(concept, base[match.concept])
            and _differ(match, concept, base[match.concept])
        )
    ]


def _are_siblings(one: Concept, other: Concept) -> bool:
    """Whether one is surely another thing: both of one kind, or both names with an acronym."""
    is_kind = one.broader is not None and one.broader == other.broader
    are_names = one.domain == PLACES or (has_own_acronym(one) and has_own_acronym(other))
    return is_kind or (one.domain == other.domain and are_names)


def _are_related(one: Concept, other: Concept) -> bool:
    return one.id in other.related or other.id in one.related


def _differ(written: Match, concept: Concept, other: Concept) -> bool:
    """Whether the name that stands there surely says something else: each has a word that no name of
    the other thing has.
    """
    official = official_label(concept, written.lang)
    if official is None or written.lang == "mul":
        return False
    here, there = (_names(one, written.lang) for one in (concept, other))
    return differ(written.text, here, written.lang) and differ(official.text, there, written.lang)


def _are_alike(written: Match, concept: Concept) -> bool:
    """Whether a name has a word of a concept's official one, and so may stand for it by a slip."""
    official = official_label(concept, written.lang)
    return official is not None and are_alike(written.text, official.text, written.lang)


def _names(concept: Concept, lang: Lang) -> list[str]:
    return [
        label.text
        for label in concept.labels
        if label.status in ALLOWED and label.lang == lang and label.kind != "acronym"
    ]
