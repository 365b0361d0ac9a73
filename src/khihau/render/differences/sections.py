"""The report of all differences, before it is text or Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from khihau.model import FALLBACK
from khihau.render.differences.concepts import lines_of, title_of
from khihau.render.differences.labels import Sources
from khihau.render.differences.values import single_words
from khihau.render.visible import one_line
from khihau.termbase.differences import kind_of
from khihau.termbase.official import equivalents
from khihau.text.counted import counted

if TYPE_CHECKING:
    from khihau.model import Concept, Source
    from khihau.render.differences.lines import Line
    from khihau.termbase.differences import ConceptChange, Differences, SourceChange

__all__ = ["Compared", "Entry", "Section", "Sources", "sections_of", "summary_of"]


_MANY = 100  # sources


class Compared(NamedTuple):
    """Two versions of a termbase, by name, and how they differ."""

    old: str
    new: str
    differences: Differences
    sources: Sources


class Entry(NamedTuple):
    """One concept or source: its title, its id, and the lines under it."""

    title: str
    id: str
    lines: Sequence[str] = ()


class Section(NamedTuple):
    """Entries under a heading that says how many; or words in their place, where they are too many."""

    title: str
    entries: Sequence[Entry]
    words: str = ""


def summary_of(found: Differences) -> str:
    """How many concepts, labels and sources are new, gone and changed."""
    counts: dict[str, Counter[str]] = {
        "concept": Counter(kind_of(change) for change in found.concepts),
        "label": Counter(kind for change in found.concepts for kind in _label_kinds(change)),
        "source": Counter(kind_of(change) for change in found.sources),
    }
    parts = [_counted(noun, kinds) for noun, kinds in counts.items() if kinds]
    return f"{'; '.join(parts)}." if parts else "No differences."


def _counted(noun: str, kinds: Counter[str]) -> str:
    """3 concepts new, 1 gone."""
    shown = [(kinds[kind], kind) for kind in ("new", "gone", "changed") if kinds[kind]]
    (first, kind), *others = shown
    more = (f"{count} {kind}" for count, kind in others)
    return ", ".join((f"{counted(first, noun)} {kind}", *more))


def _label_kinds(change: ConceptChange) -> Iterator[str]:
    if change.old is None or change.new is None:
        yield from (kind_of(change) for _ in change.concept.labels)
    yield from map(kind_of, change.labels)


def sections_of(compared: Compared) -> Iterator[Section]:
    """All that differs, in the order in which an editor needs it."""
    found = compared.differences
    stayed = [
        (change, lines_of(change, compared.sources))
        for change in found.concepts
        if kind_of(change) == "changed"
    ]
    stayed.sort(key=lambda entry: (entry[1][0].rank, entry[0].id))
    urgent = [_changed(change, lines) for change, lines in stayed if lines[0].rank.must_act]
    others = [_changed(change, lines) for change, lines in stayed if not lines[0].rank.must_act]
    yield from _section("Official names changed, and names that are no longer right", urgent)
    for title, kind in (("Removed", "gone"), ("New", "new")):
        listed = [_listed(change.concept) for change in found.concepts if kind_of(change) == kind]
        yield from _section(f"{title} concepts", listed)
    yield from _section("Other changed concepts" if urgent else "Changed concepts", others)
    for title, kind in (("Removed", "gone"), ("Changed", "changed"), ("New", "new")):
        sources = [change for change in found.sources if kind_of(change) == kind]
        section = _section(f"{title} sources", list(map(_source, sources)))
        if len(sources) > _MANY:
            section = (one._replace(entries=(), words=_in_numbers(sources)) for one in section)
        yield from section


def _section(title: str, entries: Sequence[Entry]) -> Iterator[Section]:
    if entries:
        yield Section(f"{title} ({len(entries)})", entries)


def _changed(change: ConceptChange, lines: Sequence[Line]) -> Entry:
    return Entry(title_of(change.concept), change.id, [line.words for line in lines])


def _listed(concept: Concept) -> Entry:
    """A new or lost concept in one line: there may be hundreds."""
    others = (
        f"; {lang} {one_line(name)}"
        for lang, name in equivalents(concept).items()
        if lang != FALLBACK
    )
    return Entry(f"{title_of(concept)}{''.join(others)}", concept.id)


def _in_numbers(sources: Sequence[SourceChange]) -> str:
    """How many sources of each sort: a note that lists a thousand is not read."""
    sorts = [change.new or change.old for change in sources]
    counts = Counter(one.reliability or "of no stated kind" for one in sorts if one)
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())


def _source(change: SourceChange) -> Entry:
    source = change.new or change.old
    assert source
    lines = [single_words(value.key, value.old, value.new) for value in change.values]
    return Entry(_described(source), change.id, lines)


def _described(source: Source) -> str:
    facts = (source.title, source.publisher, source.date)
    return one_line(", ".join(filter(None, facts)))
