"""The hooks of .pre-commit-hooks.yaml at work: pre-commit installs this checkout, git commits run them.

The environment that pre-commit builds is kept in .ci/pre-commit until what it is built from changes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from built_in import FOLDER
from khihau.cli.main import main
from sessions import agrees, blocks_of

pytestmark = pytest.mark.hooks

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".ci" / "pre-commit"
MANIFEST = ".pre-commit-hooks.yaml"
# All that an installed khihau is made from: a change elsewhere needs no new environment.
BUILT_FROM = (MANIFEST, "LICENSE", "README.md", "glossary", "pyproject.toml", "src")

# The commits of the copy are the same whenever the files are, and no settings of the user count.
GIT = {
    "GIT_AUTHOR_NAME": "khihau",
    "GIT_AUTHOR_EMAIL": "khihau@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "khihau",
    "GIT_COMMITTER_EMAIL": "khihau@example.org",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}

GOOD = """# Tin vắn

Hai bên nhắc lại cam kết trong Thỏa thuận Paris về khí hậu.

양측은 파리협정 이행을 재확인했다.
"""
BAD = GOOD.replace("Thỏa thuận Paris", "Công ước Paris").replace("파리협정", "파리협약")

CONCEPT = """id = "village-fund"

[[label]]
lang = "en"
text = "Village Resilience Facility"
status = "preferred"

[[label]]
lang = "vi"
text = "Quỹ Chống chịu Làng xã"
status = "preferred"

[[label]]
lang = "ko"
text = "마을회복력기금"
status = "preferred"

[[example]]
lang = "en"
text = "The ⟦Village Resilience Facility⟧ opens in May."

[[example]]
lang = "vi"
text = "⟦Quỹ Chống chịu Làng xã⟧ bắt đầu hoạt động từ tháng 5."

[[example]]
lang = "ko"
text = "⟦마을회복력기금⟧이 5월에 출범한다."
"""


# What the hooks say does not depend on the glossary of today.
SETTINGS = f'builtin = false\nglossary = ["{FOLDER}"]\n'


class Done(NamedTuple):
    """How a program ended, and all that it printed."""

    code: int
    output: str


def run(*command: str | Path, cwd: Path, **own: str) -> Done:
    """Run a program as from a plain shell: nothing of this test run or of a surrounding git hook."""
    outer = {
        key: value
        for key, value in os.environ.items()
        if key not in ("PYTHONPATH", "SKIP") and not key.startswith(("GIT_", "PRE_COMMIT"))
    }
    try:
        done = subprocess.run(
            list(map(str, command)),
            cwd=cwd,
            env=outer | GIT | own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        pytest.fail(f"{command[0]} is needed for this test and is not installed")
    return Done(done.returncode, done.stdout)


def succeed(*command: str | Path, cwd: Path, **own: str) -> str:
    done = run(*command, cwd=cwd, **own)
    assert done.code == 0, f"{' '.join(map(str, command))}\n{done.output}"
    return done.output


def pre_commit(*arguments: str | Path, cwd: Path, **own: str) -> str:
    return succeed(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, **own)


class Hooks(NamedTuple):
    """A repository that holds this checkout as it stands, and where pre-commit keeps what it built."""

    repo: Path
    rev: str
    home: Path

    def config(self, *hooks: Mapping[str, object]) -> str:
        """The text of a .pre-commit-config.yaml with these hooks."""
        repo = {"repo": str(self.repo), "rev": self.rev, "hooks": list(hooks)}
        return str(yaml.safe_dump({"repos": [repo]}, sort_keys=False))


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """The hooks of this checkout with their environment, which is built where none is kept."""
    repo = KEPT / "khihau"
    rev = copied(repo)
    for old in KEPT.iterdir():
        if old.name not in (repo.name, rev):
            shutil.rmtree(old)
    hooks = Hooks(repo, rev, KEPT / rev)
    project = tmp_path_factory.mktemp("first")
    succeed("git", "init", "--quiet", cwd=project)
    ids = [hook["id"] for hook in yaml.safe_load((ROOT / MANIFEST).read_text("utf-8"))]
    config = project / ".pre-commit-config.yaml"
    config.write_text(hooks.config(*({"id": name} for name in ids)), "utf-8")
    # virtualenv would look for updates in the background, when the tests are long over.
    building = {"PRE_COMMIT_HOME": str(hooks.home), "VIRTUALENV_NO_PERIODIC_UPDATE": "1"}
    pre_commit("install-hooks", cwd=project, **building)
    return hooks


def copied(repo: Path) -> str:
    """Put what khihau is built from into a new repository; the hash of its only commit."""
    shutil.rmtree(repo, ignore_errors=True)
    repo.mkdir(parents=True)
    for name in BUILT_FROM:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, repo / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
        else:
            shutil.copy(ROOT / name, repo / name)
    succeed("git", "init", "--quiet", "--initial-branch=main", cwd=repo)
    succeed("git", "add", "--all", cwd=repo)
    succeed("git", "commit", "--quiet", "--message=As it stands", cwd=repo)
    return succeed("git", "rev-parse", "HEAD", cwd=repo).strip()


class Project:
    """A repository of documents whose commits run hooks."""

    def __init__(self, folder: Path, hooks: Hooks, *used: Mapping[str, object]) -> None:
        self.folder = folder
        home = folder.parent / "home"
        home.mkdir()
        self._environment = {"PRE_COMMIT_HOME": str(hooks.home), "HOME": str(home)}
        folder.mkdir()
        succeed("git", "init", "--quiet", "--initial-branch=main", cwd=folder)
        self.write(".pre-commit-config.yaml", hooks.config(*used))
        self.write("khihau.toml", SETTINGS)
        said = pre_commit("install", cwd=folder, **self._environment)
        assert said == f"pre-commit installed at {Path('.git', 'hooks', 'pre-commit')}\n"
        assert self.commit(".pre-commit-config.yaml").code == 0

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def commit(self, *names: str) -> Done:
        """Stage files and commit what is staged, with the hooks."""
        return self._commit(names)

    def commit_unchecked(self, *names: str) -> None:
        """The same without the hooks."""
        assert self._commit(names, "--no-verify").code == 0

    def _commit(self, names: Sequence[str], *options: str) -> Done:
        succeed("git", "add", *names, cwd=self.folder)
        command = ("git", "commit", "--message=Change", *options)
        return run(*command, cwd=self.folder, **self._environment)

    def holds(self, name: str, text: str) -> bool:
        """Whether the last commit holds a file with this text."""
        shown = run("git", "show", f"HEAD:{name}", cwd=self.folder)
        return (shown.code, shown.output) == (0, text)


def test_the_manifest_is_valid() -> None:
    pre_commit("validate-manifest", MANIFEST, cwd=ROOT)


def test_all_hooks_share_one_environment(hooks: Hooks) -> None:
    assert len(list(hooks.home.glob("repo*/py_env-*"))) == 1


def test_a_commit_with_a_wrong_name_is_refused_and_the_official_one_told(
    hooks: Hooks, tmp_path: Path
) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-check"})
    project.write("tin.md", BAD)
    code, output = project.commit("tin.md")
    assert code == 1
    assert (
        "tin.md:3:32: error: “Công ước Paris” is a wrong name; write “Thỏa thuận Paris”" in output
    )
    assert "tin.md:5:5: error: “파리협약” is a wrong name; write “파리협정”" in output
    assert not project.holds("tin.md", BAD)
    assert "- exit code: 1" in output
    assert agrees(session_of_the_page("tin.md"), output), output

    project.write("tin.md", GOOD)
    code, output = project.commit("tin.md")
    assert (code, result_of(output)) == (0, "Passed")
    assert project.holds("tin.md", GOOD)


def session_of_the_page(file: str) -> str:
    """What docs/ci.md shows for the refused commit of a file."""
    blocks = blocks_of(ROOT / "docs" / "ci.md")
    (shown,) = (block.content for block in blocks if f"git add {file}" in block.content)
    return str(shown.partition("git commit\n")[2])


def result_of(output: str) -> str:
    """The one word with which pre-commit ends the line of its only hook."""
    (word,) = re.findall(r"^khihau .*?\.\.+(?:\(.*\))?(\w+)$", output, re.MULTILINE)
    return str(word)


def test_only_text_and_markdown_files_are_checked(hooks: Hooks, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-check"})
    project.write("notes.py", f'"""{BAD}"""\n')
    code, output = project.commit("notes.py")
    assert (code, result_of(output)) == (0, "Skipped")
    project.write("보도 자료.txt", BAD)
    code, output = project.commit("보도 자료.txt")
    assert (code, "보도 자료.txt:5:5: error: " in output) == (1, True)


def test_what_the_settings_exclude_stays_unchecked_though_the_hook_names_it(
    hooks: Hooks, tmp_path: Path
) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-check"})
    project.write("khihau.toml", SETTINGS + 'exclude = ["archive/"]\n')
    project.write("archive/2019.md", BAD)
    code, output = project.commit("khihau.toml", "archive/2019.md")
    assert (code, result_of(output)) == (0, "Passed")
    project.write("archive.md", BAD)
    code, output = project.commit("archive.md")
    assert code == 1
    assert "archive/2019.md" not in output


def test_arguments_of_the_hook_reach_the_command(hooks: Hooks, tmp_path: Path) -> None:
    hook = {"id": "khihau-check", "args": ["--select", "undefined-acronym"]}
    project = Project(tmp_path / "project", hooks, hook)
    project.write("tin.md", BAD)
    assert project.commit("tin.md").code == 0


def test_a_baseline_lets_old_mistakes_pass_and_stays_as_it_is(
    hooks: Hooks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-check"})
    baseline = "khihau-baseline.json"
    project.write("tin.md", BAD)
    project.write("khihau.toml", SETTINGS + f'baseline = "{baseline}"\n')
    monkeypatch.chdir(project.folder)
    assert main(["check", ".", "--baseline", baseline, "--update-baseline"]) == 0
    assert project.commit("tin.md", "khihau.toml", baseline).code == 0

    project.write("tin.md", BAD + "\nThe parties to the Paris Convention on climate met.\n")
    code, output = project.commit("tin.md")
    assert (code, output.count("(forbidden-label[paris-agreement])")) == (1, 1)
    assert "tin.md:7:" in output

    project.write("tin.md", GOOD)
    before = Path(baseline).read_bytes()
    assert project.commit("tin.md").code == 0
    assert Path(baseline).read_bytes() == before
    assert project.holds("tin.md", GOOD)


def test_changed_lines_only(hooks: Hooks, tmp_path: Path) -> None:
    hook = {"id": "khihau-check", "args": ["--changed-since", "HEAD"]}
    project = Project(tmp_path / "project", hooks, hook)
    project.write("tin.md", BAD)
    project.commit_unchecked("tin.md")
    changed = BAD.replace("Tin vắn", "Tin ngắn")
    project.write("tin.md", changed)
    assert project.commit("tin.md").code == 0
    project.write("tin.md", changed + "\n당사국은 파리협약을 비준했다.\n")
    code, output = project.commit("tin.md")
    assert (code, output.count(": error: ")) == (1, 1)
    assert "tin.md:7:6: error: “파리협약” is a wrong name" in output


def test_fix_mends_the_file_and_refuses_the_commit_until_it_is_added(
    hooks: Hooks, tmp_path: Path
) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-fix"})
    project.write("tin.md", BAD)
    code, output = project.commit("tin.md")
    assert code == 1
    assert "- files were modified by this hook" in output
    assert project.read("tin.md") == GOOD
    assert not project.holds("tin.md", BAD)

    code, output = project.commit("tin.md")
    assert (code, result_of(output)) == (0, "Passed")
    assert project.holds("tin.md", GOOD)


def test_fix_reports_what_it_leaves(hooks: Hooks, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-fix"})
    text = "Hai bên bàn về mục tiêu tài chính khí hậu mới (NCQG).\n"
    project.write("tin.md", text)
    code, output = project.commit("tin.md")
    assert (code, project.read("tin.md")) == (1, text)
    assert "tin.md:1:16: warning: “mục tiêu tài chính khí hậu mới” is no official form" in output


def test_a_broken_concept_file_is_refused(hooks: Hooks, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-glossary", "args": ["terms"]})
    file = "terms/funds/village-fund.toml"
    project.write("khihau.toml", 'glossary = ["terms"]\n')
    project.write(file, CONCEPT.replace("preferred", "prefered", 1))
    code, output = project.commit("khihau.toml", file)
    assert code == 1
    assert output.count(f'{file}:6: label[1].status: "prefered" is not allowed') == 1
    assert not project.holds(file, CONCEPT)

    project.write(file, CONCEPT.replace("⟦마을회복력기금⟧", "⟦마을회복력⟧기금"))
    code, output = project.commit(file)
    assert code == 1
    assert f"{file}:26: example[3]: the marks are not the hits" in output

    project.write(file, CONCEPT)
    code, output = project.commit(file)
    assert (code, result_of(output)) == (0, "Passed")


def test_the_glossary_hook_judges_the_unchanged_files_too(hooks: Hooks, tmp_path: Path) -> None:
    project = Project(tmp_path / "project", hooks, {"id": "khihau-glossary", "args": ["terms"]})
    old = "terms/funds/village-fund.toml"
    project.write(old, CONCEPT)
    assert project.commit(old).code == 0
    again = "terms/funds/second-fund.toml"
    project.write(again, CONCEPT.replace("village-fund", "second-fund"))
    code, output = project.commit(again)
    assert code == 1
    assert "Village Resilience Facility" in output
