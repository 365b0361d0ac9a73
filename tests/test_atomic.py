"""Files written whole or not at all: closed to others meanwhile, and nothing lies about after a signal."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from khihau.atomic import alone_in, replace_file
from khihau.cli.main import main
from khihau.documents.files import write_new
from khihau.errors import InputError

CONCEPT = """id = "wallop"
[[label]]
lang = "en"
text = "wallop levy"
status = "preferred"
[[label]]
lang = "mul"
kind = "acronym"
text = "WLV"
status = "preferred"
[[label]]
lang = "en"
text = "wallop tax"
status = "forbidden"
"""
DRAFT = "The WLV rises.\nA wallop tax is paid.\n"
# A run that is sent a signal at a moment when its files lie aside: as they get their permissions, or
# as a workbook is put together.
RUN = """
import os, sys
number = int(sys.argv.pop(1))
def stopped(*_, **__):
    os.kill(os.getpid(), number)
os.chmod = stopped
if sys.argv[-1].endswith(".xlsx"):
    from openpyxl.writer.excel import ExcelWriter
    ExcelWriter.save = stopped
from khihau.cli.main import run
sys.exit(run())
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a glossary and a draft; temporary files go to a folder in it."""
    (tmp_path / "g" / "zoo").mkdir(parents=True)
    (tmp_path / "g" / "zoo" / "wallop.toml").write_text(CONCEPT)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(DRAFT)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "cache" / "khihau").mkdir(parents=True)
    (tmp_path / "t.csv").write_text(
        "id,domain,lang,text,status\nfee,zoo,en,fee,preferred\nfee,zoo,vi,phí,preferred\n"
        "fee,zoo,ko,요금,preferred\n"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(x): x.read_bytes() if x.is_file() else b"" for x in sorted(folder.rglob("*"))}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(
    "command",
    [
        "check a.txt --fix --suggested --no-builtin --glossary g",
        "check a.txt b.txt --fix --suggested --jobs 2 --no-builtin --glossary g",
        "expand a.txt --write --no-builtin --glossary g",
        "annotate a.txt -o new.txt --no-builtin --glossary g",
        "check a.txt --baseline b.json --update-baseline --no-builtin --glossary g",
        "glossary site --no-builtin --glossary g -o site",
        "glossary export --no-builtin --glossary g -o terms.xlsx",
        "lookup wallop --no-builtin --glossary g",
        "brief a.txt --to vi --no-builtin --glossary g -o brief.xlsx",
    ],
)
def test_nothing_lies_about_after_a_signal(
    folder: Path, command: str, number: signal.Signals
) -> None:
    if not command.startswith("lookup"):  # which writes the index into the cache
        main(["lookup", "wallop", "--no-builtin", "--glossary", "g"])
    before = tree(folder)
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(int(number)), *command.split()],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr
    assert b"Traceback" not in done.stderr
    words = b"process that worked on it died" if "--jobs" in command else b"khihau: interrupted; "
    assert words in done.stderr
    assert tree(folder) == before


def test_a_signal_that_the_caller_ignores_stays_ignored(folder: Path) -> None:
    command = ["check", "a.txt", "--fix", "--suggested", "--no-builtin", "--glossary", "g"]
    command += ["--fail-on", "info"]
    ignoring = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n{RUN}"
    number = str(int(signal.SIGHUP))
    done = subprocess.run(
        [sys.executable, "-c", ignoring, number, *command], check=False, timeout=120
    )
    assert done.returncode == 1
    assert "wallop levy is paid" in (folder / "a.txt").read_text()


@pytest.mark.parametrize(("old", "umask"), [(None, 0o022), (None, 0o077), (0o600, 0), (0o664, 0)])
def test_permissions_of_a_file_that_is_replaced(
    tmp_path: Path, old: int | None, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, modes = tmp_path / "a.txt", []
    if old is not None:
        file.touch()
        file.chmod(old)

    def seen(descriptor: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))

    monkeypatch.setattr(os, "fsync", seen)
    before = os.umask(umask)
    try:
        write_new(file, "b")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert stat.S_IMODE(file.stat().st_mode) == (0o666 & ~umask if old is None else old)


def test_an_import_lays_its_files_into_a_closed_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = []

    def seen(self: Path, data: str, *_: object, **__: object) -> int:
        (aside,) = folder.glob("g/.khihau-import-*")
        modes.append(stat.S_IMODE(aside.stat().st_mode))
        return self.write_bytes(data.encode())

    monkeypatch.setattr(Path, "write_text", seen)
    assert main(["glossary", "import", "t.csv", "--into", "g"]) == 0
    assert modes == [0o700]
    assert [x.name for x in (folder / "g").iterdir()] == ["zoo"]


@pytest.mark.parametrize("way", ["a name of its own", "a link"])
@pytest.mark.parametrize("command", ["check --fix --suggested", "expand --write"])
def test_hard_links_are_not_parted(
    folder: Path, way: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    os.link("a.txt", "other.txt")
    if way == "a link":
        Path("link.txt").symlink_to("a.txt")
    name = "link.txt" if way == "a link" else "a.txt"
    assert main([*command.split(), name, "--no-builtin", "--glossary", "g"]) == 2
    assert (
        f"khihau: {name}: has 2 names (hard links), and the others would" in capsys.readouterr().err
    )
    assert (folder / "a.txt").read_text() == DRAFT
    assert (folder / "a.txt").samefile("other.txt")
    assert main([*command.split(), "b.txt", "--no-builtin", "--glossary", "g"]) in (0, 1)
    assert (folder / "b.txt").read_text() != DRAFT


def test_an_output_with_several_names_is_refused(folder: Path) -> None:
    (folder / "old.txt").write_text("old")
    (folder / "other.txt").hardlink_to(folder / "old.txt")
    with pytest.raises(InputError, match=r"^old\.txt: has 2 names \(hard links\)"):
        write_new("old.txt", "new")
    assert (folder / "other.txt").read_text() == (folder / "old.txt").read_text() == "old"


def test_a_link_that_leads_in_a_circle(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "loop").symlink_to("loop")
    with pytest.raises(InputError, match=r"^loop: is a link that leads in a circle; remove it$"):
        write_new("loop", "a")
    assert main(["glossary", "site", "--glossary", "g", "-o", "loop"]) == 2
    assert capsys.readouterr().err.startswith("khihau: loop: ")
    assert (folder / "loop").is_symlink()


def test_a_site_is_not_written_through_a_link_that_leads_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "project").mkdir()
    (folder / "project" / "site").symlink_to(folder / "victim")
    options = ("--no-builtin", "--glossary", "g", "-o", "project/site")
    assert main(["glossary", "site", *options]) == 2
    assert "is a link to" in capsys.readouterr().err
    assert not (folder / "victim").exists()


def test_a_place_where_no_file_can_be(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "a", b"x", is_lasting=False)
    assert [x.name for x in tmp_path.iterdir()] == ["a"]


def test_who_reads_and_writes_in_a_folder_is_alone_there(tmp_path: Path) -> None:
    number = tmp_path / "number.txt"
    number.write_text("0")

    def count(_: int) -> None:
        with alone_in(tmp_path):
            now = int(number.read_text())
            time.sleep(0.01)  # as long as another one takes to read it, too
            number.write_text(str(now + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(8)))
    assert number.read_text() == "8"
    assert [file.name for file in tmp_path.iterdir()] == ["number.txt"]


def test_where_nobody_can_be_alone_work_is_done_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)  # as on Windows
    with alone_in(tmp_path):
        (tmp_path / "a.txt").write_text("a")
    with pytest.raises(FileNotFoundError), alone_in(tmp_path / "none"):
        (tmp_path / "none" / "a.txt").read_text()
