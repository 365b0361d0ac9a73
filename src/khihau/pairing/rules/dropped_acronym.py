"""dropped-acronym: the source introduces an acronym with a name, the translation the name alone.

What it finds: "국가결정기여(NDC)" rendered as "đóng góp do quốc gia tự quyết định", without "(NDC)".
Left alone are an acronym that stands anywhere before or in the passage, the acronym in place of the
name, an acronym alone in the source rendered by the name, and acronyms of one language only (KNK).

Why it matters: what the text calls NDC later on is explained nowhere, and a search does not find it.

The law on it: rule P4 in khihau's docs/semantics.md.

| | source | found | left alone |
|---|---|---|---|
| vi | 양측은 국가결정기여(NDC)를 논의했다. | Hai bên trao đổi về đóng góp do quốc gia tự quyết định. | Hai bên trao đổi về đóng góp do quốc gia tự quyết định (NDC). |
| ko | Hai bên trao đổi về đóng góp do quốc gia tự quyết định (NDC). | 양측은 국가결정기여를 논의했다. | 양측은 국가결정기여(NDC)를 논의했다. |
| en | 양측은 국가결정기여(NDC)를 논의했다. | The two sides discussed nationally determined contributions. | The two sides discussed nationally determined contributions (NDCs). |
"""

from __future__ import annotations

from collections.abc import Iterator

from khihau.languages import LANGUAGES
from khihau.model import ALLOWED
from khihau.pairing.passages import Paired, flat
from khihau.pairing.rule import Found, PairRule, found_at
from khihau.text.spans import between

__all__ = ["RULE"]


def _find(paired: Paired) -> Iterator[Found]:
    uses = [use for use in paired.source.ledger.uses if use.meaning == "definition" and use.concept]
    known: set[str] = set()
    for passage in paired.passages:
        matches = list(flat(passage.matches))
        known.update(match.concept for match in matches if match.kind == "acronym")
        for use in uses[between(uses, *passage.alignment.source)]:
            names = [one for one in matches if one.concept == use.concept and one.status in ALLOWED]
            if names and use.concept not in known and _is_shared(paired, use.concept):
                name = names[0]
                space = LANGUAGES[paired.lang].grammar.bracket_space
                yield found_at(
                    paired,
                    RULE.name,
                    (name.start, name.end),
                    f"“{name.text}” stands without the acronym that the source introduces "
                    f"({paired.places.named(use.start)}); write “{name.text}{space}({use.acronym})”",
                    concept=use.concept,
                )


def _is_shared(paired: Paired, concept: str | None) -> bool:
    """Whether the language of the target has an acronym for a concept."""
    return concept is not None and any(
        label.kind == "acronym" and label.status in ALLOWED and label.lang in (paired.lang, "mul")
        for label in paired.target.base[concept].labels
    )


RULE = PairRule(
    "dropped-acronym", "an acronym that the source introduces and the target drops", _find
)
