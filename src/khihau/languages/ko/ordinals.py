"""The numbers of sessions in Korean: 제29차."""

from __future__ import annotations

from functools import cached_property

from khihau.languages.ordinals import Ordinals
from khihau.languages.session_words import SessionWords, session_words

__all__ = ["KoreanOrdinals"]


class KoreanOrdinals(Ordinals):
    """Digits."""

    @cached_property
    def session_words(self) -> SessionWords:
        """총회, 에서 열린."""
        return session_words("ko")
