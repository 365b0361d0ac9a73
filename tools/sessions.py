"""The sessions in the documents: what each command prints, and remaking the pages when that changes.

`python tools/sessions.py` names the sessions that no longer show what the commands print;
`python tools/sessions.py --write` puts the real output into them. "…" lines stay where they are: they
stand for any lines. Sessions run in the project's folder and change nothing in it; those of a page with
the line `<!-- sessions: FOLDER -->` run one after another in a copy of that folder, and may.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz.fuzz import ratio

from khihau.cli.main import main as khihau

__all__ = ["Block", "Session", "agrees", "blocks_of", "pages", "remade", "run", "sessions_of"]

ROOT = Path(__file__).parents[1]
LEFT_OUT = "…"  # a line of its own: any lines may stand here

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COPIED = re.compile(r"^<!-- sessions: (\S+) -->$", re.MULTILINE)
_PROMPT = "$ "
_GONE = 1.0  # what it costs to take a line out, or to put one in; one for another costs less


@dataclass(frozen=True)
class Block:
    """One fenced block of a page; `start` and `end` are the offsets of its content."""

    page: Path
    line: int
    language: str
    content: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True)
class Session:
    """Blocks that run one after another; `copied` is the folder in a copy of which they do."""

    blocks: tuple[Block, ...]
    copied: Path | None = None

    def __str__(self) -> str:
        return str(self.blocks[0])


def pages() -> list[Path]:
    """The documents of the project."""
    named = (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))
    return [
        *named,
        *sorted((ROOT / "docs").glob("*.md")),
        *sorted((ROOT / "glossary").glob("*.md")),
    ]


def blocks_of(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(page, line, found[1], found[2], found.start(2), found.end(2))


def sessions_of(page: Path) -> Iterator[Session]:
    """The sessions of a page: each block is one, or all are where they run in a copied folder."""
    blocks = tuple(block for block in blocks_of(page) if block.language in ("console", "pycon"))
    if copied := _COPIED.search(page.read_text("utf-8")):
        yield Session(blocks, ROOT / copied[1])
    else:
        yield from (Session((block,)) for block in blocks)


def run(arguments: list[str]) -> tuple[str, int]:
    """Run the command line in this process: what a terminal would show, and the exit code."""
    screen = io.StringIO()
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        code = khihau(arguments)
    return screen.getvalue(), code


def agrees(shown: str, real: str) -> bool:
    """Whether the output that a page shows is the real one, where "…" lines stand for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in _lines(shown)
    )
    return re.fullmatch(pattern, "\n".join([*_lines(real), ""])) is not None


def remade(session: Session) -> list[str]:
    """What the blocks of a session show when it is run now; a block as it is where that agrees.

    Raises ValueError for a console block that runs another program than khihau.
    """
    with _place(session.copied):
        return [
            _remade_python(block) if block.language == "pycon" else _remade_console(block)
            for block in session.blocks
        ]


@contextlib.contextmanager
def _place(copied: Path | None) -> Iterator[None]:
    with TemporaryDirectory() as folder:
        place = shutil.copytree(copied, Path(folder, copied.name)) if copied else ROOT
        with contextlib.chdir(place):
            yield


def _lines(text: str) -> list[str]:
    """The lines of a text; editors strip the spaces at their ends, and blank lines at its end."""
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


# --- a session at the shell -----------------------------------------------------------------------


def _remade_console(block: Block) -> str:
    code = 0
    parts: list[str] = []
    for part in re.split(rf"^{re.escape(_PROMPT)}", block.content, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        program, *arguments = shlex.split(command)
        if command == "echo $?":
            real = f"{code}\n"
        elif program == "khihau":
            real, code = run(arguments)
        else:
            raise ValueError(f"{block}: only khihau runs in a console block, not {program}")
        parts += [_PROMPT, command, "\n", _laid(shown, real)]
    return "".join(parts)


def _laid(shown: str, real: str) -> str:
    """The real output, with the lines left out that the page leaves out."""
    if agrees(shown, real):
        return shown
    return "".join(f"{line}\n" for line in _shortened(_lines(shown), _lines(real)))


def _shortened(shown: Sequence[str], real: Sequence[str]) -> list[str]:
    """Lay shown lines on real ones as cheaply as may be; "…" takes any number for nothing."""
    # costs[i][j]: of the first i lines shown and the first j real ones
    costs = [[j * _GONE for j in range(len(real) + 1)]]
    for line in shown:
        above, row = costs[-1], [costs[-1][0] + (0 if line == LEFT_OUT else _GONE)]
        for j, other in enumerate(real, start=1):
            if line == LEFT_OUT:
                row.append(min(above[j], row[j - 1]))
            else:
                changed = above[j - 1] + _distance(line, other)
                row.append(min(changed, above[j] + _GONE, row[j - 1] + _GONE))
        costs.append(row)
    kept: list[str] = []
    i, j = len(shown), len(real)
    while i or j:
        cost, line = costs[i][j], shown[i - 1] if i else ""
        if i and line == LEFT_OUT:
            if j and cost == costs[i][j - 1]:
                j -= 1
            else:
                i, kept = i - 1, [*kept, LEFT_OUT]
        elif i and j and cost == costs[i - 1][j - 1] + _distance(line, real[j - 1]):
            i, j, kept = i - 1, j - 1, [*kept, real[j - 1]]
        elif i and cost == costs[i - 1][j] + _GONE:
            i -= 1
        else:
            j, kept = j - 1, [*kept, real[j - 1]]
    return kept[::-1]


def _distance(line: str, other: str) -> float:
    return 1 - ratio(line, other) / 100


# --- a session in Python --------------------------------------------------------------------------


def _remade_python(block: Block) -> str:
    names: dict[str, object] = {}
    parts: list[str] = []
    for part in doctest.DocTestParser().parse(block.content, str(block)):
        if isinstance(part, str):
            parts.append(part)
            continue
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen):
            exec(compile(part.source, str(block), "single"), names)
        checker, real = doctest.OutputChecker(), screen.getvalue()
        agreed = checker.check_output(part.want, real, doctest.ELLIPSIS)
        parts += [_prompted(part.source), part.want if agreed else real]
    return "".join(parts)


def _prompted(source: str) -> str:
    first, *others = source.splitlines()
    return "".join((f">>> {first}\n", *(f"... {line}\n" for line in others)))


# --- the command ----------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Name the sessions that show something else than the commands print, or write them anew."""
    if arguments not in ([], ["--write"]):
        print("python tools/sessions.py [--write]", file=sys.stderr)
        return 2
    stale = 0
    for page in pages():
        text = page.read_text("utf-8")
        shown = [
            (block, now)
            for one in sessions_of(page)
            for block, now in zip(one.blocks, remade(one), strict=True)
        ]
        for block, now in reversed(shown):
            if now != block.content:
                stale += 1
                text = text[: block.start] + now + text[block.end :]
                print(f"{block}: {'remade' if arguments else 'shows another output'}")
        if arguments:
            page.write_text(text, "utf-8")
    return 1 if stale and not arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
