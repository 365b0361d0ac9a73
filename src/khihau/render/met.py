"""What an annotated document met: each concept once, with its official renderings and sources."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khihau.model import (
    ALLOWED,
    LANGS,
    SENSES,
    UNVERIFIED,
    Concept,
    Label,
    Lang,
    Match,
    Sense,
    SourceRef,
    Status,
    Termbase,
)
from khihau.model.day import written_day
from khihau.render.views import View, source_in_words
from khihau.termbase.countries import country_name
from khihau.termbase.official import name_until, official_label, text_of

__all__ = [
    "Met",
    "Rendering",
    "beside_rendering",
    "concerns",
    "met",
    "official_names",
    "shown",
    "source_text",
    "with_own",
]


class Rendering(NamedTuple):
    """The official label in one target language; `sources` empty means unverified.

    `until` is the day on which it ended, for the name of the time of which the text speaks; `of` the
    country that calls its own so, where that is another name than the others' (rule M14).
    """

    lang: Lang
    text: str
    status: Status
    sources: tuple[SourceRef, ...]
    until: datetime.date | None = None
    of: str = ""

    @property
    def standing(self) -> str:
        """Its status, or until when it was the name; and whose own thing it names."""
        standing = f"until {written_day(self.until)}" if self.until else self.status
        return f"{country_name(self.of)}'s own, {standing}" if self.of else standing


@dataclass(frozen=True, slots=True)
class Met:
    """A concept in the order of its first mention: the forms met, with counts, and its renderings.

    `wrong` are the forms that a text should not say, `senses` those that mean less or more than the
    renderings, `countries` those whose thing it may be, None where it is nobody's in particular.
    """

    number: int
    concept: Concept
    session: int | None
    forms: tuple[tuple[str, int], ...]
    statuses: tuple[Status, ...]
    wrong: Mapping[str, Status]
    senses: Mapping[str, Sense]
    countries: tuple[str | None, ...]
    renderings: tuple[Rendering, ...]
    missing: tuple[Lang, ...]

    @property
    def count(self) -> int:
        """How often the concept was met."""
        return sum(count for _, count in self.forms)


def met(matches: Iterable[Match], base: Termbase, to: Sequence[Lang]) -> list[Met]:
    """The concepts of the top-level matches, a session number (COP29, COP30) being one of its own."""
    groups: dict[tuple[str, int | None], list[Match]] = {}
    for match in matches:
        groups.setdefault((match.concept, match.number), []).append(match)
    return [
        _met(number, base[concept_id], session, group, to)
        for number, ((concept_id, session), group) in enumerate(groups.items(), start=1)
    ]


def _met(
    number: int, concept: Concept, session: int | None, group: Sequence[Match], to: Sequence[Lang]
) -> Met:
    asked = (country for match in group for country in (match.country, *match.own))
    countries = tuple(dict.fromkeys(asked))
    labels = [
        (lang, label) for lang in to for label in official_names(concept, lang, session, countries)
    ]
    of_their_time = tuple(_of_their_time(concept, group, to))
    then = {(one.lang, one.text) for one in of_their_time}
    return Met(
        number,
        concept,
        session,
        tuple(Counter(" ".join(match.text.split()) for match in group).items()),
        tuple(dict.fromkeys(match.status for match in group)),
        {
            " ".join(match.text.split()): match.status
            for match in group
            if match.status in ("deprecated", "forbidden")
        },
        {" ".join(match.text.split()): match.sense for match in group if match.sense},
        countries,
        (
            *of_their_time,
            *(
                Rendering(lang, text_of(label, session), label.status, label.source, of=of)
                for lang, (label, of) in labels
                if (lang, label.text) not in then
            ),
        ),
        tuple(lang for lang in to if all(lang != known for known, _ in labels)),
    )


def official_names(
    concept: Concept, lang: Lang, session: int | None, countries: Iterable[str | None]
) -> Iterator[tuple[Label, str]]:
    """The official names of the things of some countries, each once, with whose own it names, if one's.

    None in the place of a country is nobody's in particular.
    """
    seen: set[str] = set()
    for country in countries:
        label = official_label(concept, lang, numbered=session is not None, country=country)
        if label and label.text not in seen:
            seen.add(label.text)
            yield label, country if country and country in label.of else ""


def _of_their_time(
    concept: Concept, group: Sequence[Match], to: Sequence[Lang]
) -> Iterator[Rendering]:
    """What names that were right on their day were called then: names of one day render each other."""
    untils = {label.text: label.until for label in concept.labels if label.standing == "deprecated"}
    right = (untils.get(match.label) for match in group if match.status in ALLOWED)
    for until in dict.fromkeys(filter(None, right)):
        for lang in to:
            if label := name_until(concept, lang, until):
                yield Rendering(lang, label.text, label.status, label.source, until)


def shown(matches: Sequence[Match], view: View) -> Sequence[Match]:
    """The matches to mark in the draft: all, or the first of each concept."""
    if not view.first_only:
        return matches
    first: dict[tuple[str, int | None], Match] = {}
    for match in matches:
        first.setdefault((match.concept, match.number), match)
    return list(first.values())


def source_text(sources: Sequence[SourceRef], base: Termbase) -> str:
    """The sources of a label in words, "unverified" when there is none."""
    return "; ".join(source_in_words(ref, base) for ref in sources) or UNVERIFIED


def with_own(name: str, lang: str, match: Match) -> str:
    """The rendering of a match, and what countries call their own where it does not say whose it is."""
    own = (
        f"{country_name(of)}'s own: {names[lang]}"
        for of, names in match.own.items()
        if lang in names
    )
    return "; ".join((name, *own)) if name else name


def beside_rendering(sense: Sense) -> str:
    """What a name that means less, or more, is called beside the official rendering."""
    return f"{sense} than the rendering"


def concerns(matches: Sequence[Match], entries: Sequence[Met]) -> list[str]:
    """What a translator should look at, one phrase a kind."""
    found: list[str] = []
    for status, words in (
        ("forbidden", "wrong name"),
        ("deprecated", "outdated name"),
    ):
        names = Counter(f"“{match.text}”" for match in matches if match.status == status)
        if names:
            found.append(f"{words}: " + ", ".join(names))
    for sense in SENSES:
        names = Counter(f"“{match.text}”" for match in matches if match.sense == sense)
        if names:
            found.append(f"{beside_rendering(sense)}: " + ", ".join(names))
    unclear = Counter(
        f"“{match.text}” ({' or '.join(match.alternatives)})"
        for match in matches
        if match.alternatives
    )
    if unclear:
        found.append("several senses: " + ", ".join(unclear))
    homonyms = Counter(f"“{match.text}”" for match in matches if _homonym(match, entries))
    if homonyms:
        found.append("check the sense: " + ", ".join(homonyms))
    for lang in LANGS:
        missing = [entry.forms[0][0] for entry in entries if lang in entry.missing]
        if missing:
            found.append(f"no {lang} rendering yet: " + ", ".join(f"“{name}”" for name in missing))
    unverified = [
        rendering.text
        for entry in entries
        for rendering in entry.renderings
        if not rendering.sources
    ]
    if unverified:
        found.append("unverified rendering: " + ", ".join(f"“{text}”" for text in unverified))
    return found


def _homonym(match: Match, entries: Sequence[Met]) -> bool:
    return any(
        label.homonym and label.text == match.label and label.lang == match.lang
        for entry in entries
        if entry.concept.id == match.concept
        for label in entry.concept.labels
    )
