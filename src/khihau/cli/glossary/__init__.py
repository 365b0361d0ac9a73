"""`khihau glossary`: the termbase checked, tested, counted, listed, published and exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

from khihau.console.groups import LazyGroup

__all__ = ["GLOSSARY_COMMANDS", "glossary_command"]

# name -> module
GLOSSARY_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "validate": "khihau.cli.glossary.validate",
        "test": "khihau.cli.glossary.test",
        "stats": "khihau.cli.glossary.stats",
        "list": "khihau.cli.glossary.list_",
        "new": "khihau.cli.glossary.new",
        "propose": "khihau.cli.glossary.propose",
        "approve": "khihau.cli.glossary.approve",
        "proposals": "khihau.cli.glossary.proposals",
        "export": "khihau.cli.glossary.export",
        "import": "khihau.cli.glossary.import_",
        "diff": "khihau.cli.glossary.diff",
        "site": "khihau.cli.glossary.site",
    }
)


@click.group("glossary", cls=LazyGroup, modules=GLOSSARY_COMMANDS)
def glossary_command() -> None:
    """Check, test, count, list, exchange and publish the terms themselves.

    Example: khihau glossary validate
    """
