"""successor-unclear: an outdated name that several bodies took the place of.

What it finds: names of bodies that were divided, after the day on which they ended. All that took over
are named, each with its field; which one is meant only the text can tell, so there is no fix. What
deprecated-label leaves alone is left alone here too: texts of the time, names that are called former,
quoted speech and titles.

Why it matters: the ministry of trade, industry and energy is the one of trade and industry today, but
its energy went to another; whoever writes the next best name sends the reader to the wrong door.

The law on it: rule C6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Bộ Công nghiệp, Thương mại và Năng lượng Hàn Quốc công bố kế hoạch điện gió. | Nguyên Bộ trưởng Bộ Công nghiệp, Thương mại và Năng lượng Hàn Quốc dự hội thảo. |
| ko | 산업통상자원부는 다음 달 해상풍력 경쟁입찰을 공고한다. | 전 산업통상자원부 장관이 참석했다. |
| en | The Ministry of Trade, Industry and Energy will tender offshore wind. | The former Ministry of Trade, Industry and Energy ran the tender. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.review.base import Checked, Rule
from khihau.review.former_names import key_of, told, unclear_successor
from khihau.review.heirs import heirs
from khihau.review.outdated_names import outdated_names

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


def _find(checked: Checked) -> Iterator[Finding]:
    names = outdated_names(checked)
    several = ((match, heirs(checked, match)) for match in names.sure)
    yield from told(
        (
            key_of(checked, match),
            unclear_successor(checked, match, RULE.name, found, names.looks),
        )
        for match, found in several
        if len(found) > 1
    )


RULE = Rule(
    "successor-unclear",
    "an outdated name of what several bodies do today",
    _find,
)
