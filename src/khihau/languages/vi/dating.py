"""When something was, in Vietnamese: năm or tháng stands before a year."""

from __future__ import annotations

from khihau.languages.dating import Dating

__all__ = ["VietnameseDating"]


class VietnameseDating(Dating):
    """The words of Vietnamese."""

    code = "vi"
