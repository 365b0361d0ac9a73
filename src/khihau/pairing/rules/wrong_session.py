"""wrong-session: another session of a conference than the source names.

What it finds: a session number in the translation that is not the source's: 제29차 당사국총회 rendered
as COP30. Acronym, ordinal and numeral are one: COP29, the 29th session, lần thứ 29, 제29차. Left alone
are sessions that the source names in the same passage, and a conference named without its number.

Why it matters: each session has its own decisions, host and year; the number is what readers look up.

The law on it: rule P1 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 정부는 제29차 당사국총회 결과를 설명했다. | Chính phủ thông báo kết quả COP30. | Chính phủ thông báo kết quả COP29. |
| ko | Chính phủ thông báo kết quả COP29. | 정부는 COP30 결과를 설명했다. | 정부는 제29차 당사국총회 결과를 설명했다. |
| en | 정부는 제29차 당사국총회 결과를 설명했다. | The government reported on the outcome of COP30. | The government reported on the outcome of COP29. |
"""

from __future__ import annotations

from collections.abc import Iterator

from khihau.languages.session_numbers import fill
from khihau.model import Match
from khihau.pairing.passages import Need, Paired, flat, key_of
from khihau.pairing.rule import Found, PairRule, found_at, is_certain, words_of

__all__ = ["RULE"]


def _find(paired: Paired) -> Iterator[Found]:
    for passage in paired.passages:
        near = paired.passages[max(0, passage.number - 1) : passage.number + 2]
        said = {key_of(match) for one in near for match in flat(one.said)}
        needs = {need.key[0]: need for need in passage.needs if need.key[1] is not None}
        for match in passage.matches:
            need = needs.get(match.concept)
            if need is None or match.number is None or key_of(match) in said:
                continue
            yield found_at(
                paired,
                RULE.name,
                (match.start, match.end),
                f"“{match.text}” is another session than {words_of(paired, need)}; "
                f"write “{_in_its_form(match, need)}”",
                need,
                passage,
                is_sure=is_certain(need, passage),
            )


def _in_its_form(match: Match, need: Need) -> str:
    """The name that stands there, with the session of the source."""
    session = need.key[1]
    assert session is not None
    return fill(match.lang, match.label, session)


RULE = PairRule("wrong-session", "another session than the source names", _find)
