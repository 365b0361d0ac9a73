"""OpenDocument texts: made by odfdo and by LibreOffice, and by hand where these write no such XML."""

from __future__ import annotations

import io

import odfdo
import pytest

from khihau.documents.files import read_document
from khihau.documents.office.odt import read
from khihau.model import Document
from office_files import DRAFT, FOLDER, rows, terms, zipped

_PREFIXES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
_NAMESPACES = (
    f'{_PREFIXES} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def document_of_xml(body: str, styles: str = "", pages: str = "") -> Document:
    """The document whose body is this XML, with styles of its own and pages."""
    content = (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    layout = (
        f"<office:document-styles {_NAMESPACES}><office:styles>"
        '<style:style style:name="Intense_20_Quote" style:display-name="Intense Quote" '
        'style:family="paragraph"/></office:styles>'
        f"<office:master-styles>{pages}</office:master-styles></office:document-styles>"
    )
    return read(zipped({"content.xml": content, "styles.xml": layout}), "a.odt", None)


def test_a_file_of_libreoffice() -> None:
    document = read_document(FOLDER / "draft.odt")
    assert rows(document) == DRAFT
    found = terms(document)
    assert ("biến đổi khí hậu", "paragraph 4") in found
    assert ("국가 온실가스 감축목표", "text box 1") in found


def test_a_file_of_odfdo() -> None:
    file = odfdo.Document("text")
    body = file.body
    body.clear()
    body.append(odfdo.Header(1, "Cam kết"))
    paragraph = odfdo.Paragraph("Vì sao biến đổi khí hậu?")
    body.append(paragraph)
    paragraph.insert_note(after="biến", note_id="n1", citation="1", body="Nguồn: IPCC.")
    paragraph.set_span("bold", regex="khí")
    body.append(odfdo.List(["năng lượng tái tạo", "thị trường các-bon"]))
    table = odfdo.Table("Bảng", 3, 2)
    table.set_value("B2", "온실가스 감축")
    body.append(table)
    framed = odfdo.Paragraph("khung")
    framed.append(odfdo.Frame.text_frame("탄소중립", size=("5cm", "2cm")))
    body.append(framed)
    data = io.BytesIO()
    file.save(data)
    document = read(data.getvalue(), "a.odt", "cp949")
    assert rows(document) == [
        ("paragraph 1", "heading", "Cam kết"),
        ("paragraph 2", "body", "Vì sao biến đổi khí hậu?"),
        ("paragraph 3", "item", "năng lượng tái tạo"),
        ("paragraph 4", "item", "thị trường các-bon"),
        ("table 1, row 2, cell 2", "cell", "온실가스 감축"),
        ("paragraph 5", "body", "khung"),
        ("text box 1", "body", "탄소중립"),
        ("footnote 1", "body", "Nguồn: IPCC."),
    ]
    assert ("biến đổi khí hậu", "paragraph 2") in terms(document)


# What stands in a paragraph, and what is read of it.
INLINE = [
    ("biến đ<text:span>ổi <text:span>kh</text:span></text:span>í hậu", "biến đổi khí hậu"),
    ("\n   biến   đổi\n   <text:span> khí</text:span> hậu\n", "biến đổi khí hậu"),
    ('a<text:s text:c="99999999999"/>b<text:tab/>c<text:line-break/>d', "a b c d"),
    ('phát <text:change text:change-id="a"/>thải', "phát thải"),
    ('<text:change-start text:change-id="b"/>NDC<text:change-end text:change-id="b"/>', "NDC"),
    ('<text:a>탄소</text:a><text:bookmark text:name="x"/>중립', "탄소중립"),
    (
        "<text:ruby><text:ruby-base>炭素</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
        "炭素",
    ),
    ("khí<office:annotation><text:p>xem lại</text:p></office:annotation> hậu", "khí hậu"),
    ('khí <text:soft-page-break/>hậu<office:annotation-end office:name="a"/>', "khí hậu"),
    ("trang <text:page-number>3</text:page-number>", "trang 3"),
    ("<loext:content-control>COP</loext:content-control>30", "COP30"),
    ("các\u00adbon 10\u00a0MW", "các\u00adbon 10\u00a0MW"),
    ("a<draw:frame><draw:object><text:p>x</text:p></draw:object></draw:frame>b", "ab"),
]


@pytest.mark.parametrize(("inline", "text"), INLINE)
def test_what_is_read_of_a_paragraph(inline: str, text: str) -> None:
    assert rows(document_of_xml(f"<text:p>{inline}</text:p>")) == [("paragraph 1", "body", text)]


STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="P3" style:family="paragraph" '
    'style:parent-style-name="Intense_20_Quote"/>'
    '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    '<style:style style:name="Title2" style:family="text" style:parent-style-name="Title"/>'
)
KINDS = [
    ('<text:p text:style-name="P1">x</text:p>', "heading"),
    ('<text:p text:style-name="P3">x</text:p>', "quote"),
    ('<text:p text:style-name="Loop">x</text:p>', "body"),
    ('<text:p text:style-name="Title2">x</text:p>', "body"),
    ("<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>", "item"),
    ("<text:list><text:list-item><text:h>x</text:h></text:list-item></text:list>", "heading"),
    ("<text:list><text:list-header><text:p>x</text:p></text:list-header></text:list>", "body"),
    ("<text:numbered-paragraph><text:p>x</text:p></text:numbered-paragraph>", "item"),
    ("<text:section><text:p>x</text:p></text:section>", "body"),
    ("<text:h><text:number>1.</text:number>x</text:h>", "heading"),
]


@pytest.mark.parametrize(("block", "kind"), KINDS)
def test_kinds(block: str, kind: str) -> None:
    assert rows(document_of_xml(block, STYLES)) == [("paragraph 1", kind, "x")]


def test_what_is_no_text_of_the_page_is_left_out() -> None:
    document = document_of_xml(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xoá</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Mục lục"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Cam "
        "kết</text:p></text:index-body></text:table-of-content>"
    )
    assert rows(document) == [("paragraph 1", "body", "Cam kết")]


def test_merged_and_repeated_cells_count() -> None:
    document = document_of_xml(
        '<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        "</table:table-row><table:table-rows><table:table-row>"
        '<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>'
        "<table:table-cell><text:p>a</text:p><text:p/><text:list><text:list-item><text:p>b</text:p>"
        "</text:list-item></text:list></table:table-cell></table:table-row></table:table-rows>"
        "</table:table>"
    )
    assert rows(document) == [
        ("table 1, row 3, cell 4, paragraph 1", "cell", "a"),
        ("table 1, row 3, cell 4, paragraph 2", "cell", "b"),
    ]


def test_drawings_stand_after_their_paragraph_or_where_they_are() -> None:
    shape = "<draw:custom-shape><text:p>탄소</text:p><text:p>중립</text:p></draw:custom-shape>"
    document = document_of_xml(
        f"<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>"
        f"<text:p>trư<draw:g><svg:desc>ảnh</svg:desc>{shape}</draw:g>ớc</text:p>"
    )
    assert rows(document) == [
        ("text box 1", "body", "khung"),
        ("paragraph 1", "body", "trước"),
        ("text box 2, paragraph 1", "body", "탄소"),
        ("text box 2, paragraph 2", "body", "중립"),
    ]


def test_headers_and_footers_of_the_pages() -> None:
    pages = (
        "<style:master-page><style:header><text:p>Bản tin</text:p></style:header>"
        '<style:header-first><text:p>Số 1</text:p></style:header-first><style:footer style:display="'
        'false"><text:p>ẩn</text:p></style:footer></style:master-page><style:master-page>'
        "<style:header><text:p>Bản tin</text:p></style:header><style:footer-left><table:table>"
        "<table:table-row><table:table-cell><text:p>Hà Nội</text:p></table:table-cell>"
        "</table:table-row></table:table></style:footer-left></style:master-page>"
    )
    assert rows(document_of_xml("<text:p>x</text:p>", pages=pages)) == [
        ("paragraph 1", "body", "x"),
        ("header 1", "body", "Bản tin"),
        ("header 2", "body", "Số 1"),
        ("footer, table 1, row 1, cell 1", "cell", "Hà Nội"),
    ]
