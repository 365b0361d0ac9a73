"""What a text of the language makes of names that another text has in English."""

from __future__ import annotations

from khihau.languages.translation import Translation

__all__ = ["EnglishTranslation"]


class EnglishTranslation(Translation):
    """The answers of English."""
