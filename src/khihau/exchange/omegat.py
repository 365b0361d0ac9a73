"""The glossary of OmegaT: source, target and comment, separated by tabs.

By OmegaT's manual, "Glossaries", and its GlossaryReaderTSV: UTF-8 in a file named .utf8 or .txt, no
quoting, a line that begins with "#" is skipped, lines with the same source are shown together. A
translator reads the comment before deciding, so what holds only beside certain words is told there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khihau.exchange.base import Exported, Wanted, losses_of
from khihau.exchange.pairs import (
    Pair,
    directed,
    formula_lost,
    name_of_its_time,
    named,
    pairs,
    texts_lost,
)
from khihau.model import ALLOWED, Label, Lang, Termbase
from khihau.render.met import source_text
from khihau.termbase.countries import country_name
from khihau.termbase.official import full_form, official_label
from khihau.text.cells import flat, is_formula

__all__ = ["export"]

_SHOWN = 5  # words of a condition: the pane of OmegaT is small, and a few tell the idea


def export(base: Termbase, wanted: Wanted) -> Exported:
    """A line for each name of the source language, by concept."""
    _, target = directed(wanted)
    found, losses = pairs(base, wanted, "OmegaT")
    lines: list[str] = []
    for pair in found:
        if flat(pair.source.text).startswith("#"):
            losses["label", "OmegaT takes a line that begins with # for a comment"] += 1
            continue
        texts = (pair.source.text, pair.target.text, _comment(pair, target, base))
        cells = [*map(flat, texts)]
        if any(map(is_formula, cells)):
            losses[formula_lost("OmegaT")] += 1
            continue
        lines.append("\t".join(cells) + "\n")
    losses += texts_lost(base, "OmegaT")
    return Exported("".join(lines), losses_of(losses))


def _comment(pair: Pair, lang: Lang, base: Termbase) -> str:
    """What a translator weighs, in one line; the last part is the concept's id."""
    source = source_text(pair.target.source, base)
    told = (*_about(pair, lang), ("source", source), ("", pair.concept.id))
    return " | ".join(f"{name}: {words}" if name else words for name, words in told if words)


def _about(pair: Pair, lang: Lang) -> Iterator[tuple[str, str]]:
    label = pair.source
    if label.standing == "deprecated":
        yield "outdated", f"since {label.until}" if label.until else "yes"
        then = name_of_its_time(pair, lang)
        yield "name of that time", then.text if then else ""
    whole = _whole(pair, lang)
    yield "in full", whole.text if whole else ""
    yield "only near", _some(label.near)
    yield "not near", _some(label.not_near)
    yield "not in", _some(label.covered_by)
    yield "other sense", label.homonym or ""
    labels = list(named(pair.concept, lang))
    yield "also", _texts(x for x in labels if x.status in ALLOWED and x not in (pair.target, whole))
    yield "outdated names", _texts(x for x in labels if x.standing == "deprecated")
    yield "not", _texts(x for x in labels if x.status in ("forbidden", "mistranslation"))


def _whole(pair: Pair, lang: Lang) -> Label | None:
    """What the official acronym of the rendering stands for; another one may be narrower."""
    if pair.target.kind == "full" or pair.target.status != "preferred":
        return None
    if pair.target.kind == "acronym":
        return full_form(pair.concept, pair.target.text, lang)
    official = official_label(pair.concept, lang)
    return official if official != pair.target else None


def _texts(labels: Iterable[Label]) -> str:
    return "; ".join(
        label.text + (f" ({' and '.join(map(country_name, label.of))}'s own)" if label.of else "")
        for label in labels
    )


def _some(words: Sequence[str]) -> str:
    """The first words of a list, and how many follow."""
    more = [f"and {len(words) - _SHOWN} more"] if len(words) > _SHOWN else []
    return ", ".join([*words[:_SHOWN], *more])
