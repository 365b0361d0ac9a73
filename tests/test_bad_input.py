"""Bad input ends in one clear message and exit 2: no traceback, nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from built_in import built_in
from khihau.cli.main import main

KHIHAU = [sys.executable, "-m", "khihau"]
CONCEPT = 'id = "{id}"\n[[label]]\nlang = "vi"\ntext = "{text}"\nstatus = "{status}"\n'


def fails(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run a command that must fail; the message on standard error."""
    assert main([str(argument) for argument in arguments]) == 2
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert out == ""
    return err


def test_unknown_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    err = fails(capsys, "annotate", tmp_path / "none.txt")
    assert err == f"khihau: {tmp_path}/none.txt: no such file or folder; check the path\n"


def test_folder_without_readable_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    assert "no document in this folder" in fails(capsys, "check", tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("scan.txt", b"%PDF-1.7\n\x00\x01", "PDF"),
        ("draft.docx", b"PK\x03\x04\x14\x00\x00\x00", "a Word file"),
        ("zeros.txt", b"abc\x00\x00\x00def", "NUL"),
        ("broken.txt", "khí hậu".encode() + b"\xff\xfe\xfa\n", "--encoding"),
    ],
)
def test_files_that_are_no_text(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    err = fails(capsys, "annotate", file)
    assert str(file) in err
    assert words.lower() in err.lower()


def test_wrong_encoding_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("khí hậu", "utf-8")
    assert "not valid ASCII" in fails(capsys, "annotate", file, "--encoding", "ascii")
    assert "nonsense" in fails(capsys, "annotate", file, "--encoding", "nonsense")


def test_empty_file_is_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.touch()
    assert main(["annotate", str(file)]) == 0
    assert "no term" in capsys.readouterr().out


def test_a_large_file_is_answered(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    line = "Biến đổi khí hậu và 온실가스 감축 are on the agenda of COP29 (NDC).\n"
    file.write_text(line * (1_000_000 // len(line.encode())), "utf-8")
    done = subprocess.run(
        [*KHIHAU, "annotate", "-q", str(file)], capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert b"mentions" in done.stdout


def test_ten_errors_of_a_glossary_come_in_one_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "glossary" / "law"
    folder.mkdir(parents=True)
    for number in range(8):
        text = CONCEPT.format(id=f"c{number}", text="x", status="prefered")
        (folder / f"c{number}.toml").write_text(text, "utf-8")
    (folder / "blank.toml").write_text(
        CONCEPT.format(id="blank", text="   ", status="preferred") + 'colour = "red"\n', "utf-8"
    )
    draft = tmp_path / "draft.txt"
    draft.write_text("x", "utf-8")
    err = fails(capsys, "annotate", draft, "--glossary", tmp_path / "glossary")
    assert err.count("preferred") >= 8
    assert "c0.toml:5: label[1].status" in err
    assert "blank.toml:4: label[1].text" in err
    assert "label[1].colour" in err


def test_duplicate_ids(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for domain in ("law", "energy"):
        folder = tmp_path / "glossary" / domain
        folder.mkdir(parents=True)
        (folder / "same.toml").write_text(
            CONCEPT.format(id="same", text="x", status="preferred"), "utf-8"
        )
    err = fails(capsys, "annotate", __file__, "--glossary", tmp_path / "glossary")
    assert "same" in err
    assert "law" in err
    assert "energy" in err


def test_unknown_setting(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "khihau.toml").write_text('glosary = ["g"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    err = fails(capsys, "annotate", "a.txt")
    assert "khihau.toml:1" in err
    assert "glossary" in err


def test_unknown_rule(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", "utf-8")
    assert "did you mean forbidden-label?" in fails(
        capsys, "check", file, "--select", "forbiden-label"
    )


_PIPE = "{}: cannot be read: it is a pipe or a device; name a file"


@pytest.mark.parametrize(
    ("place", "link", "arguments"),
    [
        ("g/zoo/b.toml", "", "--glossary g"),
        ("g/zoo/b.toml", "", "--glossary g/zoo/b.toml"),
        ("g/zoo/b.toml", "/dev/zero", "--glossary g"),
        ("g/zoo/b.toml", "/dev/zero", "--glossary g/zoo/b.toml"),
        ("g/zoo/b.toml", "../../pipe", "--glossary g"),
        ("g/sources.toml", "", "--glossary g"),
        ("g/zoo/sources.toml", "/dev/zero", "--glossary g/zoo/a.toml"),
        ("khihau.toml", "", ""),
        ("khihau.toml", "/dev/zero", ""),
        ("pyproject.toml", "pipe", ""),
        ("other.toml", "", "--config other.toml"),
        ("pyproject.toml", "", "--config pyproject.toml"),
    ],
)
def test_no_pipe_or_device_is_waited_for(
    tmp_path: Path, place: str, link: str, arguments: str
) -> None:
    """A repository or an archive of a stranger may hold one; the time only ends a run that hangs."""
    (tmp_path / "g" / "zoo").mkdir(parents=True)
    (tmp_path / "g" / "zoo" / "a.toml").write_text(
        CONCEPT.format(id="a", text="x", status="preferred"), "utf-8"
    )
    os.mkfifo(tmp_path / "pipe")
    if link:
        (tmp_path / place).symlink_to(link)
    else:
        os.mkfifo(tmp_path / place)
    done = subprocess.run(
        [*KHIHAU, "annotate", "-", *arguments.split()],
        input=b"x",
        capture_output=True,
        check=False,
        cwd=tmp_path,
        timeout=120,
    )
    assert done.stderr.decode() == f"khihau: {_PIPE.format(place)}\n"
    assert done.returncode == 2


def test_unwritable_output_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("khí hậu", "utf-8")
    err = fails(capsys, "annotate", file, "-o", tmp_path / "none" / "out.txt")
    assert "out.txt" in err
    assert list(tmp_path.iterdir()) == [file]


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Biến đổi khí hậu.\n" * 20_000, "utf-8")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {' '.join(KHIHAU)} annotate {file} | head -n 1"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
    assert done.returncode == 0


def test_ctrl_c_is_one_line_and_writes_nothing(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*KHIHAU, "expand", "-", "-o", str(tmp_path / "out.txt")],
        stdin=reader,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reader)
    time.sleep(1.5)  # it now waits for the end of its standard input
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    os.close(writer)
    assert process.returncode == 2
    assert err.strip() == b"khihau: interrupted; nothing was left half-written."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    ["\ud800 khí hậu", "ᄀ기훅", "a\x00b NDC", "\u0301" * 1000, "기" * 1000 + "후", "((((" * 500],
    ids=["surrogate", "jamo", "nul", "marks", "one-eojeol", "brackets"],
)
def test_the_library_answers_any_text(text: str) -> None:
    import khihau

    base = built_in()
    for match in khihau.annotate(text, base):
        assert text[match.start : match.end] == match.text
    khihau.check(text, base)
    khihau.expand(text, base)
    khihau.acronyms(text, base)
