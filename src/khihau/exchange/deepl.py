"""The glossary of DeepL: two columns of CSV, source and target, no names of columns.

By DeepL's documentation ("Managing glossaries", and the OpenAPI of /v2/glossaries): UTF-8; a source
stands once; no entry is empty, longer than 1,024 bytes, has control characters, line breaks or
spaces at its ends; a glossary has at most 10 MiB. DeepL puts the target wherever it meets the
source and nobody is asked, so whatever may be false somewhere is left out; so is what a spreadsheet
would run, since an apostrophe before it would go into translations.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Sequence

from khihau.exchange.base import Exported, Wanted, losses_of
from khihau.exchange.pairs import (
    Losses,
    Pair,
    directed,
    formula_lost,
    name_of_its_time,
    pairs,
    texts_lost,
)
from khihau.model import Lang, Termbase
from khihau.text.cells import flat, is_formula

__all__ = ["LONGEST_ENTRY", "LONGEST_GLOSSARY", "export"]

LONGEST_ENTRY = 1024  # bytes of UTF-8
LONGEST_GLOSSARY = 10 * 1024 * 1024


def export(base: Termbase, wanted: Wanted) -> Exported:
    """A row for each name that has one rendering wherever it stands, by concept."""
    _, target = directed(wanted)
    found, losses = pairs(base, wanted, "DeepL")
    rows = _single(_certain(found, target, losses), losses)
    content = _written(rows, losses)
    losses += _names_lost(base, target)
    losses += texts_lost(base, "DeepL")
    return Exported(content, losses_of(losses))


def _certain(found: Sequence[Pair], target: Lang, losses: Losses) -> list[tuple[str, str]]:
    """The pairs that hold in any sentence."""
    rows = []
    for pair in found:
        label, rendering = pair.source, pair.target
        if label.near or label.not_near or label.covered_by or label.homonym:
            losses["conditional label", "DeepL would replace such names beside any words"] += 1
            continue
        if label.until:  # a ministry of 2020 is not the one that took its place
            then = name_of_its_time(pair, target)
            if then is None:
                losses["outdated label", "DeepL would put the name of today in its place"] += 1
                continue
            rendering = then
        row = flat(label.text), flat(rendering.text)
        if max(len(cell.encode()) for cell in row) > LONGEST_ENTRY:
            losses["label", f"DeepL takes {LONGEST_ENTRY:,} bytes an entry"] += 1
            continue
        if any(map(is_formula, row)):
            losses[formula_lost("DeepL")] += 1
            continue
        rows.append(row)
    return rows


def _single(rows: Sequence[tuple[str, str]], losses: Losses) -> list[tuple[str, str]]:
    """Each source once; one that several concepts render differently is left out of all.

    DeepL does not say whether case tells two sources apart; here it does not, which is right in
    either case.
    """
    alike: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        alike[row[0].casefold()].append(row)
    kept = []
    for group in alike.values():
        if len({rendering for _, rendering in group}) == 1:
            kept.append(group[0])
        else:
            why = "several concepts share the name, and DeepL takes one rendering"
            losses["ambiguous label", why] += len(group)
    return kept


def _written(rows: Sequence[tuple[str, str]], losses: Losses) -> str:
    """The rows as CSV, as many as one glossary takes."""
    lines = []
    size = 0
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(row)
        size += len(line.getvalue().encode())
        if size > LONGEST_GLOSSARY:
            losses["label", "DeepL takes 10 MiB a glossary; choose domains"] += 1
        else:
            lines.append(line.getvalue())
    return "".join(lines)


def _names_lost(base: Termbase, target: Lang) -> Losses:
    """The other names of the target language: DeepL has a place for one rendering."""
    lost: Losses = Losses()
    for concept in base.concepts:
        for label in concept.labels:
            if label.lang != target or label.numbered:
                continue
            if label.status in ("forbidden", "mistranslation"):
                lost["wrong rendering", "DeepL has no list of words to avoid"] += 1
            elif label.of and label.status == "preferred":
                lost["name of a country's own", "DeepL takes one rendering"] += 1
            elif label.status == "admitted" and not label.sense:
                lost["admitted rendering", "DeepL takes one rendering"] += 1
    return lost
