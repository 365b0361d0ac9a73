"""What we ask of our own glossary beyond what `validate` asks of any."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khihau.cli.options import annotator
from khihau.languages.vi_spelling import is_syllable
from khihau.model import LANGS, Concept, Label
from khihau.termbase.dump import dump_concept, dump_sources
from khihau.termbase.load import load_glossary
from khihau.termbase.locate import builtin_glossary
from khihau.termbase.validate import validate
from khihau.text.fold import fold

BASE = load_glossary()
ROOT = builtin_glossary()
DOMAINS = {
    *("adaptation", "cooperation", "energy", "finance", "institutions", "land-use", "law"),
    *("markets", "mitigation", "negotiations", "science"),
}
concepts = pytest.mark.parametrize("concept", BASE.concepts, ids=lambda concept: concept.id)


@concepts
def test_each_concept_is_defined_in_three_languages(concept: Concept) -> None:
    assert set(concept.definition) == set(LANGS)


@concepts
def test_each_file_is_in_canonical_form(concept: Concept) -> None:
    file = ROOT / concept.domain / f"{concept.id}.toml"
    assert file.read_text("utf-8") == dump_concept(concept)


def test_the_bibliography_is_in_canonical_form() -> None:
    assert (ROOT / "sources.toml").read_text("utf-8") == dump_sources(BASE.sources)


@pytest.mark.parametrize("key", BASE.sources)
def test_each_source_says_how_reliable_it_is(key: str) -> None:
    source = BASE.sources[key]
    assert source.reliability
    assert source.publisher


def test_the_domains() -> None:
    assert {concept.domain for concept in BASE.concepts} == DOMAINS


def test_most_preferred_labels_have_a_source() -> None:
    preferred = [x for one in BASE.concepts for x in one.labels if x.status == "preferred"]
    assert sum(bool(label.source) for label in preferred) >= 0.7 * len(preferred)


def is_short(label: Label) -> bool:
    """One Vietnamese syllable, two Korean ones, an acronym of two letters: other words hold them."""
    text = fold(label.text).text
    short = {"vi": is_syllable(text), "ko": len(text) == 2, "mul": len(text) == 2}
    return label.status != "mistranslation" and short.get(label.lang, False)


@concepts
def test_each_short_label_has_a_counterexample(concept: Concept) -> None:
    texts = [fold(example.text).text for example in concept.counterexamples]
    for label in filter(is_short, concept.labels):
        assert any(fold(label.text).text in text for text in texts), label.text


@concepts
def test_each_language_with_a_homonym_has_a_counterexample(concept: Concept) -> None:
    """A label that some words switch off (SEMANTICS M8), or that longer words hold."""
    shown = {example.lang for example in concept.counterexamples}
    for label in concept.labels:
        if label.status != "mistranslation" and (label.near or label.not_near or label.covered_by):
            assert label.lang in shown if label.lang != "mul" else shown, label.text


def test_the_file_of_the_readme_would_be_merged(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    file = tmp_path / "green-roof.toml"
    file.write_text(re.sub(r"^   ", "", text, flags=re.MULTILINE), "utf-8")
    base = load_glossary(file)
    found = validate(base, (base["green-roof"],), annotator(base))
    assert [str(problem) for problem in found] == []
