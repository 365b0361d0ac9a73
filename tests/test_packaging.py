"""The built-in glossary is found in a wheel, an editable install and a checkout alike.

The source distribution holds the hooks and the documents too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from khihau.termbase.load import load_glossary

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parents[1]
GLOSSARY = ROOT / "glossary"
DRAFT = ROOT / "examples" / "press-release.vi.txt"

ASK = """
import json, sys, khihau
from khihau.termbase.load import load_glossary
from khihau.termbase.locate import builtin_glossary
base = khihau.load_glossary()
print(json.dumps({
    "package": khihau.__file__,
    "glossary": str(builtin_glossary()),
    "concepts": [concept.id for concept in base.concepts],
}))
"""


def call(*command: str | Path, cwd: Path) -> str:
    """Run a program with nothing of this checkout in its environment; its standard output."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def built(kind: str, folder: Path) -> Path:
    """Build the distribution of this kind, --wheel or --sdist, in a folder of its own."""
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    target = folder / f"dist{kind}"
    call(sys.executable, "-m", "build", kind, *isolation, "--outdir", target, ROOT, cwd=folder)
    (file,) = target.iterdir()
    return file


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the checkout."""
    return tmp_path_factory.mktemp("outside")


@pytest.fixture(scope="module")
def programs(outside: Path) -> Path:
    """The folder of programs of a new environment that has the wheel installed.

    The dependencies are the ones installed here, put on the path after the wheel, so that nothing
    but the build back end may have to be downloaded.
    """
    wheel = built("--wheel", outside)
    venv = outside / "venv"
    call(sys.executable, "-m", "venv", "--without-pip", venv, cwd=outside)
    pip = (sys.executable, "-m", "pip", "--python", str(venv))
    call(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=outside)
    paths = {"base": str(venv), "platbase": str(venv)}
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    here = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (packages / "dependencies.pth").write_text("\n".join(here) + "\n", "utf-8")
    return Path(sysconfig.get_path("scripts", "venv", paths))


def test_wheel_annotates_a_draft_outside_the_checkout(programs: Path, outside: Path) -> None:
    shutil.copy(DRAFT, outside)
    shown = call(programs / "khihau", "annotate", DRAFT.name, "--to", "ko", cwd=outside)
    assert "⟦" in shown
    assert re.search(
        rf"^{re.escape(DRAFT.name)}: \d+ mentions of \d+ concepts$", shown, re.MULTILINE
    )


def test_wheel_holds_the_whole_glossary(programs: Path, outside: Path) -> None:
    found = json.loads(call(programs / "python", "-c", ASK, cwd=outside))
    package = Path(found["package"]).parent
    assert package.is_relative_to(programs.parent), "the checkout was imported, not the wheel"
    assert Path(found["glossary"]) == package / "glossary"
    assert found["concepts"] == [
        concept.id for concept in load_glossary(GLOSSARY, builtin=False).concepts
    ]
    assert contents(package / "glossary") == contents(GLOSSARY)


def test_wheel_is_typed_and_carries_both_licences(programs: Path, outside: Path) -> None:
    package = Path(json.loads(call(programs / "python", "-c", ASK, cwd=outside))["package"]).parent
    assert (package / "py.typed").is_file()
    (info,) = package.parent.glob("khihau-*.dist-info")
    assert (info / "licenses" / "LICENSE").is_file()
    assert (info / "licenses" / "glossary" / "LICENSE").is_file()


def test_source_distribution_holds_hooks_documents_and_tests(outside: Path) -> None:
    with tarfile.open(built("--sdist", outside)) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = (ROOT / ".pre-commit-hooks.yaml", *ROOT.glob("docs/*.md"), *ROOT.glob("tests/*.py"))
    assert {file.relative_to(ROOT).as_posix() for file in wanted} - held == set()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its relative path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
