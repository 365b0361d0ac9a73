"""wrong-place: another country, territory or body of water than the source names.

What it finds: a place of the source that its passage does not name, while a place of the same kind
stands there of which the source does not speak: Lào for 베트남, Hàn Quốc for North Korea, Biển Đông for
동해. Left alone are a place that is merely left out, one that its people, its capital or a short form
speak of (người Mỹ, 워싱턴, 한·미), one that words stand for (nước này, 양국, both sides), one that stands
in the passage beside, and a passage whose alignment is weak.

Why it matters: another country's waters or government is a diplomatic incident, and no other rule sees it.

The law on it: rule P7 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 베트남은 해상풍력을 늘린다. | Lào tăng điện gió ngoài khơi. | Việt Nam tăng điện gió ngoài khơi. |
| ko | Iran và Oman ký thỏa thuận về dầu khí. | 이라크와 오만이 석유·가스 협정을 체결했다. | 이란과 오만이 석유·가스 협정을 체결했다. |
| en | 북한은 그 회의에 참석하지 않았다. | South Korea did not attend the meeting. | North Korea did not attend the meeting. |
"""

from __future__ import annotations

from collections.abc import Iterator

from khihau.documents.segments import main_lang
from khihau.languages import LANGUAGES
from khihau.model import FALLBACK, Match, Termbase
from khihau.model.domains import PLACES
from khihau.pairing.countries import exchanged, spoken_of
from khihau.pairing.passages import Paired, Passage
from khihau.pairing.rule import Found, PairRule, advice, found_at, words_of

__all__ = ["RULE"]


def _find(paired: Paired) -> Iterator[Found]:
    yield from _countries(paired)
    for passage in paired.passages:
        if passage.is_sure:
            yield from _places(paired, passage)


def _places(paired: Paired, passage: Passage) -> Iterator[Found]:
    """Names of the glossary's domain of places that stand for others of it."""
    base = paired.target.base
    needs = (*passage.open, *passage.short)
    lost = [need for need in needs if _is_place(need.mention, base)]
    gained = [match for match in passage.additions if _is_place(match, base)]
    for need, match in zip(lost, gained, strict=False):
        where = words_of(paired, need)
        message = f"“{match.text}” is another place than {where}{advice(paired, need)}"
        span = (match.start, match.end)
        yield found_at(paired, RULE.name, span, message, need, passage)


def _is_place(match: Match, base: Termbase) -> bool:
    """Whether a match is the name of a place and of no country, which `_countries` asks for."""
    if base[match.concept].domain != PLACES or match.lang == "mul":
        return False
    named = LANGUAGES[match.lang].countries.mentions(match.text)
    return not any((one.start, one.end) == (0, len(match.text)) for one in named)


def _countries(paired: Paired) -> Iterator[Found]:
    source, target, passages = paired.source.document, paired.target.document, paired.passages
    base, lang = paired.target.base, main_lang(source.segments) or FALLBACK
    said = [match for passage in passages for match in passage.said]
    matches = [match for passage in passages for match in passage.matches]
    spoken = spoken_of(source, lang, [one.alignment.source for one in passages], said, base)
    written = spoken_of(
        target, paired.lang, [one.alignment.target for one in passages], matches, base
    )
    for passage in passages:
        if not passage.is_sure:
            continue
        for one, other in exchanged(spoken, written, passage.number, may_move=not passage.is_unit):
            span = (other.start, other.end)
            message = (
                f"“{target.text[slice(*span)]}” is another country than "
                f"“{source.text[one.start : one.end]}” (source {paired.places.named(one.start)}); "
                f"write “{LANGUAGES[paired.lang].countries.name(one.country)}”"
            )
            yield found_at(paired, RULE.name, span, message, passage=passage)


RULE = PairRule("wrong-place", "another country or body of water than the source names", _find)
