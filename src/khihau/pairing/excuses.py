"""What may excuse a need that nothing answers (rule P2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from khihau.documents.segments import segment_index
from khihau.fuzzy import shares
from khihau.languages import LANGUAGES
from khihau.model import Concept, Document, Lang, Match, Termbase
from khihau.pairing.passages import Key, Need, Passage, flat
from khihau.pairing.tuned import PARAPHRASED
from khihau.review.base import Checked
from khihau.termbase.official import official_label
from khihau.text.compose import composed
from khihau.text.spans import between
from khihau.text.stops import ends_sentence

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
    share = shares({need.key[0] for some in missing for need in some}, base, lang)
    rendered: set[str] = set()
    for passage, still_open in zip(passages, missing, strict=True):
        known = rendered | named if _is_headline(source.document, passage) else rendered
        words = target.document.text[slice(*passage.alignment.target)]
        free = _free(passage, target.document) if still_open else ""
        yield passage._replace(
            open=tuple(
                need._replace(
                    is_later=need.key[0] in known,
                    is_taken_up=_is_taken_up(words, base[need.key[0]], lang),
                    is_near=_is_near(need.mention, passage, base),
                    is_paraphrased=share(free, need.key[0]) >= PARAPHRASED,
                    is_doubtful=_is_doubtful(need.mention, base),
                )
                for need in still_open
            ),
            additions=tuple(_additions(passage.number, passages)),
        )
        rendered.update(need.key[0] for need in passage.needs if need not in still_open)


def _free(passage: Passage, document: Document) -> str:
    """The words of a target that belong to no name and are prose."""
    low, high = passage.alignment.target
    taken = [(one.start, one.end) for one in passage.matches]
    taken += [
        (one.start, one.end) for one in document.protected[between(document.protected, low, high)]
    ]
    parts, done = [], low
    for start, end in sorted(taken):
        parts.append(document.text[done:start])
        done = max(done, end)
    return " ".join((*parts, document.text[done:high]))


def _is_headline(document: Document, passage: Passage) -> bool:
    """Whether a passage is a heading, or the first line of a text without a mark at its end."""
    start, end = passage.alignment.source
    at = segment_index(document.segments, start)
    if at < 0 or document.segments[at].kind == "heading":
        return at >= 0
    return at == 0 and not ends_sentence(document.text[start:end].rstrip())


def _is_taken_up(words: str, concept: Concept, lang: Lang) -> bool:
    """Whether a passage in `lang` has a pronoun, a demonstrative or the head noun of a concept's name.

    So it takes up the concept without naming it: cơ chế này, 이 기금, the mechanism.
    """
    words, language = composed(words), LANGUAGES[lang].translation
    if language.points_back(words):
        return True
    label = official_label(concept, lang)
    head = language.head(composed(label.text)) if label else ""
    return bool(head) and re.search(rf"(?<!\w){re.escape(head)}", words, re.IGNORECASE) is not None


def _is_doubtful(mention: Match, base: Termbase) -> bool:
    """Whether the source may mean something else: a homonym, or a word of one syllable (than)."""
    labels = base[mention.concept].labels
    homonyms = (one for one in labels if one.text == mention.label and one.homonym)
    is_ambiguous = LANGUAGES[mention.lang].translation.is_ambiguous(mention.text)
    return bool(mention.alternatives) or is_ambiguous or any(homonyms)


def _is_near(mention: Match, passage: Passage, base: Termbase) -> bool:
    """Whether the target says something broader or narrower."""
    concept = base[mention.concept]
    return any(
        concept.broader == match.concept or base[match.concept].broader == concept.id
        for match in flat(passage.matches)
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
