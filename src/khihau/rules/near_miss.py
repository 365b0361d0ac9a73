"""near-miss: words that are almost a term, by one slip of the keys.

A wrong or missing tone mark (biến đỗi khí hậu), two letters swapped (greenhosue gas), one letter too
many, too few or wrong (기후변하), in Korean also two syllables swapped or one typed twice. The words
around the slip must be those of the term, and what is written must be no word there: "nhà kinh" is a
slip, "nhà kinh tế" is none; 배출원 is no slip for 배출권, nor "adaption fund" for "adaptation fund". So
most slips in terms of three Vietnamese syllables, four Korean ones or two English words are found,
and other words are left alone; a slip that makes another word (than for thân) needs a reader.
Acronyms, quoted speech, words inside a title and code are left alone too, and so is a text typed
without marks: ask `khihau suggest` about that.

By default only names of treaties, bodies, acts and mechanisms are looked at, which no spelling checker
knows, and in English full forms of acronyms that the text writes with the capitals of a name; where the rule is selected by name, and in `khihau suggest --file`, all terms are. A reader who searches for the term, and the other rules of `check`, miss
what is misspelled: a translator who pastes it into a second text makes it two.

The fix puts the term in the place of the words, as the text spells it, with its plural and its
particles; where the nearest name is outdated or wrong, it puts the official one. It is suggested,
not safe: only the writer knows what was meant.

The law on it: rule S1 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam nỗ lực ứng phó với biến đỗi khí hậu. | Việt Nam nỗ lực ứng phó với biến đổi khí hậu. |
| vi | Hai bên bàn cách giảm phát thải khí nhà kinh. | Hai bên mời các nhà kinh tế bàn về phát thải. |
| ko | 정부는 온실가스 배츨권거래제를 손질한다. | 정부는 온실가스 배출원을 조사한다. |
| ko | 파리협적은 2015년에 채택되었다. | 파리 협상은 2015년에 끝났다. |
| en | The two sides spoke about carbon nuetrality. | The two sides spoke about carbon neutrality. |
| en | Parties filed their nationaly determined contributions. | Parties filed their national contributions. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.model import ALLOWED
from khihau.review.base import Checked, Rule, finding, is_judged_name
from khihau.review.official_names import replacement, sources_of
from khihau.termbase.official import official_label

if TYPE_CHECKING:
    from khihau.fuzzy import NearMiss
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    yield from _near_misses(checked, only_names=False)


def _find_names(checked: Checked) -> Iterator[Finding]:
    yield from _near_misses(checked, only_names=True)


def _near_misses(checked: Checked, *, only_names: bool) -> Iterator[Finding]:
    from khihau.fuzzy import near_misses  # dear, and other commands do without

    document, matches, base = checked.document, checked.matches, checked.base
    for near in near_misses(document, matches, base, only_names=only_names):
        if is_judged_name(document, near.start, near.end):
            yield _finding(checked, near)


def _finding(checked: Checked, near: NearMiss) -> Finding:
    span, label = (near.start, near.end), near.label
    message = f"“{checked.document.text[slice(*span)]}” is almost “{near.meant}”"
    name: str | None = near.meant
    if checked.days.status_of(label, *span) in ALLOWED:
        message += "; write that"
    else:
        official = official_label(near.concept, label.lang, kind=label.kind)
        name = official.text if official and official.lang != "mul" else None
        label = official or label
        message += ", which is no right name" + (f"; write “{name}”" if name else "")
    return finding(
        checked,
        RULE.name,
        span,
        message,
        near.concept.id,
        source=sources_of(label),
        fix=replacement(checked, span, name) if name else None,
    )


RULE = Rule(
    "near-miss",
    "words that are almost a name, by one slip; of other terms only when selected",
    _find,
    find_unasked=_find_names,
)
