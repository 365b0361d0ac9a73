"""`khihau glossary`: the termbase checked, tested, counted, listed, published and exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

from khihau.cli.lazy import LazyGroup

__all__ = ["GLOSSARY_COMMANDS", "command"]

# name -> module of `khihau.cli`
GLOSSARY_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "validate": "glossary_check",
        "test": "glossary_check",
        "stats": "glossary_list",
        "list": "glossary_list",
        "new": "glossary_new",
        "export": "glossary_export",
        "import": "glossary_import",
        "diff": "glossary_diff",
        "site": "glossary_site",
    }
)


@click.group("glossary", cls=LazyGroup, modules=GLOSSARY_COMMANDS)
def command() -> None:
    """Check, test, count, list, exchange and publish the terms themselves.

    Example: khihau glossary validate
    """
