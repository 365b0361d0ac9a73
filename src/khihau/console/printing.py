"""The one door to the terminal: all that khihau prints goes out here, and no word of a draft acts there.

On a terminal the control characters of drafts, names of files and glossaries become pictures; only
the colours that khihau itself puts in (`Colour`) act. Into a pipe or a file an answer goes as it is.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO, TypeVar

import click

from khihau.console.tuned import LONG, MANY_FILES
from khihau.documents.files import write_new
from khihau.render.colour import Colour
from khihau.render.visible import visible
from khihau.text.regex import regex

__all__ = [
    "ask",
    "at_work",
    "in_colour",
    "is_shown",
    "prepare_streams",
    "said_by",
    "say",
    "stop_output",
    "with_progress",
    "write",
]

_OVERWRITING = regex(r"\r(?!\n)")  # the old line break of the Mac: what follows it hides the line
_TURNING = regex("[\u061c\u200e\u200f]")  # of use on a page of Arabic or Hebrew; here they hide

Item = TypeVar("Item")


def write(chunks: Iterable[str], output: Path | None) -> None:
    """Print the chunks, or write them to a file whole or not at all; InputError where it cannot be."""
    if output is not None:
        content = map(_fit, chunks) if _is_terminal(output) else chunks
        write_new(output, "".join(content))
        return
    try:
        for chunk in map(_fit, chunks) if is_shown() else chunks:
            sys.stdout.write(chunk)  # click would take the colours of a draft out
            if chunk.endswith("\n"):
                sys.stdout.flush()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (`| head`) has what it wants
        stop_output()


def say(*lines: str) -> None:
    """Tell something on standard error, in words of khihau's own: they are for people, so never act."""
    for line in lines:
        click.echo(_fit(line), err=True)


def ask(question: str, default: str | None, refuse: Callable[[str], str]) -> str:
    """The answer to a question; asked again while `refuse` has an objection ("" for none)."""

    def checked(answer: str) -> str:
        if objection := refuse(answer):
            raise click.BadParameter(_fit(objection))
        return answer

    answer: str = click.prompt(
        _fit(question), default=default, show_default=bool(default), value_proc=checked
    )
    return answer


def said_by(error: click.ClickException) -> str:
    """What click says of a wrong option or command."""
    words = io.StringIO()
    error.show(words)
    return words.getvalue().rstrip("\n")


def is_shown() -> bool:
    """Whether someone looks at the answer: standard output is a terminal."""
    return sys.stdout.isatty()


def in_colour(output: Path | None) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return output is None and is_shown() and not os.environ.get("NO_COLOR")


def with_progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """The items, with a bar on standard error where it is a terminal and there are many."""
    if total < MANY_FILES or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(
        console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        yield from bar.track(items, total, description="Reading")


@contextmanager
def at_work(what: str, size: int) -> Iterator[None]:
    """Say on standard error what is being done, where that is a terminal and the text is long.

    `size` is in code points.
    """
    if size < LONG or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


def prepare_streams() -> None:
    """Make standard output and standard error fit to be written to, whatever the caller gave."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed: else the next file that is opened would be it
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        _take_any_letter(getattr(sys, name))


def stop_output() -> None:
    """Write no more to standard output: what waits to be flushed must not fail again at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _take_any_letter(stream: TextIO) -> None:
    """Write UTF-8 where Python would write an encoding without Hangul: in a pipe on Windows.

    Names of files that are no UTF-8 go out as they are.
    """
    if isinstance(stream, io.TextIOWrapper):
        is_utf = stream.encoding.lower().startswith("utf")
        errors = "surrogateescape" if stream.errors == "strict" else stream.errors
        stream.reconfigure(encoding=stream.encoding if is_utf else "utf-8", errors=errors)


def _fit(chunk: str) -> str:
    """A chunk as a terminal may have it."""
    if isinstance(chunk, Colour):
        return chunk
    return _OVERWRITING.sub("␍\n", _TURNING.sub("\ufffd", visible(chunk)))


def _is_terminal(output: Path) -> bool:
    if not output.is_char_device():
        return False
    with suppress(OSError), output.open("wb") as device:
        return device.isatty()
    return False
