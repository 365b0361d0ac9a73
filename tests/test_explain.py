"""Why a candidate was not matched: each reason of rule M10, and the command that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

import khihau
from khihau.cli.main import main
from khihau.model import Concept, Label, LabelLang, Options, Termbase

pytestmark = pytest.mark.usefixtures("one_base")


def base_of(*labels: tuple[LabelLang, str], **keys: tuple[str, ...]) -> Termbase:
    return Termbase(
        Concept(
            id=f"c{number}",
            labels=(
                Label(
                    lang=lang,
                    text=text,
                    status="preferred",
                    kind="acronym" if lang == "mul" else "full",
                    **keys,  # type: ignore[arg-type]
                ),
            ),
        )
        for number, (lang, text) in enumerate(labels)
    )


REASONS = [
    ("edge", base_of(("mul", "NDC")), "Cơ quan mới NDCX họp."),
    ("crossed", base_of(("vi", "khí hậu")), "Không khí hậu bầu cử rất căng."),
    ("covered", base_of(("vi", "nước")), "Đất nước đổi mới."),
    ("covered", base_of(("en", "gas"), covered_by=("gas mask",)), "He wore a gas mask."),
    ("undecided", base_of(("ko", "투자")), "투자협약을 맺었다."),
    ("inside-longer", base_of(("en", "carbon market rules"), ("en", "low carbon market")), "the low carbon market rules"),
    ("not-near", base_of(("en", "party"), near=("convention",)), "The party was loud."),
    ("language", base_of(("vi", "than")), "It burns more coal than before."),
    ("protected", base_of(("mul", "NDC")), "See https://unfccc.int/NDC/all for more."),
    ("case", base_of(("mul", "COP")), "He spoke to a cop."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "base", "text"), REASONS, ids=[row[0] for row in REASONS])
def test_reason(reason: str, base: Termbase, text: str) -> None:
    fallen = khihau.explain(text, base, options=Options(analyser="off"))
    assert [one.reason for one in fallen] == [reason]
    assert all(text[one.start : one.end] == one.text for one in fallen)


@pytest.mark.parametrize(
    ("near", "text", "is_near"),
    [
        ("COP", "The party at COP30 went on.", True),
        ("COP", "The party of two COPs went on.", True),
        ("COP", "The party at 제30차COP에서 went on.", True),
        ("COP", "The party met a copper merchant.", False),
        ("COP", "The party at xCOP30 went on.", False),
        ("COP30", "The party at COP301 went on.", False),
        ("당사국", "The party (당사국총회) went on.", True),
        ("convention", "The party is over. A convention follows.", False),
    ],
)
def test_what_is_near(near: str, text: str, is_near: bool) -> None:
    matches = khihau.annotate(text, base_of(("en", "party"), near=(near,)))
    assert [match.text for match in matches] == ["party"] * is_near


def test_an_acronym_that_the_settings_ignore() -> None:
    options = Options(ignored_acronyms=frozenset({"CA"}))
    base = base_of(("mul", "CA"))
    assert khihau.annotate("Họp tại CA.", base, options=options) == []
    assert [one.reason for one in khihau.explain("Họp tại CA.", base, options=options)] == [
        "ignored"
    ]
    assert khihau.acronyms("Họp tại CA.", base, options=options) == []


# --- the command ----------------------------------------------------------------------------------

DRAFT = "Hai bên bàn về biến đổi khí hậu.\nCác bạn trẻ yêu thích ứng dụng này.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text(DRAFT, "utf-8")
    return "draft.txt"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["explain", *arguments]) == 0
    return capsys.readouterr().out


def test_what_a_place_is(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert told(capsys, f"{draft}:1:17").startswith(
        "draft.txt:1:16: “biến đổi khí hậu” is climate-change (vi, preferred; exact)\n"
    )


def test_why_a_place_is_none(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert told(capsys, f"{draft}:2:20") == (
        "draft.txt:2:17: “thích ứng” is not adaptation (crossed: “yêu thích”, “ứng dụng”)\n"
    )


def test_a_whole_line(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    assert "“thích ứng”" in told(capsys, f"{draft}:2")
    assert "“biến đổi khí hậu”" not in told(capsys, f"{draft}:2")


def test_a_place_where_nothing_is(capsys: pytest.CaptureFixture[str], draft: str) -> None:
    shown = told(capsys, f"{draft}:1:1")
    assert shown.startswith("draft.txt:1:1: no label of the glossary stands here.\n")
    assert "khihau suggest" in shown


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("draft.txt", "draft.txt: no place; write DRAFT:LINE:COLUMN, as in draft.txt:3:17"),
        ("draft.txt:0:1", "draft.txt:0:1: no place; write DRAFT:LINE:COLUMN, as in draft.txt:3:17"),
        ("draft.txt:9", "draft.txt:9: no such line; the last one is 3"),
        ("draft.txt:1:99", "draft.txt:1:99: the line has 32 characters"),
        ("other.txt:1:1", "other.txt: no such file or folder; check the path"),
    ],
)
def test_a_place_that_is_not_there(
    capsys: pytest.CaptureFixture[str], draft: str, place: str, message: str
) -> None:
    assert draft
    assert main(["explain", place]) == 2
    assert capsys.readouterr().err == f"khihau: {message}\n"


def test_what_a_longer_form_of_the_word_covers_is_not_told(
    capsys: pytest.CaptureFixture[str], draft: str
) -> None:
    Path(draft).write_text("Carbon markets cut greenhouse gases after COP29.\n", "utf-8")
    lines = told(capsys, f"{draft}:1").splitlines()
    assert len(lines) == 3
    assert not [line for line in lines if "is not" in line]


# --- whose words judge ----------------------------------------------------------------------------


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"khihau, version {khihau.__version__}\n"


def test_version_tells_whose_words_judge(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version", "-v"]) == 0
    _, vietnamese, korean = capsys.readouterr().out.splitlines()
    assert vietnamese.startswith("Vietnamese: ")
    assert "word list" in vietnamese
    assert korean.startswith("Korean: ")
    assert "kiwipiepy" in korean
