"""Words for one concept that changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from khihau.model import FALLBACK, Concept, Source
from khihau.render.differences.labels import Sources, label_lines, names_lines
from khihau.render.differences.lines import Line, Rank
from khihau.render.differences.values import list_words, single_words, text_words
from khihau.render.visible import one_line
from khihau.termbase.official import equivalents
from khihau.text.counted import counted

if TYPE_CHECKING:
    from khihau.termbase.differences import ConceptChange, ValueChange

__all__ = ["lines_of", "title_of", "words_of_change"]

_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


def words_of_change(
    change: ConceptChange,
    old: Mapping[str, Source] = _NO_SOURCES,
    new: Mapping[str, Source] = _NO_SOURCES,
) -> Iterator[str]:
    """Say what changed in a concept, a plain line each without a line break, the most urgent first.

    `old` and `new` are the bibliographies of the two versions, for the titles of sources; a key
    that they lack stands for itself. Of a new or a lost concept the lines tell the labels.
    """
    yield from (line.words for line in lines_of(change, Sources(old, new)))


def lines_of(change: ConceptChange, sources: Sources) -> list[Line]:
    """The lines of `words_of_change` with their ranks."""
    if change.old is None or change.new is None:
        return list(names_lines(change.concept, sources, new=change.old is None))
    lines = [*label_lines(change, sources), *map(_value_line, change.values)]
    return sorted(lines, key=lambda line: line.rank)


def title_of(concept: Concept) -> str:
    """The acronym and the name of a concept: NDC – nationally determined contribution."""
    names = equivalents(concept)
    name = names.get(FALLBACK) or next(iter(names.values()), concept.id)
    acronyms = [
        label.text
        for label in concept.labels
        if label.kind == "acronym"
        and label.status == "preferred"
        and label.lang in ("mul", FALLBACK)
        and not label.numbered
    ]
    shown = f"{acronyms[0]} – {name}" if acronyms and acronyms[0] != name else name
    return one_line(shown)


def _value_line(value: ValueChange) -> Line:
    if value.key.endswith("examples"):
        return Line(Rank.EXAMPLE, _example_words(value))
    if value.key.startswith(("definition.", "note.")):
        texts = (cast("str | None", text) for text in (value.old, value.new))
        return Line(Rank.TEXT, text_words(value.key, *texts))
    if value.key == "domain":
        return Line(Rank.TEXT, one_line(f"moved from domain {value.old} to {value.new}"))
    if value.key == "replaced_by":
        rank = Rank.WRONG if value.new else Rank.TEXT
        was, now = (
            ", ".join(cast("tuple[str, ...]", ids)) if ids else None
            for ids in (value.old, value.new)
        )
        return Line(rank, single_words("replaced by", was, now))
    if isinstance(value.old or value.new, tuple):
        lists = (cast("tuple[str, ...]", items or ()) for items in (value.old, value.new))
        return Line(Rank.TEXT, list_words(value.key, *lists, bare=True))
    return Line(Rank.TEXT, single_words(value.key, value.old, value.new))


def _example_words(value: ValueChange) -> str:
    """How many examples came and went: the sentences are read in the file."""
    was, now = (cast("tuple[str, ...]", items or ()) for items in (value.old, value.new))
    noun = value.key.removesuffix("s")
    counts = (
        (len(set(now) - set(was)), "new"),
        (len(set(was) - set(now)), "gone"),
    )
    found = [f"{counted(count, noun)} {what}" for count, what in counts if count]
    return ", ".join(found) or f"{value.key} in another order"
