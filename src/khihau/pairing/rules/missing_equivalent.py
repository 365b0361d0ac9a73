"""missing-equivalent: a term of the source that its passage does not render.

What it finds: a term without any of its preferred or admitted names, and without its acronym, in the
passage that renders its own. A free paraphrase is none: the finding offers the official name. The
first mention is a warning; a later one, once the term has been rendered, is told as a note, and not
at all where words take it up (cơ chế này, 이 기금, the mechanism). A short name that takes up a longer
one (공동위원회 after 한-베트남 기후변화 협력 공동위원회) may be rendered as that. A note too are a term that may mean
something else, one whose broader or narrower term stands there, and all in a passage whose alignment
is weak. A place (a sea, an island) that is left out is not told. A unit without any translation has one finding for all its terms.

Why it matters: a term that is paraphrased or dropped is lost to whoever looks for it.

The law on it: rules P1 and P2 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 국가결정기여 이행을 논의했다. | Hai bên trao đổi mục tiêu quốc gia giảm khí nhà kính. | Hai bên trao đổi việc thực hiện NDC. |
| ko | Hai bên trao đổi về thị trường các-bon. | 양측은 시장 협력을 논의했다. | 양측은 탄소시장 협력을 논의했다. |
| en | 양측은 녹색기후기금 사업을 논의했다. | The two sides discussed projects. | The two sides discussed projects of the Green Climate Fund. |
"""

from __future__ import annotations

from collections.abc import Iterator

from khihau.model.domains import PLACES
from khihau.pairing.passages import Paired
from khihau.pairing.rule import (
    Found,
    PairRule,
    advice,
    beginning,
    found_at,
    severity_of,
    words_of,
)

__all__ = ["RULE"]


def _find(paired: Paired) -> Iterator[Found]:
    text = paired.target.document.text
    for passage in paired.passages:
        if passage.is_unit and not text[slice(*passage.alignment.target)].strip():
            yield found_at(
                paired,
                RULE.name,
                RULE.severity,
                passage.alignment.target,
                f"the source “{beginning(paired, passage)}” has no translation; write one",
                passage=passage,
            )
            continue
        for need in passage.open:
            is_place = paired.target.base[need.key[0]].domain == PLACES
            if is_place or (need.is_later and need.is_taken_up):
                continue
            is_minor = need.is_later or need.is_paraphrased or need.is_near
            severity = severity_of(need, passage, "info" if is_minor else RULE.severity)
            yield found_at(
                paired,
                RULE.name,
                severity,
                passage.alignment.target,
                f"{words_of(paired, need)} is not rendered here; write {advice(paired, need)}",
                need,
                passage,
            )


RULE = PairRule("missing-equivalent", "warning", "a term of the source that is not rendered", _find)
