"""What the formats of two languages share: which name of one goes with which name of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khihau.errors import KhihauError
from khihau.exchange.base import Wanted
from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Concept, Label, Lang, Termbase
from khihau.termbase.official import official_label
from khihau.text.cells import flat

__all__ = [
    "Losses",
    "Pair",
    "directed",
    "formula_lost",
    "name_of_its_time",
    "named",
    "pairs",
    "texts_lost",
]

Losses = Counter[tuple[str, str]]  # how many, by what and why: see `losses_of`


_SIGNS = ("acronym", "symbol")


class Pair(NamedTuple):
    """A name of a concept in the source language, and the name to write for it in the target."""

    concept: Concept
    source: Label
    target: Label


def directed(wanted: Wanted) -> tuple[Lang, Lang]:
    """The two languages of an export, from and to.

    Raises KhihauError when one is missing or both are the same.
    """
    if wanted.source is None or wanted.target is None:
        raise KhihauError(
            f"{wanted.path}: this format has one pair of languages; name both, as in --from en --to vi"
        )
    if wanted.source == wanted.target:
        raise KhihauError(
            f"{wanted.path}: --from and --to are both {wanted.source}; name two languages"
        )
    return wanted.source, wanted.target


def pairs(base: Termbase, wanted: Wanted, tool: str) -> tuple[list[Pair], Losses]:
    """Every allowed or outdated name with its rendering, by concept, and the labels without one."""
    source, target = directed(wanted)
    losses: Losses = Counter()
    found = [
        pair for concept in base.concepts for pair in _pairs(concept, source, target, tool, losses)
    ]
    return found, losses


def _pairs(
    concept: Concept, source: Lang, target: Lang, tool: str, losses: Losses
) -> Iterator[Pair]:
    texts: set[str] = set()
    for label in concept.labels:
        if label.lang not in (source, "mul"):
            continue
        if label.status == "forbidden":
            losses["forbidden label", f"{tool} has no place for a wrong name in the source"] += 1
        elif label.status == "mistranslation":
            losses["mistranslation", "in the source they are ordinary words"] += 1
        elif label.sense:
            losses["narrower or broader label", f"{tool} would take it for the concept itself"] += 1
        elif label.numbered:
            losses["numbered label", f"{tool} knows no {{n}} for any number"] += 1
        elif (rendering := _rendering(concept, label, target)) is None:
            why = f"the concept has no preferred name without a number in {LANGUAGES[target].name}"
            losses["label", why] += 1
        elif flat(label.text) not in texts:  # an acronym may stand under `mul` and a language
            texts.add(flat(label.text))
            yield Pair(concept, label, rendering)


def _rendering(concept: Concept, label: Label, lang: Lang) -> Label | None:
    """The official name; an acronym for an acronym, where the language has one.

    One that all languages share stays as it is: a text that says NDC is rendered by one that says NDC,
    and PM10 is not PM2.5, though the concept is the same. A clipped name is rendered in full, and what names
    one country's own thing by the name of that.
    """
    if label.lang == "mul" and label.status in ALLOWED:
        return label
    alike = (
        one
        for one in named(concept, lang)
        if one.status == "preferred" and one.kind == label.kind and one.kind in _SIGNS
        if not one.of or set(one.of) & set(label.of)
    )
    of = label.of[0] if len(label.of) == 1 else None
    official = next(alike, None) or official_label(concept, lang, country=of)
    return None if official is None or official.numbered else official


def named(concept: Concept, lang: Lang) -> Iterator[Label]:
    """The labels of a language, those that all three share last; numbered ones have no place.

    Nor have those that mean less or more than the concept.
    """
    for its in (lang, "mul"):
        own = (one for one in concept.labels if one.lang == its)
        yield from (one for one in own if not one.numbered and not one.sense)


def formula_lost(tool: str) -> tuple[str, str]:
    """The loss of a name that a spreadsheet runs when the list is opened there.

    An apostrophe before it, as in our tables, would become a letter of the term.
    """
    return "label", f"a spreadsheet would run it, and {tool} knows no sign that says it is a text"


def name_of_its_time(pair: Pair, lang: Lang) -> Label | None:
    """What a name that ended on a day was called in the other language until that day.

    Of several the first of the same kind: the termbase has the usual name first.
    """
    ended = [
        one
        for one in named(pair.concept, lang)
        if one.standing == "deprecated" and one.until and one.until == pair.source.until
    ]
    return min(ended, key=lambda one: one.kind != pair.source.kind, default=None)


def texts_lost(base: Termbase, tool: str) -> Losses:
    """What stands in a concept and in no list of pairs."""
    lost: Losses = Counter()
    for concept in base.concepts:
        related = (*concept.related, concept.broader, *concept.replaced_by)
        kinds: tuple[tuple[str, Iterable[object]], ...] = (
            ("definition", concept.definition),
            ("note", (*concept.note, *(text for label in concept.labels for text in label.note))),
            ("relation", filter(None, related)),
            ("session", concept.sessions),
            ("example", (*concept.examples, *concept.counterexamples)),
            ("label detail", (one for label in concept.labels for one in _details(label))),
        )
        for what, items in kinds:
            lost[what, f"{tool} takes words only"] += sum(1 for _ in items)
    return lost


def _details(label: Label) -> Iterator[object]:
    yield from (*label.scope, *label.of)
    yield from filter(None, (label.part_of_speech, label.case, label.reading, label.plural))
