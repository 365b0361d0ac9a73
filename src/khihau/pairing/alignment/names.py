"""Names that one text writes in Hangul and the other in Latin letters: 까마우, Cà Mau."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from khihau.languages import LANGUAGES
from khihau.languages.sounds import Heard, alike
from khihau.languages.translation import Translation, bare, composed_words
from khihau.model import Document
from khihau.pairing.alignment.anchors import Anchor

__all__ = ["shared_names"]

_LONGEST = 4  # words of a name
_FEWEST = 2  # consonants

_Spoken: TypeAlias = "tuple[int, int, Heard]"
_Latin: TypeAlias = (
    "tuple[int, int, str, Sequence[Heard]]"  # a name, its key, and the ways to say it
)


def shared_names(source: Document, target: Document) -> tuple[list[Anchor], list[Anchor]]:
    """The anchors of each text for names that sound alike in the other, which has another script."""
    spoken = [*_spoken(source)], [*_spoken(target)]
    if not any(spoken):
        return [], []
    latin = [*_latin(source)], [*_latin(target)]
    here, there = (
        _found(mine, others) for mine, others in zip(spoken, reversed(latin), strict=True)
    )
    return here + _written(latin[0], there), there + _written(latin[1], here)


def _found(spoken: Iterable[_Spoken], latin: Iterable[_Latin]) -> list[Anchor]:
    """The names in another script that sound like one in Latin letters, under its key."""
    names: dict[str, dict[Heard, str]] = {}  # consonants -> the names that have them -> their keys
    for _, _, key, ways in latin:
        for heard in ways:
            names.setdefault(heard.consonants, {})[heard] = key
    return [
        Anchor(start, end, key)
        for start, end, heard in spoken
        for way, key in names.get(heard.consonants, {}).items()
        if alike(heard, way)
    ]


def _written(latin: Iterable[_Latin], found: Iterable[Anchor]) -> list[Anchor]:
    """The names in Latin letters that were found in the other text."""
    keys = {anchor.key for anchor in found}
    return [Anchor(start, end, key) for start, end, key, _ in latin if key in keys]


def _spoken(text: Document) -> Iterator[_Spoken]:
    for segment in text.segments:
        language = LANGUAGES[segment.lang or "mul"].translation
        yield from (
            one
            for one in language.spoken_names(text.text, segment.start, segment.end)
            if len(one[2].consonants) >= _FEWEST
        )


def _latin(text: Document) -> Iterator[_Latin]:
    """Words in a row, up to four, that may be a name, with each way to say it."""
    known: dict[tuple[Translation, tuple[str, ...]], Sequence[Heard]] = {}
    for segment in text.segments:
        language = LANGUAGES[segment.lang or "mul"].translation
        row: list[tuple[int, int, str]] = []
        for word in composed_words(text.text, segment.start, segment.end):
            if not (word[2][0].isupper() and language.may_be_name(word[2])):
                row = []
                continue
            if row and word[0] - row[-1][1] != 1:
                row = []
            row = [*row[1 - _LONGEST :], word]
            for first in range(len(row)):
                words = tuple(one for *_, one in row[first:])
                if (language, words) not in known:
                    ways = language.sounds(words)
                    known[language, words] = [one for one in ways if len(one.consonants) >= _FEWEST]
                if known[language, words]:
                    key = f"name {bare(''.join(words))}"
                    yield row[first][0], word[1], key, known[language, words]
