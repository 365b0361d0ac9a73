"""`khihau rule`."""

from __future__ import annotations

import click

from khihau.console.printing import write
from khihau.render.rule_pages import index, page
from khihau.rulebook import all_rules, chosen

__all__ = ["rule_command"]


@click.command("rule")
@click.argument("name", required=False, metavar="[RULE]")
def rule_command(name: str | None) -> None:
    """Show what a rule finds, why, and how to silence it; without RULE, list them all.

    Example: khihau rule mixed-labels
    """
    write([page(*chosen(all_rules(), [name])) if name else index()], None)
