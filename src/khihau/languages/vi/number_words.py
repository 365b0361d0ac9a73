"""Which Vietnamese syllables are numbers where they stand: năm is five or year, tư four or private."""

from __future__ import annotations

from collections.abc import Container, Sequence

__all__ = ["numbers_only"]

# What a syllable with another sense needs beside it, or must not have, to be a number.
_NOT_FIVE_BEFORE = frozenset("nay qua tới sau trước ngoái kia gần tiếp liền".split())
_NOT_FIVE_BEHIND = frozenset("mỗi hằng hàng nửa cuối giữa những từng nhiều mấy các theo".split())
_FOUR_BEHIND = frozenset("thứ mươi phần tháng lần".split())
_FIVE_BEFORE = frozenset("rưỡi phẩy phần".split())


def numbers_only(
    words: Sequence[str], numbers: Container[str], scales: Container[str]
) -> list[str]:
    """Words, with "" for syllables that are no number here (năm: year, tư: đầu tư)."""

    def is_number(before: str, word: str, after: str) -> bool:
        if word == "năm":
            if after in scales or after in _FIVE_BEFORE:
                return True
            counted = before in numbers or before in scales or before.isdigit()
            is_year = after.isdigit() or counted
            return not (is_year or after in _NOT_FIVE_BEFORE or before in _NOT_FIVE_BEHIND)
        if word == "tư":
            return before in _FOUR_BEHIND
        if word == "nhất":
            return before in ("thứ", "lần")
        if word == "không":
            return before in ("bằng", "số") or after in ("trăm", "phẩy")
        return word != "trăm" or before != "phần"

    return [
        word if is_number(before, word, after) else ""
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    ]
