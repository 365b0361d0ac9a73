"""Patterns of .gitignore files: git itself is the oracle, and no pattern takes without end."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Sequence
from cProfile import Profile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khihau.documents.files import find_files
from khihau.documents.folders import LARGEST, excluder
from khihau.documents.globs import Globs

# --- as git ---------------------------------------------------------------------------------------

PARTS = ("a", "b", "ab", "ba", "a-b", "ế", "!a", "#a", "[a]")
FOLDERS = [f"{one}/{two}" for one in PARTS for two in ("a", "b", "ab", "ế")]
FILES = [f"{one}.md" for one in PARTS] + [f"{one}/{two}" for one in FOLDERS for two in ("a", "ba")]
if sys.platform != "win32":
    FILES += ["a ", "\\a", "a*b", "aa?"]
PIECES = (
    *"aabb//**?-] !#ế",
    *("**", "**/", "/**/", ".md", "\\", "\\a", "\\*", "\\/", "\\ "),
    *("[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[a", "[a/b]", "[/]", "[\\]]", "[b-\\]", "[a-]", "[c-a]"),
    *("[[:alpha:]]", "[[:punct:]]", "[[:space:]]", "[^[:lower:]]", "[[:x:]]", "[[:]", "[\xe0-\xff]"),
    *("[:", ":]", "[!", "[[:alpha:][:", "[!-\xff]", "[^!-\xff]", "[!!-\xff]"),
)  # fmt: skip
patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("tree")
    subprocess.run(("git", "init", "-q", str(top)), check=True)
    for folder in FOLDERS:
        (top / folder).mkdir(parents=True)
    for file in FILES:
        (top / file).touch()
    return top


def ignored_by_git(top: Path, names: Sequence[str]) -> set[str]:
    done = subprocess.run(
        ("git", "check-ignore", "--no-index", "-z", "--stdin"),
        cwd=top,
        input="\0".join(names).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )
    assert done.returncode in (0, 1), done.stderr
    return set(filter(None, done.stdout.decode().split("\0")))


@pytest.mark.usefixtures("git_at_hand")
@settings(max_examples=300)
@given(st.lists(patterns, min_size=1, max_size=3))
def test_git_says_the_same(tree: Path, lines: list[str]) -> None:
    (tree / ".gitignore").write_bytes("\n".join(lines).encode())
    names = [*PARTS[:7], *FOLDERS, *FILES]
    globs = Globs(lines)
    own = {name for name in names if globs.leaves_out(name, is_folder=(tree / name).is_dir())}
    assert own == ignored_by_git(tree, names)


@pytest.mark.usefixtures("git_at_hand")
def test_each_kind_of_signs_is_that_of_git(tmp_path: Path) -> None:
    subprocess.run(("git", "init", "-q", str(tmp_path)), check=True)
    signs = [chr(code) for code in range(1, 128) if chr(code) not in "./"]
    kinds = "alnum alpha blank cntrl digit graph lower print punct space upper xdigit".split()
    for kind in kinds:
        line = f"x[[:{kind}:]]"
        (tmp_path / ".gitignore").write_text(line)
        globs = Globs([line])
        own = {f"x{sign}" for sign in signs if globs.says(f"x{sign}", is_folder=False)}
        assert own == ignored_by_git(tmp_path, [f"x{sign}" for sign in signs])


@pytest.mark.usefixtures("git_at_hand")
def test_a_file_of_patterns_is_read_as_git_reads_it(tree: Path) -> None:
    """A mark at the beginning, line breaks of Windows and only those, comments, blanks."""
    content = "\ufeff/ab\r\n#a.md\r\nb.md  \r\n\\#a.md\n\nba.md\x0ca-b.md\nế.md\r"
    (tree / ".gitignore").write_bytes(content.encode())
    found = {file.relative_to(tree).as_posix() for file in find_files([tree])}
    names = [file for file in FILES if file.endswith(".md")]
    assert found == set(names) - ignored_by_git(tree, names)
    assert found == set(names) - {"#a.md", "b.md", "ế.md"}


def test_only_a_plain_file_holds_patterns(tmp_path: Path) -> None:
    """Git follows no link there; a pipe would have no end, nor would a file of many gigabytes."""
    (tmp_path / "a.md").touch()
    (tmp_path / "patterns").write_text("*\n")
    ignores = tmp_path / ".gitignore"
    ignores.symlink_to("patterns")
    assert find_files([tmp_path]) == [tmp_path / "a.md"]
    ignores.unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(ignores)
        assert find_files([tmp_path]) == [tmp_path / "a.md"]
        ignores.unlink()
    with ignores.open("wb") as file:
        file.truncate(1 << 40)
    assert find_files([tmp_path]) == [tmp_path / "a.md"]


# --- what excludes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        (["docs/"], "docs/a.md", True),
        (["docs/"], "docs", False),  # a file of that name
        (["docs/", "!docs/a.md"], "docs/a.md", True),  # as in git
        (["docs/*", "!docs/a.md"], "docs/a.md", False),
        ([".*", "*.bak"], "a.md", False),
        (["*", "!a.md"], "a.md", False),
        (["a\\"], "a", False),
        (["[a"], "[a", False),
        (["/"], "a.md", False),
    ],
)
def test_excluder(lines: list[str], name: str, expected: bool, tmp_path: Path) -> None:
    excluded = excluder(tuple(lines), tmp_path)
    assert excluded(tmp_path / name) is expected
    assert not excluded(tmp_path), "the folder of the patterns itself"


# --- without end ----------------------------------------------------------------------------------

ENDLESS = (
    "*a" * 60 + "b",
    "*a" * 5_000 + "b",
    "**/a" * 60 + "b",
    "a/" + "**/*a*/" * 1_000 + "b",
    "[a-z]*" * 1_000 + "0",
    "[[:" * 2_000,
    "?" * 5_000,
    "[!a]" * 1_000,
)


@pytest.mark.parametrize("where", [".gitignore", "exclude", "per-file-ignores"])
def test_a_pattern_of_many_stars_comes_to_an_end(where: str, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a"] * 60)
    deep.mkdir(parents=True)
    for folder in (tmp_path, deep):
        (folder / ("a" * 200 + ".txt")).write_text("Một.\n")
    (tmp_path / ".git").mkdir()
    if where == ".gitignore":
        settings = ""
        (tmp_path / where).write_text("\n".join(ENDLESS))
    elif where == "exclude":
        settings = f"exclude = {list(ENDLESS)}\n"
    else:
        settings = "[per-file-ignores]\n" + "".join(f'"{one}" = ["near-miss"]\n' for one in ENDLESS)
    (tmp_path / "khihau.toml").write_text(settings)
    command = [sys.executable, "-m", "khihau", "check", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (
        0,
        b"2 documents checked: no findings.\n  by profile: vi-press 2\n",
    )


@pytest.mark.parametrize("line", ["?*" * 5 + "b", "?" * 50, "[!a]" * 5, "*a*b"])
def test_patterns_are_held_against_a_name_all_at_once(line: str) -> None:
    """The calls that a name costs, and the memory, do not depend on how many patterns there are."""

    def cost(number: int) -> tuple[int, int]:
        globs = Globs([line] * number)
        tracemalloc.start()
        globs.says("a" * 200, is_folder=False)
        _, memory = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        with Profile() as profile:
            globs.says("a" * 200, is_folder=False)
        return sum(entry.callcount for entry in profile.getstats()), memory

    (few, _), (many, memory) = cost(2), cost(2_000)
    assert many == few
    assert memory < 400 * 2_000 * len(line)


def test_where_patterns_are_too_many_together_none_counts(tmp_path: Path) -> None:
    """Not those above either, since the ones that are passed over may take in again."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a").mkdir()
    names = ["a/b.md", "a/c.md", "a/d.md", "b.md", "c.md"]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / ".gitignore").write_text("b.md\n" + "x" * (LARGEST - 200))
    below = tmp_path / "a" / ".gitignore"
    for size, expected in ((100, ["a/d.md", "c.md"]), (200, [*names[:3], "c.md"])):
        below.write_text("c.md\n" + "x" * size)
        found = [file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path])]
        assert found == expected
        within = [file.relative_to(tmp_path).as_posix() for file in find_files([below.parent])]
        assert within == expected[:-1]
