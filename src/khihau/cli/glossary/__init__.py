"""`khihau glossary`: the termbase checked, tested, counted, listed, published and exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

from khihau.console.lazy import LazyGroup

__all__ = ["GLOSSARY_COMMANDS", "command"]

# name -> module of `khihau.cli`
GLOSSARY_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "validate": "glossary.check",
        "test": "glossary.check",
        "stats": "glossary.list_",
        "list": "glossary.list_",
        "new": "glossary.new",
        "export": "glossary.export",
        "import": "glossary.import_",
        "diff": "glossary.diff",
        "site": "glossary.site",
    }
)


@click.group("glossary", cls=LazyGroup, modules=GLOSSARY_COMMANDS)
def command() -> None:
    """Check, test, count, list, exchange and publish the terms themselves.

    Example: khihau glossary validate
    """
