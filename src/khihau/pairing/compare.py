"""A source held against its target: each passage with what it speaks of and what it renders."""

from __future__ import annotations

from collections.abc import Sequence

from khihau.model import Alignment, Lang, Match
from khihau.pairing.answers import answers_of, needs_of, unmet
from khihau.pairing.excuses import excused
from khihau.pairing.heads import heads_of
from khihau.pairing.passages import Paired, Passage, by_span
from khihau.pairing.sought import expected, sought
from khihau.review.base import Checked
from khihau.review.full_forms import unofficial_forms
from khihau.text.positions import Positions
from khihau.text.spans import Spans

__all__ = ["compare"]


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
    heads = heads_of(source.matches)
    forms = [span for _, span in unofficial_forms(source)]
    needs = [needs_of(passage, heads, forms, base, lang) for passage in passages]
    answers = [answers_of(passage.matches, text, lang) for passage in passages]
    missing = unmet(needs, passages, answers, target, lang)
    names = sorted({need.key[0] for some in missing for need in some})
    again = sought(target, (expected(base[name], lang) for name in names))
    answers = [  # what was found both times counts once
        known | answers_of(found, text, lang)
        for known, found in zip(answers, by_span(again, spans), strict=True)
    ]
    more = by_span(_apart(again, target.matches), spans)
    passages = [
        passage._replace(matches=tuple(sorted((*passage.matches, *found), key=_start)), needs=own)
        for passage, found, own in zip(passages, more, needs, strict=True)
    ]
    missing = unmet(needs, passages, answers, target, lang)
    judged = excused(passages, missing, answers, source, target, lang)
    return Paired(source, target, lang, tuple(judged), Positions.of(source.document))


def _apart(found: Sequence[Match], known: Sequence[Match]) -> list[Match]:
    """The matches that overlap no known one; both are in text order."""
    spans = Spans.of(known)
    return [match for match in found if not spans.overlaps(match.start, match.end)]


def _start(match: Match) -> int:
    return match.start
