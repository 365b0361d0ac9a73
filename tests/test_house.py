"""The choices of a house: its names and spelling in all that is written, and what is told of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import khihau
from built_in import built_in
from khihau.cli.main import main
from khihau.config import load_config
from khihau.errors import ConfigError
from khihau.languages.house_spelling import choices_of
from khihau.model.house import House
from khihau.termbase.housed import housed
from khihau.termbase.official import official_label

TREATY = House(preferred={"paris-agreement": {"vi": "Hiệp định Paris"}})


def preferred(base: khihau.Termbase, concept: str) -> str | None:
    label = official_label(base[concept], "vi")
    return label.text if label else None


def test_a_house_prefers_a_name_that_the_glossary_admits() -> None:
    base = housed(built_in(), TREATY)
    assert preferred(built_in(), "paris-agreement") == "Thỏa thuận Paris"
    assert preferred(base, "paris-agreement") == "Hiệp định Paris"
    (finding,) = khihau.check("Việt Nam thực hiện Công ước Paris về khí hậu.", base)
    assert "write “Hiệp định Paris”" in finding.message
    match, *_ = khihau.annotate("The Paris Agreement entered into force.", base)
    assert match.equivalents["vi"] == "Hiệp định Paris"
    assert base["ndc"] == built_in()["ndc"]
    assert [one.id for one in base.concepts] == [one.id for one in built_in().concepts]


def test_a_house_spells_all_labels_but_the_loans_of_names() -> None:
    base = housed(built_in(), House(spelling=choices_of("carbon")))
    assert preferred(built_in(), "carbon-market") == "thị trường các-bon"
    assert preferred(base, "carbon-market") == "thị trường carbon"
    texts = [label.text for label in base["carbon-market"].labels if label.lang == "vi"]
    assert len(texts) == len(set(texts))
    (match,) = khihau.annotate("Thị trường các-bon mở cửa.", base)
    assert match.concept == "carbon-market"


@pytest.mark.parametrize(
    ("house", "told"),
    [
        (House(preferred={"paris": {"vi": "x"}}), "no concept has the id 'paris'"),
        (
            House(preferred={"paris-agreement": {"vi": "Công ước Paris"}}),
            "paris-agreement has no name 'Công ước Paris' in vi that the glossary admits; it has: ",
        ),
    ],
)
def test_a_house_can_prefer_no_other_name(house: House, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        housed(built_in(), house)


def test_what_a_house_knows_is_not_asked_for() -> None:
    text = "Dự án do GCF tài trợ. Hai bên bàn về CBAM."
    known = khihau.Options(house=House(known=frozenset({"CBAM"})))
    for options, told in ((None, ["GCF", "CBAM"]), (known, ["GCF"])):
        assert [one.text for one in khihau.check(text, built_in(), options=options)] == told


def test_what_a_house_knows_is_not_unknown() -> None:
    text = "Dự án do KOFIH tài trợ."
    for known, told in ((frozenset(), ["KOFIH"]), (frozenset({"KOFIH"}), [])):
        options = khihau.Options(profile="vi-law", house=House(known=known))
        assert [one.text for one in khihau.check(text, built_in(), options=options)] == told


def test_quotes_are_told_where_a_house_wants_it() -> None:
    text = "Bộ trưởng nói: “Chúng tôi sẽ thực hiện Công ước Paris về khí hậu.”"
    assert khihau.check(text, built_in()) == []
    told = khihau.Options(house=House(quotes="report"))
    (finding,) = khihau.check(text, built_in(), options=told)
    assert (finding.rule, finding.aspect, finding.severity, finding.fix) == (
        "forbidden-label",
        "quoted",
        "info",
        None,
    )
    assert khihau.fix(text, built_in(), options=told, suggested=True) == text
    silent = khihau.Options(profile="vi-law", house=House(quotes="skip"))
    assert not [one for one in khihau.check(text, built_in(), options=silent) if one.aspect]


def test_a_house_may_want_no_fix_unasked() -> None:
    text = "정부는 파리협약에 따라 목표를 정했다."
    careful = khihau.Options(house=House(fixes=False))
    assert khihau.fix(text, built_in()) == "정부는 파리협정에 따라 목표를 정했다."
    assert khihau.fix(text, built_in(), options=careful) == text
    assert khihau.fix(text, built_in(), options=careful, suggested=True) != text


def test_a_name_may_be_composed_otherwise(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", TREATY.preferred["paris-agreement"]["vi"])
    (tmp_path / "khihau.toml").write_text(
        f'[house.preferred]\nparis-agreement = {{ vi = "{name}" }}\n', "utf-8"
    )
    assert load_config(None, tmp_path).house == TREATY


SETTINGS = """\
[house]
known-acronyms = ["CBAM"]
[house.preferred]
paris-agreement = { vi = "Hiệp định Paris" }
[house.spelling]
carbon = "carbon"
"""


def test_the_settings_of_a_house_hold_for_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("khihau.toml").write_text(SETTINGS, "utf-8")
    Path("a.txt").write_text("The Paris Agreement built a carbon market.\n", "utf-8")
    for command in (
        ("annotate", "a.txt", "--to", "vi"),
        ("lookup", "paris-agreement"),
        ("suggest", "paris agreement", "--to", "vi"),
        ("glossary", "export", "-f", "tsv"),
    ):
        assert main([*command]) == 0
        assert "Hiệp định Paris" in capsys.readouterr().out, command
    assert main(["annotate", "a.txt", "--to", "vi", "-q"]) == 0
    assert "thị trường carbon" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            '[house.spelling]\nroof = "mái nhà"\n',
            "khihau.toml:2: house.spelling.roof: “mái nhà” is spelled in one way; write a word",
        ),
        (
            '[house.preferred]\nparis-agreement = { vi = "Công ước Paris" }\n',
            "khihau.toml:2: house.preferred.paris-agreement.vi: paris-agreement has no name 'Công ước",
        ),
        (
            '[house.preferred]\nndc = { vi = "NDC" }\nparis = { vi = "x" }\n',
            "khihau.toml:2: house.preferred.ndc.vi: ndc has no name 'NDC' in vi",
        ),
        (
            '[house.spelling]\ncarbon = "các-bon"\nother = "cacbon"\n',
            "khihau.toml:3: house.spelling.other: “cacbon” says another spelling than “các-bon”; leave",
        ),
        (
            '[house.spelling]\nuy = "thủy"\noa = "hoà"\n',
            "khihau.toml:3: house.spelling.oa: “hoà” says another spelling than “thủy”; leave one out",
        ),
        (
            '# terms\nglossary = ["gone"]\n',
            "khihau.toml:2: glossary: gone: no such file or folder; paths count from this file",
        ),
        ('[house]\nquotes = "all"\n', 'khihau.toml:2: house.quotes: "all" is not allowed; allowed'),
    ],
)
def test_a_fault_of_the_settings_is_told_with_its_line(
    settings: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("khihau.toml").write_text(settings, "utf-8")
    Path("a.txt").write_text("Một.\n", "utf-8")
    assert main(["check", "a.txt"]) == 2
    assert told in capsys.readouterr().err
