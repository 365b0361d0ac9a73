"""A source held against its target: what each passage speaks of and renders, and what the rules find in that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from khihau.documents.prose.silencers import find_silencers
from khihau.model import ALLOWED, Alignment, Lang, Match
from khihau.pairing.answers import answers_of, as_answers, matches_of, unmet
from khihau.pairing.excuses import excused
from khihau.pairing.foreign_bodies import elsewhere
from khihau.pairing.needs import names_of, needs_of
from khihau.pairing.offices import Offices
from khihau.pairing.owners import is_anothers_in
from khihau.pairing.passages import Need, Paired, Passage, by_span, flat
from khihau.pairing.rule import PairRule
from khihau.pairing.rules import RULES, uncertain_alignment
from khihau.pairing.times import is_then_in, names_then
from khihau.review.base import Checked
from khihau.review.full_forms import unofficial_forms
from khihau.review.running import asked_for
from khihau.review.silencing import Silenced
from khihau.text.positions import Positions
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["compare", "review"]


def compare(
    source: Checked, target: Checked, alignments: Sequence[Alignment], lang: Lang
) -> Paired:
    """Work out what each passage speaks of and renders; `lang` is the language of the target.

    A label of the target's language answers, preferred or admitted, and an acronym of any (rule P1).
    """
    base, text = source.base, target.document.text
    spans = [one.target for one in alignments]
    passages = [
        Passage(number, alignment, said, matches)
        for number, (alignment, said, matches) in enumerate(
            zip(
                alignments,
                by_span(source.matches, [one.source for one in alignments]),
                by_span(target.matches, spans),
                strict=True,
            )
        )
    ]
    names = names_of(source.matches)
    glosses = [span for _, span in unofficial_forms(source)]
    needs = [
        needs_of(passage, names, glosses, source.document.text, base, lang) for passage in passages
    ]
    thens = [is_then_in(passage, passages, source, target) for passage in passages]
    anothers = [is_anothers_in(passage, passages, base) for passage in passages]
    answers = [
        answers_of(passage.matches, text, lang, is_then, is_anothers)
        for passage, is_then, is_anothers in zip(passages, thens, anothers, strict=True)
    ]
    missing = unmet(needs, passages, answers, target, lang)
    wanted: dict[str, list[Match]] = {}
    for need in (need for some in missing for need in some):
        wanted.setdefault(need.key[0], []).append(need.mention)
    again = matches_of(
        target,
        (
            as_answers(base[concept], lang, names_then(base[concept], mentions, source))
            for concept, mentions in sorted(wanted.items())
        ),
    )
    forbidden = Spans.of([one for one in target.matches if one.status == "forbidden"])
    again = tuple(one for one in again if not forbidden.overlaps(one.start, one.end))
    is_elsewhere = elsewhere(source, target, passages, lang)
    answers = [  # what was found both times counts once
        known
        | answers_of(
            (one for one in found if not is_elsewhere(one.start, one.end, one.concept, passage)),
            text,
            lang,
            is_then,
            is_anothers,
        )
        for known, found, passage, is_then, is_anothers in zip(
            answers, by_span(again, spans), passages, thens, anothers, strict=True
        )
    ]
    more = by_span(_apart(again, target.matches), spans)
    passages = [
        passage._replace(matches=tuple(sorted((*passage.matches, *found), key=_start)), needs=own)
        for passage, found, own in zip(passages, more, needs, strict=True)
    ]
    offices = Offices(source, target, passages, is_elsewhere)
    missing = [
        [
            need
            for need in some
            if _has_wrong_name(need, passage) or not offices.answers(need, passage)
        ]
        for passage, some in zip(
            passages, unmet(needs, passages, answers, target, lang), strict=True
        )
    ]
    passages = [one._replace(exchanges=tuple(offices.exchanges(one))) for one in passages]
    judged = excused(passages, missing, answers, source, target, lang)
    return Paired(source, target, lang, tuple(judged), Positions.of(source.document))


def _has_wrong_name(need: Need, passage: Passage) -> bool:
    """Whether the target has a name of what a need asks for that is none to write."""
    return any(
        one.concept == need.key[0] and one.status not in ALLOWED for one in flat(passage.matches)
    )


def _apart(found: Sequence[Match], known: Sequence[Match]) -> list[Match]:
    """The matches that overlap no known one; both are in text order."""
    spans = Spans.of(known)
    return [match for match in found if not spans.overlaps(match.start, match.end)]


def _start(match: Match) -> int:
    return match.start


def review(paired: Paired, rules: Iterable[PairRule]) -> list[Finding]:
    """The findings of some rules, in the order of the target's text.

    On one concept in one passage the earlier rule's finding stands. Comments in the target silence
    as they do for `check`. Of two texts that are no translations of each other only that is told.
    """
    told: set[tuple[int, str]] = set()
    kept: list[Finding] = []
    rules = tuple(rules)
    wanted = {rule.name for rule in rules}
    paired = paired._replace(target=asked_for(paired.target, rules))
    customs = paired.target.customs
    run = (uncertain_alignment.RULE,) if paired.are_strangers else RULES
    for rule in run:  # all, since what an ignored rule finds no other one says in its place
        for finding, about in rule.find(paired):
            if rule.name in wanted and (about is None or about not in told):
                kept.append(finding)
            if about is not None:
                told.add(about)
    silenced = Silenced(find_silencers(paired.target.document), paired.target.base)
    heard = (
        one
        for one in kept
        if customs.ruling(one.rule, one.aspect, one.concept).severity
        and not silenced.holds(one.rule, one.concept, one.start)
    )
    return sorted(heard, key=lambda finding: (finding.start, finding.end))
