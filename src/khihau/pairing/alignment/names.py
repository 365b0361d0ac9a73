"""Names that one text writes in Hangul and the other in Latin letters: 까마우, Cà Mau."""

from __future__ import annotations

from collections.abc import Iterator

from khihau.languages import LANGUAGES
from khihau.languages.sounds import Heard, alike
from khihau.languages.translation import bare, composed_words
from khihau.model import Document
from khihau.pairing.alignment.anchors import Anchor

__all__ = ["shared_names"]

_LONGEST = 4  # words of a name
_FEWEST = 2  # consonants

_Names = dict[str, dict[Heard, str]]  # consonants -> the names that have them -> their key


def shared_names(source: Document, target: Document) -> tuple[list[Anchor], list[Anchor]]:
    """The anchors of each text for names that sound alike in the other, which has another script."""
    return _found(source, target), _found(target, source)


def _found(text: Document, other: Document) -> list[Anchor]:
    """For the names of a text in Latin letters its own, for those in another script what they sound like."""
    spoken = [*_spoken(text)]
    if spoken:
        names: _Names = {}
        for _, _, key, heard in _latin(other):
            names.setdefault(heard.consonants, {})[heard] = key
        return [
            Anchor(start, end, key)
            for start, end, heard in spoken
            for latin, key in names.get(heard.consonants, {}).items()
            if alike(heard, latin)
        ]
    if not any(True for _ in _spoken(other)):
        return []
    return [Anchor(start, end, key) for start, end, key, _ in _latin(text)]


def _spoken(text: Document) -> Iterator[tuple[int, int, Heard]]:
    for segment in text.segments:
        language = LANGUAGES[segment.lang or "mul"].translation
        yield from (
            one
            for one in language.spoken_names(text.text, segment.start, segment.end)
            if len(one[2].consonants) >= _FEWEST
        )


def _latin(text: Document) -> Iterator[tuple[int, int, str, Heard]]:
    """Names of up to four words in a row that may be ones, with each way to say them."""
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
                words = [one for *_, one in row[first:]]
                key = f"name {bare(''.join(words))}"
                for heard in language.sounds(words):
                    if len(heard.consonants) >= _FEWEST:
                        yield row[first][0], word[1], key, heard
