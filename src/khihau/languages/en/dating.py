"""When something was, in English: in, during and the like stand before a year."""

from __future__ import annotations

from khihau.languages.dating import Dating

__all__ = ["EnglishDating"]


class EnglishDating(Dating):
    """The words of English."""

    code = "en"
