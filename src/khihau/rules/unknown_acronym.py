"""unknown-acronym: an acronym that neither the glossary nor the text explains.

What it finds: letters in capitals that look like an acronym, are in no glossary that was loaded, and
are nowhere written out in the text; one finding, at the first use. Left alone are what everybody
knows (USD, EU, UN, ASEAN and the acronyms that your settings add), units, Roman numerals, the
numbers of documents, citations, lines in capitals, code, addresses, and quoted speech.

Why it matters: a reader from another country or ministry cannot look it up. It
may well be known to your readers: write it out at its first use, add it to your glossary,
or list it under `ignored-acronyms` in the settings. There is no fix.

The law on it: rules A5 and A6 in khihau's docs/semantics.md.

| | finds | leaves alone |
|---|---|---|
| vi | Dự án do KOFIH tài trợ đã hoàn thành. | Dự án do Quỹ Y tế quốc tế Hàn Quốc (KOFIH) tài trợ đã hoàn thành, KOFIH cho biết. |
| ko | 이번 사업은 KOFIH가 지원한다. | 이번 사업은 한국국제보건의료재단(KOFIH)이 지원한다. KOFIH는 서울에 있다. |
| en | The project is funded by KOFIH. | The project is funded by the EU and the UN. |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khihau.ledger.definitions import spells
from khihau.review.base import Checked, Rule, finding, is_judged
from khihau.review.known import is_in_list, is_known_to_readers
from khihau.text.regex import regex

if TYPE_CHECKING:
    from khihau.model import Finding

__all__ = ["RULE"]


# What an acronym says stands right behind it: HDPE (high density …), (HWP: Harvested Wood Products).
_SAID = regex(r"[ \xa0]?[(（\[:：=][ \xa0]?(?P<words>[^()（）\[\]:;,.\n]+)")


def _find(checked: Checked) -> Iterator[Finding]:
    for entry, use, _ in checked.ledger.events:
        span = (entry.start, entry.end)
        if entry.kind != "unknown" or is_known_to_readers(checked, use) or is_in_list(checked, use):
            continue
        said = _SAID.match(checked.document.text, entry.end)
        if said and spells(checked.document.text, said.span("words"), entry.acronym):
            continue
        if is_judged(checked.document, *span):
            message = (
                f"{entry.acronym} is not in the glossary, nor written out in the text; "
                "write it out here, or list it under ignored-acronyms in the settings"
            )
            yield finding(checked, RULE.name, span, message, None)


RULE = Rule("unknown-acronym", "an acronym that nothing explains", _find, has_concepts=False)
