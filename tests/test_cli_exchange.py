"""`khihau glossary export` and `import`: what is written, what is told, and that nothing is half-written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from built_in import built_in
from khihau.cli.main import main
from khihau.exchange import EXPORTS, IMPORTS
from khihau.termbase.differences import differences
from khihau.termbase.load import load_glossary
from khihau.termbase.locate import builtin_glossary

pytestmark = pytest.mark.usefixtures("one_base")

NEW = (
    "id,domain,lang,text,status,source\n"
    "carbon-levy,markets,en,carbon levy,preferred,https://example.org/levy\n"
    "carbon-levy,markets,vi,phí các-bon,preferred,paris-agreement; Luật mẫu\n"
    "carbon-levy,markets,ko,탄소 부담금,preferred,\n"
)
WRITTEN = """id = "carbon-levy"

[[label]]
lang = "en"
text = "carbon levy"
status = "preferred"
source = "example-org-levy"

[[label]]
lang = "vi"
text = "phí các-bon"
status = "preferred"
source = ["paris-agreement", "luat-mau"]

[[label]]
lang = "ko"
text = "탄소 부담금"
status = "preferred"
"""
SOURCES = """[example-org-levy]
title = "https://example.org/levy"
url = "https://example.org/levy"

[luat-mau]
title = "Luật mẫu"
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["glossary", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def tree(root: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


# --- export ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", EXPORTS)
def test_every_format_is_written_and_is_the_same_twice(
    form: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pair = ("--from", "ko", "--to", "vi") if form in ("omegat", "deepl") else ()
    files = [tmp_path / f"{number}.{form}" for number in (1, 2)]
    for file in files:
        code, out, err = run(
            capsys, "export", "-f", form, "-o", str(file), "--domain", "finance", *pair
        )
        assert (code, out) == (0, "")
        assert all(
            line.startswith(f"{file}: ") and " left out: " in line for line in err.splitlines()
        )
    first, second = (file.read_bytes() for file in files)
    assert first == second
    assert first


@pytest.mark.parametrize(("form", "between"), [("tsv", "\t"), ("csv", ",")])
def test_the_format_wins_over_the_name_of_the_file(
    form: str, between: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / ("terms.csv" if form == "tsv" else "terms.tsv")
    assert run(capsys, "export", "-f", form, "-o", str(file), "--domain", "law")[0] == 0
    assert file.read_text("utf-8-sig").startswith(f"id{between}domain{between}lang")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            (),
            "--format is missing: say one of xlsx, csv, tsv, tbx, martif, markdown, omegat, deepl, json",
        ),
        (("-o", "terms.doc"), "--format is missing, and terms.doc does not tell it"),
        (("-f", "xlsx"), "a workbook is no text to print; add --output terms.xlsx"),
        (("-f", "deepl", "--from", "ko"), "--format deepl holds two languages: name them"),
        (("-f", "omegat", "--from", "ko", "--to", "ko"), "--format omegat holds two languages"),
        (("-f", "csv", "--to", "vi"), "--format csv holds all languages; --from and --to are for"),
        (("-f", "tbx", "--wide"), "--wide is for tables: xlsx, csv, tsv"),
        (("-f", "tbx", "--base-uri", "urn:x:"), "--base-uri is for skos; other formats give"),
        (("-f", "skos", "--base-uri", "terms/"), "--base-uri terms/: is no whole address that"),
        (("-f", "skos", "--base-uri", "https://x.org/a"), "--base-uri https://x.org/a: is no"),
        (("-f", "csv", "--domain", "money"), "--domain: no domain “money”; there are adaptation,"),
        (("-o", "no/folder/terms.csv"), "no/folder/terms.csv: its folder does not exist"),
    ],
)
def test_options_that_do_not_go_together(
    arguments: tuple[str, ...], expected: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "export", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"khihau: {expected}")
    assert tree(tmp_path) == {}


def test_only_some_languages(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "export", "-f", "csv", "--lang", "ko", "--domain", "law")
    assert code == 0
    assert {line.split(",")[2] for line in out.splitlines()[1:]} == {"ko", "mul"}


# --- there and back -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["t.csv", "t.tbx", "wide.csv"])
def test_an_export_changes_nothing_in_the_glossary_that_it_came_from(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = ("--wide",) if name.startswith("wide") else ()
    assert run(capsys, "export", "-o", name, *wide)[0] == 0
    code, out, err = run(
        capsys, "import", name, "--into", str(builtin_glossary()), "--dry-run", "--replace"
    )
    assert (code, err) == (0, "")
    assert out.endswith(
        f": 0 new concepts, 0 changed, {len(built_in())} as before; nothing was written (--dry-run).\n"
    )


def test_a_workbook_makes_the_same_glossary_anew(capsys: pytest.CaptureFixture[str]) -> None:
    """Into an empty folder; sources that the built-in glossary has are not written again."""
    assert run(capsys, "export", "-o", "t.xlsx", "--domain", "law")[0] == 0
    assert run(capsys, "import", "t.xlsx", "--into", "new")[0] == 0
    made, base = load_glossary("new", builtin=False), built_in()
    assert [one.id for one in made.concepts] == [
        one.id for one in base.concepts if one.domain == "law"
    ]
    changes = differences(base, made).concepts
    assert [change.id for change in changes if change.new is not None] == []


# --- import ---------------------------------------------------------------------------------------


def test_new_concepts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("new.csv").write_text(NEW, "utf-8")
    code, out, err = run(capsys, "import", "new.csv", "--dry-run")
    assert (code, err) == (0, "")
    assert out == (
        "carbon levy (carbon-levy, new)\n"
        "  new in en: “carbon levy” (preferred; https://example.org/levy)\n"
        "  new in vi: “phí các-bon” (preferred; Paris Agreement; Luật mẫu)\n"
        "  new in ko: “탄소 부담금” (preferred; unverified)\n"
        "glossary: 1 new concept, 0 changed, 0 as before; 2 sources new or changed: "
        "example-org-levy, luat-mau; nothing was written (--dry-run).\n"
    )
    assert set(tree(tmp_path)) == {"new.csv"}
    code, out, err = run(capsys, "import", "new.csv")
    assert (code, err) == (0, "")
    assert out.splitlines()[1] == "Now check it: khihau glossary validate glossary --builtin"
    assert tree(tmp_path / "glossary") == {
        "markets/carbon-levy.toml": WRITTEN.encode(),
        "sources.toml": SOURCES.encode(),
    }
    assert run(capsys, "import", "new.csv")[1] == (
        "glossary: 0 new concepts, 0 changed, 1 as before.\n"
    )


def test_sources_that_are_there_stay(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "sources.toml").write_text('[old]\ntitle = "Old"\n', "utf-8")
    (tmp_path / "glossary" / "x.toml").write_text(
        'id = "x"\n\n[[label]]\nlang = "en"\ntext = "x"\nstatus = "preferred"\n', "utf-8"
    )
    Path("new.csv").write_text(NEW, "utf-8")
    assert run(capsys, "import", "new.csv")[0] == 0
    written = (tmp_path / "glossary" / "sources.toml").read_text("utf-8")
    assert written == SOURCES + '\n[old]\ntitle = "Old"\n'


def test_an_overlay_keeps_its_place_and_that_it_replaces(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "glossary" / "deep" / "own" / "carbon-levy.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        'id = "carbon-levy"\nreplace = true\n\n[[label]]\nlang = "en"\ntext = "levy"\n'
        'status = "admitted"\n',
        "utf-8",
    )
    Path("new.csv").write_text(NEW.replace("markets", "own"), "utf-8")
    assert run(capsys, "import", "new.csv")[0] == 0
    assert set(tree(tmp_path / "glossary")) == {"deep/own/carbon-levy.toml", "sources.toml"}
    assert file.read_text("utf-8").startswith('id = "carbon-levy"\nreplace = true\n\n[[label]]\n')
    assert 'text = "levy"' in file.read_text("utf-8")


def test_one_wrong_row_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Path("new.csv").write_text(
        NEW.replace("ko,탄소 부담금,preferred", "ko,탄소 부담금,good"), "utf-8"
    )
    code, out, err = run(capsys, "import", "new.csv")
    assert (code, out) == (2, "")
    assert err == (
        'khihau: new.csv: row 4: status: "good" is not allowed; allowed: preferred, admitted, '
        "deprecated, forbidden, mistranslation\n"
        "new.csv: 1 problem; nothing was written\n"
    )
    assert set(tree(tmp_path)) == {"new.csv"}


def test_many_wrong_rows(capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"c{n},markets,en,term {n},good\n" for n in range(120))
    Path("new.csv").write_text("id,domain,lang,text,status\n" + rows, "utf-8")
    code, _, err = run(capsys, "import", "new.csv")
    assert code == 2
    assert len(err.splitlines()) == 51
    assert err.endswith("new.csv: 120 problems, the first 50 of them above; nothing was written\n")


def test_what_was_not_read_is_told_and_what_validate_will_say(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = NEW.replace("source\n", "Owner\n", 1) + "carbon-levy,markets,en,levy,preferred,me\n"
    Path("new.csv").write_text(table, "utf-8")
    code, _, err = run(capsys, "import", "new.csv")
    assert code == 0
    assert err == (
        "new.csv: not read: column “Owner”\n"
        'note: new.csv: row 5: text: "levy" is a second preferred label (en, full) to '
        '"carbon levy" (make one of them admitted)\n'
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("terms.csv",), "terms.csv: no such file"),
        (("terms.doc",), "terms.doc: its name does not tell its format; say --format xlsx, csv"),
        (("new.csv", "--into", "new.csv"), "--into new.csv: is a file; name a folder"),
        (("empty.csv",), "empty.csv: is empty"),
        (("new.csv", "--encoding", "latin-99"), 'new.csv: unknown encoding "latin-99"'),
    ],
)
def test_what_cannot_be_imported(
    arguments: tuple[str, ...], expected: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Path("new.csv").write_text(NEW, "utf-8")
    Path("empty.csv").write_text("", "utf-8")
    before = tree(tmp_path)
    code, out, err = run(capsys, "import", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"khihau: {expected}")
    assert tree(tmp_path) == before


def test_a_glossary_that_cannot_be_read_is_not_written_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    Path("new.csv").write_text(NEW, "utf-8")
    broken = tmp_path / "glossary" / "markets" / "carbon-levy.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text('id = "carbon-levy\n', "utf-8")
    before = tree(tmp_path)
    code, _, err = run(capsys, "import", "new.csv")
    assert code == 2
    assert "glossary/markets/carbon-levy.toml:1: not valid TOML" in err
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("t.xlsx", "openpyxl", "xlsx"),
        ("t.xlsx", "python_calamine", "xlsx"),
        ("t.tbx", "lxml.etree", "xml"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_extra(
    name: str,
    library: str,
    extra: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exports = library == "openpyxl"
    if not exports:
        assert run(capsys, "export", "-o", name, "--domain", "law")[0] == 0
    monkeypatch.setitem(sys.modules, library, None)
    arguments = ("export", "-o", name) if exports else ("import", name)
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert f"{name}: needs the library {library.partition('.')[0].replace('_', '-')};" in err
    assert f"pip install 'khihau[{extra}]'" in err


def test_every_format_that_is_read_is_written() -> None:
    assert set(IMPORTS) <= set(EXPORTS)
