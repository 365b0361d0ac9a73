"""How long a user waits for `khihau check` of a draft or ten, from start to result."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus import write_drafts
from khihau.model import LANGS, Termbase
from programs import PEERS, Desk, programs, require_byte_code
from rounds import Line, Task, measured

DRAFT = 10_000
ROUNDS = 15
CLICK = 'python -c "import click"'
WARM, TEN, COLD = 1.8, 2.2, 4  # the bounds, as ratios to importing click


def starts(base: Termbase, khihau: str, folder: Path) -> list[Line]:
    """Floors, khihau with and without its cache, and the peers on one of the same drafts."""
    drafts = write_drafts(base, folder / "drafts", 10, DRAFT)
    desk = Desk(folder, folder / "caches")
    cold = Desk(folder, folder / "cold")
    firsts = dict(zip(LANGS, drafts, strict=False))
    tasks = [
        Task("python -c pass", desk.task(sys.executable, "-c", "pass")),
        Task(CLICK, desk.task(sys.executable, "-c", "import click")),
        *(
            Task(f"khihau check, 10 kB, {lang}", desk.task(khihau, "check", draft), CLICK, WARM)
            for lang, draft in firsts.items()
        ),
        Task("khihau check, ten files", desk.task(khihau, "check", *drafts), CLICK, TEN),
        Task("khihau check, no cache", cold.cold_task(khihau, "check", drafts[0]), CLICK, COLD),
        *(
            Task(f"{name}, 10 kB, en", desk.task(path, firsts["en"]), CLICK)
            for name, path in programs(PEERS).items()
        ),
    ]
    lines = measured(tasks, ROUNDS)
    require_byte_code()
    return lines
