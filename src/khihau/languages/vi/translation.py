"""What a text of the language makes of names that another text has in Vietnamese."""

from __future__ import annotations

from khihau.languages.translation import Translation

__all__ = ["VietnameseTranslation"]


class VietnameseTranslation(Translation):
    """The answers of Vietnamese."""
