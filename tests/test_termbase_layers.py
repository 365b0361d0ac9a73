"""One glossary over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from built_in import built_in
from khihau.cli.main import main
from khihau.errors import GlossaryError
from khihau.model import Termbase
from khihau.termbase.load import load_glossary


def label(text: str, status: str = "preferred", lang: str = "vi") -> str:
    return f'[[label]]\nlang = "{lang}"\ntext = "{text}"\nstatus = "{status}"\n'


def example(text: str, table: str = "example") -> str:
    return f'[[{table}]]\nlang = "vi"\ntext = "{text}"\n'


BELOW = (
    'id = "a"\ndefinition.en = "one"\ndefinition.vi = "một"\nnote.en = "note"\n'
    'related = ["x", "y"]\nbroader = "b"\n'
    + label("khí hậu")
    + label("khi hau", "forbidden")
    + example("⟦khí hậu⟧ và trời")
    + example("trời", "counterexample")
)


def layered(folder: Path, *contents: str) -> Termbase:
    """Load files of the same name, each a layer of its own."""
    paths = [folder / str(number) / "a.toml" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.parent.mkdir()
        path.write_text(content, encoding="utf-8")
    return load_glossary(*paths, builtin=False)


def statuses(base: Termbase) -> list[tuple[str, str]]:
    return [(label.text, label.status) for label in base["a"].labels]


def test_labels_are_added(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\n' + label("tiết trời", "admitted"))
    assert statuses(base) == [
        ("khí hậu", "preferred"),
        ("khi hau", "forbidden"),
        ("tiết trời", "admitted"),
    ]
    assert base["a"].definition == {"en": "one", "vi": "một"}
    assert base["a"].related == ("x", "y")


def test_the_same_label_is_replaced_in_its_place(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\n' + label("khí hậu", "admitted"))
    assert statuses(base) == [("khí hậu", "admitted"), ("khi hau", "forbidden")]


def test_the_same_text_in_another_language_is_another_label(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\n' + label("khí hậu", "admitted", "en"))
    assert len(base["a"].labels) == 3


def test_other_keys_are_replaced_where_given(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\ndefinition.vi = "hai"\nrelated = []\n')
    assert base["a"].definition == {"en": "one", "vi": "hai"}
    assert base["a"].note == {"en": "note"}
    assert (base["a"].related, base["a"].broader) == ((), "b")


def test_examples_are_added_and_replaced_by_their_words(tmp_path: Path) -> None:
    above = (
        'id = "a"\n'
        + label("trời", "admitted")
        + example("⟦khí hậu⟧ và ⟦trời⟧")
        + example("⟦trời⟧ mưa")
        + example("đất", "counterexample")
    )
    base = layered(tmp_path, BELOW, above)
    assert [e.text for e in base["a"].examples] == ["⟦khí hậu⟧ và ⟦trời⟧", "⟦trời⟧ mưa"]
    assert [e.text for e in base["a"].counterexamples] == ["trời", "đất"]


def test_replace_takes_the_place_of_the_concept(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\nreplace = true\n' + label("tiết trời"))
    assert statuses(base) == [("tiết trời", "preferred")]
    assert (base["a"].definition, base["a"].examples, base["a"].domain) == ({}, (), "1")


def test_replace_false_adds(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\nreplace = false\n' + label("tiết trời"))
    assert len(base["a"].labels) == 3


def test_a_third_layer_sees_the_second(tmp_path: Path) -> None:
    second = 'id = "a"\n' + label("khí hậu", "admitted")
    third = 'id = "a"\n' + label("khí hậu", "deprecated")
    assert statuses(layered(tmp_path, BELOW, second, third))[0] == ("khí hậu", "deprecated")


def test_domain_and_file_stay_those_of_the_first(tmp_path: Path) -> None:
    base = layered(tmp_path, BELOW, 'id = "a"\nnote.ko = "x"\n')
    assert (base["a"].domain, base["a"].file) == ("0", str(tmp_path / "0" / "a.toml"))


def test_replacing_needs_labels(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as caught:
        layered(tmp_path, BELOW, 'id = "a"\nreplace = true\n')
    assert [problem.key for problem in caught.value.problems] == ["label"]


def test_an_overlay_of_a_broken_file_is_not_blamed(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as caught:
        layered(tmp_path, BELOW + "colour = 1\n", 'id = "a"\nnote.ko = "x"\n')
    assert [problem.key for problem in caught.value.problems] == ["counterexample[1].colour"]


def test_a_later_source_replaces_an_earlier_one(tmp_path: Path) -> None:
    for number, title in enumerate(["one", "two"]):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "a.toml").write_text('id = "a"\n' + label("x"))
        sources = f'[law]\ntitle = "{title}"\n[law-{number}]\ntitle = "x"\n'
        (tmp_path / str(number) / "sources.toml").write_text(sources)
    base = load_glossary(tmp_path / "0", tmp_path / "1", builtin=False)
    assert {key: source.title for key, source in base.sources.items()} == {
        "law": "two",
        "law-0": "x",
        "law-1": "x",
    }


def test_paths_lie_over_the_builtin_glossary(tmp_path: Path) -> None:
    alone = built_in()
    concept = alone.concepts[0]
    path = tmp_path / f"{concept.id}.toml"
    path.write_text(f'id = "{concept.id}"\n' + label("một nhãn chưa có", "admitted"))
    both = load_glossary(path)
    assert len(both) == len(alone)
    assert len(both[concept.id].labels) == len(concept.labels) + 1


def test_a_name_that_a_later_layer_prefers_takes_the_place_of_the_one_below(tmp_path: Path) -> None:
    above = label("thời tiết dài hạn") + label("climate", lang="en")
    base = layered(tmp_path, BELOW, f'id = "a"\n{above}')
    told = {one.text: (one.status, one.file) for one in base["a"].labels}
    file = str(tmp_path / "1" / "a.toml")
    assert told == {
        "khí hậu": ("admitted", None),
        "khi hau": ("forbidden", None),
        "thời tiết dài hạn": ("preferred", file),
        "climate": ("preferred", file),
    }


def test_findings_and_lookup_say_which_layer_spoke(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/a.toml").write_text(f'id = "a"\n{label("bầu khí")}', "utf-8")
    Path("below").mkdir()
    Path("below/a.toml").write_text(BELOW, "utf-8")
    Path("khihau.toml").write_text('builtin = false\nglossary = ["below", "house"]\n', "utf-8")
    Path("t.txt").write_text("Bộ bàn về khi hau.\n", "utf-8")
    assert main(["check", "t.txt"]) == 1
    assert "write “bầu khí” (so house/a.toml)" in capsys.readouterr().out
    assert main(["lookup", "a"]) == 0
    assert "so says: house/a.toml" in capsys.readouterr().out
