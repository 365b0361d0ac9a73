"""mixed-labels: one concept under two names in one text, or across the checked files.

Two allowed names of one concept and language that exclude each other, such as Hiệp định Paris and
Thỏa thuận Paris: a reader wonders whether two things are meant. Proper names (bodies, acts, treaties)
are told wherever their words or the order of their words differ; other terms only where one word of
several is exchanged. One finding a name that should not stand, at its first place, with the count;
the name to keep is the preferred one, if the text has it, else the one that it has most, else the
first. Across files one more finding is made for a proper name that is mixed with none in its own
file, but with another one in the set.

Not mixed: an acronym or a short form beside the full name; a name that holds the other (온실가스
배출, 온실가스 배출량), with words in another form, or with the country's name; terms that differ in
more than a word (clean technology, green technology; mưa to, mưa lớn), which good writers vary; a
numbered session; spellings, case and plural; a name cited by number (Điều 6.8); a name of another law or
country (`scope`), of its time (`until`), with another meaning (`homonym`) or one that
is narrower or broader (`sense`); plain words (one
syllable in Vietnamese, two in Korean, one word in English). Nor are two names that the text itself
puts side by side: A (B), A or B, A, còn gọi là B, A와 B.

The fix (suggested) writes the one name wherever the other stands. Korean particles, the English
article and plural, and the case of a headline agree; where one of them is not sure, there is no fix.

The law on it: rule C2 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam phê chuẩn Thỏa thuận Paris năm 2016. Hiệp định Paris có hiệu lực cùng năm. | Việt Nam phê chuẩn Thỏa thuận Paris (còn gọi là Hiệp định Paris) năm 2016. |
| ko | 지구 평균 기온이 또 올랐다. 지구 평균온도를 낮추려면 감축이 필요하다. | 지구 평균 기온이 또 올랐다. 지구 평균기온을 낮추려면 감축이 필요하다. |
| en | Korea has an emissions trading system. Viet Nam will pilot an emissions trading scheme. | Korea has an emissions trading system. Viet Nam will pilot emissions trading. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, finding
from khihau.review.names_used import (
    MIXED_LABELS,
    advice,
    flat,
    names_used,
    note,
    often,
    stands,
)
from khihau.review.official_names import sources_of
from khihau.review.rival_names import Used, label_of, rivalries
from khihau.review.spellings import as_written_here
from khihau.termbase.proper_names import has_proper_name
from khihau.text.positions import Positions

if TYPE_CHECKING:
    from khihau.model import Concept, Finding, Match

    _Name = Used[list[Match]]

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    positions = Positions.of(checked.document)
    for concept, name, target in _mixes(checked):
        from khihau.review.replacing import (
            as_spelled,
            name_for,
            renamed_all,
        )  # few texts have a mix

        first, other = name.where[0], target.where[0]
        place = positions.named(other.start)
        is_proper = has_proper_name(concept)
        words = as_written_here(
            checked.families(), as_spelled(other), other.lang, is_proper=is_proper
        )
        yield finding(
            checked,
            RULE.name,
            (first.start, first.end),
            f"{stands(first.text, name.times)} beside “{flat(other.text)}” "
            f"({often(target.times)}, first in {place}); "
            + advice(concept, target.label, name_for(first, words) or words)
            + note(name.label),
            concept.id,
            aspect="" if is_proper else "terms",
            source=sources_of(target.label),
            fix=renamed_all(checked, name.where, words),
        )


def _mixes(checked: Checked) -> Iterator[tuple[Concept, _Name, _Name]]:
    """Each name that should not stand, with the one to keep."""
    for key, places in names_used(checked).items():
        if len(places.matches) < 2:
            continue  # nearly all: their concepts need not be read
        concept = checked.base[key.concept]
        names = [
            Used(label_of(concept, label, key.lang), len(matches), matches)
            for label, matches in places.matches.items()
        ]
        for name, target in rivalries(concept, names):
            if target.label.text not in places.told_with(name.label.text):
                yield concept, name, target


RULE = Rule(MIXED_LABELS, "one concept under two names in a text or across texts", _find)
