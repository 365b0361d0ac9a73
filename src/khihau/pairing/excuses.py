"""What may excuse a need that nothing answers (rule P2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from khihau.documents.segments import segment_index
from khihau.fuzzy import shares
from khihau.languages import LANGUAGES
from khihau.pairing.other_terms import short_of, with_others
from khihau.pairing.passages import flat
from khihau.pairing.renderings import Share, is_name, left_of, rendering_of
from khihau.pairing.tuned import SAID_OTHERWISE
from khihau.text.stops import ends_sentence

if TYPE_CHECKING:
    from khihau.model import Document, Lang, Match, Termbase
    from khihau.pairing.passages import Key, Need, Passage
    from khihau.review.base import Checked

__all__ = ["excused"]


def excused(
    passages: Sequence[Passage],
    missing: Sequence[Sequence[Need]],
    answers: Sequence[Mapping[Key, int]],
    source: Checked,
    target: Checked,
    lang: Lang,
) -> Iterator[Passage]:
    """The passages with their open needs and what may excuse each; and what the target adds.

    `missing` are the needs of each passage that nothing answers, `answers` what its target names.
    """
    base = source.base
    named = {concept for known in answers for concept, _ in known}
    passages = [one._replace(additions=tuple(_additions(one.number, passages))) for one in passages]
    share = shares(_compared(passages, missing), base)
    rendered: set[str] = set()
    said: set[str] = set()
    for passage, still_open in zip(passages, missing, strict=True):
        if still_open:
            is_headline = _is_headline(source.document, passage)
            left = left_of(passage, target.document, lang)
            is_said = partial(_is_said, passage, source.document.text, share)
            told = [
                need._replace(
                    is_name=is_name(base[need.key[0]]),
                    is_first=need.key[0] not in said,
                    is_later=need.key[0] in rendered or (is_headline and need.key[0] in named),
                    is_near=_is_near(need.mention, passage, base),
                    is_doubtful=_is_doubtful(need.mention, base),
                )
                for need in still_open
            ]
            passage = passage._replace(
                open=tuple(
                    need._replace(
                        rendering="known"
                        if is_headline and (need.is_later or not need.is_name)
                        else rendering_of(need, passage, left, share, base[need.key[0]], lang)
                    )
                    for need in with_others(told, passage.additions, base, is_said)
                )
            )
        yield passage._replace(short=tuple(short_of(passage, base)))
        rendered.update(need.key[0] for need in passage.needs if need not in still_open)
        said.update(need.key[0] for need in passage.needs)


def _compared(passages: Sequence[Passage], missing: Sequence[Sequence[Need]]) -> set[str]:
    """The concepts whose names are held against words: those missing, and what stands beside them."""
    found: set[str] = set()
    for passage, still_open in zip(passages, missing, strict=True):
        if still_open:
            found.update(need.key[0] for need in still_open)
            found.update(match.concept for match in passage.additions)
    return found


def _is_said(passage: Passage, text: str, share: Share, added: Match, need: Need) -> bool:
    """Whether the source of a passage has words for what its target adds, beside the names of a need."""
    low, high = passage.alignment.source
    words, done = [], low
    for match in passage.said:
        if match.concept == need.key[0]:
            words.append(text[done : match.start])
            done = match.end
    words.append(text[done:high])
    lang = need.mention.lang
    return lang != "mul" and share(" ".join(words), lang, added.concept, "") >= SAID_OTHERWISE


def _is_headline(document: Document, passage: Passage) -> bool:
    """Whether a passage is a heading, or the first line of a text without a mark at its end."""
    start, end = passage.alignment.source
    at = segment_index(document.segments, start)
    if at < 0 or document.segments[at].kind == "heading":
        return at >= 0
    is_first_line = at == 0 and not passage.is_unit
    return is_first_line and not ends_sentence(document.text[start:end].rstrip())


def _is_doubtful(mention: Match, base: Termbase) -> bool:
    """Whether the source may mean something else: a homonym, or a word of one syllable (than)."""
    labels = base[mention.concept].labels
    homonyms = (one for one in labels if one.text == mention.label and one.homonym)
    is_ambiguous = LANGUAGES[mention.lang].translation.is_ambiguous(mention.text)
    return bool(mention.alternatives) or is_ambiguous or any(homonyms)


def _is_near(mention: Match, passage: Passage, base: Termbase) -> bool:
    """Whether the target says something broader or narrower, of which the source does not speak itself."""
    concept = base[mention.concept]
    return any(
        concept.broader == match.concept or base[match.concept].broader == concept.id
        for match in flat(passage.additions)
    )


def _additions(at: int, passages: Sequence[Passage]) -> Iterator[Match]:
    near = passages[max(0, at - 1) : at + 2]
    said = {
        concept
        for passage in near
        for match in flat(passage.said)
        for concept in (match.concept, *match.alternatives)
    }
    for match in passages[at].matches:
        if said.isdisjoint((match.concept, *match.alternatives)):
            yield match
