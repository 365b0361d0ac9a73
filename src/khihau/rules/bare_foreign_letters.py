"""bare-foreign-letters: foreign letters that stand bare in Korean prose.

What it finds: in Korean texts an acronym in Latin letters that nothing introduces (FTA를 for
자유무역협정(FTA)을), of the glossary or of a reviewed list of everyday ones, once, at its first bare
place; and Chinese characters that stand for words: countries (韓·베 정상회담, 美 정부) and words of one
character (前 장관, 新시장). One finding tells all places of such a sign. Texts in other languages have
no such rule. Left alone are letters in brackets, acronyms behind their name in brackets, the
head of a text and headings (but for Chinese characters), tables, titles, quoted speech, units, codes and addresses, names of
firms, acronyms that have no accepted Hangul name, those that your settings ignore, and short names
in Hangul (한·베).

Why it matters: 국어기본법 제14조 asks that public documents be written in Hangul, with foreign letters
in brackets behind it where they are needed. The fix writes the name and the brackets, and the
particle agrees with the name; it is suggested. Where a sign or an acronym may be read in several ways
(中, 中소기업, AI), the message tells them all and there is none.

The law on it: rule C17 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Bản tiếng Hàn: ¶ 정부는 FTA를 체결하기 전에 의견을 들었다. | Chính phủ đàm phán FTA với Hàn Quốc. |
| ko | 정부는 FTA를 체결하기 전에 의견을 들었다. | 정부는 자유무역협정(FTA)을 체결하기 전에 의견을 들었다. |
| en | The Korean text: ¶ 정부는 FTA를 체결하기 전에 의견을 들었다. | The government negotiates an FTA with Korea. |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khihau.documents.segments import lang_at
from khihau.languages import language_of
from khihau.review.bare_letters import Bare, bare_acronyms, bare_signs
from khihau.review.base import Checked, Rule, finding, times

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for one in bare_acronyms(checked):
        if one.concept not in checked.explained:
            yield _finding(checked, [one])
    signs: dict[tuple[str, str], list[Bare]] = {}
    for one in bare_signs(checked):
        written = checked.document.text[one.start : one.end]
        signs.setdefault((written, one.right), []).append(one)
    for places in signs.values():
        yield _finding(checked, places)


def _finding(checked: Checked, places: Sequence[Bare]) -> Finding:
    from khihau.model import Fix

    first, document = places[0], checked.document
    edits = tuple(edit for one in places for edit in one.edits)
    choice = " or ".join(f"“{one}”" for one in first.readings or (first.right,))
    law = language_of(lang_at(document.segments, first.start)).foreign_letters.authority
    words = document.text[first.start : first.end]
    return finding(
        checked,
        RULE.name,
        (first.start, first.end),
        f"“{words}”{times(len(places))} stands bare; write {choice} ({law})",
        first.concept,
        source=first.source,
        fix=Fix("suggested", edits) if edits else None,
    )


RULE = Rule(
    "bare-foreign-letters",
    "foreign letters that stand bare in Korean prose",
    _find,
)
