"""Run a command and print its seconds, its peak memory (in KiB, as Linux counts) and its exit code.

This is a program of its own because a process that comes out of a large one starts with the peak
memory of its parent. It imports nothing but `os`, `sys` and `time`, to stay small.
"""

from __future__ import annotations

import os
import sys
import time


def main(command: list[str]) -> None:
    """Time one run, from the start of the process to its end; its output is thrown away."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    silent = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (1, 2)]
    started = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - started
    print(seconds, usage.ru_maxrss, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(sys.argv[1:])
