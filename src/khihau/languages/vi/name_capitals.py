"""Capitals of Vietnamese names: the first syllable of each word that names a kind, a task or a place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from khihau.languages.data import data_parts
from khihau.languages.name_capitals import NameCapitals, NameKind
from khihau.languages.vi.spelling import one_spelling

__all__ = ["VietnameseNameCapitals"]

_LONGEST = 4  # syllables of a head noun, or of a word inside a name
_SURE = 5  # syllables: fewer in small letters may say what any body of the kind does
_NAMED = 4  # as many will do where the text has the name: not quốc hội, bộ tài chính


class VietnameseNameCapitals(NameCapitals):
    """The answers of Vietnamese, by Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV and V."""

    authority = "Nghị định 30/2020/NĐ-CP, Phụ lục II"

    def kind(self, words: Sequence[str]) -> NameKind:
        """By the noun that the name begins with, the longest listed one."""
        for size in range(_LONGEST, 0, -1):
            head = one_spelling(" ".join(words[:size]).lower())
            if head in _listed("bodies"):
                return "body"
            if head in _listed("papers"):
                return "paper"
        return ""

    def opens(self, before: str, word: str) -> bool:
        """No "cán | bộ", no "pháp | luật", and none of several: các | bộ Công Thương, Tài chính."""
        joined = one_spelling(f"{before} {word}".lower())
        return joined not in _listed("no heads") and not _is_listed(before, "several")

    def is_name(self, kind: NameKind, words: Sequence[str], *, is_named: bool) -> bool:
        """The long name of a body, and a shorter one, or that of an act, which the text names rightly too."""
        size = len(words)
        return (kind == "body" and size >= _SURE) or (is_named and size >= _NAMED)

    def is_any(self, before: str, behind: str) -> bool:
        """Tỉnh lập | quỹ khí hậu xanh, cơ quan năng lượng quốc tế | riêng."""
        return _is_listed(before, "any before") or _is_listed(behind, "any behind")

    def is_inside_word(self, words: Sequence[str], at: int) -> bool:
        """A syllable that a listed word has behind its first one: Liên | Hợp, Môi | Trường."""
        spelled = [one_spelling(word.lower()) for word in words]
        return any(
            " ".join(spelled[start:end]) in _listed("words")
            for start in range(max(0, at - _LONGEST + 1), at)
            for end in range(at + 1, min(len(words), start + _LONGEST) + 1)
        )

    def is_free(self, words: Sequence[str], at: int) -> bool:
        """How far a body reaches: Tổ chức Y tế thế giới, Ngân hàng Thế giới."""
        return one_spelling(" ".join(words[at : at + 2]).lower()) in _listed("free")


def _is_listed(word: str, role: str) -> bool:
    return one_spelling(word.lower()) in _listed(role)


@cache
def _listed(role: str) -> frozenset[str]:
    return frozenset(map(one_spelling, data_parts("vi", "capitals.txt")[role]))
