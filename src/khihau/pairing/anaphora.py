"""Whether words take up a concept without naming it: "cơ chế này", "이 기금", "the mechanism" (rule P2)."""

from __future__ import annotations

import re

from khihau.model import Concept, Lang
from khihau.termbase.official import official_label
from khihau.text.compose import composed
from khihau.text.regex import regex

__all__ = ["takes_up"]

# Demonstratives and pronouns of the three languages.
_POINTERS = {
    "vi": regex(r"\b(?:này|đó|ấy|kia|nói trên|kể trên|nêu trên|trên đây|điều đó|nó|họ)\b", re.I),
    "ko": regex(
        r"(?<![가-힣])(?:이|그|해당|동|본|위|상기|이러한|그러한|이런|이들|이것|이를|이는|이에|여기) ?(?=[가-힣])"
    ),
    "en": regex(
        r"\b(?:it|its|they|them|their|this|these|that|those|such|former|latter|same)\b", re.I
    ),
}
_KOREAN_HEAD = 2  # syllables: 기금, 협정, 제도


def takes_up(words: str, concept: Concept, lang: Lang) -> bool:
    """Whether a passage in `lang` has a pronoun, a demonstrative or the head noun of a concept's name.

    Only for later mentions: a first mention may not vanish.
    """
    words = composed(words)
    if _POINTERS[lang].search(words):
        return True
    label = official_label(concept, lang)
    head = _head(label.text, lang) if label else ""
    return bool(head) and re.search(rf"(?<!\w){re.escape(head)}", words, re.IGNORECASE) is not None


def _head(name: str, lang: Lang) -> str:
    """The noun that a name is a kind of: first in Vietnamese, last in English and Korean."""
    parts = re.split(r"[\s(,]+", composed(name))
    if lang == "vi":
        return parts[0]
    if lang == "en":
        return next((one for one in reversed(parts) if one.isalpha()), "")
    return parts[-1][-_KOREAN_HEAD:]
