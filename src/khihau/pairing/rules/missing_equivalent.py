"""missing-equivalent: a term of the source that its passage does not render.

What it finds: a term without any of its preferred or admitted names, and without its acronym, in the
passage that renders its own, where no words that are left there say it in another way. The first
mention of the name of a thing (a treaty, a body, a mechanism) of which nothing stands there weighs
most; one of which some words stand or that an earlier passage rendered is uncertain, and the first
mention of a common term is told least. A unit without any translation, or still in the language of the source,
has one finding for all its terms.

Left alone are terms that other syntax says (to respond to climate change, 기후변화 대응), a plain word that
good writers vary, where words are left that may be it, a name that means less or more, a later mention
that words take up (cơ chế này, 이 기금, the mechanism), a headline whose body has the name, what may mean
something else in the source, a place (a sea, an island), and all in a passage whose alignment is weak. A short name that takes up a
longer one (공동위원회 after 한-베트남 기후변화 협력 공동위원회) may be rendered as that.

Why it matters: a term that is paraphrased or dropped is lost to whoever looks for it.

The law on it: rules P1 and P2 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 국가결정기여 이행을 논의했다. | Hai bên trao đổi mục tiêu quốc gia giảm khí nhà kính. | Hai bên trao đổi việc thực hiện NDC. |
| ko | Hai bên trao đổi về thị trường các-bon. | 양측은 무역 협력을 논의했다. | 양측은 탄소시장 협력을 논의했다. |
| en | 양측은 녹색기후기금 사업을 논의했다. | The two sides discussed projects. | The two sides discussed projects of the Green Climate Fund. |
"""

from __future__ import annotations

from collections.abc import Iterator

from khihau.documents.segments import lang_at
from khihau.languages import LANGUAGES
from khihau.languages.detect import detect
from khihau.model.domains import PLACES
from khihau.pairing.passages import Need, Paired, Passage
from khihau.pairing.rule import (
    Found,
    PairRule,
    advice,
    beginning,
    found_at,
    words_of,
)

__all__ = ["RULE"]

_SENTENCE = 8  # words whose language shows: fewer may be names, which stay as they are


def _find(paired: Paired) -> Iterator[Found]:
    for passage in paired.passages:
        if passage.is_unit and (what := _instead_of_translation(paired, passage)):
            yield found_at(
                paired,
                RULE.name,
                passage.alignment.target,
                f"the source “{beginning(paired, passage)}” {what}",
                passage=passage,
                aspect="unit",
            )
            continue
        for need in passage.open if passage.is_sure else ():
            is_place = paired.target.base[need.key[0]].domain == PLACES  # `wrong-place` asks for it
            if aspect := None if is_place else _aspect(need):
                yield found_at(
                    paired,
                    RULE.name,
                    passage.alignment.target,
                    f"{words_of(paired, need)} is not rendered here{advice(paired, need)}",
                    need,
                    passage,
                    aspect=aspect,
                )


def _instead_of_translation(paired: Paired, passage: Passage) -> str:
    """What a unit has instead of a translation: nothing, or words of the source's language."""
    words = paired.target.document.text[slice(*passage.alignment.target)].strip()
    if not words:
        return "has no translation; write one"
    source = paired.source.document
    lang = lang_at(source.segments, passage.alignment.source[0])
    if lang is None or lang == paired.lang or len(words.split()) < _SENTENCE:
        return ""
    is_left = detect(words) == lang
    return f"stands here in {LANGUAGES[lang].name}; translate it" if is_left else ""


def _aspect(need: Need) -> str | None:
    """Whether it is the first mention of a name of which nothing stands there; None is silence."""
    if need.rendering == "known" or need.is_doubtful:
        return None
    if need.is_name:
        is_absent = need.rendering == "absent"
        if need.is_later or need.is_near:
            return "uncertain" if is_absent and need.mention.kind != "acronym" else None
        return "name" if is_absent else "uncertain"
    return "term" if need.is_first and not need.is_near else None


RULE = PairRule("missing-equivalent", "a term of the source that is not rendered", _find)
