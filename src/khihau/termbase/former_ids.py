"""Files of a later layer that know a concept by an id of before (`was`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from khihau.termbase.files import GlossaryFile, Layer
from khihau.termbase.toml import read_toml

__all__ = ["by_current_ids"]


def by_current_ids(layers: Iterable[Layer]) -> Iterator[Layer]:
    """The layers, each file of a later one under the id that its concept has today.

    A file whose name no layer below has is asked for among the former ids of those below.
    """
    below: list[GlossaryFile] = []
    for layer in layers:
        known = {file.concept for file in below}
        if below and not known.issuperset(file.stem for file in layer.concepts):
            current = _former_ids(below)
            concepts = (
                file
                if file.stem in known
                else file._replace(concept=current.get(file.stem, file.stem))
                for file in layer.concepts
            )
            layer = layer._replace(concepts=tuple(concepts))
        below += layer.concepts
        yield layer


def _former_ids(files: Iterable[GlossaryFile]) -> Mapping[str, str]:
    """The id of today by each of before; what cannot be read is told when the file is loaded."""
    found: dict[str, str] = {}
    for file in files:
        try:
            head = Path(file.path).read_bytes().partition(b"[[")[0]
        except OSError:
            continue
        if b"was" in head:
            _, values, _ = read_toml(file.path, file.shown)
            was = values.get("was", ())
            found |= dict.fromkeys(was if isinstance(was, list) else (), file.concept)
    return found
