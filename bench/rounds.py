"""Measuring in rounds, A B C A B C …, so that a slow minute of the machine hits all alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ROUNDS = 11
OVER = "**over**"


@dataclass(frozen=True)
class Task:
    """Something to time: `run` returns its seconds.

    `floor` names the task that it is compared with, `scale` says how many times the work of that
    one it does, `bound` is the highest ratio that we allow it, None where there is none.
    """

    name: str
    run: Callable[[], float]
    floor: str | None = None
    bound: float | None = None
    scale: float = 1


@dataclass(frozen=True)
class Line:
    """What was measured: the cells of a row of the table."""

    name: str
    time: str
    value: str = ""
    bound: str = ""
    verdict: str = ""


def measured(tasks: Sequence[Task], rounds: int = ROUNDS) -> list[Line]:
    """The median time of each task, and the median of its ratios to its floor, round by round.

    Every task runs once a round; what the first round warms up (caches, byte code) is not counted.
    """
    times: dict[str, list[float]] = {task.name: [] for task in tasks}
    for number in range(rounds + 1):
        for task in tasks:
            seconds = task.run()
            if number:
                times[task.name].append(seconds)
    return [_line(task, times[task.name], times[task.floor or task.name]) for task in tasks]


def timed(call: Callable[[], object]) -> Callable[[], float]:
    """The `run` of a call; it does not pay for the garbage of the one before it."""

    def run() -> float:
        gc.collect()
        started = time.perf_counter()
        call()
        return time.perf_counter() - started

    return run


def seconds_text(seconds: float) -> str:
    """Seconds as a reader wants them."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def verdict(value: float, bound: float) -> str:
    """Whether the bound holds."""
    return "pass" if value <= bound else OVER


def _line(task: Task, own: Sequence[float], floor: Sequence[float]) -> Line:
    middle = seconds_text(statistics.median(own))
    if task.floor is None:
        return Line(task.name, middle)
    ratio = statistics.median(a / b for a, b in zip(own, floor, strict=True)) / task.scale
    shown = f"{ratio:.2f} × {task.floor}"
    if task.bound is None:
        return Line(task.name, middle, shown)
    return Line(task.name, middle, shown, f"{task.bound:g} ×", verdict(ratio, task.bound))
