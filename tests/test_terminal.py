"""Nothing of a draft, a name of a file or a glossary acts on a terminal; in a pipe all of it stays."""

from __future__ import annotations

import io
import os
import pty
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from khihau.cli.main import main
from khihau.render.colour import Colour, coloured

# A title, a bell, a colour and a cleared screen in seven and eight bits, turned writing, a line hidden.
HOSTILE = "\x1b]0;owned\x07\x1b[35m\x9b2J\u202e\u2066\u200f\u061cevil\rgood"
ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
NAME = f"b{HOSTILE}.txt"
DRAFT = f"The WLV {HOSTILE} rises.\nA wallop tax is paid.\n"
LABELS = (
    ("en", "wallop levy", 'status = "preferred"'),
    ("vi", "phí wallop", f'status = "preferred"\nnote.en = "{HOSTILE}"'),
    ("ko", "월롭 부담금", 'status = "preferred"'),
    ("mul", "WLV", 'kind = "acronym"\nstatus = "preferred"'),
    ("en", "wallop tax", 'status = "forbidden"'),
)

Screen: TypeAlias = "Callable[..., str]"


def written(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile glossaries: one that is right, one that is older, one that is broken."""
    concept = f'id = "wallop-levy"\ndefinition.en = "{HOSTILE}"\n' + "".join(
        f'[[label]]\nlang = "{lang}"\ntext = "{text}"\n{rest}\n' for lang, text, rest in LABELS
    )
    for one in {*ACTING.findall(concept), "\r"}:
        concept = concept.replace(one, f"\\u{ord(one):04x}")
    root = tmp_path_factory.mktemp("glossaries")
    files = {
        f"g{HOSTILE}/zoo{HOSTILE}/wallop-levy.toml": concept,
        f"old{HOSTILE}/zoo/wallop-levy.toml": concept.replace("wallop tax", "wallop fee"),
        f"bad{HOSTILE}/bad.toml": "id = 1\n",
    }
    written(root, files)
    return root / f"g{HOSTILE}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with hostile drafts and tables."""
    files = {
        NAME: DRAFT,
        f"2{NAME}": f"Phí wallop {HOSTILE}.\n",
        f"nul{NAME}": "a\0b",
        f"t{HOSTILE}.csv": f"id,lang,text,status,{HOSTILE}\nwallop-fee,en,fee{HOSTILE},preferred\n",
    }
    written(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """Run a command whose standard output and standard error are a terminal; what came there."""
    monkeypatch.setenv("TERM", "xterm")
    seen, slave = pty.openpty()
    chunks: list[bytes] = []

    def drain() -> None:
        while not b"".join(chunks[-2:]).endswith(b"\0END\r\n"):
            chunks.append(os.read(seen, 65536))

    def run(*arguments: str) -> str:
        chunks.clear()
        reader = threading.Thread(target=drain)
        reader.start()
        with monkeypatch.context() as patch:
            stream = io.TextIOWrapper(
                os.fdopen(os.dup(slave), "wb", 0), "utf-8", write_through=True
            )
            patch.setattr(sys, "stdout", stream)
            patch.setattr(sys, "stderr", stream)
            try:
                main(arguments)
            finally:
                stream.write("\0END\n")
                stream.close()
                reader.join()
        return b"".join(chunks).decode("utf-8", "surrogateescape").removesuffix("\0END\r\n")

    yield run
    os.close(seen)
    os.close(slave)


OF_DRAFTS = [
    f"{command} {{name}}"
    for command in (
        "annotate", "annotate --explain", "annotate -f markdown", "annotate -f html",
        "annotate -f json", "annotate -f jsonl", "annotate -f tsv",
        "expand", "expand --diff", "expand --write",
        "acronyms", "acronyms -f json", "acronyms -f tsv",
        "check", "check --diff --suggested", "check --fix --suggested", "check -f github",
        "check -f sarif", "check -f json", "check nul{name}", "check none{name}",
        "check --baseline none{name}", "check --changed-since {name}", "check --select {name}",
        "pair 2{name}", "brief --to vi", "brief --to vi -f tsv", "suggest --file",
    )
]  # fmt: skip
OTHERS = [
    *("explain {name}:1", "explain -f json {name}:1", "explain {name}", "explain none{name}:1"),
    *("verdict {name}:2:5 right", "verdict {name}:1:1 right", "verdict {name} right", "verdict none{name}:1 right"),
    *("verdict {name}:2 right --file out{name}", "verdict {name}:2 right --file {name}", "verdicts --file {name}"),
    *("suggest wallop{name}", "suggest -f json {name}", "lookup {name}", "lookup wallop-levy"),
    *("lookup -f json wallop-levy", "rule {name}", "{name}", "check --{name}", "check x --lang {name}"),
    *("annotate {name} -o none{name}/x", "annotate {name} --config {name}", "glossary {name}"),
    *("glossary list", "glossary validate", "glossary test", "glossary export -f json"),
    *("glossary validate {root}/bad{hostile}", "glossary list --domain {name}", "glossary diff none{name}"),
    "glossary export -f omegat --from en --to vi",
    "glossary export -o out{name}",
    "glossary diff {root}/old{hostile} {root}/g{hostile}",
    "glossary import t{hostile}.csv --into new{hostile}",
    "glossary import t{hostile}.csv --into new{hostile} --domain zoo --dry-run",
    "glossary site -o site{hostile}",
    "glossary new {name}",
    "annotate {name} -o /dev/tty",
]  # fmt: skip
WITHOUT_GLOSSARY = (
    "rule",
    "verdicts",
    "check --b",
    "check --{",
    "{name}",
    "glossary diff",
    "glossary {name}",
)


@pytest.mark.parametrize("command", [*OF_DRAFTS, *OTHERS])
def test_nothing_acts_on_a_terminal(
    command: str, folder: Path, glossary: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    monkeypatch.setenv("NO_COLOR", "1")
    arguments = [
        one.format(name=NAME, hostile=HOSTILE, root=glossary.parent) for one in command.split()
    ]
    if not command.startswith(WITHOUT_GLOSSARY):
        arguments += ["--no-builtin", "--glossary", str(glossary)]
    shown = screen(*arguments)
    assert shown
    assert ACTING.search(shown) is None, repr(shown)
    assert not re.search(r"\r(?!\n)", shown), repr(shown)


def test_only_our_own_colours_act(folder: Path, glossary: Path, screen: Screen) -> None:
    assert folder.is_dir()
    for command in ("annotate", "check"):
        shown = screen(command, NAME, "--no-builtin", "--glossary", str(glossary))
        codes = re.findall(r"\x1b\[([\d;]*)m", shown)
        assert set(codes) <= {"", "0", "1", "2", "4;32", "4;36", "4;31", "31", "33", "36"}
        assert codes.count("0") * 2 == len(codes) > 0
        assert "␛]0;owned␇␛[35m�2J����evil" in shown
        assert ACTING.search(re.sub(r"\x1b\[[\d;]*m", "", shown)) is None


def test_a_bar_of_progress_has_no_names_in_it(folder: Path, screen: Screen) -> None:
    for number in range(30):
        (folder / f"{number}{NAME}").write_bytes(DRAFT.encode())
    shown = screen("check", ".", "--jobs", "1", "-q")
    assert "Reading" in shown
    assert "owned\x07" not in shown
    assert "\x1b]" not in shown
    assert not re.search("[\x80-\x9f\u202e\u2066]", shown)


def test_in_a_pipe_the_words_of_a_draft_stay(
    folder: Path, glossary: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert folder.is_dir()
    words = f"{HOSTILE} rises".encode()
    for command in (
        "annotate",
        "annotate -f markdown",
        "expand",
        "expand --diff",
        "check --diff --suggested",
    ):
        main([*command.split(), NAME, "--no-builtin", "--glossary", str(glossary)])
        out = capfdbinary.readouterr().out
        assert words in out, command
    main(["expand", NAME])
    assert capfdbinary.readouterr().out == DRAFT.encode()
    main(["expand", NAME, "-o", "out.txt"])
    assert Path("out.txt").read_bytes() == DRAFT.encode()


def test_a_colour_within_other_words_is_a_text() -> None:
    chunks = [*coloured("a", "31")]
    assert [type(chunk) for chunk in chunks] == [Colour, str, Colour]
    assert type("".join(chunks)) is str
    assert [*coloured("a", "")] == ["a"]
