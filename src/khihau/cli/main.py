"""The command line: a lazily filled group, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from types import MappingProxyType
from typing import TextIO

import click

from khihau import __version__
from khihau.cli.lazy import LazyGroup
from khihau.errors import KhihauError

__all__ = ["COMMANDS", "cli", "main"]

# name -> module of `khihau.cli`
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "annotate": "annotate",
        "expand": "expand",
        "suggest": "suggest",
        "acronyms": "acronyms",
        "check": "check",
        "pair": "pair",
        "brief": "brief",
        "rule": "rule",
        "explain": "explain",
        "lookup": "lookup",
        "glossary": "glossary",
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
        click.echo(f"khihau, version {__version__}")
        if verbose:
            from khihau.languages import ko_kiwi, vi_words

            click.echo(f"Vietnamese: {vi_words.described()}\nKorean: {ko_kiwi.described()}")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 anything else.

    No error ends in a traceback: each is one message on standard error.
    """
    gc.set_threshold(100_000)  # a run makes no cycles to speak of: looking for them takes a tenth
    for stream in (sys.stdout, sys.stderr):
        _take_any_letter(stream)
    try:
        result = cli.main(arguments, prog_name="khihau", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("khihau: interrupted; nothing was left half-written.", err=True)
        return 2
    except KhihauError as error:
        click.echo(f"khihau: {error}", err=True)
        return 2
    finally:
        gc.freeze()  # nor need what is left be looked through when the run ends
    return result if isinstance(result, int) else 0


def _take_any_letter(stream: TextIO) -> None:
    """Write UTF-8 where Python would write an encoding without Hangul: in a pipe on Windows."""
    if isinstance(stream, TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
        stream.reconfigure(encoding="utf-8")
