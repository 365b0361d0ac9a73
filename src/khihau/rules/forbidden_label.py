"""forbidden-label: a name that the glossary calls wrong, wherever it stands.

What it finds: calques, misspelled titles and names of other things that the glossary lists as wrong
for a concept, in any spelling of theirs. A title that is as a whole such a
name is reported in quotation marks too. Quoted speech, words inside a title, block quotes and links are
another's, and a thing apart (`forbidden-label/quoted`). Left alone are code, names that mean another
thing in their sentence (Công ước Paris on industrial property), and unofficial names that are common in
the press and mislead nobody (파리기후협약), which preferred-only tells.

Why it matters: a wrong name sends the reader to another treaty, ministry or method, and spreads from
one translation to the next. The fix writes the official name in its place; case, plural, a or an and
Korean particles agree, and no word beside it is written twice. It can be safe where one name of the same
kind is right; it is suggested where the official name is more than twice as long (then a shorter
admitted one is offered), repeats what stands near, or belongs to a body that has a successor. Where
such a name would lose something that the words say (abroad), there is none; the message says what.

The law on it: rules C4 and C5 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Việt Nam thực hiện Công ước Paris về khí hậu. | Công ước Paris về bảo hộ sở hữu công nghiệp có từ năm 1883. |
| ko | 정부는 파리협약에 따라 목표를 정했다. | 정부는 파리협정에 따라 목표를 정했다. |
| en | The Global Environmental Facility funds the project. | The Global Environment Facility funds the project. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule, is_judged_name
from khihau.review.official_names import label_of, wrong_name

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    for match in checked.matches:
        if match.status == "forbidden" and not label_of(checked.base, match).sensitive:
            is_quoted = not is_judged_name(checked.document, match.start, match.end)
            aspect = "quoted" if is_quoted else ""
            yield wrong_name(checked, match, RULE.name, "a wrong name", aspect=aspect)


RULE = Rule(
    "forbidden-label",
    "a rendering that the glossary calls wrong",
    _find,
    explains_events=True,
)
