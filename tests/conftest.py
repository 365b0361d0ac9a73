"""What every test needs: a glossary that nobody edits, and a cache folder of its own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from built_in import FOLDER, opened
from khihau.languages.ko import vote as ko_kiwi
from khihau.termbase import locate

settings.register_profile("khihau", deadline=None)  # tests assert no time
# In CI the same examples every time: a new one that fails is found at a desk, where each run draws anew.
settings.register_profile("khihau-ci", deadline=None, derandomize=True)
settings.load_profile("khihau-ci" if "CI" in os.environ else "khihau")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module", autouse=True)
def _built_in(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put tests/base in the place of the built-in glossary, but for tests/glossary."""
    with pytest.MonkeyPatch.context() as patch:
        if request.path.parent.name != "glossary":
            patch.setattr(locate, "find_glossary", lambda _: FOLDER)
        yield


@pytest.fixture(scope="session")
def git_at_hand() -> None:
    """The test command needs nothing but Python: what asks git is skipped where there is none."""
    if shutil.which("git") is None:
        pytest.skip("not at hand: git")


@pytest.fixture
def one_base(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of one process share the built-in termbase: each of them would read and index it anew."""
    monkeypatch.setattr("khihau.console.options.open_glossary", opened)


@pytest.fixture(scope="module", params=["kiwipiepy", "no kiwipiepy"])
def analyser(request: pytest.FixtureRequest) -> Iterator[None]:
    """What uses this runs twice, with the Korean analyser and without: the outcome is the same (rule M5)."""
    if request.param == "kiwipiepy" and not ko_kiwi.available():
        pytest.skip("not at hand: kiwipiepy; pip install 'khihau[ko]'")
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "kiwipiepy":
            patch.setitem(sys.modules, "kiwipiepy", None)
        yield
