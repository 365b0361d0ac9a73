"""Which definitions promise that the text will use the acronym: sau đây gọi tắt là, 이하, hereinafter (rule A9)."""

from __future__ import annotations

from khihau.ledger.definitions import shapes
from khihau.ledger.definitions.tuned import JOINT_REACH
from khihau.text.compose import composed

__all__ = ["promises"]


def promises(text: str, start: int, end: int) -> bool:
    """Whether what stands right before or behind the acronym at a span says that it stands for its name from there on."""
    before = composed(text[max(0, start - JOINT_REACH) : start])
    after = composed(text[end : end + JOINT_REACH])
    return bool(shapes.PROMISE_BEFORE.search(before) or shapes.PROMISE_AFTER.match(after))
