"""What version 0.1 wrote works unchanged: a glossary over ours, settings, comments and a baseline.

`tests/v01` was made with commit be67fbc: `terms` are the terms of then, `now` the same with another id
(`was`) and an unofficial name of the press no longer called forbidden.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import khihau
from khihau.cli.main import main
from khihau.model import Concept, Label, Successor, Termbase
from khihau.site import pages
from khihau.termbase.load import load_glossary

OLD = Path(__file__).parent / "v01"


@pytest.fixture(params=["terms", "now"])
def repository(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A repository of 0.1, with the terms of then or of today."""
    shutil.copytree(OLD, tmp_path, dirs_exist_ok=True)
    settings = (tmp_path / "khihau.toml").read_text("utf-8")
    (tmp_path / "khihau.toml").write_text(
        settings.replace('"terms"', f'"{request.param}"'), "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("repository")
def test_settings_comments_and_baseline_silence_as_they_did(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "draft.md"]) == 0
    assert capsys.readouterr().out.startswith("1 document checked: no findings.\n")


def test_without_them_the_same_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (repository / "khihau.toml").read_text("utf-8")
    (repository / "khihau.toml").write_text(settings.replace("baseline =", "# baseline ="), "utf-8")
    draft = (repository / "draft.md").read_text("utf-8")
    (repository / "draft.md").write_text(draft.replace("<!-- khihau", "<!-- of"), "utf-8")
    main(["check", "draft.md", "--format", "tsv"])
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]]
    told = [one for row in rows for one in row if one.endswith(" Phí xanh")]
    assert told == [
        f"{kind} Phí xanh"
        for kind in ("Công ước", "Hiệp định", "Tuyên bố", "Nghị định thư", "Hiệp định")
    ]
    assert {"warning"} < {cell for row in rows for cell in row}


def test_the_glossary_of_a_house_lies_over_the_concept_that_had_the_id(repository: Path) -> None:
    base = load_glossary(repository / "now", repository / "house", builtin=False)
    assert "green-levy" not in base
    assert base.current("green-levy") == "green-charge"
    (own,) = (one for one in base["green-charge"].labels if one.text == "Tuyên bố Phí xanh")
    assert own.file
    assert base["green-charge"].note == {"vi": "Của nhà."}
    late = load_glossary(repository / "now", builtin=False)
    assert late.current("no-such-id") == "no-such-id"


def test_the_names_of_a_body_that_is_gone_once_stood_under_its_successor() -> None:
    new = Concept(id="new", labels=(Label(lang="vi", text="Bộ Mới", status="preferred"),))
    old = Concept(
        id="old",
        labels=(Label(lang="vi", text="Bộ Cũ Kỹ", status="forbidden"),),
        replaced_by=(Successor("new"),),
    )
    base, text = Termbase([new, old]), "Hai bên gặp Bộ Cũ Kỹ hôm nay."
    (found,) = khihau.check(text, base, "vi", rules=["forbidden-label"])
    assert (found.concept, len(found.former)) == ("old", 1)
    comment = "<!-- khihau: ignore forbidden-label[new] -->"
    assert not khihau.check(
        f"{comment}\n{text}", base, "vi", rules=["forbidden-label", "unused-silencer"]
    )
    options = khihau.Options(severities=({"forbidden-label[new]": "off"},))
    assert not khihau.check(text, base, "vi", rules=["forbidden-label"], options=options)


def test_lookup_and_addresses_of_the_site_find_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "khihau.toml").unlink()
    now = ["--no-builtin", "--glossary", str(repository / "now")]
    assert main(["lookup", "green-levy", *now]) == 0
    assert capsys.readouterr().out.startswith("green-charge")
    files = dict(pages(load_glossary(repository / "now", builtin=False), None, None))
    moved = files["vi/terms/green-levy.html"]
    assert '<meta http-equiv="refresh" content="0; url=green-charge.html">' in moved
    assert 'href="../terms/green-charge.html"' in moved
