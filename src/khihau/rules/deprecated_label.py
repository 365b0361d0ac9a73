"""deprecated-label: an outdated name, unless the text speaks of the past.

What it finds: names that were official once, after the day on which they ended: ministries that were
merged, funds and documents that were renamed. The day that counts is that of the text (`date` in its
front matter, or `--date`), else today. Left alone are names that the text marks as former (nguyên,
cựu, trước đây, (cũ), nay là …; 전, 옛, 구, 당시; former, then) or says what became of (được sáp nhập,
개편, was merged, now the …), quoted speech and titles of works.

Why it matters: readers look for the body under a name that no longer exists. The fix writes today's
name; it is suggested, because the text may mean the old body on purpose.

The law on it: rule C6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Bộ Tài nguyên và Môi trường chủ trì hội thảo. | Nguyên Bộ Tài nguyên và Môi trường từng chủ trì hội thảo. |
| ko | 환경부는 어제 회의를 열었다. | 당시 환경부가 회의를 열었다. |
| en | The Ministry of Natural Resources and Environment chaired the workshop. | The former Ministry of Natural Resources and Environment chaired the workshop. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.model import ALLOWED
from khihau.model.day import Day, written_day
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.names_used import flat
from khihau.review.official_names import label_of, wrong_name

if TYPE_CHECKING:
    from khihau.model import Finding, Match

__all__ = ["RULE"]

_NAMED = 3  # names in a message about all that have ended since the day of the text


def _find(checked: Checked) -> Iterator[Finding]:
    guess = _guess(checked)
    of_their_time: list[Match] = []
    for match in checked.matches:
        if match.status != "deprecated" or not is_judged(checked.document, match.start, match.end):
            continue
        if checked.days.is_past(match.start, match.end):
            continue
        until = label_of(checked.base, match).until
        if guess and until and guess.first < until:
            of_their_time.append(match)
        else:
            yield wrong_name(checked, match, RULE, "an outdated name")
    if guess and of_their_time:
        yield _to_confirm(checked, guess, of_their_time)


def _guess(checked: Checked) -> Day | None:
    """The day that is guessed for the text; one on which a name in it came up, where that is later."""
    if not any(match.status == "deprecated" for match in checked.matches):
        return None
    guess = checked.days.guess
    if guess is None:
        return None
    for match in checked.matches:
        since = label_of(checked.base, match).since
        if since and since > guess.last and match.status in ALLOWED:
            guess = Day(since, since, "text", flat(match.text), (match.start, match.end))
    return guess


def _to_confirm(checked: Checked, guess: Day, matches: list[Match]) -> Finding:
    """One line on all names that were right on the day that is guessed: no one knows if it is that."""
    first = matches[0]
    names = list(dict.fromkeys(flat(match.text) for match in matches))
    listed = ", ".join(f"“{name}”" for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    ends = min(filter(None, (label_of(checked.base, match).until for match in matches)))
    message = (
        f"the text is taken as of {guess.told}; names that have ended since {written_day(ends)} or "
        f"later: {listed}{more}; confirm the day with --date"
    )
    span = guess.place or (first.start, first.end)
    return finding(checked, RULE.name, "info", span, message, first.concept, day=guess)


RULE = Rule("deprecated-label", "warning", "a name that is no longer the official one", _find)
