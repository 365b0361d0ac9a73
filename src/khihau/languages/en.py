"""English: plurals, -ise/-ize, and the words that a Vietnamese reader reads as syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from khihau.languages import vi
from khihau.languages.base import (
    Candidate,
    Variant,
    Verdict,
    dash_variants,
    decide_nothing,
    neighbours,
    reject,
)
from khihau.model import Label

__all__ = ["decide", "edges", "ordinal", "plural", "syllables", "variants"]

decide = decide_nothing  # English leaves nothing undecided

_IZE = re.compile(r"(?<=[a-z]{3}i)([sz])(?=(?:e|ed|es|ing|ation|ations|er|ers)\b)", re.I)
_PAIRS = (
    ("programme", "program"),
    ("centre", "center"),
    ("labour", "labor"),
    ("behaviour", "behavior"),
    ("neighbour", "neighbor"),
    ("fibre", "fiber"),
    ("aluminium", "aluminum"),
    ("sulphur", "sulfur"),
    ("metre", "meter"),
    ("defence", "defense"),
)
_PREPOSITION = re.compile(r" (?:of|for|on|to|from|in|under|with|serving|between|and) ", re.I)


def variants(label: Label, folded: str) -> Iterable[Variant]:
    """The plural of the last word and of the head noun, -ise/-ize, British and American spellings."""
    singular = list(_spellings(folded, label.text))
    yield from (Variant(form, "spelling") for form in singular)
    if label.numbered:
        return
    for form in singular:
        yield Variant(plural(form), "plural")
        head = _PREPOSITION.search(form)
        if head:
            yield Variant(plural(form[: head.start()]) + form[head.start() :], "plural")
    if label.plural:
        yield Variant(label.plural, "plural")


def _spellings(folded: str, text: str) -> Iterable[str]:
    for form in dash_variants(folded, text):
        respelled = [form]
        if _IZE.search(form):
            respelled = [_IZE.sub(letter, form) for letter in "sz"]
        for british, american in _PAIRS:
            for old, new in ((british, american), (american, british)):
                if re.search(rf"\b{old}", form, re.I):
                    respelled += [re.sub(rf"\b{old}", new, item, flags=re.I) for item in respelled]
                    break
        yield from respelled


def plural(phrase: str) -> str:
    """The regular plural of a phrase's last word; one that is plural already stays."""
    if re.search(r"[^aeiou]y$", phrase):
        return phrase[:-1] + "ies"
    if re.search(r"(?:[aius]s|[zx]|ch|sh)$", phrase, re.IGNORECASE):
        return phrase + "es"
    return phrase if phrase.endswith("s") else phrase + "s"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def syllables(folded: str) -> int:
    """Words: English edges do not depend on the count."""
    return len(folded.split())


def edges(candidate: Candidate) -> Verdict:
    """Plain edges; a one-word label that reads as a Vietnamese syllable is none in Vietnamese."""
    if (
        candidate.lang == "vi"
        and candidate.term.label.kind == "full"
        and candidate.term.syllables == 1
        and vi.is_syllable(candidate.text)
    ):
        return reject("language", "a Vietnamese syllable in a Vietnamese text")
    return neighbours(candidate)
