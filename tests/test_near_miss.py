"""The rule `near-miss` beside its cases: clean texts, other spellings, large texts, `suggest --file`."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

import khihau
from built_in import built_in
from khihau.cli.main import main
from khihau.model import LANGS, Concept, Label, Lang, Termbase
from spec_tables import SPEC, Row, each_row, rows

ROWS = list(rows(SPEC / "rules" / "near-miss.md"))


def near_misses(text: str, base: Termbase | None = None) -> list[khihau.Finding]:
    return khihau.check(text, built_in() if base is None else base, rules=["near-miss"])


def glossary_text(lang: Lang) -> str:
    """All that the glossary writes in a language: labels, definitions, notes, examples."""
    texts = [
        text
        for concept in built_in().concepts
        for text in (
            *(label.text for label in concept.labels if label.lang == lang),
            concept.definition.get(lang, ""),
            concept.note.get(lang, ""),
            *(
                example.text
                for example in (*concept.examples, *concept.counterexamples)
                if example.lang == lang
            ),
        )
    ]
    return "\n\n".join(texts).replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_itself_is_clean(lang: Lang) -> None:
    assert [finding.message for finding in near_misses(glossary_text(lang))] == []


@pytest.mark.parametrize("lang", LANGS)
def test_terms_that_the_base_does_not_know_are_no_slips_for_others(lang: Lang) -> None:
    chance = random.Random(7)
    part = Termbase(concept for concept in built_in().concepts if chance.random() > 0.4)
    assert [finding.message for finding in near_misses(glossary_text(lang), part)] == []


@each_row("row", ROWS)
def test_decomposed_texts_have_the_same_near_misses(row: Row) -> None:
    composed = near_misses(row.cells["text"])
    decomposed = near_misses(unicodedata.normalize("NFD", row.cells["text"]))
    assert [unicodedata.normalize("NFC", one.text) for one in decomposed] == [
        one.text for one in composed
    ]


def test_the_official_name_is_offered_where_the_nearest_is_wrong() -> None:
    labels = (
        Label(lang="vi", text="Thỏa thuận Paris", status="preferred"),
        Label(lang="vi", text="Công ước Paris", status="forbidden"),
    )
    base = Termbase((Concept(id="paris", labels=labels),))
    text = "Hai nước thực hiện Côngg ước Paris."
    (finding,) = near_misses(text, base)
    assert "no right name; write “Thỏa thuận Paris”" in finding.message
    mended = khihau.fix(text, base, rules=["near-miss"], suggested=True)
    assert mended == "Hai nước thực hiện Thỏa thuận Paris."


def test_a_word_in_a_match_of_another_concept_is_right() -> None:
    labels = ("nhà kinh doanh xanh", "khí nhà kính")
    base = Termbase(
        Concept(id=f"c{at}", labels=(Label(lang="vi", text=text, status="preferred"),))
        for at, text in enumerate(labels)
    )
    assert near_misses("Hội nghị bàn về khí nhà kinh doanh xanh.", base) == []
    assert len(near_misses("Hội nghị bàn về khí nhà kinh.", base)) == 1


def test_suggest_lists_the_near_misses_of_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Hai bên bàn về biến đỗi khí hậu.\n", "utf-8")
    assert main(["suggest", "--file", str(draft)]) == 0
    assert "almost “biến đổi khí hậu”" in capsys.readouterr().out


def test_check_keeps_to_proper_names() -> None:
    assert khihau.check("Hai bên bàn về biến đỗi khí hậu.", built_in()) == []
    (found,) = khihau.check("Hai nước cùng thực hiện Thoả thuân Paris.", built_in())
    assert (found.rule, found.severity, found.text) == ("near-miss", "info", "Thoả thuân Paris")
    assert khihau.check("Hai nước cùng thực hiện Thoả thuận Paris.", built_in()) == []
    (found,) = khihau.check("정부는 녹색기후기굼에 돈을 냈다.", built_in())
    assert found.rule == "near-miss"
    (found,) = khihau.check("The Green Climate Fund and the Kyoto Protocal.", built_in())
    assert found.text == "Kyoto Protocal"


def test_check_looks_at_full_forms_of_acronyms_with_the_capitals_of_names() -> None:
    slips = ("Nationaly Determined Contributions", "nationaly determined contributions")
    found = [khihau.check(f"Parties filed {slip}.", built_in()) for slip in slips]
    assert [[one.rule for one in some] for some in found] == [["near-miss"], []]


def test_letters_that_two_styles_write_otherwise_are_compared_alike() -> None:
    (found,) = near_misses("The delegates spoke about the World Health Organizatioon.")
    assert found.text == "World Health Organizatioon"
    assert near_misses("The delegates spoke about the World Health Organisation.") == []
