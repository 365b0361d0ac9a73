"""Texts and termbases for the speed benchmark, of any size and the same in every run.

Every sentence is filled with other names, places and numbers, so that no cache of the tools under
test can live on repetition.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal

from khihau.engine import explain
from khihau.model import LANGS, Concept, Label, Lang, Options, Termbase

Kind = Literal["clean", "dense", "draft"]

DATA = Path(__file__).parent / "data"
SEED = 7
_SLOT = re.compile(r"\{(name|place|number|term)\}")
_SENTENCES = 4  # in a paragraph


def text(base: Termbase, lang: Lang, kind: Kind, size: int, seed: int = SEED) -> str:
    """Paragraphs of at least `size` bytes.

    No sentence of a clean text holds a term, every one of a dense text does, and half of those of
    a draft, which is closest to what people check.
    """
    chance = random.Random(f"{lang} {kind} {seed}")
    frames = _frames(lang)
    words = {**frames, "term": _terms(base, lang)}

    def filled(slot: re.Match[str]) -> str:
        return str(chance.randint(2, 999)) if slot[1] == "number" else chance.choice(words[slot[1]])

    paragraphs: list[str] = []
    written = 0
    while written < size:
        chosen = [
            chance.choice(frames[kind if kind != "draft" else chance.choice(("clean", "dense"))])
            for _ in range(_SENTENCES)
        ]
        paragraphs.append(" ".join(_SLOT.sub(filled, sentence) for sentence in chosen))
        written += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def write_drafts(base: Termbase, folder: Path, count: int, size: int) -> list[Path]:
    """Drafts of the three languages in turn, each another text, in a new folder."""
    folder.mkdir()
    files: list[Path] = []
    for seed in range(count):
        lang = LANGS[seed % len(LANGS)]
        files.append(folder / f"{lang}-{seed:05}.txt")
        files[-1].write_text(text(base, lang, "draft", size, seed), "utf-8")
    return files


def with_labels(base: Termbase, count: int) -> Termbase:
    """A base of at least `count` labels: concepts of `base`, then new ones made of its words."""
    concepts: list[Concept] = []
    labels = 0
    for concept in chain(base.concepts, _generated(base)):
        if labels >= count:
            break
        concepts.append(concept)
        labels += len(concept.labels)
    return Termbase(tuple(concepts))


def _generated(base: Termbase) -> Iterator[Concept]:
    chance = random.Random(SEED)
    words = {lang: " ".join(_labels(base, lang)).split() for lang in LANGS}
    number = 0
    while True:
        phrases = {lang: " ".join(chance.choices(words[lang], k=3)) for lang in LANGS}
        labels = (Label(lang=lang, text=phrases[lang], status="preferred") for lang in LANGS)
        yield Concept(id=f"generated-{number}", labels=tuple(labels))
        number += 1


def _labels(base: Termbase, lang: Lang) -> list[str]:
    return [
        label.text
        for concept in base.concepts
        for label in concept.labels
        if label.lang == lang and label.kind == "full" and not label.numbered
        if label.status in ("preferred", "admitted")
    ]


@cache
def _terms(base: Termbase, lang: Lang) -> list[str]:
    """The right names of a language, and the official ones again with their acronym in a bracket.

    Names that hold an undecided candidate are left out: a text that wakes an analyser takes the
    time of the analyser.
    """
    space = "" if lang == "ko" else " "
    defined = [
        f"{label.text}{space}({acronym.text})"
        for concept in base.concepts
        for acronym in concept.labels
        for label in concept.labels
        if acronym.kind == "acronym" and label.kind == "full" and label.lang == lang
        if acronym.status == label.status == "preferred"
        if not (acronym.numbered or label.numbered)
    ]
    anywhere = _without_contexts(base)
    return [name for name in _labels(base, lang) + defined if not _is_undecided(name, anywhere)]


def _is_undecided(name: str, base: Termbase) -> bool:
    fallen = explain(name, base, options=Options(analyser="off"))
    return any(candidate.reason in ("undecided", "crossed") for candidate in fallen)


@cache
def _without_contexts(base: Termbase) -> Termbase:
    """The base as it is where every word that a label needs beside it stands in the sentence."""
    return Termbase(
        tuple(
            replace(
                concept,
                labels=tuple(replace(label, near=(), not_near=()) for label in concept.labels),
            )
            for concept in base.concepts
        )
    )


@cache
def _frames(lang: Lang) -> Mapping[str, Sequence[str]]:
    frames: dict[str, list[str]] = tomllib.loads((DATA / f"{lang}.toml").read_text("utf-8"))
    return frames
