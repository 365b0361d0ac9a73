"""JSON Lines: one match or one finding a line, with the path of its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khihau.model import Termbase
from khihau.render.json import dumps, finding_record, match_record
from khihau.render.met import shown
from khihau.render.views import Annotated, Reviewed, View
from khihau.text.positions import Positions

__all__ = ["render_annotated", "render_reviewed"]


def render_annotated(
    documents: Iterable[Annotated],
    base: Termbase,  # noqa: ARG001
    view: View,
) -> Iterator[str]:
    """Each match as in `json`, its `path` first; a document without any gives no line."""
    for annotated in documents:
        document = annotated.document
        places = Positions.of(document)
        for match in shown(annotated.matches, view):
            yield dumps({"path": document.path, **match_record(match, places)}) + "\n"


def render_reviewed(
    documents: Iterable[Reviewed],
    base: Termbase,  # noqa: ARG001
    view: View,  # noqa: ARG001
) -> Iterator[str]:
    """Each finding as in `json`, its `path` first; a document without any gives no line."""
    for reviewed in documents:
        for placed in reviewed.findings:
            yield dumps({"path": reviewed.path, **finding_record(placed)}) + "\n"
