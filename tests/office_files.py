"""What the tests of office files share: a document as rows, and archives with changed members."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import khihau
from built_in import built_in
from khihau.model import Document

FOLDER = Path(__file__).parent / "office"

# What is read of office/draft.odt and office/draft.docx, both made by LibreOffice.
DRAFT = [
    ("paragraph 1", "heading", "Việt Nam và biến đổi khí hậu"),
    ("paragraph 2", "heading", "Cam kết"),
    (
        "paragraph 3",
        "body",
        "Tại COP26, Việt Nam cam kết phát thải ròng bằng không vào năm 2050.",
    ),
    ("paragraph 4", "body", "Nguyên nhân là biến đổi khí hậu do khí nhà kính."),
    ("paragraph 5", "item", "năng lượng tái tạo"),
    ("paragraph 6", "item", "điện gió ngoài khơi"),
    ("paragraph 7", "item", "thị trường các-bon"),
    ("paragraph 8", "quote", "“Chúng tôi cần tài chính khí hậu.”"),
    ("table 1, row 1, cell 1", "cell", "Năm"),
    ("table 1, row 1, cell 2", "cell", "Giảm phát thải khí nhà kính"),
    ("table 1, row 2, cell 1", "cell", "2030"),
    ("table 1, row 2, cell 2, paragraph 1", "cell", "온실가스 감축"),
    ("table 1, row 2, cell 2, paragraph 2", "cell", "43.5%"),
    ("table 1, row 2, cell 3, table 1, row 1, cell 1", "cell", "NDC"),
    ("table 1, row 3, cell 2", "cell", "기후변화"),
    ("table 1, row 3, cell 3", "cell", "15,8%"),
    ("paragraph 9", "body", "한국은 2050년까지 탄소중립을 달성한다."),
    ("text box 1", "body", "국가 온실가스 감축목표"),
    ("paragraph 10", "body", "Thích ứng với biến đổi khí hậu."),
    ("paragraph 11", "body", "Kết luận."),
    ("footnote 1", "body", "Theo đóng góp do quốc gia tự quyết định."),
    ("footnote 2", "body", "Nguồn: IPCC."),
    ("endnote 1", "body", "탄소중립기본법."),
    ("header", "body", "Bản tin khí hậu"),
    ("footer", "body", "Bộ Nông nghiệp và Môi trường, trang 1"),
]


def rows(document: Document) -> list[tuple[str, str, str]]:
    """The name, the kind and the text of each unit; units and segments must agree."""
    assert [(one.start, one.end) for one in document.units] == [
        (one.start, one.end) for one in document.segments
    ]
    return [
        (unit.name, segment.kind, document.text[unit.start : unit.end])
        for unit, segment in zip(document.units, document.segments, strict=True)
    ]


def terms(document: Document) -> list[tuple[str, str]]:
    """The concept of each match in a document, and the name of the unit that it stands in."""
    found = []
    for match in khihau.annotate(document, built_in()):
        assert document.text[match.start : match.end] == match.text
        unit = next(one for one in document.units if one.start <= match.start < one.end)
        assert match.end <= unit.end
        found.append((match.text, unit.name))
    return found


def members(data: bytes) -> dict[str, bytes]:
    """The members of a ZIP archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(contents: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive of members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return data.getvalue()
