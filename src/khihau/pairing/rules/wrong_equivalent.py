"""wrong-equivalent: a rendering that the glossary calls wrong or outdated, or another term's name.

What it finds, where a term of the source has no right rendering in its passage: a name that is wrong
for it (Công ước Paris for 파리협정), an ordinary word that mistranslates it (đối tác for 당사국), the
name of another treaty, body or instrument of which the source does not speak (NCQG for NDC); as
grave are an office of another rank (thứ trưởng for 장관, President for Thủ tướng), the ministry
of another portfolio, and a name that is wrong anywhere beside a right one or an acronym. Words before
an acronym that are no name of it (năng lượng công lý (JETP)) weigh less, and so do another term
(wind for solar power), what another country calls its own (국가 온실가스 감축목표, Korea's, for the NDC of Việt Nam), and an outdated name, unless the text calls it former or the source speaks of
its time. Left alone are preferred and admitted names in any spelling, the acronym alone, and offices
in any wording (Ngoại trưởng for 외교부 장관).

Why it matters: the reader of the translation meets another thing than the source speaks of.

The law on it: rule P1 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 파리협정 이행을 논의했다. | Hai bên trao đổi việc thực hiện Công ước Paris. | Hai bên trao đổi việc thực hiện Thỏa thuận Paris. |
| ko | Hai bên trao đổi việc thực hiện Thỏa thuận Paris. | 양측은 파리협약 이행을 논의했다. | 양측은 파리협정 이행을 논의했다. |
| en | 지구환경기금이 사업을 지원한다. | The Global Environmental Facility funds the project. | The Global Environment Facility funds the project. |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khihau.dating.former import is_former
from khihau.languages import LANGUAGES
from khihau.model import ALLOWED, Match
from khihau.model.domains import BODIES
from khihau.pairing.answers import as_mistranslations, matches_of
from khihau.pairing.bracketed import beside_acronyms, unofficial
from khihau.pairing.exchanged_acronyms import exchanged_acronyms
from khihau.pairing.owners import is_anothers_in
from khihau.pairing.passages import Need, Paired, Passage, by_span, flat
from khihau.pairing.rule import Found, PairRule, advice, found_at, is_certain, words_of
from khihau.pairing.times import is_of_time, label_then
from khihau.review.official_names import label_of, wrong_name
from khihau.termbase.countries import country_name
from khihau.termbase.official import is_gone, official_label
from khihau.termbase.proper_names import has_own_acronym
from khihau.text.spans import Spans

if TYPE_CHECKING:
    from khihau.model import Label

__all__ = ["RULE"]

_WRONG: Mapping[str, tuple[str, str]] = {
    "forbidden": ("wrong-name", "a wrong name for"),
    "mistranslation": ("wrong-name", "no rendering of"),
    "deprecated": ("outdated", "an outdated name for"),
}


def _find(paired: Paired) -> Iterator[Found]:
    mistaken = _mistranslations(paired)
    bracketed = beside_acronyms(paired.target, _wrong_names(paired, mistaken))
    for passage, words, names in zip(
        paired.passages,
        by_span(mistaken, [one.alignment.target for one in paired.passages]),
        by_span(bracketed, [one.alignment.target for one in paired.passages]),
        strict=True,
    ):
        yield from _exchanged(paired, passage)
        yield from _anothers(paired, passage)
        # What is answered excuses neither a name before its acronym, nor one that is wrong anywhere.
        sure = (*names, *(one for one in passage.matches if one.status == "forbidden"))
        for need in passage.needs:
            if need not in passage.open and (match := _wrong(paired, need, sure)):
                yield _told(paired, need, match, passage)
        for need in (*passage.open, *_within(passage)):
            match = _wrong(paired, need, (*flat(passage.matches), *words))
            if match:
                yield _told(paired, need, match, passage)
            elif need.other:
                yield _other(paired, need, need.other, passage)
        for need in passage.short:
            if need.other:
                yield _other(paired, need, need.other, passage)

    yield from _acronyms(paired)
    for span, acronym, need, passage in unofficial(paired.target, paired.passages):
        message = (
            f"“{paired.target.document.text[slice(*span)]}” is no official form of {acronym}, and "
            f"renders {words_of(paired, need)}{advice(paired, need)}"
        )
        yield found_at(
            paired,
            RULE.name,
            span,
            message,
            need,
            passage,
            aspect="unofficial",
            is_sure=is_certain(need, passage),
        )


def _acronyms(paired: Paired) -> Iterator[Found]:
    """The acronyms of a target that stand for others of the source."""
    source, target = paired.source.document.text, paired.target.document.text
    for passage, (said, written) in exchanged_acronyms(paired):
        right = source[slice(*said)]
        message = (
            f"“{target[slice(*written)]}” is another acronym than “{right}” (source "
            f"{paired.places.named(said[0])}); write “{right}”"
        )
        yield found_at(
            paired,
            RULE.name,
            written,
            message,
            passage=passage,
            aspect="other-name",
            is_sure=passage.is_sure,
        )


def _exchanged(paired: Paired, passage: Passage) -> Iterator[Found]:
    """The offices and ministries of a target that stand for others of the source."""
    for said, written, rank in passage.exchanges:
        source, target = paired.source.document.text, paired.target.document.text
        where = f"“{source[slice(*said)]}” (source {paired.places.named(said[0])})"
        message = f"“{target[slice(*written)]}” is another {'office' if rank else 'ministry'} than {where}"
        needs = (
            need
            for need in passage.needs
            if said[0] < need.mention.end and need.mention.start < said[1]
            if (paired.source.base[need.key[0]].domain == BODIES) != bool(rank)
        )
        need = next(needs, None)
        title = LANGUAGES[paired.lang].offices.title(rank)
        if title:
            message += f"; write “{title}”"
        elif need and not rank:
            message += advice(paired, need)
        aspect = "other-name" if rank or need else "other-term"
        yield found_at(paired, RULE.name, written, message, need, passage, aspect=aspect)


def _anothers(paired: Paired, passage: Passage) -> Iterator[Found]:
    """The names in a target that another country gives its own thing."""
    base = paired.source.base
    is_anothers = is_anothers_in(passage, paired.passages, base)
    for match in passage.matches:
        need = next((one for one in passage.needs if one.key[0] == match.concept), None)
        if need is None or match.status not in ALLOWED or not is_anothers(match):
            continue
        owners = " and ".join(map(country_name, label_of(base, match).of))
        whose = country_name(need.mention.country) if need.mention.country else "another country"
        what = f"a name of {owners}'s own, and no rendering of {words_of(paired, need)}, which is {whose}'s"
        right = label_then(need.mention, paired.source, paired.lang)
        is_sure = is_certain(need, passage)
        finding = wrong_name(
            paired.target, match, RULE.name, what, right, aspect="others-own", is_sure=is_sure
        )
        yield Found(finding, (passage.number, match.concept))


def _told(paired: Paired, need: Need, match: Match, passage: Passage) -> Found:
    aspect, what = _WRONG[match.status]
    is_proven = match.status == "deprecated" or _is_proven(paired, match)
    finding = wrong_name(
        paired.target,
        match,
        RULE.name,
        f"{what} {words_of(paired, need)}",
        _right_then(paired, need),
        aspect=aspect,
        is_sure=is_proven and is_certain(need, passage),
    )
    return Found(finding, (passage.number, match.concept))


def _other(paired: Paired, need: Need, other: Match, passage: Passage) -> Found:
    message = f"“{other.text}” is another term than {words_of(paired, need)}{advice(paired, need)}"
    return found_at(
        paired,
        RULE.name,
        (other.start, other.end),
        message,
        need,
        passage,
        aspect=_aspect(paired, need, other),
        is_sure=is_certain(need, passage) and not need.is_later,
    )


def _wrong_names(paired: Paired, mistaken: Sequence[Match]) -> list[Match]:
    return [*(one for one in paired.target.matches if one.status in _WRONG), *mistaken]


def _within(passage: Passage) -> Iterator[Need]:
    """What longer names of the source hold (Paris in 파리협정 제6조), where the target has no right name."""
    right = {
        match.concept
        for match in flat(passage.matches)
        if match.status in ALLOWED and not match.sense
    }
    for whole in passage.said:
        for match in flat(whole.inner):
            if match.concept not in right and match.concept != whole.concept:
                yield Need(match, is_near=True)


def _aspect(paired: Paired, need: Need, other: Match) -> str:
    """The name of another treaty, body or instrument is graver than another term."""
    base = paired.target.base
    are_names = has_own_acronym(base[need.key[0]]) and has_own_acronym(base[other.concept])
    return "other-name" if are_names else "other-term"


def _right_then(paired: Paired, need: Need) -> Label | None:
    """The name of the past that is to be written, None where that of today is."""
    label = label_then(need.mention, paired.source, paired.lang)
    return label if label and label.standing == "deprecated" else None


def _wrong(paired: Paired, need: Need, matches: Sequence[Match]) -> Match | None:
    """The gravest wrong name of a needed concept among some matches."""
    text = paired.target.document.text
    found = [
        match
        for match in matches
        if match.concept == need.key[0]
        and match.status in _WRONG
        and not (match.status == "deprecated" and is_former(text, match.start, match.end))
        and not _is_of_its_time(paired, need, match)
    ]
    return min(found, key=lambda match: tuple(_WRONG).index(match.status), default=None)


def _is_proven(paired: Paired, wrong: Match) -> bool:
    """Whether a source says what the right name is: one that nobody could source makes no error."""
    concept = paired.target.base[wrong.concept]
    official = official_label(concept, paired.lang, numbered=wrong.number is not None)
    return official is not None and bool(official.source)


def _is_of_its_time(paired: Paired, need: Need, match: Match) -> bool:
    """Whether a name of the past renders one: of a body that is gone both languages have no other."""
    concept = paired.target.base[match.concept]
    return match.status == "deprecated" and (
        is_gone(concept, paired.lang)
        or is_of_time(match, (need.mention,), paired.source, paired.target)
    )


def _mistranslations(paired: Paired) -> list[Match]:
    """Where the target has words that mistranslate an open need, and no longer name holds them."""
    base, checked = paired.target.base, paired.target
    still_open = [need.mention for passage in paired.passages for need in passage.open]
    concepts = dict.fromkeys(one.concept for one in flat(still_open))
    needs = {need.key[0] for passage in paired.passages for need in passage.needs}
    loose = (use.concept for use in checked.ledger.uses if use.meaning == "loose")
    concepts.update(dict.fromkeys(one for one in loose if one in needs))
    found = matches_of(
        checked, (as_mistranslations(base[concept], paired.lang) for concept in concepts)
    )
    names = [match for match in checked.matches if match.status in ALLOWED]
    longer, same = Spans.of(names), {(name.start, name.end) for name in names}
    return [
        replace(match, status="mistranslation")
        for match in found
        if (match.start, match.end) in same or not longer.holds(match.start, match.end)
    ]


RULE = PairRule(
    "wrong-equivalent", "a wrong or outdated rendering of a term, or another term", _find
)
