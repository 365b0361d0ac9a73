"""The same work on many items in several processes, the results in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from khihau.errors import KhihauError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

__all__ = ["can_share", "processors", "shared"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def can_share() -> bool:
    """Whether processes can be forked here: elsewhere each would have to load all anew."""
    return sys.platform == "linux"


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def shared(
    work: Callable[[_Item], _Result], items: Sequence[_Item], jobs: int
) -> Iterator[_Result]:
    """The result of each item, in order; item n is the work of process n modulo `jobs`.

    The processes start at once, so that the caller may start threads (of a progress bar) after. One
    that is ahead waits until its results are taken: memory stays flat. `work` must catch what may
    go wrong with one item. Raises KhihauError when a process dies.
    """
    import multiprocessing

    context = multiprocessing.get_context("fork")
    workers: list[_Worker] = []
    for number in range(jobs):
        receiver, sender = context.Pipe(duplex=False)
        inherited = (receiver, *(worker.receiver for worker in workers))
        arguments = (work, items[number::jobs], sender, inherited)
        process = context.Process(target=_serve, args=arguments, daemon=True)
        process.start()
        sender.close()  # else the pipe of a process that died would stay open
        workers.append(_Worker(process, receiver))
    return _results(items, workers)


class _Worker(NamedTuple):
    process: ForkProcess
    receiver: Connection


def _results(items: Sequence[_Item], workers: Sequence[_Worker]) -> Iterator[Any]:
    try:
        for number, item in enumerate(items):
            try:
                yield workers[number % len(workers)].receiver.recv()
            except EOFError as error:
                raise KhihauError(
                    f"{item}: the process that worked on it died; run again with --jobs 1"
                ) from error
    finally:
        for worker in workers:
            worker.process.terminate()
            worker.process.join()


def _serve(
    work: Callable[[_Item], _Result],
    items: Sequence[_Item],
    sender: Connection,
    receivers: Sequence[Connection],
) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers itself
    for receiver in receivers:
        receiver.close()
    try:
        for item in items:
            sender.send(work(item))
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # the parent is gone, or ends this process while it writes
