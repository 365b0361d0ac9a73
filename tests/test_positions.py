"""Lines and columns of offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.text.positions import Positions

# text, offset, (line, column), column in UTF-16, the line
PLACES = [
    ("", 0, (1, 1), 1, ""),
    ("abc", 3, (1, 4), 4, "abc"),
    ("a\nb", 1, (1, 2), 2, "a"),
    ("a\nb", 2, (2, 1), 1, "b"),
    ("a\n", 2, (2, 1), 1, ""),
    ("a\r\nb", 1, (1, 2), 2, "a"),
    ("a\r\nb", 2, (1, 3), 3, "a"),
    ("a\r\nb", 3, (2, 1), 1, "b"),
    ("a\rb", 2, (2, 1), 1, "b"),
    ("\n\r\r\n", 2, (3, 1), 1, ""),
    ("khí hậu", 4, (1, 5), 5, "khí hậu"),
    ("khi\u0301", 4, (1, 5), 5, "khi\u0301"),
    ("x\n기후🌏NDC", 5, (2, 4), 5, "기후🌏NDC"),
    ("a\u2028b\u2029c\x0bd\x0ce\x85f", 11, (1, 12), 12, "a\u2028b\u2029c\x0bd\x0ce\x85f"),
    ("\ud83c\x00", 1, (1, 2), 2, "\ud83c\x00"),
]


@pytest.mark.parametrize(("text", "offset", "place", "utf16", "line"), PLACES)
def test_places(text: str, offset: int, place: tuple[int, int], utf16: int, line: str) -> None:
    positions = Positions(text)
    assert positions.line_column(offset) == place
    assert positions.utf16_column(offset) == utf16
    start, end = positions.line_span(offset)
    assert text[start:end] == line


@pytest.mark.parametrize("offset", [-1, 4])
def test_outside(offset: int) -> None:
    positions = Positions("abc")
    for ask in (positions.line_column, positions.utf16_column, positions.line_span):
        with pytest.raises(ValueError, match=rf"^offset {offset} is outside the text \(0 to 3\)$"):
            ask(offset)


@given(st.text(st.sampled_from("a🌏\n\r\u2028")), st.data())
def test_agrees_with_counting(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        before = before[:-1] + "x"
    flat = before.replace("\r\n", "\n").replace("\r", "\n")
    column = len(flat.rsplit("\n", 1)[-1]) + 1
    positions = Positions(text)
    assert positions.line_column(offset) == (flat.count("\n") + 1, column)
    start, end = positions.line_span(offset)
    assert start <= offset
    assert not set(text[start:end]) & set("\r\n")
