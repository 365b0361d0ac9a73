"""Bodies of another country in a target, where the source speaks of its own (rule P1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.model.domains import BODIES
from khihau.text.compose import composed
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Lang
    from khihau.pairing.passages import Passage
    from khihau.review.base import Checked

__all__ = ["Elsewhere", "elsewhere"]

# Whether words at a span of a passage's target belong to another body than a concept's.
Elsewhere = Callable[[int, int, str, "Passage"], bool]
_BEFORE = 2  # passages that may have named the country
_LONGEST = 120  # characters of the name of a body


def elsewhere(
    source: Checked, target: Checked, passages: Sequence[Passage], lang: Lang
) -> Elsewhere:
    """Tells whether words lie in the name of a body with a country that the source does not name there.

    Bộ Ngoại giao in Bộ Ngoại giao Việt Nam is none for 외교부, unless 베트남 stands near that: a
    body is then called by its short name.
    """
    translation = LANGUAGES[lang].translation
    placed = [
        one
        for one in target.matches
        if target.base[one.concept].domain == BODIES
        and translation.countries(composed(one.text))
        and translation.without_country(composed(one.text)) != composed(one.text)
    ]
    spans = Spans.of(placed)

    def is_elsewhere(start: int, end: int, concept: str, passage: Passage) -> bool:
        if not spans.overlaps(start, end):
            return False
        first = passages[max(0, passage.number - _BEFORE)].alignment.source[0]
        words = source.document.text[first : passage.alignment.source[1]]
        spoken = lang_at(source.document.segments, passage.alignment.source[0])
        named = LANGUAGES[spoken].translation.countries(composed(words)) if spoken else frozenset()
        return any(
            one.concept != concept and named.isdisjoint(translation.countries(composed(one.text)))
            for one in placed[spans.between(start - _LONGEST, end)]
            if start < one.end
        )

    return is_elsewhere
