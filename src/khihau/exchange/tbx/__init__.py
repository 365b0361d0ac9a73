"""TBX, the exchange format of termbases: ISO 30042:2019, dialect TBX-Basic, and what older tools write.

`export` writes version 3 with data categories as attributes (DCA), `martif.py` version 2; `read` takes that, the style with
categories as tags (DCT) and the older `martif` files of version 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from khihau.exchange.base import Exported, Item, Wanted
from khihau.model import Termbase

__all__ = ["export", "read"]


def export(base: Termbase, wanted: Wanted) -> Exported:  # noqa: ARG001 (all formats have it)
    """All concepts of a termbase as one TBX file, and what had no place in it."""
    from khihau.exchange.tbx.forms import VERSION_3
    from khihau.exchange.tbx.writing import written

    return written(base, VERSION_3)


def read(path: Path, encoding: str | None) -> Iterator[Item]:  # noqa: ARG001 (XML names its own)
    """The sources of a TBX file, then its concepts; InputError when it cannot be read as TBX."""
    from khihau.exchange.tbx.reading import items

    return items(path)
