"""What must come through a translation, and so anchors an alignment: concepts, numbers, names, everyday words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khihau.languages import LANGUAGES
from khihau.languages.translation import Translation
from khihau.model import Document, Match
from khihau.quantities import Quantity
from khihau.text.regex import regex

__all__ = ["Anchor", "anchors_of"]

_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f]"
_LATIN = regex(rf"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ](?:{_LETTER}|[0-9]|[&.'’/-](?={_LETTER}))*+")


class Anchor(NamedTuple):
    """Something that must come through a translation: a concept ("ndc", "cop:29"), a number
    ("2030"), a Latin name ("name hanoi"), the meaning of an everyday word ("word monday").
    """

    start: int
    end: int
    key: str


def anchors_of(
    document: Document,
    matches: Sequence[Match],
    numbers: Iterable[Quantity],
    names: Iterable[Anchor] = (),
) -> list[Anchor]:
    """The anchors of a document, in text order: its matches, inner ones too, numbers, names and words.

    `names` are those that the other text writes in another script (`shared_names`).
    """
    found = {*_concepts(matches), *_numbers(numbers), *names}
    for segment in document.segments:
        language = LANGUAGES[segment.lang or "mul"].translation
        found |= {*_names(document.text, segment.start, segment.end, language)}
        found |= {
            Anchor(start, end, f"word {meaning}")
            for start, end, meaning in language.meanings(document.text, segment.start, segment.end)
        }
    return sorted(found)


def _concepts(matches: Sequence[Match]) -> Iterator[Anchor]:
    for match in matches:
        number = "" if match.number is None else f":{match.number}"
        yield Anchor(match.start, match.end, match.concept + number)
        yield from _concepts(match.inner)


def _numbers(numbers: Iterable[Quantity]) -> Iterator[Anchor]:
    for found in numbers:
        for value in (found.value, *found.alternatives):
            yield Anchor(found.start, found.end, f"{value:.10g}")


def _names(text: str, start: int, end: int, language: Translation) -> Iterator[Anchor]:
    """Latin words that may be names, without marks; also two joined: Hà Nội."""
    before, stop = "", -2
    for found in _LATIN.finditer(text, start, end):
        word = found[0]
        if len(word) < 2 or not language.may_be_name(word):
            before = ""
            continue
        plain = _plain(word)
        yield Anchor(found.start(), found.end(), f"name {plain}")
        if before and stop + 1 == found.start():
            yield Anchor(found.start(), found.end(), f"name {before}{plain}")
        before, stop = plain, found.end()


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if letter.isalnum())
