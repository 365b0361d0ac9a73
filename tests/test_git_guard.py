"""Git in a stranger's repository: nothing that it names is run, and changed lines are right."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from khihau.cli.main import main
from khihau.errors import ConfigError, InputError
from khihau.project import git as asking
from khihau.project.changes import Changes
from khihau.project.commits import files_of
from khihau.project.git import git_bytes

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the traps are scripts of a shell"),
    pytest.mark.usefixtures("git_at_hand"),
]

CONCEPT = """id = "green-roof"

[[label]]
lang = "en"
text = "green roof"
status = "preferred"
"""
# A finding that needs no glossary: a comment that silences nothing.
FOUND = "<!-- khihau: ignore forbidden-label -->\n"


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a document and a glossary, both changed since the tag v1; the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LC_ALL", "C")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "a")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    folder = tmp_path / "work"
    made(folder)
    monkeypatch.chdir(folder)
    return folder


def made(folder: Path) -> None:
    git("init", "-q", "-b", "main", str(folder))
    write(folder / "d.md", "One.\n\nTwo.\n")
    write(folder / "glossary" / "roofs" / "green-roof.toml", CONCEPT)
    git("add", ".", at=folder)
    git("commit", "-qm", "one", at=folder)
    git("tag", "v1", at=folder)
    write(folder / "d.md", f"One.\n\n{FOUND}\nTwo.\n")
    write(folder / "glossary" / "roofs" / "green-roof.toml", CONCEPT.replace("green r", "Green r"))


def write(file: Path, content: str | bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def git(*arguments: str, at: Path | None = None) -> str:
    done = subprocess.run(("git", *arguments), cwd=at, check=True, capture_output=True, text=True)
    return done.stdout.strip()


# --- traps ----------------------------------------------------------------------------------------


class Trap(NamedTuple):
    """A hostile repository: what makes one of `work`, with a command that leaves a mark.

    `set` returns the folder in which git is asked; `springs` is the plain question that runs the
    command; `refused` is what khihau says where it cannot answer.
    """

    set: Callable[[Path, str], Path]
    springs: Sequence[str]
    refused: str = ""


def embedded_bare(work: Path, command: str) -> Path:
    sub = work / "sub"
    made(sub)
    for part in (sub / ".git").iterdir():
        part.rename(sub / part.name)
    (sub / ".git").rmdir()
    settings = sub / "config"
    git("config", "-f", str(settings), "core.bare", "false")
    git("config", "-f", str(settings), "core.worktree", ".")
    git("config", "-f", str(settings), "core.fsmonitor", command)
    return sub


def setting(key: str, attribute: str = "") -> Callable[[Path, str], Path]:
    """A trap that is one setting, and an attribute that makes it count for all files."""

    def trap(work: Path, command: str) -> Path:
        git("config", key, command, at=work)
        if attribute:
            write(work / ".gitattributes", f"* {attribute}\n")
        return work

    return trap


def lazy_fetch(work: Path, command: str) -> Path:
    """A clone that lacks what its commits hold, and fetches it by a program of its own."""
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": str(work.parent / "elsewhere"),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": command,
    }.items():
        git("config", key, value, at=work)
    for name in ("d.md", "glossary/roofs/green-roof.toml"):
        blob = git("rev-parse", f"v1:{name}", at=work)
        (work / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    return work


def submodule(inside: str) -> Callable[[Path, str], Path]:
    """A trap in a repository within the repository; git is asked here or there."""

    def trap(work: Path, command: str) -> Path:
        made(work / "sub")
        write(work / ".gitmodules", '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n')
        git("add", ".gitmodules", "sub", at=work)
        git("submodule", "absorbgitdirs", at=work)
        git("config", "core.fsmonitor", command, at=work / "sub")
        return work / inside

    return trap


def hook(work: Path, command: str) -> Path:
    shutil.copy(command, work / ".git" / "hooks" / "post-index-change")
    return work


TRAPS = {
    "embedded bare repository": Trap(embedded_bare, ["status"], "cannot use bare repository"),
    "monitor": Trap(setting("core.fsmonitor"), ["status"]),
    "text conversion": Trap(setting("diff.x.textconv", "diff=x"), ["diff", "v1"]),
    "external diff": Trap(setting("diff.external"), ["diff", "v1"]),
    "external diff of a kind": Trap(setting("diff.x.command", "diff=x"), ["diff", "v1"]),
    "clean filter": Trap(setting("filter.x.clean", "filter=x"), ["diff", "v1"]),
    "process filter": Trap(setting("filter.x.process", "filter=x"), ["diff", "v1"]),
    "lazy fetch": Trap(lazy_fetch, ["diff", "v1"], "git lacks "),
    "submodule": Trap(submodule("."), ["status"]),
    "within a submodule": Trap(submodule("sub"), ["status"]),
    "hook": Trap(hook, ["status"]),
}
COMMANDS = (
    (["check", ".", "--changed-since", "v1"], 1),
    (["glossary", "diff", "v1"], 0),
    (["glossary", "site", "--since", "v1", "-o", "../site"], 0),
)


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_that_a_repository_names_is_run(
    name: str,
    work: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("khihau.site.pages", lambda *_: [("index.html", "")])  # they ask no git
    mark, command = tmp_path / "mark", leaves_mark(tmp_path)
    trap = TRAPS[name]
    monkeypatch.chdir(trap.set(work, str(command)))
    mark.unlink(missing_ok=True)  # left by what set the trap
    for arguments, code in COMMANDS:
        assert main(arguments) == (2 if trap.refused else code), arguments
        told = capfd.readouterr().err
        assert trap.refused in told
        assert "Traceback" not in told
        assert not mark.exists(), arguments
    subprocess.run(("git", *trap.springs), capture_output=True, check=False)
    assert mark.exists(), "the trap is none"


def leaves_mark(folder: Path) -> Path:
    command = write(folder / "trap", f"#!/bin/sh\n: > '{folder / 'mark'}'\n")
    command.chmod(0o755)
    return command


def test_an_older_git_fetches_nothing_either(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(asking._ENVIRONMENT, "GIT_NO_LAZY_FETCH")  # which it does not know
    lazy_fetch(work, str(leaves_mark(tmp_path)))
    with pytest.raises(ConfigError, match=r"git lacks d\.md of this commit; fetch it"):
        Changes("v1", work).lines("d.md")
    assert not (tmp_path / "mark").exists()
    subprocess.run(("git", "cat-file", "-p", "v1:d.md"), capture_output=True, check=False)
    assert (tmp_path / "mark").exists(), "the trap is none"


def test_no_git_of_the_repository_is_run(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(leaves_mark(tmp_path), work / "git")
    for path in (f":{os.environ['PATH']}", f".:{os.environ['PATH']}"):
        monkeypatch.setenv("PATH", path)
        assert Changes("v1", work).lines("d.md") == [range(3, 5)]
        assert not (tmp_path / "mark").exists()
    git("status")
    assert (tmp_path / "mark").exists(), "the trap is none"


@pytest.mark.parametrize(
    "variables",
    [
        {"GIT_DIR": ".git"},
        {"GIT_DIR": ".git", "GIT_WORK_TREE": ".", "GIT_INDEX_FILE": ".git/next-index.lock"},
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": "{}"},
        {"GIT_CONFIG_PARAMETERS": "'core.fsmonitor'='{}'"},
        {"GIT_EXTERNAL_DIFF": "{}"},
        {"GIT_LITERAL_PATHSPECS": "1"},
        {"GIT_GLOB_PATHSPECS": "1", "GIT_ICASE_PATHSPECS": "1"},
        {"GIT_NOGLOB_PATHSPECS": "1"},
    ],
    ids=lambda variables: "+".join(variables),
)
def test_variables_of_a_hook_do_no_harm(
    variables: dict[str, str], work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value.format(leaves_mark(tmp_path)))
    assert Changes("v1", work).lines("d.md") == [range(3, 5)]
    assert not (tmp_path / "mark").exists()


# --- git that comes to no end ---------------------------------------------------------------------


def pipe(name: str) -> Path:
    """A pipe in the place of a file of git's, into which nobody writes."""
    file = Path(".git", name)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    return file


@pytest.mark.parametrize("name", ["HEAD", "config", "packed-refs"])
@pytest.mark.parametrize(("arguments", "_"), COMMANDS)
def test_git_is_ended_when_it_waits(
    name: str,
    arguments: list[str],
    _: int,
    work: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(asking, "_PATIENCE", 0.3)
    git("pack-refs", "--all", at=work)
    file = pipe(name)
    assert main(arguments) == 2
    assert "git came to no end within 0 seconds in " in capfd.readouterr().err
    with pytest.raises(OSError, match="No such device"):  # nobody reads
        os.open(file, os.O_WRONLY | os.O_NONBLOCK)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_git_is_ended_with_khihau(number: signal.Signals, work: Path) -> None:
    file = work / pipe("HEAD")
    command = [sys.executable, "-m", "khihau", "check", ".", "--changed-since", "v1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        writer = os.open(file, os.O_WRONLY)  # which waits for git to read
        time.sleep(0.5)  # by now khihau waits for git, which it has started to the end
        process.send_signal(number)
        assert process.wait(60) == 2
        assert process.stderr
        assert b"khihau: interrupted" in process.stderr.read()
    with pytest.raises(BrokenPipeError):  # nobody reads
        os.write(writer, b"ref")
    os.close(writer)


def test_an_answer_without_end_is_not_taken_in(work: Path) -> None:
    with pytest.raises(ConfigError, match="git tells more than 0 MB"):
        git_bytes(work, "cat-file", "commit", "HEAD", need="x", most=10)


@pytest.mark.parametrize("name", [":g", ":(glob)g", ":!g"])
def test_a_name_is_no_pattern(name: str, work: Path) -> None:
    (work / name).mkdir()
    (work / name / "a.toml").write_text("")
    git("--literal-pathspecs", "add", "--", name, at=work)
    git("commit", "-qm", "one", at=work)
    assert [file.name for file in files_of(work, "HEAD", "x", name)] == [f"{name}/a.toml"]


# --- changed lines --------------------------------------------------------------------------------


def saved(file: Path, content: str | bytes) -> Path:
    write(file, content)
    git("add", "-A")
    git("commit", "-qm", "more")
    return file


def lines(file: Path | str, ref: str = "HEAD", encoding: str | None = None) -> list[int]:
    """The first hundred changed lines of a document."""
    found = Changes(ref, Path.cwd(), encoding).lines(file)
    return [line for line in range(1, 101) if any(line in some for some in found)]


ALL = list(range(1, 101))
KO = "첫째 줄\n둘째 줄\n"
VI = "Dòng một\nDòng hai\n"
CASES: dict[str, tuple[str | bytes, str | bytes, list[int]]] = {
    "same": ("a\nb\n", "a\nb\n", []),
    "line breaks": ("a\nb\n", "a\r\nb\r\n", []),
    "line breaks and a word": ("a\nb\nc\n", "a\r\nB\r\nc\r\n", [2]),
    "old Mac": ("a\rb\rc", "a\rB\rc", [2]),
    "no break at the end": ("a\nb\n", "a\nb", []),
    "UTF-16": (VI, VI.replace("hai", "2").encode("utf-16"), [2]),
    "mark": (VI, VI.encode("utf-8-sig"), []),
    "cp949": (KO.encode("cp949"), KO.replace("둘", "셋"), [2]),
    "what was no text": (b"\x00\x01", VI, ALL),
    "taken out": ("a\nb\nc\n", "a\nc\n", []),
    "put in at both ends": ("b\n", "a\nb\nc\n", [1, 3]),
    "apart": ("a\n\nb\n\nc\n\nd\n", "A\n\nb\n\nC\n\nd\n", [1, 5]),
    "form feed": ("a\x0cb\nc\n", "a\x0cb\nC\n", [2]),
    "emptied": ("a\nb\n", "", []),
    "filled": ("", "a\nb\n", [1, 2]),
}


@pytest.mark.parametrize("name", CASES)
def test_changed_lines_of_a_document(name: str, work: Path) -> None:
    before, after, expected = CASES[name]
    file = saved(work / "x.md", before)
    assert lines(file) == []
    write(file, after)
    assert lines(file) == expected


def test_what_git_makes_of_line_breaks_and_encodings_is_no_change(work: Path) -> None:
    git("config", "core.autocrlf", "true")
    write(work / ".gitattributes", "u.md working-tree-encoding=UTF-16LE eol=crlf\n")
    named = saved(work / "u.md", VI.replace("\n", "\r\n").encode("utf-16-le"))
    plain = saved(work / "p.md", VI.replace("\n", "\r\n"))
    assert git("cat-file", "-s", "HEAD:p.md") == str(len(VI.encode()))
    assert lines(plain) == lines(named, encoding="utf-16-le") == []
    write(named, VI.replace("hai", "2").encode("utf-16-le"))
    assert lines(named, encoding="utf-16-le") == [2]


def test_a_named_encoding_is_that_of_the_older_bytes_too(work: Path) -> None:
    file = saved(work / "x.md", "caf\xe9\nth\xe9\n".encode("latin-1"))
    write(file, "caf\xe9\nth\xe8\n".encode("latin-1"))
    assert lines(file, encoding="latin-1") == [2]


def test_paragraphs_of_a_word_file(work: Path) -> None:
    """Lines are those that findings name: of the text as it is read, a paragraph each."""

    def paragraphs(*texts: str, bold: bool = False) -> None:
        document = docx.Document()
        for text in texts:
            document.add_paragraph().add_run(text).bold = bold
        document.save(str(work / "x.docx"))

    paragraphs("One.", "Two.", "Three.")
    saved(work / "x.md", "")
    paragraphs("One.", "Two.", "Three.", bold=True)
    assert lines("x.docx") == []
    paragraphs("One.", "Twenty.", "Three.")
    assert lines("x.docx") == [3]
    write(work / "x.docx", b"PK")
    with pytest.raises(InputError):
        lines("x.docx")


def test_which_documents_are_new(work: Path, tmp_path: Path) -> None:
    write(work / ".gitignore", "*.bak.md\n")
    names = ("staged.md", "untracked.md", "x.bak.md", "báo cáo.md", ":(top)d.md", "sub/new.md")
    for name in names:
        write(work / name, "a\n")
    git("add", "staged.md")
    assert [lines(name) for name in names] == [ALL] * len(names)
    saved(work / "báo cáo.md", "a\n")
    assert lines("báo cáo.md") == []
    made(work / "inner")
    assert lines("inner/d.md") == [], "of another repository"
    (work / "link.md").symlink_to("d.md")
    assert lines("link.md", "v1") == lines("d.md", "v1") == [3, 4]
    write(tmp_path / "out.md", "a\n")
    (work / "out.md").symlink_to(tmp_path / "out.md")
    for outside in ("../out.md", "out.md"):
        with pytest.raises(InputError, match="is not in the git repository"):
            lines(outside)


def test_a_name_that_a_mac_takes_apart(work: Path) -> None:
    saved(work / "b\u00e1o.md", "a\n").rename(work / "ba\u0301o.md")
    assert lines("ba\u0301o.md") == []


def test_a_file_of_git_lfs_is_compared_by_its_pointer(work: Path) -> None:
    digest = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"  # of "0"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 1\n"
    file = saved(work / "x.md", pointer)
    write(file, "0")
    assert lines(file) == []
    write(file, "1")
    assert lines(file) == [1]


@pytest.mark.parametrize("kind", ["worktree", "shallow", "sha256"])
def test_other_kinds_of_repository(
    kind: str, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    if kind == "worktree":
        git("worktree", "add", "-q", str(other), "v1")
    elif kind == "shallow":
        saved(work / "e.md", "a\n")
        git("clone", "-q", "--depth", "1", work.as_uri(), str(other))
    else:
        git("init", "-q", "--object-format=sha256", str(other))
        shutil.copytree(work / "glossary", other / "glossary")
        monkeypatch.chdir(other)
        saved(other / "d.md", "One.\n")
    monkeypatch.chdir(other)
    assert lines("d.md") == []
    write(other / "d.md", "Changed.\n" + (other / "d.md").read_text())
    assert lines("d.md") == [1]
    if kind == "shallow":
        with pytest.raises(ConfigError, match="HEAD~1: git knows no such commit here; name a"):
            lines("d.md", "HEAD~1")


def test_older_bytes_larger_than_any_document(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khihau.project.commits.MOST", 8)
    with pytest.raises(ConfigError, match=r"--changed-since: .* larger than 0 MB at d\.md"):
        Changes("v1", work).lines("d.md")
