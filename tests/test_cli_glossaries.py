"""`--glossary`, `--no-builtin` and the settings of the same names: which terms hold, in every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from edits import wood
from khihau.cli.main import cli, main
from khihau.termbase.dump import dump_concept

ROOF = dump_concept(wood("green-roof", ("mái nhà xanh", "옥상녹화", "green roof")))
# What works with a house's own terms, and a term of the built-in glossary, which must not be met.
COMMANDS = {
    "annotate": ("draft.txt",),
    "expand": ("draft.txt",),
    "suggest": ("green roofs",),
    "acronyms": ("draft.txt",),
    "check": ("draft.txt",),
    "pair": ("draft.txt", "vi.txt"),
    "brief": ("draft.txt", "--to", "vi"),
    "explain": ("draft.txt:1",),
    "lookup": ("green-roof",),
    "verdict": ("draft.txt:1", "right", "--dry-run", "--select", "unknown-acronym"),
    "glossary validate": (),
    "glossary test": (),
    "glossary stats": (),
    "glossary list": (),
    "glossary new": ("rain-garden", "--domain", "d", "--vi", "vườn mưa", "--ko", "빗물정원", "--en", "rain garden"),
    "glossary export": ("-f", "tsv"),
    "glossary site": ("-o", "site"),
    "glossary import": ("table.csv", "--domain", "d", "--dry-run"),
}  # fmt: skip
TRIED_ELSEWHERE = {"glossary propose", "glossary proposals", "glossary approve", "verdicts"}
NEED_NONE = ("glossary import",)  # it writes one
OWN = ("--no-builtin", "--glossary", "house")


@pytest.fixture(autouse=True)
def _work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/green-roof.toml").write_text(ROOF, "utf-8")
    Path("draft.txt").write_text("The green roof serves climate change under the NDC.\n", "utf-8")
    Path("vi.txt").write_text("Mái nhà xanh ứng phó với biến đổi khí hậu theo NDC.\n", "utf-8")
    Path("table.csv").write_text(
        "id,lang,text,status\nrain-garden,en,rain garden,admitted\n", "utf-8"
    )


def with_glossaries(group: click.Group, above: str = "") -> Iterator[str]:
    """The commands that take `--glossary`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        if isinstance(command, click.Group):
            yield from with_glossaries(command, f"{name} ")
        elif any(option.name == "glossary" for option in command.params):
            assert any(option.name == "builtin" for option in command.params), name
            yield f"{above}{name}"


def test_every_command_with_a_glossary_is_tried() -> None:
    assert set(with_glossaries(cli)) == set(COMMANDS) | TRIED_ELSEWHERE


@pytest.mark.parametrize("command", COMMANDS)
def test_a_house_may_leave_the_built_in_glossary_out(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = (*command.split(), *COMMANDS[command])
    assert main([*call, *OWN]) in (0, 1)
    by_options = capsys.readouterr()
    assert "climate-change" not in by_options.out
    Path("khihau.toml").write_text('builtin = false\nglossary = ["house"]\n', "utf-8")
    if command != "glossary new":
        assert main([*call]) in (0, 1)
        assert capsys.readouterr() == by_options


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in NEED_NONE])
def test_without_any_glossary_there_is_nothing_to_do(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = (*command.split(), *COMMANDS[command])
    assert main([*call, "--no-builtin"]) == 2
    assert capsys.readouterr() == (
        "",
        "khihau: --no-builtin leaves no glossary; name a folder or a file with --glossary\n",
    )
    step = "leaves no glossary; name one under “glossary”, or with --glossary"
    Path("khihau.toml").write_text("# ours alone\nbuiltin = false\n", "utf-8")
    assert main([*call]) == 2
    assert capsys.readouterr() == (
        "",
        f"khihau: khihau.toml:2: builtin: false {step}\n",
    )


def test_a_glossary_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "draft.txt", "--glossary", "gone"]) == 2
    told = "khihau: --glossary gone: no such file or folder; check the path\n"
    assert capsys.readouterr().err == told


def test_an_option_wins_over_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("khihau.toml").write_text('builtin = false\nglossary = ["house"]\n', "utf-8")
    assert main(["lookup", "climate-change"]) == 2
    assert main(["lookup", "climate-change", "--builtin"]) == 0
    capsys.readouterr()


def test_a_release_note_of_a_house_has_its_own_terms_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("khihau.toml").write_text("builtin = false\n", "utf-8")
    assert main(["glossary", "diff", "house"]) == 2
    assert "builtin: false leaves no glossary" in capsys.readouterr().err
    Path("khihau.toml").write_text('builtin = false\nglossary = ["house"]\n', "utf-8")
    assert main(["glossary", "diff", "house"]) == 0
    assert capsys.readouterr().out == "No differences.\n"
