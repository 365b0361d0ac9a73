"""The numbers of what a project learns from its readers."""

from __future__ import annotations

__all__ = ["FEWEST_VERDICTS", "USEFUL_SHARE"]

FEWEST_VERDICTS = 20  # on fewer findings a share says little
USEFUL_SHARE = 0.5  # below it more findings annoy than help
