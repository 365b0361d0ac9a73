"""deprecated-label: an outdated name, unless the text speaks of the past.

What it finds: names that were official once, after the day on which they ended: ministries that were
merged, funds and documents that were renamed. The day that counts is that of the clause, else
that of the text: `--date`, its front matter, its dateline, what it tells as still to come, the
settings; else today. Where it can only be guessed (a file's last change, the latest date that the
text tells) and the names were right on it, one line says so, and asks for `--date`, where the rule is selected. Left alone are names that the text marks as former (nguyên,
cựu, trước đây, (cũ), nay là …; 전, 옛, 구, 당시; former, then) or says what became of (được sáp nhập,
개편, was merged, now the …), quoted speech and titles of works.

Why it matters: readers look for the body under a name that no longer exists. The message says since
when. The fix is a suggestion: at the first place it keeps the name and says what it is called now
(nay là …; 현 …; now …), and offers the name of today instead as another way; later places have that
alone. There is none beside a person, an act or a plan, which have the name of their time. A name that
several bodies took the place of is successor-unclear's.

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

from khihau.model.day import written_day
from khihau.review.base import Checked, Rule, finding
from khihau.review.former_names import Key, key_of, outdated_name, told
from khihau.review.heirs import heirs
from khihau.review.names_used import flat
from khihau.review.official_names import label_of
from khihau.review.outdated_names import OutdatedNames, outdated_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khihau.model import Finding, Match
    from khihau.model.day import Day

__all__ = ["RULE"]

_NAMED = 3  # names in the message about all that were right on the day of the text


def _find(checked: Checked) -> Iterator[Finding]:
    names = outdated_names(checked)
    yield from told(_outdated(checked, names))
    if names.day and names.of_their_time:
        yield _to_confirm(checked, names.day, names.of_their_time)


def _outdated(checked: Checked, names: OutdatedNames) -> Iterator[tuple[Key, Finding]]:
    """The finding on each name, by its concept and language, of which one may be glossed."""
    glossed: set[Key] = set()
    for match in names.sure:
        if len(heirs(checked, match)) > 1:  # successor-unclear speaks of several
            continue
        key = key_of(checked, match)
        one = outdated_name(
            checked,
            match,
            RULE.name,
            is_first=key not in glossed,
            looks=names.looks,
        )
        if one.alternatives:  # one of the two ways is the gloss
            glossed.add(key)
        yield key, one


def _to_confirm(checked: Checked, day: Day, matches: Sequence[Match]) -> Finding:
    """One line on all names that were right on the day that is guessed: no one knows if it is that."""
    first = matches[0]
    names = list(dict.fromkeys(flat(match.text) for match in matches))
    listed = ", ".join(f"“{name}”" for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    ends = min(filter(None, (label_of(checked.base, match).until for match in matches)))
    verb = "was" if len(names) == 1 else "were"
    message = (
        f"no day is given; as of {day.told}, {listed}{more} {verb} right, and ended on "
        f"{written_day(ends)}{' or later' if len(names) > 1 else ''}; say the day with --date"
    )
    span = day.place or (first.start, first.end)
    return finding(checked, RULE.name, span, message, first.concept, aspect="unknown-day", day=day)


RULE = Rule("deprecated-label", "a name that is no longer the official one", _find)
