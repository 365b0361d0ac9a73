"""Acronyms in brackets that stand in a target for other ones of its source (rule P1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khihau.pairing.passages import Paired, Passage
from khihau.text.regex import regex

__all__ = ["Exchanged", "exchanged_acronyms"]

_BRACKETED = regex(r"\(\s?([A-Z][A-Z0-9&+-]*[A-Z0-9+])s?\s?[),;]")


class Exchanged(NamedTuple):
    """The places of an acronym of the source and of the one that stands for it in the target."""

    said: tuple[int, int]
    written: tuple[int, int]


def exchanged_acronyms(paired: Paired) -> Iterator[tuple[Passage, Exchanged]]:
    """Acronyms of concepts of which the source does not speak, where one of the source in brackets is gone.

    Only one in brackets on both sides is sure to stand for the other: 유엔해양법협약(UNCCD) for Công ước …
    về Luật biển (UNCLOS). An acronym of one language (TNMT for MONRE) is none of another concept.
    """
    source, target = paired.source.document.text, paired.target.document.text
    for passage in paired.passages:
        added = {match.start for match in passage.additions if match.kind == "acronym"}
        written = (
            []
            if not added
            else [span for span in _bracketed(target, passage.alignment.target) if span[0] in added]
        )
        if len(written) != 1:
            continue
        near = paired.passages[max(0, passage.number - 1) : passage.number + 2]
        there = _words(target, [one.alignment.target for one in near])
        lost = [
            span
            for span in _bracketed(source, passage.alignment.source)
            if source[slice(*span)] not in there
        ]
        if len(lost) == 1:
            yield passage, Exchanged(lost[0], written[0])


def _bracketed(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    return [found.span(1) for found in _BRACKETED.finditer(text, *span)]


def _words(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " ".join(text[slice(*span)] for span in spans)
