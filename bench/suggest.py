"""Time `suggest` over the built-in base and over a generated one of 50,000 labels.

Run `python bench/suggest.py`. Bounds of DESIGN section 9: 2 ms and 10 ms a query, once loaded.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Sequence

from khihau.fuzzy import suggest
from khihau.model import LANGS, Concept, Label, Lang, Termbase
from khihau.termbase.load import load_glossary

QUERIES = (
    "mục tiêu quốc gia giảm khí nhà kính",
    "dong gop do quoc gia tu quyet dinh",
    "dự án tăng cường tích lũy carbon rừng ở nước ngoài",
    "hệ thống đo lường, báo cáo và xác minh",
    "chế độ điều chỉnh carbon biên giới",
    "온실가스감축목표를",
    "기후변하협약",
    "국가 온실가스 감축 계획",
    "emission trading scheme",
    "carbon neutralty",
    "NDCG",
    "quốc gia",
    "họp báo chiều nay",
)
LABELS = 50_000
ROUNDS = 5


def main() -> None:
    """Print the build time and the median, 90th percentile and maximum of a query, in ms."""
    builtin = load_glossary()
    for name, base in (("built-in", builtin), (f"{LABELS:,} labels", generated(builtin))):
        started = time.perf_counter()
        suggest("x y", base)
        built = time.perf_counter() - started
        times = sorted(_timed(query, base) for query in QUERIES for _ in range(ROUNDS))
        print(
            f"{name:>14}: build {built:6.2f} s, query median {statistics.median(times):5.2f} ms, "
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
