"""One more language is ten lines: a copy of khihau with a fourth, in which every command works.

The recipe is that of CONTRIBUTING.md: a folder, a line in `LANGUAGES`, a code in `model.values`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from house import SOURCE
from spec_tables import each_row

LANGUAGE = '''
"""Indonesian."""

from khihau.languages.language import Language


class Indonesian(Language):
    """The answers of Indonesian."""

    code = "id"  # type: ignore[assignment]
    name = "Indonesian"
    own_name = "Bahasa Indonesia"
'''
# File, what stands there, what stands there afterwards.
EDITS = (
    (
        "languages/__init__.py",
        "from khihau.languages.ko import Korean\n",
        "from khihau.languages.id import Indonesian\nfrom khihau.languages.ko import Korean\n",
    ),
    (
        "languages/__init__.py",
        '"en": English(),\n',
        '"en": English(),\n        "id": Indonesian(),\n',
    ),
    ("model/values.py", 'Literal["vi", "ko", "en"]', 'Literal["vi", "ko", "en", "id"]'),
)
CONCEPT = """
id = "climate-finance"
definition.en = "Money for measures against climate change."
definition.id = "Uang untuk tindakan terhadap perubahan iklim."
note.id = "Dipakai oleh kementerian."

[[label]]
lang = "en"
text = "climate finance"
status = "preferred"

[[label]]
lang = "vi"
text = "tài chính khí hậu"
status = "preferred"

[[label]]
lang = "ko"
text = "기후재원"
status = "preferred"

[[label]]
lang = "id"
text = "pendanaan iklim"
status = "preferred"

[[label]]
lang = "id"
text = "pembiayaan iklim"
status = "admitted"

[[label]]
lang = "id"
text = "uang iklim"
status = "forbidden"

[[label]]
lang = "mul"
text = "CLF"
kind = "acronym"
status = "preferred"

[[example]]
lang = "id"
text = "Menteri membahas ⟦pendanaan iklim⟧ kemarin."

[[example]]
lang = "en"
text = "The minister spoke of ⟦climate finance⟧."

[[example]]
lang = "vi"
text = "Bộ trưởng bàn về ⟦tài chính khí hậu⟧."

[[example]]
lang = "ko"
text = "장관은 ⟦기후재원⟧을 논의했다."
"""
SESSION = """
id = "sidang"
definition.en = "A session of the council."

[[label]]
lang = "en"
text = "{n:ordinal} session of the council"
status = "preferred"

[[label]]
lang = "id"
text = "sidang dewan ke-{n}"
status = "preferred"

[[label]]
lang = "vi"
text = "phiên họp hội đồng lần thứ {n}"
status = "preferred"

[[label]]
lang = "ko"
text = "제{n}차 이사회"
status = "preferred"

[[example]]
lang = "id"
text = "Pada ⟦sidang dewan ke-3⟧ hal itu dibahas."

[[example]]
lang = "en"
text = "The ⟦third session of the council⟧ opened."

[[example]]
lang = "vi"
text = "Tại ⟦phiên họp hội đồng lần thứ ba⟧ có bàn."

[[example]]
lang = "ko"
text = "⟦제3차 이사회⟧에서 논의했다."
"""
DRAFT = """# Pendanaan iklim

Menteri membahas pendanaan iklim (CLF) pada sidang dewan ke-29 tanggal 3/12/2026. Anggaran naik 5%.
Pembiayaan iklim itu penting. Uang iklim juga. CLF adalah pendanaan iklm bagi dunia.

Menurut menteri, “pendanaan iklim” mencapai 2,5 juta ton. MRV belum jelas.
"""
KOREAN = """장관은 기후재원(CLF)을 논의했다. 예산은 5% 늘었다.

CLF는 2026년 12월 3일에 정해졌다.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fourth")
    package = folder / "src" / "khihau"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
    own = package / "languages" / "id"
    own.mkdir()
    (own / "__init__.py").write_text(LANGUAGE.lstrip(), "utf-8")
    for name, old, new in EDITS:
        text = (package / name).read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {text.count(old)} times {old}"
        (package / name).write_text(text.replace(old, new), "utf-8")
    glossary = folder / "glossary" / "money"
    glossary.mkdir(parents=True)
    (glossary / "climate-finance.toml").write_text(CONCEPT.lstrip(), "utf-8")
    (glossary / "sidang.toml").write_text(SESSION.lstrip(), "utf-8")
    (folder / "glossary" / "sources.toml").write_text("", "utf-8")
    (folder / "draft.md").write_text(DRAFT, "utf-8")
    (folder / "source.md").write_text(KOREAN, "utf-8")
    return folder


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "khihau", *arguments],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(home / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


# Arguments, the exit code, and what the answer must say.
COMMANDS: Sequence[tuple[str, int, tuple[str, ...]]] = (
    (
        "annotate draft.md --lang id --to en",
        0,
        ("pendanaan iklim", "climate finance", "29th session"),
    ),
    ("annotate draft.md --lang id --to ko --format json", 0, ("기후재원",)),
    ("annotate draft.md --lang id --to vi --format html", 0, ('lang="id"',)),
    ("annotate source.md --to id --format markdown", 0, ("pendanaan iklim",)),
    ("annotate draft.md --lang id --explain", 0, ("pendanaan iklim",)),
    ("check draft.md --lang id", 1, ("forbidden-label",)),
    ("check draft.md --lang id --format html", 1, ("forbidden-label",)),
    ("check draft.md --lang id --diff --suggested", 1, ("+",)),
    ("expand source.md --lang ko --diff", 0, ()),
    ("expand draft.md --lang id --diff", 0, ()),
    ("acronyms draft.md --lang id --to id", 0, ("CLF", "pendanaan iklim")),
    ("suggest --from id pendanan iklim --to en", 0, ("climate finance",)),
    ("suggest climate finance --to id", 0, ("pendanaan iklim",)),
    ("suggest --file draft.md", 0, ()),
    ("lookup climate-finance --to id", 0, ("pendanaan iklim",)),
    ("pair source.md draft.md --from ko --to id --select dropped-acronym", 0, ("CLF",)),
    ("pair draft.md source.md --from id --to ko", 0, ("기후재원",)),
    ("pair source.md draft.md --from ko --to id --report html", 0, ("Indonesian",)),
    ("brief source.md --to id", 0, ("pendanaan iklim", "Indonesian")),
    ("brief draft.md --lang id --to vi --format json", 0, ("tài chính khí hậu",)),
    ("explain draft.md:3 --lang id", 0, ("pendanaan iklim",)),
    ("glossary validate", 0, ()),
    ("glossary test", 0, ()),
    ("glossary stats", 0, ("id",)),
    ("glossary list", 0, ("climate-finance",)),
    ("glossary export --format csv", 0, ("pendanaan iklim",)),
    ("glossary export --format tbx", 0, ('xml:lang="id"',)),
    ("glossary export --format markdown", 0, ("Indonesian",)),
    ("glossary export --format json", 0, ("pendanaan iklim",)),
    ("glossary site --output site", 0, ()),
    ("--version -v", 0, ("Korean",)),
)


@each_row("case", COMMANDS)
def test_each_command_works(home: Path, case: tuple[str, int, tuple[str, ...]]) -> None:
    line, code, words = case
    done = run(home, *line.split())
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, done.stdout + done.stderr
    for word in words:
        assert word in done.stdout, f"{word} is missing in:\n{done.stdout}"


def test_its_code_is_an_answer(home: Path) -> None:
    done = run(home, "annotate", "draft.md", "--lang", "xx")
    assert done.returncode == 2
    assert "'id'" in done.stderr
