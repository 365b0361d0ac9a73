"""A bitext made of translation units, whatever file they stood in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from khihau.documents.bitexts.tags import Languages
from khihau.documents.parts import Part, document_of
from khihau.errors import InputError
from khihau.model import Alignment, Bitext

__all__ = ["Pair", "bitext_of"]


class Pair(NamedTuple):
    """A translation unit: a text, its translation (empty when there is none), its name in the file.

    `confidence` is below 1 where the file itself calls the translation doubtful.
    """

    source: str
    target: str
    name: str
    languages: Languages = Languages()
    confidence: float = 1.0


def bitext_of(pairs: Iterable[Pair], path: str) -> Bitext:
    """The units of a file as two documents, the n-th unit of one aligned with the n-th of the other.

    Units without text on both sides are left out. Raises InputError when none remains.
    """
    pairs = [pair for pair in pairs if pair.source.strip() or pair.target.strip()]
    if not pairs:
        raise InputError(f"{path}: has no translation unit; check that it is the right file")
    source = document_of(
        [Part(pair.source, pair.name, lang=pair.languages.source) for pair in pairs],
        path,
        markup=True,
    )
    target = document_of(
        [Part(pair.target, pair.name, lang=pair.languages.target) for pair in pairs],
        path,
        markup=True,
    )
    alignments = tuple(
        Alignment((here.start, here.end), (there.start, there.end), pair.confidence)
        for here, there, pair in zip(source.units, target.units, pairs, strict=True)
    )
    return Bitext(source, target, alignments)
