"""The command line: a lazily filled group, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

import click

from khihau import __version__
from khihau.console.groups import LazyGroup
from khihau.console.printing import prepare_streams, said_by, say, stop_output, write
from khihau.errors import KhihauError

__all__ = ["COMMANDS", "cli", "main", "run"]

# name -> module
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "annotate": "khihau.cli.annotate",
        "expand": "khihau.cli.expand",
        "suggest": "khihau.cli.suggest",
        "acronyms": "khihau.cli.acronyms",
        "check": "khihau.cli.check",
        "pair": "khihau.cli.pair",
        "brief": "khihau.cli.brief",
        "rule": "khihau.cli.rule",
        "explain": "khihau.cli.explain",
        "lookup": "khihau.cli.lookup",
        "verdict": "khihau.cli.verdict",
        "verdicts": "khihau.cli.verdicts",
        "glossary": "khihau.cli.glossary",
    }
)


@click.group(
    cls=LazyGroup,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.option("--version", is_flag=True, help="Show the version and exit.")
@click.option("-v", "--verbose", is_flag=True, help="With --version: whose words judge a text.")
@click.pass_context
def cli(ctx: click.Context, version: bool, verbose: bool) -> None:
    """Vietnamese–Korean–English climate terms: annotate drafts, find official names, check texts."""
    if version:
        write([f"khihau, version {__version__}\n"], None)
        if verbose:
            from khihau.languages import LANGUAGES

            for language in LANGUAGES.values():
                if described := language.matching.described():
                    write([f"{language.name}: {described}\n"], None)
        ctx.exit()
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


def run() -> int:
    """Be the program: `main` in a process that ends with it; what main returns."""
    gc.set_threshold(100_000)  # a run makes no cycles to speak of: looking for them takes a tenth
    try:
        return main()
    finally:
        gc.freeze()  # nor need what is left be looked through when the process ends


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 anything else.

    No error ends in a traceback: each is one message on standard error.
    """
    prepare_streams()
    try:
        result = cli.main(arguments, prog_name="khihau", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        return _failed(said_by(error), by="")
    except (click.Abort, KeyboardInterrupt):
        return _failed("interrupted; nothing was left half-written.")
    except KhihauError as error:
        return _failed(str(error))
    except MemoryError:
        return _failed("there is not enough memory for this; give it a smaller file")
    except OSError as error:  # of the output, or of a path that no file can have
        return _failed(_refused(error))
    return result if isinstance(result, int) else 0


def _failed(message: str, by: str = "khihau: ") -> int:
    """Say what is wrong."""
    with suppress(OSError):  # a full disk may take no message either
        say(f"{by}{message}")
    return 2


def _refused(error: OSError) -> str:
    """What the system said of a path, or of standard output, of which no more is written then."""
    if error.filename is None:
        stop_output()
    place = "the output" if error.filename is None else os.fsdecode(error.filename)
    return f"{place}: {error.strerror or error}; check the path and the disk"
