"""How well `suggest` finds what was meant, against plain string matching, and how long it takes.

Run `python bench/suggest.py`. The queries of `data/suggest.tsv` were written by someone who had not
seen the code; a third of them mean nothing in the base. The lines with odd numbers may be tuned on,
those with even ones are held out. A query may take 2 ms over the built-in base and 10 ms over 50,000
labels, once they are loaded.
"""

from __future__ import annotations

import csv
import difflib
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from rapidfuzz import fuzz, process

from khihau.fuzzy import suggest
from khihau.model import LANGS, Concept, Label, Lang, Termbase
from khihau.termbase.load import load_glossary

QUERIES = Path(__file__).parent / "data" / "suggest.tsv"
LABELS = 50_000
ROUNDS = 3
NOTHING = "-"
_SHOWN = 10

# What a tool answers: concepts, best first, each with its score of 0 to 100.
Answer: TypeAlias = "list[tuple[str, float]]"


class Query(NamedTuple):
    """A phrase, and the concept that was meant, "-" for none."""

    text: str
    lang: Lang | None
    to: Lang
    concept: str
    kind: str
    is_held_out: bool


def main() -> None:
    """Print hit rates and false confidence by tool and kind of query, then times."""
    base = load_glossary()
    queries = _queries()
    tools: dict[str, Callable[[Query], Answer]] = {
        "khihau suggest": lambda query: _ours(query, base),
        "rapidfuzz WRatio": _by_wratio(base),
        "difflib": _by_difflib(base),
    }
    answers = {name: [tool(query) for query in queries] for name, tool in tools.items()}
    lines = {name: _line(name, queries, answers[name]) for name in tools}
    for title, held_out in (("held-out half", True), ("half for tuning", False)):
        print(f"\n{title}: {_counted(queries, held_out)}")
        print(
            f"{'':<18}{'hit@1':>7}{'hit@3':>7}{'MRR':>7}{'sure and right':>16}{'sure though none':>18}"
        )
        for name in tools:
            print(f"{name:<18}{_row(queries, answers[name], lines[name], held_out)}")
    print("\nby kind, all queries: hit@1 (for none: share with a confident answer)")
    print(f"{'':<18}" + "".join(f"{name:>18}" for name in tools))
    for kind in dict.fromkeys(query.kind for query in queries):
        cells = (_by_kind(kind, queries, answers[name], lines[name]) for name in tools)
        print(f"{kind:<18}" + "".join(f"{cell:>18.0%}" for cell in cells))
    print()
    for name, timed in (("built-in", base), (f"{LABELS:,} labels", generated(base))):
        _time(name, timed, queries)


def _queries() -> list[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab", quoting=csv.QUOTE_NONE))
    return [
        Query(row["query"], row["from"] or None, row["to"], row["concept"], row["kind"], number % 2 == 0)  # type: ignore[arg-type]
        for number, row in enumerate(rows, start=2)
    ]  # fmt: skip


# --- the tools ------------------------------------------------------------------------------------


def _ours(query: Query, base: Termbase) -> Answer:
    found = suggest(query.text, base, query.lang, query.to, _SHOWN)
    return [(one.concept, one.score if one.confident else one.score / 100) for one in found]


def _by_wratio(base: Termbase) -> Callable[[Query], Answer]:
    texts, concepts = _labels(base)

    def answer(query: Query) -> Answer:
        found = process.extract(query.text.lower(), texts, scorer=fuzz.WRatio, limit=3 * _SHOWN)
        return _best(((concepts[at], score) for _, score, at in found))

    return answer


def _by_difflib(base: Termbase) -> Callable[[Query], Answer]:
    texts, concepts = _labels(base)
    by_text: dict[str, list[str]] = {}
    for text, concept in zip(texts, concepts, strict=True):
        by_text.setdefault(text, []).append(concept)

    def answer(query: Query) -> Answer:
        text = query.text.lower()
        near = difflib.get_close_matches(text, list(by_text), n=_SHOWN, cutoff=0.5)
        return _best(
            (concept, 100 * difflib.SequenceMatcher(None, text, one).ratio())
            for one in near
            for concept in by_text[one]
        )

    return answer


def _labels(base: Termbase) -> tuple[list[str], list[str]]:
    pairs = [(label.text.lower(), one.id) for one in base.concepts for label in one.labels]
    return [text for text, _ in pairs], [concept for _, concept in pairs]


def _best(found: object) -> Answer:
    best: dict[str, float] = {}
    for concept, score in found:  # type: ignore[attr-defined]
        best[concept] = max(score, best.get(concept, 0.0))
    return sorted(best.items(), key=lambda item: -item[1])[:_SHOWN]


# --- the figures ----------------------------------------------------------------------------------


def _line(name: str, queries: Sequence[Query], answers: Sequence[Answer]) -> float:
    """From which score on an answer counts as sure: ours says so; for the others the best one."""
    if name.startswith("khihau"):
        return 1.0

    def gain(line: float) -> float:
        pairs = [pair for pair in zip(queries, answers, strict=True) if not pair[0].is_held_out]
        right = _share([_is_sure(a, line) and a[0][0] == q.concept for q, a in pairs if _means(q)])
        return right - _share([_is_sure(a, line) for q, a in pairs if not _means(q)])

    return max((float(line) for line in range(50, 101)), key=gain)


def _row(queries: Sequence[Query], answers: Sequence[Answer], line: float, held_out: bool) -> str:
    pairs = [pair for pair in zip(queries, answers, strict=True) if pair[0].is_held_out == held_out]
    ranks = [_rank(query, answer) for query, answer in pairs if _means(query)]
    right = [_is_sure(a, line) and a[0][0] == q.concept for q, a in pairs if _means(q)]
    wrong = [_is_sure(a, line) for q, a in pairs if not _means(q)]
    hits = (_share([rank <= most for rank in ranks]) for most in (1, 3))
    mean = statistics.mean(1 / rank for rank in ranks)
    one, three = hits
    return f"{one:>7.1%}{three:>7.1%}{mean:>7.3f}{_share(right):>16.1%}{_share(wrong):>18.1%}"


def _by_kind(kind: str, queries: Sequence[Query], answers: Sequence[Answer], line: float) -> float:
    pairs = [pair for pair in zip(queries, answers, strict=True) if pair[0].kind == kind]
    return _share([_rank(q, a) == 1 if _means(q) else _is_sure(a, line) for q, a in pairs])


def _means(query: Query) -> bool:
    return query.concept != NOTHING


def _is_sure(answer: Answer, line: float) -> bool:
    return bool(answer) and answer[0][1] >= line


def _rank(query: Query, answer: Answer) -> float:
    concepts = [concept for concept, _ in answer]
    return concepts.index(query.concept) + 1 if query.concept in concepts else float("inf")


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def _counted(queries: Sequence[Query], held_out: bool) -> str:
    own = [query for query in queries if query.is_held_out == held_out]
    return (
        f"{sum(map(_means, own))} queries with a concept, {sum(not _means(q) for q in own)} without"
    )


# --- times ----------------------------------------------------------------------------------------


def _time(name: str, base: Termbase, queries: Sequence[Query]) -> None:
    started = time.perf_counter()
    suggest("x y", base)
    built = time.perf_counter() - started
    times = sorted(_timed(query.text, base) for query in queries[::6] for _ in range(ROUNDS))
    print(
        f"{name:>14}: load {built:6.2f} s, query median {statistics.median(times):5.2f} ms, "
        f"p90 {times[len(times) * 9 // 10]:5.2f} ms, max {times[-1]:5.2f} ms"
    )


def _timed(query: str, base: Termbase) -> float:
    started = time.perf_counter()
    suggest(query, base)
    return (time.perf_counter() - started) * 1000


def generated(builtin: Termbase) -> Termbase:
    """The built-in base and concepts made of its words in new orders, with rare syllables between."""
    chance = random.Random(7)
    words = {lang: _words(builtin, lang) for lang in LANGS}
    concepts = list(builtin.concepts)
    count = sum(len(concept.labels) for concept in concepts)
    while count < LABELS:
        labels = tuple(
            Label(lang=lang, text=_phrase(words[lang], chance), status="preferred")
            for lang in LANGS
        )
        concepts.append(Concept(id=f"generated-{count}", labels=labels))
        count += len(labels)
    return Termbase(tuple(concepts))


def _words(builtin: Termbase, lang: Lang) -> list[str]:
    texts = (
        label.text for concept in builtin.concepts for label in concept.labels if label.lang == lang
    )
    return [word for text in texts for word in text.split()]


def _phrase(words: Sequence[str], chance: random.Random) -> str:
    rare = "".join(chance.choices("bcdghklmnt", k=2)) + chance.choice("aeiou")
    return " ".join([*chance.choices(words, k=chance.randint(2, 7)), rare])


if __name__ == "__main__":
    main()
