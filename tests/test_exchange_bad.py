"""The exchange commands and a hostile or careless user: one message, exit 2, and every file as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from khihau.cli.main import main
from khihau.documents import files
from khihau.errors import ConfigError
from khihau.exchange.base import Wanted
from khihau.exchange.markdown import export
from khihau.site.folder import write_site
from khihau.termbase.load import load_glossary

HEAD = "id,domain,lang,text,status"
EN = "carbon-levy,markets,en,carbon levy,preferred"
VI = "carbon-levy,markets,vi,phí các-bon,preferred"
KO = "carbon-levy,markets,ko,탄소 부담금,preferred"
TABLE = "\n".join((HEAD, EN, VI, KO, ""))
LAW = TABLE + "new-law,law,en,new law,preferred\n"
CONCEPT = 'id = "{id}"\n\n[[label]]\nlang = "en"\ntext = "{text}"\nstatus = "preferred"\n'
ENTRY = (
    '<conceptEntry id="{id}"><descrip type="subjectField">law</descrip><langSec xml:lang="en"><termSec>'
    "<term>{id}</term>{more}</termSec></langSec></conceptEntry>\n"
)
TBX = '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n{}</body></text></tbx>'
KHIHAU = [sys.executable, "-m", "khihau"]
NO_ROW = "t.csv: 1 problem; nothing was written"


class Answer(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    code = main(["glossary", *arguments])
    return Answer(code, *capsys.readouterr())


def make(name: str, content: str | bytes) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def tree(root: Path = Path()) -> dict[str, bytes | None]:
    """All files below a folder, and the folders: nothing half-written leaves either behind."""
    return {
        str(path): path.read_bytes() if path.is_file() else None for path in sorted(root.rglob("*"))
    }


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The message of a command that must fail and change nothing, without the name in front."""
    before = tree()
    answer = run(capsys, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert tree() == before
    return answer.err.rstrip("\n").rpartition("khihau: ")[2]


# --- rows -----------------------------------------------------------------------------------------

ROWS = [
    ("sources,law,en,a,preferred", 'id: "sources" is the name of the bibliography (give it another id)'),
    ("con,law,en,a,preferred", 'id: "con" is the name of a device on Windows (give it another name)'),
    ("a,lpt1,en,a,preferred", 'domain: "lpt1" is the name of a device on Windows (give it another name)'),
    (f"{'x' * 201},law,en,a,preferred", f'id: "{"x" * 60}…" has 201 characters (shorten it to 200 or less)'),
    (f"a,{'x' * 300},en,a,preferred", f'domain: "{"x" * 60}…" has 300 characters (shorten it to 200 or less)'),
    ("..,law,en,a,preferred", 'id: ".." is not kebab-case (write small letters, digits and hyphens)'),
    ("../../x,law,en,a,preferred", 'id: "../../x" is not kebab-case (write x)'),
    ("a,한국,en,a,preferred", 'domain: "한국" makes no name of a folder (name one in the file, or say --domain NAME)'),
]  # fmt: skip


@pytest.mark.parametrize(("row", "problem"), ROWS)
def test_a_row_that_makes_no_file(
    row: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make("t.csv", f"{HEAD}\n{row}\n")
    for more in ((), ("--dry-run",)):
        expected = f"t.csv: row 2: {problem}\n{NO_ROW}"
        assert refused(capsys, "import", "t.csv", "--into", "g", *more) == expected


def test_a_domain_on_the_command_line_takes_the_place_of_one_without_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make("t.csv", TABLE.replace("markets", "한국"))
    assert run(capsys, "import", "t.csv", "--into", "g", "--domain", "Finance").code == 0
    assert Path("g/finance/carbon-levy.toml").is_file()


def test_a_label_that_stands_twice_is_told_by_its_rows(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", f"{HEAD}\n{VI}\n{EN}\n{EN}\n")
    message = '"carbon levy" stands twice in en: it is row 3 already (keep one of the two)'
    assert (
        refused(capsys, "import", "t.csv", "--into", "g")
        == f"t.csv: row 4: text: {message}\n{NO_ROW}"
    )


# --- files ----------------------------------------------------------------------------------------

MIXED = f"{HEAD}\n{VI}\n".encode() + f"{KO}\n{KO.replace('levy', 'tax')}\n".encode("cp949")
CELL = f"{HEAD}\n{EN.replace('carbon levy', 'x' * 131_073)}\n"
UNREADABLE = [
    ("mixed.csv", MIXED, "line 3, byte offset 99: not valid UTF-8; save the file as UTF-8 or name its encoding with --encoding"),
    ("cell.csv", CELL, "line 2: a cell has more than 131,072 characters; shorten it, or look for a quotation mark before it that is not closed"),
    ("doctype.tbx", f"<!--{' ' * (1 << 20)}-->\n<!DOCTYPE tbx [<!ENTITY a 'b'>]>{TBX}", "has a DOCTYPE, which is not read; remove it"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "words"), UNREADABLE)
def test_a_file_that_cannot_be_read(
    name: str, data: str | bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(name, data)
    assert refused(capsys, "import", name, "--into", "g") == f"{name}: {words}"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_device_without_end(
    form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST", 1 << 20)
    message = refused(capsys, "import", "/dev/zero", "--format", form, "--into", "g")
    assert message == "/dev/zero: is larger than 1 MB; part it into smaller files"


def test_a_huge_file(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST", 1 << 20)
    with make("t.csv", "").open("r+b") as file:
        file.truncate(1 << 40)  # without any bytes on the disk
    answer = run(capsys, "import", "t.csv", "--into", "g")
    expected = "khihau: t.csv: is larger than 1 MB; part it into smaller files\n"
    assert answer == (2, "", expected)
    assert not Path("g").exists()


def test_byte_order_marks_of_files_that_were_joined(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", f"\ufeff\ufeff{HEAD}\n{EN}\n\ufeff{VI}\n{KO}\n")
    assert run(capsys, "import", "t.csv", "--into", "g").err == ""
    assert "\ufeff" not in Path("g/markets/carbon-levy.toml").read_text("utf-8")


def test_an_entry_that_stands_twice_is_one_problem(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.tbx", TBX.format(ENTRY.format(id="new-law", more="") * 2))
    assert refused(capsys, "import", "t.tbx", "--into", "g") == (
        "t.tbx:3: id: “new-law” is the id of the entry at line 2 already (give one of the two another id)\n"
        "t.tbx: 1 problem; nothing was written"
    )


# --- what is told ---------------------------------------------------------------------------------


def test_a_thousand_columns_are_not_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    more = ",".join(f"c{number}" for number in range(1000))
    make("t.csv", f"{HEAD},{more}\n{EN}\n{VI}\n{KO}\n")
    lines = run(capsys, "import", "t.csv", "--into", "g").err.splitlines()
    assert lines[0] == "t.csv: not read: column “c0”"
    assert lines[50:] == ["t.csv: not read: and 950 more"]


def test_a_long_text_is_not_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    status = f'<termNote type="administrativeStatus">{"x" * 100_000}</termNote>'
    make("t.tbx", TBX.format(ENTRY.format(id="new-law", more=status)))
    message = refused(capsys, "import", "t.tbx", "--into", "g")
    assert len(message) < 800
    assert message.startswith("t.tbx:2: termNote administrativeStatus: “xxx")
    assert message.endswith("; nothing was written")


def test_nothing_in_a_file_acts_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    make(
        "t.csv",
        f"{HEAD},\x1b[31mred\u202e\n{EN}\n{VI}\n{KO}\n".replace("levy,pref", "l\u202ey,pref"),
    )
    dry = run(capsys, "import", "t.csv", "--into", "g", "--dry-run")
    assert dry.err == "t.csv: not read: column “␛[31mred�”\n"
    assert "\x1b" not in dry.out + dry.err
    assert "\u202e" not in dry.out + dry.err
    make("t\x1b[31m.csv", "")
    assert refused(capsys, "import", "t\x1b[31m.csv", "--into", "g").startswith(
        "t␛[31m.csv: is empty"
    )


# --- the folder that is written to ----------------------------------------------------------------


def test_a_glossary_that_is_broken(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", TABLE)
    make("g/law/bad.toml", 'id = "bad\n')
    message = refused(capsys, "import", "t.csv", "--into", "g")
    assert message.startswith("g/law/bad.toml:1: not valid TOML: ")


def test_a_concept_at_two_places(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", TABLE)
    for domain in ("law", "markets"):
        make(f"g/{domain}/carbon-levy.toml", CONCEPT.format(id="carbon-levy", text=domain))
    assert refused(capsys, "import", "t.csv", "--into", "g") == (
        'g/markets/carbon-levy.toml: id: "carbon-levy" is the id of g/law/carbon-levy.toml already '
        "(ids are unique in a glossary)"
    )


def test_a_layer_that_only_adds_to_the_built_in_glossary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make("t.csv", TABLE)
    make("g/markets/ets.toml", 'id = "ets"\nnote.en = "Ours."\n')
    assert run(capsys, "import", "t.csv", "--into", "g").code == 0


def test_a_folder_with_a_bibliography_only(capsys: pytest.CaptureFixture[str]) -> None:
    make("g/sources.toml", '[zoo-law]\ntitle = "Zoo law"\n')
    make("t.csv", f"{HEAD},source\n{EN},Water law\n{VI},zoo-law\n{KO},\n")
    assert run(capsys, "import", "t.csv", "--into", "g").code == 0
    assert Path("g/sources.toml").read_text("utf-8") == (
        '[water-law]\ntitle = "Water law"\n\n[zoo-law]\ntitle = "Zoo law"\n'
    )


def test_a_domain_that_is_a_link(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", TABLE)
    make("g/law/tax.toml", CONCEPT.format(id="tax", text="tax"))
    Path("theirs").mkdir()
    Path("g/markets").symlink_to("../theirs")
    message = refused(capsys, "import", "t.csv", "--into", "g")
    assert message == "g/markets: is a link; name the folder it leads to"
    make("theirs/carbon-levy.toml", "theirs\n")
    message = refused(capsys, "import", "t.csv", "--into", "g")
    assert message.startswith(
        "g/markets/carbon-levy.toml: is there already, and is not the concept"
    )


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_place_that_is_taken_by_no_file(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Folders that were made for other concepts are gone again, too."""
    make("t.csv", LAW.replace("\nnew-law,law", "\nnew-law,zoo"))
    Path("g/zoo").mkdir(parents=True)
    place = Path("g/zoo/new-law.toml")
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.mkdir()
    message = refused(capsys, "import", "t.csv", "--into", "g")
    assert message.startswith("g/zoo/new-law.toml: is there already")


def test_a_bibliography_that_is_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", f"{HEAD},source\n{EN},Water law\n{VI},\n{KO},\n")
    Path("g/sources.toml").mkdir(parents=True)
    assert refused(capsys, "import", "t.csv", "--into", "g") == (
        "g/sources.toml: cannot be written: Is a directory; nothing was changed; "
        "check the disk and its permissions"
    )


def test_a_path_that_no_folder_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    make("t.csv", TABLE)
    long = "x" * 300
    make("g/law/a.toml", CONCEPT.format(id="a", text="a"))
    for command in (("import", "t.csv", "--into", long), ("diff", "g", "g", "-o", long)):
        message = refused(capsys, *command)
        assert message == f"{long}: File name too long; check the path and the disk"


def test_comments_that_an_import_takes_away(capsys: pytest.CaptureFixture[str]) -> None:
    concept = CONCEPT.format(id="carbon-levy", text="carbon levy")
    make("g/markets/carbon-levy.toml", f"{concept}source = 'old # 1' # never ask\n")
    make("g/sources.toml", '["old # 1"]\ntitle = """\n# 1"""\n')
    make("t.csv", f"{HEAD},source\n{EN},\n{VI},Water law\n{KO},\n")
    for more in (("--dry-run",), ()):
        answer = run(capsys, "import", "t.csv", "--into", "g", *more)
        assert answer.code == 0
        assert answer.err == (
            "note: g/markets/carbon-levy.toml:7: its comments go, since the file is written anew "
            "(keep what they say elsewhere, or in a note)\n"
        )


# --- an end before the end ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "left"), [(signal.SIGTERM, False), (signal.SIGHUP, False), (signal.SIGKILL, True)]
)
def test_an_import_that_is_stopped(
    number: signal.Signals, left: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """It waits for its second entry in a pipe; the first lies in the folder beside the glossary."""
    kept = make("g/law/tax.toml", CONCEPT.format(id="tax", text="tax"))
    entries = "".join(ENTRY.format(id=f"law-{n}", more="") for n in range(30_000))
    make("t.tbx", TBX.format(entries))
    before = tree(Path("g"))
    process = subprocess.Popen(
        [*KHIHAU, "glossary", "import", "t.tbx", "--into", "g"], stderr=subprocess.PIPE
    )
    while not list(Path("g").glob(".khihau-import-*/new/law/*")):
        time.sleep(0.02)
        assert process.poll() is None
    process.send_signal(number)
    _, err = process.communicate()
    hidden = list(Path("g").glob(".khihau-import-*"))
    assert bool(hidden) == left
    assert list(Path("g/law").iterdir()) == [kept]
    if not left:
        assert (process.returncode, tree(Path("g"))) == (2, before)
        assert err.endswith(b"khihau: interrupted; nothing was left half-written.\n")
        return
    make("t.csv", TABLE)
    assert run(capsys, "import", "t.csv", "--into", "g").err == (
        f"note: {hidden[0]}: is left of an import that was stopped (or runs now); its folder “old” "
        "has the files that it replaced; remove it when nothing of it is needed\n"
    )


@pytest.mark.parametrize(
    ("redirection", "code", "err"),
    [
        (">/dev/full", 2, "khihau: the output: No space left on device; check the path and the disk\n"),
        (">&-", 0, ""),
        (">/dev/full 2>/dev/full", 2, ""),
        ("| true; exit ${PIPESTATUS[0]}", 0, ""),
    ],
)  # fmt: skip
def test_an_output_that_takes_nothing(redirection: str, code: int, err: str) -> None:
    make("t.csv", TABLE)
    done = subprocess.run(
        [
            "bash",
            "-c",
            f'"$@" --dry-run {redirection}',
            "bash",
            *KHIHAU,
            "glossary",
            "import",
            "t.csv",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, err)


def test_names_of_files_that_are_no_utf_8() -> None:
    folder = os.fsencode(Path.cwd()) + b"/\xff"
    Path(os.fsdecode(folder)).mkdir()
    (Path(os.fsdecode(folder)) / "bad.tbx").write_bytes(b"<x")
    (Path(os.fsdecode(folder)) / "good.csv").write_text(TABLE, "utf-8")
    for encoding in ("ascii", "utf-8"):
        environment = {**os.environ, "PYTHONIOENCODING": f"{encoding}:strict"}
        for name, code in ((b"bad.tbx", 2), (b"good.csv", 0)):
            done = subprocess.run(
                [*KHIHAU, "glossary", "import", folder + b"/" + name, "--into", folder + b"/g"],
                capture_output=True,
                check=False,
                env=environment,
            )
            assert done.returncode == code
            assert b"Traceback" not in done.stderr
            assert (folder in done.stdout) == (code == 0)


# --- other commands -------------------------------------------------------------------------------


def git(*arguments: str, given: bytes = b"") -> str:
    names = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *names, *arguments], input=given, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode().strip()


def tree_of(*entries: tuple[str, str, str]) -> str:
    """A tree of git with any names, also those that no file system takes."""
    lines = (f"{mode} {name}\0".encode() + bytes.fromhex(sha) for mode, name, sha in entries)
    return git("hash-object", "-w", "-t", "tree", "--stdin", "--literally", given=b"".join(lines))


@pytest.mark.usefixtures("git_at_hand")
def test_a_commit_whose_files_no_folder_takes(capsys: pytest.CaptureFixture[str]) -> None:
    make("glossary/law/a.toml", CONCEPT.format(id="a", text="a"))
    git("init", "-q")
    blob = git("hash-object", "-w", "--stdin", given=CONCEPT.format(id="a", text="a").encode())
    clash = tree_of(
        ("100644", "a.toml", blob), ("40000", "a.toml", tree_of(("100644", "b.toml", blob)))
    )
    cases = (
        (
            tree_of(("100644", f"{'n' * 255}.toml", blob)),
            "nn.toml cannot be written to a temporary",
        ),
        (clash, "a.toml/b.toml cannot be written to a temporary folder: "),
    )
    for inside, words in cases:
        commit = git("commit-tree", tree_of(("40000", "glossary", inside)), "-m", "x")
        message = refused(capsys, "diff", commit)
        assert message.startswith(f"{commit}: ")
        assert words in message
    assert refused(capsys, "diff", "^HEAD").startswith("^HEAD: no such file or folder, and git")


@pytest.mark.usefixtures("git_at_hand")
def test_a_commit_whose_folders_lie_too_deep(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    name, text = f"glossary/{'d/' * 1100}a.toml", CONCEPT.format(id="a", text="a")
    data = f"data {len(text)}\n{text}\n"
    who = "committer a <a@example.org> 0 +0000\ndata 0\n"
    git(
        "fast-import",
        "--quiet",
        given=f"commit refs/tags/v1\n{who}M 100644 inline {name}\n{data}".encode(),
    )
    make("glossary/law/a.toml", text)
    assert "d/a.toml cannot be written to a temporary folder: " in refused(capsys, "diff", "v1")


def test_a_site_whose_list_of_files_is_a_link() -> None:
    precious = make("precious.txt", "index.html\n")
    Path("site").mkdir()
    Path("site/.khihau-site").symlink_to("../precious.txt")
    with pytest.raises(ConfigError) as caught:
        write_site(Path("site"), [("index.html", "")])
    assert str(caught.value) == "site/.khihau-site: is a link, which no site has; remove it"
    assert precious.read_text("utf-8") == "index.html\n"


def test_an_address_that_runs_a_program_is_no_link() -> None:
    make("g/sources.toml", '[a]\ntitle = "A"\nurl = "javascript:alert(1)"\n')
    make("g/zoo/a.toml", CONCEPT.format(id="a", text="a") + 'source = "a"\n')
    page = export(load_glossary("g", builtin=False), Wanted("a.md")).content
    assert "- a: A. javascript:alert(1)\n" in str(page)
