"""`khihau check` over files: which rules run, what is left out, what is written, how it ends."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from built_in import ALONE
from khihau.cli.main import main
from khihau.engine import mended

WRONG = "Hai bên thực hiện Công ước Paris về khí hậu.\n"
RIGHT = "Hai bên thực hiện Thỏa thuận Paris về khí hậu.\n"
OLD = "Bộ Tài nguyên và Môi trường chủ trì hội thảo.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The rules of the findings, in order, after a run that ends well or with findings."""
    capsys.readouterr()
    assert main(["check", *arguments, "-f", "jsonl", "--date", "2026-06-01"]) in (0, 1)
    return [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()]


def message(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a run that ends with 2 says on standard error."""
    capsys.readouterr()
    assert main(["check", *arguments]) == 2
    _, err = capsys.readouterr()
    assert "Traceback" not in err
    return err


# --- which rules ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("comment", "is_loaded"),
    [
        ("<!-- khihau: ignore forbidden-label -->", False),
        (
            "<!-- khihau: ignore wrong-number -->",
            True,
        ),  # of `pair`: no rule of `check` has the name
    ],
)
def test_check_does_not_wait_for_pair(folder: Path, comment: str, is_loaded: bool) -> None:
    texts = (WRONG, "양측은 파리협약을 이행한다.\n", "The Paris Convention protects the climate.\n")
    (folder / "a.md").write_text("\n\n".join((f"{comment}\n{WRONG}", *texts)), "utf-8")
    code = (
        "import sys; from khihau.cli.main import main; main(['check', 'a.md']); "
        "print(any(name.startswith('khihau.pairing') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert "forbidden-label" in done.stdout
    assert done.stdout.splitlines()[-1] == str(is_loaded)


def test_rules_are_selected_and_ignored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    both = ["forbidden-label", "deprecated-label"]
    assert found(capsys, "a.txt") == both
    assert found(capsys, "a.txt", "--select", both[1]) == both[1:]
    assert found(capsys, "a.txt", "--ignore", both[1]) == both[:1]
    assert found(capsys, "a.txt", "--select", ",".join(both), "--ignore", both[0]) == both[1:]


def test_settings_select_and_ignore(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    (folder / "khihau.toml").write_text('select = ["deprecated-label", "forbidden-label"]\n')
    assert found(capsys, "a.txt") == ["forbidden-label", "deprecated-label"]
    assert found(capsys, "a.txt", "--select", "forbidden-label") == ["forbidden-label"]
    (folder / "khihau.toml").write_text('ignore = ["deprecated-label"]\n')
    assert found(capsys, "a.txt") == ["forbidden-label"]
    assert found(capsys, "a.txt", "--select", "deprecated-label") == ["deprecated-label"]


MINISTRY = "deprecated-label[viet-nam-environment-ministry]"


@pytest.mark.parametrize(
    ("settings", "arguments", "is_told"),
    [
        ('ignore = ["deprecated-label"]', (), False),
        ('ignore = ["deprecated-label"]', ("--severity", "deprecated-label=info"), True),
        ('ignore = ["deprecated-label"]', ("--severity", f"{MINISTRY}=info"), True),
        ('ignore = ["deprecated-label"]', ("--severity", "deprecated-label[cop]=info"), False),
        ('[severity]\ndeprecated-label = "off"', (), False),
        ('[severity]\ndeprecated-label = "off"', ("--select", "deprecated-label"), True),
        ('[per-file-ignores]\n"a.txt" = ["deprecated-label"]', (), False),
        (
            '[per-file-ignores]\n"a.txt" = ["deprecated-label"]',
            ("--select", "deprecated-label"),
            True,
        ),
        (
            '[per-file-severity]\n"a.txt" = { deprecated-label = "off" }',
            ("--select", "deprecated-label"),
            True,
        ),
        (f'ignore = ["{MINISTRY}"]', ("--select", "deprecated-label"), False),
        (f'ignore = ["{MINISTRY}"]', ("--severity", "deprecated-label=error"), True),
        (f'ignore = ["deprecated-label"]\n[severity]\n"{MINISTRY}" = "error"', (), True),
        (
            f'[severity]\n"{MINISTRY}" = "error"\n[per-file-ignores]\n"a.txt" = ["deprecated-label"]',
            (),
            False,
        ),
        (
            'ignore = ["deprecated-label"]\n[per-file-severity]\n"a.txt".deprecated-label = "error"',
            (),
            True,
        ),
        (f'[severity]\n"{MINISTRY}" = "error"', ("--ignore", "deprecated-label"), False),
        (f'[severity]\n"{MINISTRY}" = "error"', ("--ignore", "x, deprecated-label"), None),
    ],
)
def test_the_command_line_wins_over_settings_and_a_part_over_its_rule(
    folder: Path,
    settings: str,
    arguments: tuple[str, ...],
    is_told: bool | None,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "a.txt").write_text(OLD)
    (folder / "khihau.toml").write_text(settings + "\n", "utf-8")
    if is_told is None:
        assert "no rule is called 'x'" in message(capsys, "a.txt", *arguments)
    else:
        assert found(capsys, "a.txt", *arguments) == ["deprecated-label"] * is_told


def test_a_rule_that_is_off_judges_no_comment(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text(f"<!-- khihau: ignore deprecated-label -->\n{RIGHT}")
    assert found(capsys, "a.md") == ["unused-silencer"]
    (folder / "khihau.toml").write_text('[severity]\ndeprecated-label = "off"\n')
    assert found(capsys, "a.md") == []


def test_a_part_of_a_rule_cannot_be_selected(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(RIGHT)
    for name in ("mixed-labels/terms", "mixed-labels[ndc]"):
        assert message(capsys, "a.txt", "--select", name) == (
            f"khihau: {name!r} is a part of what a rule tells, and rules run whole; "
            "write mixed-labels\n"
        )


def test_rules_are_switched_off_for_some_files(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "a.txt").write_text(OLD)
    (folder / "b.txt").write_text(OLD)
    (folder / "khihau.toml").write_text('[per-file-ignores]\n"/old/" = ["deprecated-label"]\n')
    assert found(capsys, "old/a.txt") == []
    assert found(capsys, "b.txt") == ["deprecated-label"]
    monkeypatch.chdir(folder / "old")
    assert found(capsys, "a.txt") == []


def test_severity_hides_and_fail_on_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(OLD)
    assert found(capsys, "a.txt", "--severity", "error") == []
    day = ("--date", "2026-06-01")
    assert main(["check", "a.txt", "--severity", "error", *day]) == 0
    assert main(["check", "a.txt", "--fail-on", "error", *day]) == 0
    assert main(["check", "a.txt", *day]) == 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            'ignore = ["forbiden-label"]',
            "khihau.toml:1: ignore: no rule is called 'forbiden-label'",
        ),
        ('select = ["x"]', "khihau.toml:1: select: no rule is called 'x'; there are: forbidden-"),
        (
            '[per-file-ignores]\n"a/" = ["mixed-label"]',
            "khihau.toml:2: per-file-ignores.a/: no rule is called 'mixed-label'; did you mean",
        ),
        ('ignore = "forbidden-label"', "khihau.toml:1: ignore: expected a list of texts"),
        ("per-file-ignores = []", "khihau.toml:1: per-file-ignores: expected a table of lists"),
    ],
)
def test_settings_with_a_fault(
    folder: Path, settings: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(RIGHT)
    (folder / "khihau.toml").write_text(settings)
    assert told in message(capsys, "a.txt")


def test_settings_with_a_fault_in_a_shared_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(RIGHT)
    (folder / "pyproject.toml").write_text('[project]\n\n[tool.khihau]\nselect = ["x"]\n')
    told = "pyproject.toml:4: tool.khihau.select: no rule is called 'x'; there are: forbidden-"
    assert told in message(capsys, "a.txt")


def test_what_is_excluded_stays_so_when_a_hook_names_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "khihau.toml").write_text('exclude = ["/vendor/", "*.bak.txt"]\n')
    (folder / "vendor").mkdir()
    for name in ("vendor/a.txt", "b.bak.txt", "c.txt"):
        (folder / name).write_text(WRONG)
    assert found(capsys, "vendor/a.txt", "b.bak.txt") == []
    assert found(capsys, "vendor/a.txt", "c.txt", str(folder / "b.bak.txt")) == ["forbidden-label"]
    assert found(capsys, ".") == ["forbidden-label"]
    monkeypatch.chdir(folder / "vendor")
    assert found(capsys, "a.txt") == []


# --- fixes ----------------------------------------------------------------------------------------


def test_fix_writes_what_is_safe(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    assert main(["check", "a.txt", "--fix", "--date", "2026-06-01"]) == 1
    out, err = capsys.readouterr()
    assert (folder / "a.txt").read_text() == RIGHT + "\n" + OLD
    assert "a.txt: fixes written" in err
    assert "forbidden-label" not in out
    assert "1 document checked: 1 warning." in out
    assert main(["check", "a.txt", "--fix", "--date", "2026-06-01"]) == 1
    assert capsys.readouterr().err == ""


def test_suggested_fixes_are_written_when_asked_for(folder: Path) -> None:
    (folder / "a.txt").write_text(OLD)
    assert main(["check", "a.txt", "--fix", "--suggested", "--date", "2026-06-01"]) == 0
    assert (folder / "a.txt").read_text() == (
        "Bộ Tài nguyên và Môi trường (nay là Bộ Nông nghiệp và Môi trường) chủ trì hội thảo.\n"
    )


def test_diff_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(WRONG)
    assert main(["check", "a.txt", "--diff"]) == 1
    assert (folder / "a.txt").read_text() == WRONG
    assert capsys.readouterr().out.splitlines() == [
        "--- a.txt",
        "+++ a.txt",
        "@@ -1 +1 @@",
        "-" + WRONG.rstrip(),
        "+" + RIGHT.rstrip(),
    ]


@pytest.mark.usefixtures("git_at_hand")
def test_a_diff_is_one_that_patch_takes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only LF ends a line there, whatever else breaks one on a page."""
    text = f"a\rb\x0cc\u2028d\x85e\n{WRONG}f\r\n\rg"
    (folder / "a.txt").write_bytes(text.encode())
    assert main(["check", "a.txt", "--diff"]) == 1
    change = capsys.readouterr().out.encode()
    subprocess.run(["git", "apply", "-p0"], input=change, check=True)
    assert (folder / "a.txt").read_bytes() == text.replace(WRONG, RIGHT).encode()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_all_else_of_a_file_stays(folder: Path, encoding: str, mark: bytes) -> None:
    text = "  \t Trang một\r\n\r\n" + WRONG.rstrip() + "\r\nдальше\r\n\fhết không xuống dòng"
    file = folder / "a.txt"
    file.write_bytes(mark + text.encode(encoding))
    file.chmod(0o640)
    main(["check", "a.txt", "--fix"])
    assert file.read_bytes() == mark + text.replace("Công ước Paris", "Thỏa thuận Paris").encode(
        encoding
    )
    assert file.stat().st_mode & 0o777 == 0o640


def test_protected_text_and_quotes_are_not_fixed(folder: Path) -> None:
    text = (
        "`Công ước Paris` về khí hậu, https://a.vn/Công ước Paris\n\n"
        "> Công ước Paris về khí hậu\n\nÔng nói: “Công ước Paris về khí hậu.”\n"
    )
    (folder / "a.md").write_text(text)
    main(["check", "a.md", "--fix", "--suggested"])
    assert (folder / "a.md").read_text() == text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-", "--fix"], "--fix changes the named files"),
        (["a.txt", "--suggested"], "add --fix or --diff"),
        (["a.txt", "--changed-since", ""], "an empty name; name a commit, branch or tag"),
        (["a.txt", "--changed-since", " ", "--fix"], "an empty name; name a commit, branch or tag"),
        (["a.txt", "--fix", "--changed-since", "HEAD"], "leave out --changed-since"),
        (["a.txt", "--update-baseline"], "needs --baseline FILE"),
        (["a.txt", "--fix", "--baseline", "b.json", "--update-baseline"], "leave out --fix"),
        (["a.txt", "--jobs", "-1"], "--jobs"),
    ],
)
def test_options_that_contradict_each_other(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(WRONG)
    assert told in message(capsys, *arguments)
    assert (folder / "a.txt").read_text() == WRONG


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(WRONG)

    def slow(*arguments: Any) -> str:
        (folder / "a.txt").write_text("Người khác vừa viết.\n")
        return mended(*arguments)

    monkeypatch.setattr("khihau.console.checking.mended", slow)
    told = message(capsys, "a.txt", "--fix")
    assert "a.txt: was changed while it was read; nothing was written, run again" in told
    assert (folder / "a.txt").read_text() == "Người khác vừa viết.\n"


def test_a_file_that_cannot_be_written_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(WRONG)
    (folder / "b.txt").write_text(WRONG)
    monkeypatch.setattr(os, "access", lambda path, _: not str(path).endswith("a.txt"))
    told = message(capsys, ".", "--fix", "--jobs", "1")
    assert "a.txt: cannot be written: permission denied; check its permissions" in told
    assert (folder / "a.txt").read_text() == WRONG
    assert (folder / "b.txt").read_text() == RIGHT
    assert sorted(file.name for file in folder.iterdir()) == ["a.txt", "b.txt"]


# --- many files -----------------------------------------------------------------------------------


def test_one_broken_file_does_not_hide_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(b"\x00\x81\xff\xfe" * 20)
    (folder / "b.txt").write_text(WRONG)
    assert main(["check", "."]) == 2
    out, err = capsys.readouterr()
    assert "khihau: a.txt: " in err
    assert "b.txt:1:19: error" in out
    assert "1 document checked: 1 error." in out


def many(folder: Path, number: int) -> None:
    for at in range(number):
        (folder / f"{at:03}.txt").write_text(f"Văn bản số {at}.\n\n" + (WRONG if at % 3 else OLD))


def test_the_order_is_the_same_in_any_number_of_processes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many(folder, 17)
    shown = []
    for jobs in ("1", "2", "5", "40"):
        assert main(["check", ".", "--jobs", jobs, "--date", "2026-06-01"]) == 1
        shown.append(capsys.readouterr().out)
    assert len(set(shown)) == 1
    assert "17 documents checked: 11 errors, 6 warnings." in shown[0]


def test_fixes_in_several_processes(folder: Path) -> None:
    many(folder, 9)
    main(["check", ".", "--jobs", "3", "--fix", "--ignore", "deprecated-label"])
    texts = [file.read_text() for file in sorted(folder.iterdir())]
    assert sum(RIGHT in text for text in texts) == 6
    assert sum(WRONG in text for text in texts) == 0


def test_ctrl_c_stops_all_processes(folder: Path) -> None:
    for at in range(400):
        (folder / f"{at:03}.txt").write_text((WRONG + "\n") * 300)
    command = [sys.executable, "-m", "khihau", "check", ".", "--jobs", "2", "-q", *ALONE]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    time.sleep(1.5)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert err.decode().strip() == "khihau: interrupted; nothing was left half-written."
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_bar_of_progress_on_a_terminal_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")  # a dumb terminal cannot show one
    for at in range(40):
        (folder / f"{at:03}.txt").write_text(RIGHT)
    command = [sys.executable, "-m", "khihau", "check", ".", *ALONE]
    terminal, other_end = pty.openpty()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=other_end, check=True)
    os.close(other_end)
    assert b"Reading" in os.read(terminal, 65536)
    os.close(terminal)
    piped = subprocess.run(command, capture_output=True, check=True)
    assert (piped.stdout, piped.stderr) == (done.stdout, b"")


def test_a_link_in_a_circle_and_one_to_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "a.txt").write_text(WRONG)
    (folder / "docs" / "loop").symlink_to(folder / "docs")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert found(capsys, "docs") == ["forbidden-label"]
    assert "self.txt: no such file or folder" in message(capsys, "self.txt")


def test_names_mixed_across_documents_are_told_with_both_places(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Việt Nam thực hiện Hiệp định Paris về khí hậu.\n")
    (folder / "b.txt").write_text(RIGHT)
    (folder / "c.txt").write_text(RIGHT)
    for jobs in ("1", "2"):
        assert main(["check", ".", "--profile", "vi-law", "--jobs", jobs]) == 1
        (line,) = (one for one in capsys.readouterr().out.splitlines() if "(mixed-labels[" in one)
        assert line.startswith("a.txt:1:20: info: “Hiệp định Paris” stands once in 1 document, ")
        assert "“Thỏa thuận Paris” twice in 2 (first: b.txt:1:19)" in line
    law = ("--profile", "vi-law", "--ignore", "preferred-only")
    # newspapers may vary from one text to the next
    assert found(capsys, ".", "--ignore", "preferred-only") == []
    assert found(capsys, "a.txt", *law) == []
    assert found(capsys, ".", *law, "--ignore", "mixed-labels") == []
    # Known once, it stays known in a run over a part, which cannot tell.
    main(["check", ".", *law, "--baseline", "known.json", "--update-baseline"])
    assert found(capsys, ".", *law, "--baseline", "known.json") == []
    assert found(capsys, "a.txt", *law, "--baseline", "known.json") == []
    assert found(capsys, ".", *law, "--baseline", "known.json") == []


# --- known findings -------------------------------------------------------------------------------


def test_a_baseline_hides_what_is_known_and_is_only_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    (folder / "b.txt").write_text(OLD)
    date = ("--date", "2026-06-01")
    baseline = ("--baseline", "known.json", *date)
    assert "known.json: no such baseline; make one with --update" in message(capsys, ".", *baseline)
    assert main(["check", ".", *baseline, "--update-baseline"]) == 0
    assert "known.json: 3 findings written" in capsys.readouterr().err
    assert found(capsys, ".", "--baseline", "known.json") == []
    # New findings are told, moved ones and those of other lines are known.
    (folder / "a.txt").write_text("Dòng mới.\n\n" + WRONG + "\n" + OLD + "\n" + WRONG * 2)
    assert found(capsys, ".", "--baseline", "known.json") == ["forbidden-label"] * 2
    # One is mended: it is named, and stays until the baseline is made anew.
    (folder / "a.txt").write_text(WRONG)
    before = (folder / "known.json").read_bytes(), (folder / "known.json").stat().st_ino
    for _ in range(2):
        assert main(["check", "a.txt", *baseline]) == 0
        said = capsys.readouterr().err
        assert "known.json: 1 stale finding; take out with --update-baseline:" in said
        assert "  a.txt: deprecated-label[viet-nam-environment-ministry] “Bộ Tài nguyên" in said
    assert ((folder / "known.json").read_bytes(), (folder / "known.json").stat().st_ino) == before
    assert main(["check", ".", *baseline, "--update-baseline"]) == 0
    assert main(["check", ".", *baseline]) == 0
    assert "stale" not in capsys.readouterr().err
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    assert found(capsys, ".", "--baseline", "known.json") == ["deprecated-label"]


def test_a_baseline_follows_a_document_that_is_renamed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(WRONG)
    main(["check", ".", "--baseline", "known.json", "--update-baseline"])
    (folder / "a.txt").rename(folder / "docs.txt")
    assert found(capsys, ".", "--baseline", "known.json") == []
    main(["check", ".", "--baseline", "known.json", "--update-baseline"])
    assert '"path": "docs.txt"' in (folder / "known.json").read_text()


def test_a_run_over_a_part_leaves_the_rest_of_the_baseline(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG + "\n" + OLD)
    (folder / "b.txt").write_text(OLD)
    main(["check", ".", "--baseline", "known.json", "--update-baseline", "--date", "2026-06-01"])
    before = (folder / "known.json").read_text()
    (folder / "b.txt").write_text(RIGHT)
    main(["check", "a.txt", "--baseline", "known.json", "--date", "2026-06-01"])
    main(["check", ".", "--baseline", "known.json", "--select", "forbidden-label"])
    assert (folder / "known.json").read_text() == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"khihau-baseline": 99, "findings": []}', "is a baseline of version 99, this khihau"),
        ("[]", "no baseline of khihau"),
        ("{", "no baseline of khihau"),
        ('{"khihau-baseline": 1, "findings": [{"path": 1}]}', "no baseline of khihau"),
        (
            '{"khihau-baseline": 1, "findings": [{"path": 1, "rule": "x", "concept": null, "text": "", "fingerprint": "", "times": 1}]}',
            "an entry has a value of a wrong type",
        ),
    ],
)
def test_a_baseline_that_is_none(
    folder: Path, content: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(WRONG)
    (folder / "known.json").write_text(content)
    said = message(capsys, "a.txt", "--baseline", "known.json")
    assert said.startswith("khihau: known.json: ")
    assert told in said
    assert "--update-baseline" in said
    assert (folder / "known.json").read_text() == content


def test_settings_may_name_the_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "a.txt").write_text(WRONG)
    (folder / "khihau.toml").write_text('baseline = "known.json"\n')
    main(["check", "docs", "--update-baseline"])
    assert '"path": "docs/a.txt"' in (folder / "known.json").read_text()
    assert found(capsys, "docs") == []


@pytest.mark.parametrize("way", ["above", "absolute", "link", "linked-folder", "pipe"])
def test_settings_name_a_baseline_of_their_own_folder_only(
    folder: Path, way: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cloned repository may not have a file of its reader's read or written."""
    (folder / "clone").mkdir()
    victim = folder / "base.json"
    monkeypatch.chdir(folder / "clone")
    Path("a.txt").write_text(WRONG)
    assert main(["check", "a.txt", "--baseline", "../base.json", "--update-baseline"]) == 0
    Path("a.txt").write_text(RIGHT)
    named = {"above": "../base.json", "absolute": str(victim), "linked-folder": "up/base.json"}
    Path("link").symlink_to(victim)
    Path("up").symlink_to("..")
    os.mkfifo("pipe")
    Path("khihau.toml").write_text(f'# settings\nbaseline = "{named.get(way, way)}"\n')
    before = victim.read_bytes()
    for more in ((), ("--update-baseline",), ("--diff",)):
        said = message(capsys, "a.txt", *more)
        assert said.startswith("khihau: khihau.toml:2: baseline: ")
        assert "on the command line with --baseline" in said
    assert victim.read_bytes() == before
    assert found(capsys, "a.txt", "--baseline", "../base.json") == []
    assert main(["expand", "a.txt"]) == 0


# --- git ------------------------------------------------------------------------------------------


def git(*arguments: str) -> None:
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    subprocess.run(("git", *arguments), check=True, capture_output=True, env=environment)


@pytest.mark.usefixtures("git_at_hand")
def test_only_changed_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    (folder / "đề cương.txt").write_text(WRONG + "\n" + OLD)
    (folder / "b.txt").write_text(OLD)
    git("add", ".")
    git("commit", "-qm", "one")
    assert found(capsys, ".", "--changed-since", "HEAD") == []
    (folder / "đề cương.txt").write_text(WRONG + "\nThêm.\n\n" + OLD + "\n" + OLD)
    assert found(capsys, ".", "--changed-since", "HEAD") == ["deprecated-label"]
    (folder / "new.txt").write_text(WRONG)
    assert found(capsys, ".", "--changed-since", "HEAD")[:1] == ["forbidden-label"]
    git("checkout", "-q", "-b", "work")
    git("add", ".")
    git("commit", "-qm", "two")
    assert len(found(capsys, ".", "--changed-since", "HEAD~1")) == 2
    assert found(capsys, ".", "--changed-since", "HEAD") == []


@pytest.mark.usefixtures("git_at_hand")
def test_what_others_did_in_the_meantime_is_no_change(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q", "-b", "main")
    (folder / "a.txt").write_text(WRONG)
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-q", "-b", "work")
    git("checkout", "-q", "main")
    (folder / "a.txt").write_text(RIGHT)
    git("commit", "-qam", "two")
    git("checkout", "-q", "work")
    assert found(capsys, "a.txt", "--changed-since", "main") == []


@pytest.mark.usefixtures("git_at_hand")
def test_no_git_no_repository_no_commit(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(WRONG)
    since = ("a.txt", "--changed-since", "HEAD")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert "--changed-since needs a git repository: " in message(capsys, *since)
    git("init", "-q")
    told = message(capsys, *since)
    assert "--changed-since HEAD: git knows no such commit here; the repository has none" in told
    told = message(capsys, "a.txt", "--changed-since=--all")
    assert "git knows no such commit here" in told
    monkeypatch.setenv("PATH", str(folder))
    assert "--changed-since needs git, which cannot be run" in message(capsys, *since)


@pytest.mark.usefixtures("git_at_hand")
def test_a_path_outside_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    git("init", "-q")
    git("commit", "-qm", "one", "--allow-empty")
    assert found(capsys, "../a.txt") == ["forbidden-label"]
    told = message(capsys, "../a.txt", "--changed-since", "HEAD")
    assert "../a.txt: is not in the git repository" in told


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_pipe_of_another_encoding_takes_all_letters(folder: Path, encoding: str) -> None:
    (folder / "a.txt").write_text("당사국은 파리협약을 비준했다.\n")
    command = [sys.executable, "-m", "khihau", "check", *ALONE, "a.txt", "없음.txt"]
    for arguments, code in ((command[:-1], 1), (command, 2)):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run(arguments, capture_output=True, env=environment, check=False)
        assert done.returncode == code
        said = (done.stdout + done.stderr).decode("utf-8")
        assert ("“파리협약”" if code == 1 else "없음.txt") in said
