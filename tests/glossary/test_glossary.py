"""What holds for any good glossary, of the built-in one as it is today.

No name, number or domain of it stands here: who adds or corrects terms, and whose files pass
`khihau glossary validate`, breaks no test.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from khihau.cli.main import main
from khihau.console.options import annotator
from khihau.fuzzy import suggest
from khihau.model import LANGS, Termbase
from khihau.termbase.dump import dump_concept, dump_sources
from khihau.termbase.examples import count
from khihau.termbase.load import load_glossary
from khihau.termbase.locate import builtin_glossary
from khihau.termbase.validate import validate


@pytest.fixture(scope="module")
def glossary() -> Termbase:
    return load_glossary()


def test_it_is_valid(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = main(["glossary", "validate", "--strict"]), capsys.readouterr().out
    assert (code, said.splitlines()[-1].endswith(": no problems.")) == (0, True), said


@pytest.mark.usefixtures("analyser")
def test_its_examples_pass(glossary: Termbase, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = main(["glossary", "test"]), capsys.readouterr().out
    examples, concepts = count(glossary.concepts), len(glossary)
    assert (code, said) == (0, f"{examples} examples of {concepts} concepts: all pass.\n")


def test_each_file_is_in_canonical_form(glossary: Termbase) -> None:
    root = builtin_glossary()
    files = {root / one.domain / f"{one.id}.toml": dump_concept(one) for one in glossary.concepts}
    files[root / "sources.toml"] = dump_sources(glossary.sources)
    assert [file for file, text in files.items() if file.read_text("utf-8") != text] == []


def test_each_label_finds_its_concept(glossary: Termbase) -> None:
    missed = [
        (concept.id, label.text)
        for concept in glossary.concepts
        for label in concept.labels
        if not label.numbered and label.lang in LANGS
        if concept.id not in {found.concept for found in suggest(label.text, glossary)}
    ]
    assert missed == []


def test_the_file_of_its_readme_would_be_merged(tmp_path: Path) -> None:
    page = (builtin_glossary() / "README.md").read_text("utf-8")
    (text,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    file = tmp_path / "green-roof.toml"
    file.write_text(re.sub(r"^   ", "", text, flags=re.MULTILINE), "utf-8")
    base = load_glossary(file)
    found = validate(base, (base["green-roof"],), annotator(base))
    assert [str(problem) for problem in found] == []
