"""What `pair` finds of mistakes that are planted in good translations, and what it says without any.

Run `python bench/pair.py`. The translations are those of `data/bitexts`, each mistake is planted
alone, and a finding counts when it is on the right term or number.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bitexts import HELD_OUT_FROM, Gold, read_golds
from khihau.engine import annotate, paired_of, read
from khihau.model import ALLOWED, Finding, Match, Termbase
from khihau.pairing.compare import review
from khihau.pairing.rules import RULES
from khihau.quantities import quantities
from khihau.termbase.load import load_glossary
from khihau.termbase.official import official_label, text_of

_EACH = 12  # mistakes of a kind in one text


class Planted(NamedTuple):
    """A translation with one mistake: the term that it concerns, and what its finding must be."""

    target: str
    concept: str | None
    rules: tuple[str, ...]


def main() -> None:
    """Print findings on the good translations by severity, then the share found of each mistake."""
    base = load_glossary()
    golds = read_golds()
    for title, some in (
        ("mended by", [gold for gold in golds if gold.number < HELD_OUT_FROM]),
        ("held out", [gold for gold in golds if gold.number >= HELD_OUT_FROM]),
    ):
        _clean(title, some, base)
        _mistakes(some, base)


def _clean(title: str, golds: Sequence[Gold], base: Termbase) -> None:
    """The findings on good translations: each is a false alarm until someone shows otherwise."""
    told: Counter[str] = Counter()
    passages = 0
    for gold in golds:
        paired = paired_of(read(gold.source), read(gold.target), base)
        passages += len(paired.passages)
        told.update(f"{one.severity} {one.rule}" for one in review(paired, RULES))
    print(f"\n{len(golds)} good translations, {title}: {passages} passages")
    for kind, count in sorted(told.items()):
        print(f"  {kind:<36} {count:>4}   {100 * count / passages:5.1f} in 100 passages")


def _mistakes(golds: Sequence[Gold], base: Termbase) -> None:
    print(f"{'planted':<36} {'texts':>5} {'found':>6} {'at warning or error':>20}")
    for name, plant in KINDS.items():
        found = grave = total = 0
        for gold in golds:
            before = Counter(map(_key, _findings(gold, gold.target, base)))
            for planted in plant(gold, base):
                total += 1
                new = Counter(map(_key, _findings(gold, planted.target, base))) - before
                hits = [key for key in new if key[1] in planted.rules and key[2] == planted.concept]
                found += bool(hits)
                grave += any(key[0] != "info" for key in hits)
        print(f"  {name:<34} {total:>5} {found / total:>6.1%} {grave / total:>20.1%}")


def _findings(gold: Gold, target: str, base: Termbase) -> list[Finding]:
    return review(paired_of(read(gold.source), read(target), base), RULES)


def _key(finding: Finding) -> tuple[str, str, str | None]:
    return finding.severity, finding.rule, finding.concept


def _terms(gold: Gold, base: Termbase) -> Iterator[list[Match]]:
    """The mentions of each term that source and target both name, a random dozen of terms."""
    said = {match.concept for match in annotate(gold.source, base)}
    mentions: dict[str, list[Match]] = {}
    for match in annotate(gold.target, base):
        if match.status in ALLOWED and match.concept in said and not match.alternatives:
            mentions.setdefault(match.concept, []).append(match)
    chosen = list(mentions.values())
    random.Random(gold.number).shuffle(chosen)
    yield from chosen[:_EACH]


def _written(text: str, matches: list[Match], new: str) -> str:
    for match in reversed(matches):
        text = text[: match.start] + new + text[match.end :]
    return text


def _wrong_names(gold: Gold, base: Termbase) -> Iterator[Planted]:
    """A name that the glossary calls wrong, in all places of the term."""
    for mentions in _terms(gold, base):
        concept = base[mentions[0].concept]
        wrong = [
            label.text
            for label in concept.labels
            if label.status in ("forbidden", "mistranslation")
            and label.lang == gold.langs[1]
            and not (label.numbered or label.near)
        ]
        if wrong:
            text = _written(gold.target, mentions, wrong[0])
            yield Planted(text, concept.id, ("wrong-equivalent",))


def _other_terms(gold: Gold, base: Termbase) -> Iterator[Planted]:
    """The official name of a related term of which the source does not speak."""
    said = {match.concept for match in annotate(gold.source, base)}
    for mentions in _terms(gold, base):
        concept = base[mentions[0].concept]
        names = (
            official_label(base[other], gold.langs[1])
            for other in concept.related
            if other not in said
        )
        name = next((one for one in names if one and not one.near and not one.numbered), None)
        if name:
            text = _written(gold.target, mentions, text_of(name, None))
            yield Planted(text, concept.id, ("wrong-equivalent", "missing-equivalent"))


def _dropped(gold: Gold, base: Termbase) -> Iterator[Planted]:
    """Nothing in the places of the term but a filler."""
    filler = {"vi": "nội dung liên quan", "ko": "관련 내용", "en": "the matter"}[gold.langs[1]]
    for mentions in _terms(gold, base):
        text = _written(gold.target, mentions, filler)
        yield Planted(text, mentions[0].concept, ("missing-equivalent",))


def _sessions(gold: Gold, base: Termbase) -> Iterator[Planted]:
    """Another session of a conference, in one place."""
    for match in annotate(gold.target, base):
        if match.number and str(match.number) in match.text:
            other = match.text.replace(str(match.number), str(match.number + 1))
            text = _written(gold.target, [match], other)
            yield Planted(text, match.concept, ("wrong-session",))


def _numbers(gold: Gold, base: Termbase) -> Iterator[Planted]:  # noqa: ARG001
    """Another first digit of a number, in one place."""
    document = read(gold.target)
    found = [
        (segment.start + one.start, segment.start + one.end)
        for segment in document.segments
        for one in quantities(gold.target[segment.start : segment.end], gold.langs[1])
        if one.value > 12
    ]
    random.Random(gold.number).shuffle(found)
    for start, end in found[:_EACH]:
        words = gold.target[start:end]
        at = next((at for at, letter in enumerate(words) if letter in "12345678"), None)
        if at is not None:
            changed = f"{words[:at]}{int(words[at]) + 1}{words[at + 1 :]}"
            yield Planted(
                gold.target[:start] + changed + gold.target[end:],
                None,
                ("wrong-number", "wrong-document-number"),
            )


KINDS: dict[str, Callable[[Gold, Termbase], Iterator[Planted]]] = {
    "a wrong name everywhere": _wrong_names,
    "another term everywhere": _other_terms,
    "the term left out everywhere": _dropped,
    "another session": _sessions,
    "another number": _numbers,
}


if __name__ == "__main__":
    main()
