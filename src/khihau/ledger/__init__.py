"""The ledger of acronyms: where each is defined, used, or neither (rules A1 to A7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from khihau.documents.segments import lang_at
from khihau.languages.known_acronyms import known_acronyms, known_bodies
from khihau.ledger.definitions import (
    Fulls,
    Mention,
    is_citation,
    is_dateline,
    meaning_of,
    named_otherwise,
    promises,
    written_out,
)
from khihau.ledger.events import Event, events
from khihau.ledger.places import Found, Shouted, introduced, is_acronym, matched, unmatched
from khihau.ledger.short_names import short_names
from khihau.ledger.uses import Use
from khihau.match.scan import Hit
from khihau.model import AcronymEntry, Document, Match, Options, Termbase
from khihau.text.regex import regex
from khihau.text.spans import holds, joined

__all__ = ["Event", "Ledger", "Use", "ledger"]

_WORD_END = regex(r"[^\w&+]+")


class Ledger(NamedTuple):
    """Every use in text order, the events among them, and the short names that are no acronyms."""

    uses: tuple[Use, ...]
    events: tuple[Event, ...]
    short_names: tuple[AcronymEntry, ...] = ()

    @property
    def entries(self) -> tuple[AcronymEntry, ...]:
        """One entry an event or a short name, in text order."""
        entries = (*(event.entry for event in self.events), *self.short_names)
        return tuple(sorted(entries, key=lambda entry: (entry.start, entry.end)))

    def of(self, concept: str) -> tuple[Use, ...]:
        """The uses of one concept's acronyms."""
        return tuple(use for use in self.uses if use.concept == concept)


def ledger(
    document: Document,
    matches: Sequence[Match],
    hits: Sequence[Hit],
    base: Termbase,
    known: Mapping[str, str],
    options: Options,
) -> Ledger:
    """Collect the acronyms of a document and what it does with each.

    `known` gives the concept of each acronym of the base, `matches` are the resolved top-level
    matches, `hits` all accepted ones (a full form may stand inside a longer label). Offsets are code
    points of the document's text.
    """
    ignored = known_acronyms() | options.ignored_acronyms
    found = [
        *matched(document, matches, ignored),
        *unmatched(document, matches, known, ignored),
    ]
    found.sort(key=lambda one: one.use.start)
    fulls = Fulls.of(hit for hit in hits if _can_write_out(hit))
    weighed = [one._replace(use=_weighed(document, one, fulls, base)) for one in found]
    defined = {one.use.concept for one in weighed if _defines(one)}
    forms = joined(one.use.expansion for one in weighed if one.use.expansion and _defines(one))
    weighed = [one for one in weighed if not _is_word_of_a_form(one.use, forms)]
    shouted = Shouted(document)
    uses = tuple(one.use for one in weighed if _counts(document, one, defined, shouted))
    bodies = introduced(document, known, known_bodies() - options.ignored_acronyms)
    misnamed = [use for one in bodies if (use := _misnamed(document, one, fulls, base))]
    other = (use for use in misnamed if use.meaning == "conflict")
    uses = tuple(sorted((*uses, *other), key=lambda use: use.start))
    found_events = _without_held(events(document, uses), uses, matches)
    # Nobody needs them written out: words before one that are no name are no event.
    loose = (use for use in misnamed if use.meaning == "loose")
    uses = tuple(sorted((*uses, *loose), key=lambda use: use.start))
    return Ledger(uses, found_events, tuple(short_names(document, fulls)))


def _without_held(
    found: tuple[Event, ...], uses: Sequence[Use], matches: Sequence[Match]
) -> tuple[Event, ...]:
    """The events; an acronym is not unused that a longer name holds (LNG-fired power plant).

    Nor is one that holds, or is held by, another that stands there: K-ETS and ETS.
    """
    if not any(event.entry.kind == "unused" for event in found):
        return found
    names = (one.text for one in matches if not is_acronym(one.kind, one.label))
    held = {word for name in names for word in _WORD_END.split(name)}
    acronyms = {use.acronym for use in uses}
    for longer in acronyms:
        parts = set(_WORD_END.split(longer)) & acronyms
        held |= {longer, *parts} if parts - {longer} else set()
    return tuple(
        event for event in found if event.entry.kind != "unused" or event.entry.acronym not in held
    )


def _weighed(document: Document, found: Found, fulls: Fulls, base: Termbase) -> Use:
    """The use with what writes it out: the first shape that says something, loose words last."""
    use = found.use
    concepts = tuple(concept for concept in (use.concept, found.around) if concept)
    mention = Mention(use.acronym, concepts, use.number, lang_at(document.segments, use.start))
    loose = use
    for written in written_out(document, use.start, use.end, fulls):
        meaning = meaning_of(document, mention, written, base)
        if meaning and meaning[0] != "loose":
            value, form = meaning
            is_foreign = written.shape == "gloss" and form[0] >= written.words[1]
            beside = written.words if is_foreign or value == "free" else None
            beside = form if value == "inexact" else beside
            value = "definition" if value in ("inexact", "free") else value
            return use._replace(
                meaning=value,
                expansion=form,
                beside=beside,
                is_set_up=written.is_set_up,
                is_promise=promises(document.text, use.start, use.end),
            )
        if meaning and not loose.meaning:
            loose = use._replace(meaning="loose", expansion=meaning[1])
    return loose


def _misnamed(document: Document, found: Found, fulls: Fulls, base: Termbase) -> Use | None:
    """The use of a well-known acronym with the name of another body, or with words that are no name.

    None where it has neither.
    """
    use = found.use
    for written in written_out(document, use.start, use.end, fulls):
        name = named_otherwise(document.text, use.acronym, use.concept, written, base)
        if name:
            return use._replace(meaning="conflict", expansion=name)
    if not use.concept:
        return None
    weighed = _weighed(document, found, fulls, base)
    return weighed if weighed.meaning == "loose" else None


def _counts(document: Document, found: Found, defined: Set[str | None], shouted: Shouted) -> bool:
    """Whether an acronym is a use: no citation, no word of a headline, none that means another thing."""
    use = found.use
    if use.concept and use.meaning == "definition":
        return True
    if not found.around and is_citation(document.text, use.start, use.end):
        return False
    if not use.concept and is_dateline(document, use.start, use.end):
        return False
    if found.fallen:
        return use.meaning == "conflict" or use.concept in defined
    return bool(use.concept or use.meaning) or not shouted.at(use.start, use.end)


def _defines(found: Found) -> bool:
    return found.use.meaning == "definition"


def _is_word_of_a_form(use: Use, forms: Sequence[tuple[int, int]]) -> bool:
    """Whether letters that nothing explains are a word of the form of another acronym."""
    return not (use.concept or use.meaning) and holds(forms, use.start, use.end)


def _can_write_out(hit: Hit) -> bool:
    kind = hit.term.kind
    return kind == "full" or (kind == "short" and not is_acronym(kind, hit.term.text))
