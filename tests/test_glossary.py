"""What we ask of our own glossary beyond what `validate` asks of any."""

from __future__ import annotations

import re
from pathlib import Path

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
LABELS = [
    (concept, label)
    for concept in BASE.concepts
    for label in concept.labels
    if label.status != "mistranslation"
]


def test_its_size() -> None:
    assert len(BASE.concepts) >= 320
    assert sum(len(concept.labels) for concept in BASE.concepts) >= 2600
    assert {concept.domain for concept in BASE.concepts} == DOMAINS


def test_each_concept_is_defined_in_three_languages() -> None:
    assert [one.id for one in BASE.concepts if set(one.definition) != set(LANGS)] == []


def test_each_file_is_in_canonical_form() -> None:
    files = {ROOT / one.domain / f"{one.id}.toml": dump_concept(one) for one in BASE.concepts}
    files[ROOT / "sources.toml"] = dump_sources(BASE.sources)
    assert [file for file, text in files.items() if file.read_text("utf-8") != text] == []


def test_each_source_says_how_reliable_it_is() -> None:
    sources = BASE.sources.values()
    assert [one.id for one in sources if not (one.reliability and one.publisher)] == []


def test_most_preferred_labels_have_a_source() -> None:
    preferred = [label for _, label in LABELS if label.status == "preferred"]
    assert sum(bool(label.source) for label in preferred) >= 0.7 * len(preferred)


def is_short(label: Label) -> bool:
    """One Vietnamese syllable, two Korean ones, an acronym of two letters: other words hold them."""
    text = fold(label.text).text
    short = {"vi": is_syllable(text), "ko": len(text) == 2, "mul": len(text) == 2}
    return short.get(label.lang, False)


def test_each_short_label_has_a_counterexample() -> None:
    def shown(concept: Concept, label: Label) -> bool:
        texts = [fold(example.text).text for example in concept.counterexamples]
        return any(fold(label.text).text in text for text in texts)

    short = [(concept, label) for concept, label in LABELS if is_short(label)]
    assert [(one.id, label.text) for one, label in short if not shown(one, label)] == []


def test_each_language_with_a_homonym_has_a_counterexample() -> None:
    """A label that some words switch off (rule M8), or that longer words hold."""

    def shown(concept: Concept, label: Label) -> bool:
        langs = {example.lang for example in concept.counterexamples}
        return bool(langs) if label.lang == "mul" else label.lang in langs

    switched = [row for row in LABELS if row[1].near or row[1].not_near or row[1].covered_by]
    assert [(one.id, label.text) for one, label in switched if not shown(one, label)] == []


def test_the_file_of_the_readme_would_be_merged(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    file = tmp_path / "green-roof.toml"
    file.write_text(re.sub(r"^   ", "", text, flags=re.MULTILINE), "utf-8")
    base = load_glossary(file)
    found = validate(base, (base["green-roof"],), annotator(base))
    assert [str(problem) for problem in found] == []
