"""What a text of the language makes of names that another text has in Korean."""

from __future__ import annotations

from khihau.languages.translation import Translation

__all__ = ["KoreanTranslation"]


class KoreanTranslation(Translation):
    """The answers of Korean."""
