"""What a brief says of each term, in every format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from khihau.model import (
    ALLOWED,
    FALLBACK,
    UNVERIFIED,
    Concept,
    Label,
    Lang,
    Sense,
    SourceRef,
    Termbase,
)
from khihau.render.met import Met, beside_rendering, concerns, met, official_names
from khihau.render.views import Annotated, Brief, source_in_words
from khihau.termbase.countries import country_name
from khihau.termbase.official import text_of
from khihau.text.positions import Positions

__all__ = ["HEADINGS", "Entry", "cells", "entries", "looks"]

HEADINGS = (
    "no.",
    "source term",
    "times",
    "first place",
    "rendering",
    "status",
    "also right",
    "do not write",
    "definition",
    "note",
    "source of the rendering",
    "term id",
    "domain",
)


class Entry(NamedTuple):
    """A term of the source in the order of first mention, with all that its translator needs.

    `forms` are the wordings in the source, `senses` says which of them mean less or more, `place` is that of the first; `official` is "" where
    the glossary has no name in the target language. `wrong` are the outdated, wrong and misleading
    renderings, each with its status.
    """

    number: int
    concept: Concept
    forms: tuple[str, ...]
    senses: Mapping[str, Sense]
    times: int
    place: str
    official: str
    status: str
    others: tuple[str, ...]
    wrong: tuple[str, ...]
    definition: str
    notes: tuple[str, ...]
    sources: tuple[SourceRef, ...]

    @property
    def told_forms(self) -> tuple[str, ...]:
        """The wordings, those that mean less or more with a word that says so."""
        return tuple(
            f"{form} ({beside_rendering(self.senses[form])})" if form in self.senses else form
            for form in self.forms
        )


def entries(brief: Brief, base: Termbase) -> list[Entry]:
    """The terms of all sources of a brief, each concept (and session of it) once."""
    places = _first_places(brief.sources)
    found = met(chain.from_iterable(one.matches for one in brief.sources), base, (brief.to,))
    return [_entry(one, places[one.concept.id, one.session], brief.to) for one in found]


def looks(brief: Brief, base: Termbase) -> list[str]:
    """What the project manager should settle first: wrong names, homonyms, missing renderings."""
    matches = [match for one in brief.sources for match in one.matches]
    return concerns(matches, met(matches, base, (brief.to,)))


def cells(entry: Entry, base: Termbase) -> tuple[str, ...]:
    """An entry as plain words, a cell for each of HEADINGS."""
    return (
        str(entry.number),
        "; ".join(entry.told_forms),
        str(entry.times),
        entry.place,
        entry.official,
        entry.status,
        "; ".join(entry.others),
        "; ".join(entry.wrong),
        entry.definition,
        " ".join(entry.notes),
        "; ".join(_in_words(ref, base) for ref in entry.sources) or UNVERIFIED
        if entry.official
        else "",
        entry.concept.id,
        entry.concept.domain,
    )


def _first_places(sources: Sequence[Annotated]) -> dict[tuple[str, int | None], str]:
    places: dict[tuple[str, int | None], str] = {}
    for source in sources:
        positions = Positions.of(source.document)
        for match in source.matches:
            key = (match.concept, match.number)
            if key not in places:
                file = f"{source.document.path}, " if len(sources) > 1 else ""
                places[key] = file + positions.named(match.start)
    return places


def _entry(one: Met, place: str, to: Lang) -> Entry:
    concept, session = one.concept, one.session
    names = list(official_names(concept, to, session, one.countries))
    label = names[0][0] if names else None
    texts = {text_of(each, session): of for each, of in names}
    own = [label for label in concept.labels if label.lang in (to, "mul")]
    return Entry(
        number=one.number,
        concept=concept,
        forms=tuple(text for text, _ in one.forms),
        senses=one.senses,
        times=one.count,
        place=place,
        official="; ".join(
            f"{country_name(of)}'s own: {text}" if of else text for text, of in texts.items()
        ),
        status=label.status if label else "no rendering",
        others=_texts([each for each in own if each.status in ALLOWED], session, texts),
        wrong=tuple(
            f"{text} ({each.status})"
            for each in own
            if each.status not in ALLOWED
            for text in _texts([each], session, texts)
        ),
        definition=_in(concept.definition, to),
        notes=tuple(filter(None, (_in(concept.note, to), _in(label.note, to) if label else ""))),
        sources=label.source if label else (),
    )


def _texts(
    labels: Iterable[Label], session: int | None, official: Collection[str]
) -> tuple[str, ...]:
    """The names in words, those of a session where one is meant; not the official ones again.

    One that means less or more than the term says so, and so does one of a country's own.
    """
    texts = (
        text_of(label, session)
        + (f" ({label.sense} than the term)" if label.sense else "")
        + (f" ({' and '.join(map(country_name, label.of))}'s own)" if label.of else "")
        for label in labels
        if not label.numbered or session is not None
        if text_of(label, session) not in official
    )
    return tuple(dict.fromkeys(texts))


def _in(texts: Mapping[str, str], lang: Lang) -> str:
    """A text in a language, in that of our messages where there is none."""
    return " ".join((texts.get(lang) or texts.get(FALLBACK) or "").split())


def _in_words(ref: SourceRef, base: Termbase) -> str:
    source = base.sources.get(ref.id)
    address = f" <{source.url}>" if source and source.url else ""
    return source_in_words(ref, base) + address
