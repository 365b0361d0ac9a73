"""How Vietnamese is spelt, in the classes of `languages.sounds`, by the rules for its names in Hangul."""

from __future__ import annotations

from khihau.languages.sounds import Spelling

__all__ = ["VIETNAMESE"]

VIETNAMESE: Spelling = {
    "ngh": ("N", ""), "ng": ("N", ""), "nh": ("N",), "ph": ("P",), "th": ("T",), "tr": ("S",), "ch": ("S", "K"),
    "kh": ("K",), "gh": ("K",), "gi": ("S", "Si"), "qu": ("Ku",), "đ": ("T",), "d": ("S", "T"), "x": ("S",), "c": ("K",),
    "k": ("K",), "q": ("K",), "g": ("K",), "b": ("P",), "p": ("P",), "v": ("P",), "t": ("T",), "l": ("R",), "r": ("R",),
    "s": ("S",), "m": ("M",), "n": ("N",), "y": ("i",), "h": ("",),
}  # fmt: skip
