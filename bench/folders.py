"""How long `khihau check` of a folder takes, and whether its memory stays flat."""

from __future__ import annotations

from pathlib import Path

from corpus import write_drafts
from khihau.model import Termbase
from programs import PEERS, Desk, programs
from rounds import Line, Task, measured, seconds_text, verdict

DRAFT = 50_000
FEW, MANY = 200, 2000
OF_CODESPELL, PEAK_MB = 1, 120  # the bounds


def folders(base: Termbase, khihau: str, folder: Path, *, large: bool) -> list[Line]:
    """The times of khihau and its peers, and khihau's peak memory; `large` adds a large folder."""
    desk = Desk(folder, folder / "caches")
    drafts = folder / "folder"
    write_drafts(base, drafts, FEW, DRAFT)
    peers = programs(PEERS)
    floor, bound = ("codespell", OF_CODESPELL) if "codespell" in peers else (None, None)
    tasks = [
        Task("khihau check", desk.task(khihau, "check", drafts), floor, bound),
        *(Task(name, desk.task(path, drafts)) for name, path in peers.items()),
    ]
    lines = [*measured(tasks), _memory(f"khihau check, {FEW} files", desk, khihau, drafts)]
    if large:
        many = folder / "large"
        write_drafts(base, many, MANY, DRAFT)
        lines.append(_memory(f"khihau check, {MANY} files", desk, khihau, many))
    return lines


def _memory(name: str, desk: Desk, khihau: str, drafts: Path) -> Line:
    run = desk.run(khihau, "check", drafts)
    peak = f"{run.peak_mb:.0f} MB at its peak"
    return Line(
        name, seconds_text(run.seconds), peak, f"{PEAK_MB} MB", verdict(run.peak_mb, PEAK_MB)
    )
