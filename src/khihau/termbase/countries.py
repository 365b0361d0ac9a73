"""Countries in words, as messages and reports call them."""

from __future__ import annotations

from khihau.languages import LANGUAGES
from khihau.model import FALLBACK

__all__ = ["country_name"]


def country_name(code: str) -> str:
    """The name of a country of ISO 3166 in the language of messages; a code without one stays."""
    return LANGUAGES[FALLBACK].countries.name(code) or code
