"""The findings of several documents, with those that concern more than one behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khihau.console.checking import Outcome
from khihau.model import Termbase
from khihau.render.views import Reviewed

__all__ = ["compared"]


def compared(outcomes: Iterable[Outcome], base: Termbase) -> Iterator[Outcome]:
    """The outcomes, and behind them the findings that concern several documents."""
    from khihau.review.across_files import Across

    across = Across(base)
    for outcome in outcomes:
        across.add(outcome.reviewed.path, outcome.namings)
        yield outcome
    for path, lang, placed in across.findings():
        yield Outcome(Reviewed(path, lang, [placed]), is_across=True)
