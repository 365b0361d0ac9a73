"""How long matching takes in memory, against one bare scan for the same patterns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick, MatchKind

from corpus import text, with_labels
from khihau.engine import annotate, read
from khihau.match.index import index_of
from khihau.match.scan import scan
from khihau.model import Document, Lang, Termbase
from rounds import Line, Task, measured, timed

MEGABYTE = 1_000_000
FEW, MANY = 300, 10_000
BARE: dict[Lang, float] = {"vi": 2.5, "ko": 4, "en": 2.5}  # the bounds, as ratios to a bare scan
BARE_NFD, LINEAR, LABELS = 25, 1.2, 2


def matching(base: Termbase, lang: Lang) -> list[Line]:
    """The lines of one language; docs/speed.md tells what each of them measures."""
    clean = text(base, lang, "clean", MEGABYTE)
    dense = text(base, lang, "dense", MEGABYTE)
    one, full = read(clean), read(dense)
    four = read(text(base, lang, "clean", 4 * MEGABYTE))
    decomposed = read(unicodedata.normalize("NFD", clean))
    few, many = with_labels(base, FEW), with_labels(base, MANY)
    index = index_of(base)

    def match(document: Document, used: Termbase = base) -> Callable[[], float]:
        return timed(lambda: annotate(document, used))

    tasks = [
        Task("bare scan, clean", _bare_scan(base, clean)),
        Task("read, clean", timed(lambda: read(clean)), "bare scan, clean"),
        Task("scan, clean", timed(lambda: scan(one, index)), "bare scan, clean"),
        Task("annotate, clean", match(one), "bare scan, clean", BARE[lang]),
        Task("annotate, NFD", match(decomposed), "bare scan, clean", BARE_NFD),
        Task("annotate, 4 MB", match(four), "annotate, clean", LINEAR, scale=4),
        Task(f"annotate, {FEW} labels", match(one, few)),
        Task(f"annotate, {MANY} labels", match(one, many), f"annotate, {FEW} labels", LABELS),
        Task("bare scan, dense", _bare_scan(base, dense)),
        Task("scan, dense", timed(lambda: scan(full, index)), "bare scan, dense"),
        Task("annotate, dense", match(full), "bare scan, dense"),
    ]
    return measured(tasks)


def _bare_scan(base: Termbase, haystack: str) -> Callable[[], float]:
    """The least that finding all patterns in a text can cost: one automaton, no judging.

    The text is lowered before, which is to the disadvantage of khihau.
    """
    index = index_of(base)
    found = (pattern for part in (index.spaced, index.squeezed) for pattern, _ in part.entries())
    automaton = AhoCorasick(list(dict.fromkeys(found)), matchkind=MatchKind.Standard)
    lower = haystack.lower()
    return timed(lambda: automaton.find_matches_as_indexes(lower, overlapping=True))
