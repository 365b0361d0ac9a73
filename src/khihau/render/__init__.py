"""Output formats; one more is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from khihau.loading import load

if TYPE_CHECKING:
    from khihau.model import Termbase
    from khihau.render.differences.sections import Compared as Versions
    from khihau.render.views import Annotated, Booked, Brief, Compared, Reviewed, View

__all__ = ["RENDERERS", "Shown", "renderer"]

Shown: TypeAlias = Literal["annotated", "reviewed", "booked", "brief", "compared", "differences"]

# What is shown -> format -> the module that shows it so, imported when chosen: its `render_annotated`
# shows what is annotated, and so on.
RENDERERS: Mapping[Shown, Mapping[str, str]] = MappingProxyType(
    {
        "annotated": {
            "text": "khihau.render.annotated_text",
            "html": "khihau.render.annotated_html",
            "markdown": "khihau.render.annotated_markdown",
            "json": "khihau.render.json",
            "jsonl": "khihau.render.jsonl",
            "tsv": "khihau.render.tsv",
        },
        "reviewed": {
            "text": "khihau.render.reviewed_text",
            "json": "khihau.render.json",
            "jsonl": "khihau.render.jsonl",
            "tsv": "khihau.render.tsv",
            "sarif": "khihau.render.sarif",
            "github": "khihau.render.github",
            "html": "khihau.render.reviewed_html",
        },
        "booked": {
            "text": "khihau.render.booked_text",
            "json": "khihau.render.json",
            "tsv": "khihau.render.tsv",
        },
        "brief": {
            "markdown": "khihau.render.brief.markdown",
            "tsv": "khihau.render.brief.tsv",
            "xlsx": "khihau.render.brief.xlsx",
            "json": "khihau.render.brief.json",
        },
        "compared": {
            "html": "khihau.render.compared_html",
        },
        "differences": {
            "text": "khihau.render.differences.text",
            "markdown": "khihau.render.differences.markdown",
            "json": "khihau.render.differences.json",
        },
    }
)


@overload
def renderer(
    shown: Literal["annotated"], form: str
) -> Callable[[Iterable[Annotated], Termbase, View], Iterator[str]]: ...
@overload
def renderer(
    shown: Literal["reviewed"], form: str
) -> Callable[[Iterable[Reviewed], Termbase, View], Iterator[str]]: ...
@overload
def renderer(
    shown: Literal["booked"], form: str
) -> Callable[[Iterable[Booked], Termbase, View], Iterator[str]]: ...
@overload
def renderer(
    shown: Literal["brief"], form: str
) -> Callable[[Brief, Termbase], Iterator[str] | bytes]: ...
@overload
def renderer(
    shown: Literal["compared"], form: str
) -> Callable[[Compared, Termbase, View], Iterator[str]]: ...
@overload
def renderer(shown: Literal["differences"], form: str) -> Callable[[Versions], Iterator[str]]: ...
def renderer(shown: Shown, form: str) -> Callable[..., Any]:
    """What shows something in one of its formats; only this format's module is imported."""
    function: Callable[..., Any] = load(RENDERERS[shown][form], f"render_{shown}")
    return function
