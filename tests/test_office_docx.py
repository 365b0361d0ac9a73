"""Word files: made by python-docx, with the XML that it cannot write put in by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import docx
import pytest
from docx.document import Document as Word
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from khihau.documents.files import read_document
from khihau.documents.office.docx import read
from khihau.model import Document
from office_files import DRAFT, FOLDER, members, rows, terms, zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def saved(word: Word) -> bytes:
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def document_in(word: Word) -> Document:
    return read(saved(word), "draft.docx", None)


def with_xml(*blocks: str) -> Word:
    """A Word document whose body is this XML."""
    word = docx.Document()
    own = parse_xml(f"<w:body {_NAMESPACES}>{''.join(blocks)}</w:body>")
    for place, element in enumerate(list(own)):
        word.element.body.insert(place, element)
    return word


def with_part(word: Word, kind: str, xml: str) -> Word:
    """The document with a part of its own, "footnotes" for instance."""
    part = Part(
        PackURI(f"/word/{kind}.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
        f"<w:{kind} {_NAMESPACES}>{xml}</w:{kind}>".encode(),
        word.part.package,
    )
    word.part.relate_to(part, f"{_R}/{kind}")
    return word


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_kinds_and_names_are_those_that_a_reader_sees() -> None:
    word = docx.Document()
    word.add_heading("Việt Nam và biến đổi khí hậu", 0)
    word.add_heading("Cam kết", 1)
    paragraph = word.add_paragraph()
    for piece in ("Ứng phó với biến đ", "ổi kh", "í hậu."):
        paragraph.add_run(piece)
    word.add_paragraph("   ")
    word.add_paragraph("năng lượng tái tạo", style="List Bullet")
    word.add_paragraph("thị trường các-bon", style="List Number")
    word.add_paragraph("“Chúng tôi cần tài chính khí hậu.”", style="Intense Quote")
    table = word.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "Năm"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Giảm phát thải"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "2030"
    table.cell(1, 1).text = "온실가스 감축"
    table.cell(1, 1).add_paragraph("43.5%", style="List Bullet")
    table.cell(2, 2).add_table(1, 1).cell(0, 0).text = "NDC"
    word.add_paragraph("한국은 2050년까지 탄소중립을 달성한다.")
    assert rows(document_in(word)) == [
        ("paragraph 1", "heading", "Việt Nam và biến đổi khí hậu"),
        ("paragraph 2", "heading", "Cam kết"),
        ("paragraph 3", "body", "Ứng phó với biến đổi khí hậu."),
        ("paragraph 4", "item", "năng lượng tái tạo"),
        ("paragraph 5", "item", "thị trường các-bon"),
        ("paragraph 6", "quote", "“Chúng tôi cần tài chính khí hậu.”"),
        ("table 1, row 1, cell 1", "cell", "Năm"),
        ("table 1, row 1, cell 2", "cell", "Giảm phát thải"),
        ("table 1, row 2, cell 1", "cell", "2030"),
        ("table 1, row 2, cell 2, paragraph 1", "cell", "온실가스 감축"),
        ("table 1, row 2, cell 2, paragraph 2", "cell", "43.5%"),
        ("table 1, row 3, cell 3, table 1, row 1, cell 1", "cell", "NDC"),
        ("paragraph 7", "body", "한국은 2050년까지 탄소중립을 달성한다."),
    ]


def test_terms_are_found_across_runs_and_have_a_place() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    for piece in ("Vì sao biến đ", "ổi kh", "í hậu?"):
        paragraph.add_run(piece)
    word.add_table(1, 1).cell(0, 0).text = "탄소중립 목표"
    assert terms(document_in(word)) == [
        ("biến đổi khí hậu", "paragraph 1"),
        ("탄소중립", "table 1, row 1, cell 1"),
    ]


# What stands in a paragraph, and what is read of it.
INLINE = [
    (run("biến đ") + run("ổi khí hậu"), "biến đổi khí hậu"),
    (f"{run('phát ')}<w:del>{run('khí ')}</w:del><w:ins>{run('thải')}</w:ins>", "phát thải"),
    ("<w:del><w:r><w:delText>khí</w:delText></w:r></w:del>" + run("thải"), "thải"),
    (f"<w:moveFrom>{run('a')}</w:moveFrom>{run('b')}<w:moveTo>{run('c')}</w:moveTo>", "bc"),
    (f'<w:hyperlink r:id="rId9">{run("khí nhà")}</w:hyperlink>{run(" kính")}', "khí nhà kính"),
    (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('NDC')}</w:sdtContent></w:sdt>", "NDC"),
    (f'<w:smartTag w:element="place">{run("Hà")}</w:smartTag>{run(" Nội")}', "Hà Nội"),
    (f'<w:fldSimple w:instr="REF a">{run("Bảng 1")}</w:fldSimple>', "Bảng 1"),
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
    ('<w:r><w:t>a</w:t><w:br w:type="column"/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>', "a b c"),
    ("<w:r><w:t>các</w:t><w:noBreakHyphen/><w:t>bon</w:t></w:r>", "các-bon"),
    ("<w:r><w:t>ứng ph</w:t><w:softHyphen/><w:t>ó</w:t></w:r>", "ứng phó"),
    ('<w:r><w:t>a</w:t></w:r><w:proofErr w:type="spellStart"/>' + run("b"), "ab"),
    (
        "<w:r><w:ruby><w:rt>" + run("탄소") + "</w:rt><w:rubyBase>" + run("炭素") + "</w:rubyBase>"
        "</w:ruby></w:r>" + run("중립"),
        "炭素중립",
    ),
    (run("a") + '<w:r><w:commentReference w:id="0"/></w:r>' + run("b"), "ab"),
    (run("CO") + "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>", "CO2"),
    (
        "<w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>CO</w:t></mc:Choice>"
        "<mc:Fallback><w:t>CO</w:t></mc:Fallback></mc:AlternateContent></w:r>" + run("2"),
        "CO2",
    ),
    (run("a &lt;b&gt; **c**"), "a <b> **c**"),
    ('<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + run("C"), "C"),
]


def field(mark: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>'


_CODE = "<w:r><w:instrText> REF a </w:instrText></w:r>"
FIELDS = [
    (field("begin") + _CODE + field("separate") + run("Bảng 1") + field("end") + run("."), "Bảng 1."),
    (field("begin") + _CODE + field("end") + run("NDC"), "NDC"),
    # A field within the instruction of another is part of the instruction, one in its result is not.
    (
        field("begin") + field("begin") + _CODE + field("separate") + run("x") + field("end")
        + _CODE + field("separate") + run("a") + field("begin") + _CODE + field("separate")
        + run("b") + field("end") + run("c") + field("end"),
        "abc",
    ),
    (run("a") + field("end") + field("separate") + run("b"), "ab"),
]  # fmt: skip


@pytest.mark.parametrize(("inline", "text"), [*INLINE, *FIELDS])
def test_what_is_read_of_a_paragraph(inline: str, text: str) -> None:
    document = document_in(with_xml(f"<w:p>{inline}</w:p>", f"<w:p>{run('sau')}</w:p>"))
    assert rows(document) == [("paragraph 1", "body", text), ("paragraph 2", "body", "sau")]


def test_a_field_that_never_ends_hides_no_more_than_its_paragraph() -> None:
    word = with_xml(f"<w:p>{run('a')}{field('begin')}{run('b')}</w:p>", f"<w:p>{run('c')}</w:p>")
    assert document_in(word).text == "a\n\nc"


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    document = document_in(
        with_xml(
            f"<w:p>{mark}{run('biến đổi ')}</w:p>",
            f"<w:p>{mark}<w:del>{run('x')}</w:del></w:p>",
            f"<w:p>{run('khí hậu')}</w:p>",
            f"<w:p>{mark}{run('cuối')}</w:p>",
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        )
    )
    assert rows(document) == [
        ("paragraph 1", "body", "biến đổi khí hậu"),
        ("paragraph 2", "body", "cuối"),
    ]


def test_blocks_in_content_controls_and_rows_that_were_deleted() -> None:
    def row(text: str, settings: str = "") -> str:
        return f"<w:tr>{settings}<w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>"

    gone, later = "<w:trPr><w:del/></w:trPr>", '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    document = document_in(
        with_xml(
            f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('một')}</w:p></w:sdtContent></w:sdt>",
            f"<w:tbl><w:tblPr/>{row('bỏ', gone)}"
            f"<w:sdt><w:sdtContent>{row('giữ', later)}"
            "</w:sdtContent></w:sdt></w:tbl>",
            f"<w:customXml w:element='a'><w:p>{run('hai')}</w:p></w:customXml>",
        )
    )
    assert rows(document) == [
        ("paragraph 1", "body", "một"),
        ("table 1, row 1, cell 2", "cell", "giữ"),
        ("paragraph 2", "body", "hai"),
    ]


def paragraph_with(settings: str) -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{run('Khí hậu')}</w:p>"


_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
KINDS = [
    ('<w:pStyle w:val="Heading2"/>', "heading"),
    ('<w:pStyle w:val="Title"/>', "heading"),
    ('<w:pStyle w:val="Subtitle"/>', "heading"),
    ('<w:pStyle w:val="Quote"/>', "quote"),
    ('<w:pStyle w:val="ListBullet"/>', "item"),
    ('<w:pStyle w:val="ListBullet"/>' + _LIST.format(0), "body"),
    ('<w:pStyle w:val="Heading2"/>' + _LIST.format(3), "heading"),
    (_LIST.format(3), "item"),
    ('<w:outlineLvl w:val="0"/>', "heading"),
    ('<w:pStyle w:val="Heading2"/><w:outlineLvl w:val="9"/>', "body"),
    ('<w:pStyle w:val="Missing"/>', "body"),
    ('<w:pStyle w:val="Mine"/>', "heading"),
    ('<w:pStyle w:val="Korean"/>', "heading"),
    ('<w:pStyle w:val="Loop"/>', "body"),
]
_STYLES = {
    "Mine": '<w:name w:val="Mục"/><w:basedOn w:val="Heading1"/>',
    "Korean": '<w:name w:val="제목 1"/>',
    "Loop": '<w:name w:val="a"/><w:basedOn w:val="Loop"/>',
}


@pytest.mark.parametrize(("settings", "kind"), KINDS)
def test_kinds_come_from_styles_and_their_ancestors(settings: str, kind: str) -> None:
    word = with_xml(paragraph_with(settings))
    for key, said in _STYLES.items():
        style = f'<w:style {_NAMESPACES} w:type="paragraph" w:styleId="{key}">{said}</w:style>'
        word.styles.element.append(parse_xml(style))
    assert [row[1] for row in rows(document_in(word))] == [kind]


def test_notes_come_last_in_the_order_of_their_marks() -> None:
    def note(kind: str, key: int, text: str) -> str:
        mark = f"<w:r><w:{kind}Ref/></w:r>"
        return f'<w:{kind} w:id="{key}"><w:p>{mark}{run(" " + text)}</w:p></w:{kind}>'

    def mark(kind: str, key: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'

    word = with_xml(
        f"<w:p>{run('trung hoà')}{mark('footnote', 7)}{run(' các-bon')}{mark('endnote', 2)}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:p>{run('ô')}{mark('footnote', 3)}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p><w:del>{mark('footnote', 5)}</w:del>{run('x')}{mark('footnote', 7)}</w:p>",
    )
    with_part(
        word,
        "footnotes",
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        + note("footnote", 3, "Nguồn: IPCC.")
        + note("footnote", 5, "đã xoá")
        + note("footnote", 7, "Net zero.").replace("</w:p>", mark("footnote", 7) + "</w:p>", 1),
    )
    with_part(word, "endnotes", note("endnote", 2, "탄소중립기본법"))
    assert rows(document_in(word)) == [
        ("paragraph 1", "body", "trung hoà các-bon"),
        ("table 1, row 1, cell 1", "cell", "ô"),
        ("paragraph 2", "body", "x"),
        ("footnote 1", "body", "Net zero."),
        ("footnote 2", "body", "Nguồn: IPCC."),
        ("endnote 1", "body", "탄소중립기본법"),
    ]


def test_a_drawing_is_read_once_whatever_forms_it_has() -> None:
    box = f"<w:txbxContent><w:p>{run('국가 온실')}{run('가스 감축목표')}</w:p></w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    document = document_in(
        with_xml(f"<w:p>{run('trư')}{drawing}{run('ớc')}</w:p>", f"<w:p>{old}{run('sau')}</w:p>")
    )
    assert rows(document) == [
        ("paragraph 1", "body", "trước"),
        ("text box 1", "body", "국가 온실가스 감축목표"),
        ("paragraph 2", "body", "sau"),
        ("text box 2", "body", "국가 온실가스 감축목표"),
    ]


def headers(word: Word, first: str, other: str) -> None:
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = first
    section.header.paragraphs[0].text = other
    section.footer.paragraphs[0].text = "Bộ Nông nghiệp và Môi trường"
    section.footer.add_paragraph("Hà Nội")


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        ("Bản tin khí hậu", "Bản tin khí hậu", [("header", "Bản tin khí hậu")]),
        ("", "Bản tin khí hậu", [("header", "Bản tin khí hậu")]),
        ("Số 1", "Bản tin", [("header 1", "Số 1"), ("header 2", "Bản tin")]),
    ],
)
def test_headers_and_footers_come_once(
    first: str, other: str, expected: list[tuple[str, str]]
) -> None:
    word = docx.Document()
    word.add_paragraph("x")
    headers(word, first, other)
    named = [(name, text) for name, _, text in rows(document_in(word))]
    assert named == [
        ("paragraph 1", "x"),
        *expected,
        ("footer, paragraph 1", "Bộ Nông nghiệp và Môi trường"),
        ("footer, paragraph 2", "Hà Nội"),
    ]


def test_strict_open_xml_and_another_name_of_the_main_part() -> None:
    word = with_xml(f"<w:p>{run('Khí hậu')}</w:p>", paragraph_with('<w:outlineLvl w:val="1"/>'))
    changed = {}
    for name, data in members(saved(word)).items():
        data = data.replace(_W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        data = data.replace(_R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        changed[name.replace("document.xml", "document2.xml")] = data.replace(
            b'"word/document.xml"', b'"/word/document2.xml"'
        )
    assert rows(read(zipped(changed), "a.docx", "cp949")) == [
        ("paragraph 1", "body", "Khí hậu"),
        ("paragraph 2", "heading", "Khí hậu"),
    ]


def test_a_file_of_libreoffice() -> None:
    document = read_document(FOLDER / "draft.docx")
    assert rows(document) == DRAFT
    found = terms(document)
    assert ("biến đổi khí hậu", "paragraph 4") in found
    assert ("기후변화", "table 1, row 3, cell 2") in found
    assert ("đóng góp do quốc gia tự quyết định", "footnote 1") in found


# --- laws -----------------------------------------------------------------------------------------

_LETTERS = st.text("biến đổiкH\u0301\u00ad기후변화,<&-", max_size=6)
_PARAGRAPHS = st.lists(st.lists(_LETTERS, max_size=6), max_size=5)


@settings(max_examples=40)
@given(_PARAGRAPHS)
def test_the_text_is_that_of_the_runs(paragraphs: list[list[str]]) -> None:
    word = docx.Document()
    for pieces in paragraphs:
        paragraph = word.add_paragraph()
        for piece in pieces:
            paragraph.add_run(piece)
    document = document_in(word)
    expected = ["".join(pieces).strip() for pieces in paragraphs]
    assert document.text.split("\n\n") == ([text for text in expected if text] or [""])
    assert [unit.name for unit in document.units] == [
        f"paragraph {number}" for number in range(1, len(document.units) + 1)
    ]


WRAPPERS: Iterable[Callable[[str], str]] = (
    lambda inner: inner,
    lambda inner: f"<w:ins>{inner}</w:ins>",
    lambda inner: f"<w:hyperlink>{inner}</w:hyperlink>",
    lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>",
    lambda inner: f"{inner}<w:del>{run('bỏ')}</w:del>",
    lambda inner: field("begin") + _CODE + field("separate") + inner + field("end"),
)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from("khíậu기후"), st.sampled_from(list(WRAPPERS))), min_size=1)
)
def test_wrappers_change_no_text(pieces: list[tuple[str, Callable[[str], str]]]) -> None:
    inline = "".join(wrapper(run(letter)) for letter, wrapper in pieces)
    document = document_in(with_xml(f"<w:p>{inline}</w:p>"))
    assert document.text == "".join(letter for letter, _ in pieces)
