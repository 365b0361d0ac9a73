"""HWPX files: made by python-hwpx, with the XML that it does not write put in by hand."""

from __future__ import annotations

import pytest
from hwpx import HwpxDocument

from khihau.documents.office.hwpx import read
from khihau.model import Document
from office_files import members, rows, terms, zipped

_HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
_SECTION = "Contents/section0.xml"
_EMPTY = HwpxDocument.new().to_bytes()


def document_in(file: HwpxDocument) -> Document:
    return read(file.to_bytes(), "a.hwpx", None)


def with_xml(blocks: str) -> bytes:
    """An HWPX file with these paragraphs after the first, which holds the settings of the page."""
    contents = members(_EMPTY)
    section = contents[_SECTION].decode()
    contents[_SECTION] = section.replace("</hs:sec>", f"{blocks}</hs:sec>").encode()
    return zipped(contents)


def paragraph(inner: str, settings: str = "") -> str:
    return f"<hp:p {settings}><hp:run>{inner}</hp:run></hp:p>"


def story(inner: str) -> str:
    return f"<hp:subList>{paragraph(f'<hp:t>{inner}</hp:t>')}</hp:subList>"


def test_a_file_of_python_hwpx() -> None:
    file = HwpxDocument.new()
    file.add_heading("기후변화 대응", 1)
    first = file.add_paragraph("정부는 온실가스 감축", para_pr_id_ref=0, style_id_ref=0)
    first.add_run("목표를 상향하였다.")
    file.notes.add_footnote("국가 온실가스 감축목표", first)
    file.notes.add_endnote("탄소중립기본법", first)
    table = file.add_table(2, 3)
    table.set_cell_text(0, 0, "biến đổi khí hậu")
    table.set_cell_text(1, 2, "NDC")
    table.merge_cells(0, 0, 0, 1)
    listed = file.add_paragraph("재생에너지")
    file.styles.apply_list_format(paragraph_index=file.paragraphs.index(listed), kind="bullet")
    changed = file.add_paragraph("지구 온난화 대응")
    file.tracking.delete(changed, match="지구 온난화")
    file.tracking.insert(changed, " 계획")
    noted = file.add_paragraph("탄소중립")
    file.notes.add_memo("메모: 녹색성장", anchor=noted)
    file.refs.add_hyperlink("https://example.org", "탄소시장", paragraph=noted)
    noted.add_dutmal("炭素", "탄소")
    file.page.set_header(text="기후 소식")
    file.page.set_footer(text="환경부")
    document = document_in(file)
    assert rows(document) == [
        ("paragraph 1", "heading", "기후변화 대응"),
        ("paragraph 2", "body", "정부는 온실가스 감축목표를 상향하였다."),
        ("table 1, row 1, cell 1", "cell", "biến đổi khí hậu"),
        ("table 1, row 2, cell 3", "cell", "NDC"),
        ("paragraph 3", "item", "재생에너지"),
        ("paragraph 4", "body", "대응 계획"),
        ("paragraph 5", "body", "탄소중립탄소시장炭素"),
        ("footnote 1", "body", "국가 온실가스 감축목표"),
        ("endnote 1", "body", "탄소중립기본법"),
        ("header", "body", "기후 소식"),
        ("footer", "body", "환경부"),
    ]
    found = terms(document)
    assert ("biến đổi khí hậu", "table 1, row 1, cell 1") in found
    assert ("국가 온실가스 감축목표", "footnote 1") in found


# What stands in a run, and what is read of it.
_COMMENT = f"<hp:ctrl><hp:hiddenComment>{story('x')}</hp:hiddenComment></hp:ctrl>"
_MEMO = f'<hp:ctrl><hp:fieldBegin type="MEMO">{story("x")}</hp:fieldBegin></hp:ctrl>'
_HEADER = f"<hp:ctrl><hp:header>{story('x')}</hp:header></hp:ctrl>"
_NEXT_RUN = "</hp:run><hp:run>"
INLINE = [
    (f"<hp:t>탄소</hp:t>{_NEXT_RUN}<hp:t>중립</hp:t>", "탄소중립"),
    ("<hp:t>a<hp:tab/>b<hp:lineBreak/>c<hp:fwSpace/>d</hp:t>", "a b c d"),
    ("<hp:t>10<hp:nbSpace/>MW 탄<hp:hyphen/>소</hp:t>", "10\u00a0MW 탄소"),
    ("<hp:t>온<hp:markpenBegin/>실가<hp:markpenEnd/>스<hp:titleMark/></hp:t>", "온실가스"),
    ("<hp:t>a<hp:insertBegin/>b<hp:insertEnd/>c<hp:deleteBegin/>d<hp:deleteEnd/>e</hp:t>", "abce"),
    (
        f"<hp:t>a<hp:deleteBegin/>b</hp:t>{_HEADER}{_NEXT_RUN}<hp:t>c<hp:tab/><hp:deleteEnd/>d</hp:t>",
        "ad",
    ),
    ("<hp:t>a<hp:deleteEnd/>b</hp:t>", "ab"),
    (f"<hp:t>a</hp:t>{_COMMENT}<hp:t>b</hp:t>", "ab"),
    (f"{_MEMO}<hp:t>a</hp:t><hp:ctrl><hp:fieldEnd/></hp:ctrl><hp:t>b</hp:t>", "ab"),
    ("<hp:equation><hp:script>1 over 2</hp:script></hp:equation><hp:t>a</hp:t>", "a"),
]


@pytest.mark.parametrize(("inline", "text"), INLINE)
def test_what_is_read_of_a_paragraph(inline: str, text: str) -> None:
    document = read(with_xml(paragraph(inline) + paragraph("<hp:t>끝</hp:t>")), "a.hwpx", None)
    assert rows(document) == [("paragraph 1", "body", text), ("paragraph 2", "body", "끝")]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    end = '<hp:deleteBegin/>x<hp:deleteEnd paraend="{}"/>'
    document = read(
        with_xml(
            paragraph(f"<hp:t>탄소{end.format(1)}</hp:t>")
            + paragraph("<hp:t>중립</hp:t>")
            + paragraph(f"<hp:t>기후{end.format(0)}</hp:t>")
            + paragraph("<hp:t>변화</hp:t>")
        ),
        "a.hwpx",
        None,
    )
    assert document.text == "탄소중립\n\n기후\n\n변화"


def test_text_boxes_captions_and_tables_within_tables() -> None:
    box = f"<hp:rect><hp:drawText>{story('탄소중립')}</hp:drawText></hp:rect>"
    cell = "<hp:tc>{}<hp:cellAddr rowAddr='{}' colAddr='{}'/></hp:tc>"
    inner = f"<hp:subList>{paragraph('<hp:tbl><hp:tr><hp:tc>' + story('NDC') + '</hp:tc></hp:tr></hp:tbl>')}</hp:subList>"
    table = (
        f"<hp:tbl><hp:caption>{story('표 1. 감축목표')}</hp:caption><hp:tr>"
        f"{cell.format(story('연도'), 0, 2)}</hp:tr><hp:tr>{cell.format(inner, 3, 1)}</hp:tr></hp:tbl>"
    )
    document = read(
        with_xml(
            paragraph(f"<hp:t>앞</hp:t>{table}<hp:t>뒤</hp:t>")
            + paragraph(f"<hp:container>{box}{box}</hp:container>")
            + paragraph('<hp:textart text="기후위기"/><hp:t>본문</hp:t>')
            + paragraph(
                f"<hp:switch><hp:case>{box}</hp:case><hp:default>{box}</hp:default></hp:switch>"
            )
        ),
        "a.hwpx",
        None,
    )
    assert rows(document) == [
        ("paragraph 1", "body", "앞 뒤"),
        ("table 1, row 1, cell 3", "cell", "연도"),
        ("table 1, row 4, cell 2, table 1, row 1, cell 1", "cell", "NDC"),
        ("caption 1", "body", "표 1. 감축목표"),
        ("text box 1", "body", "탄소중립"),
        ("text box 2", "body", "탄소중립"),
        ("paragraph 2", "body", "본문"),
        ("text box 3", "body", "기후위기"),
        ("text box 4", "body", "탄소중립"),
    ]


KINDS = [
    ('styleIDRef="2"', "heading"),  # 개요 1
    ('styleIDRef="18"', "heading"),  # 차례 제목
    ('styleIDRef="1" paraPrIDRef="3"', "heading"),  # a shape of the outline
    ('styleIDRef="1" paraPrIDRef="0"', "body"),
    ('styleIDRef="77" paraPrIDRef="88"', "item"),
    ('styleIDRef="78"', "quote"),
    ('styleIDRef="99"', "body"),
]


@pytest.mark.parametrize(("settings", "kind"), KINDS)
def test_kinds(settings: str, kind: str) -> None:
    contents = members(with_xml(paragraph("<hp:t>기후</hp:t>", settings)))
    header = contents["Contents/header.xml"].decode()
    contents["Contents/header.xml"] = (
        header.replace("</hh:styles>", '<hh:style id="78" name="인용문" engName=""/></hh:styles>')
        .replace("<hh:paraPr ", '<hh:paraPr id="88"><hh:heading type="NUMBER"/></hh:paraPr><hh:paraPr ', 1)
        .encode()
    )  # fmt: skip
    assert rows(read(zipped(contents), "a.hwpx", None)) == [("paragraph 1", kind, "기후")]


def sections(order: list[str], spine: list[str], folder: str = "Contents/") -> bytes:
    """A small HWPX file of the standard of 2024; each section says its own name."""
    namespace = 'xmlns:hp="http://www.owpml.org/owpml/2024/paragraph"'
    items = "".join(f'<opf:item id="{one}" href="{folder}{one}.xml"/>' for one in order)
    refs = "".join(f'<opf:itemref idref="{one}"/>' for one in spine)
    return zipped(
        {
            "mimetype": "application/hwp+zip",
            "Contents/content.hpf": (
                '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>'
                f"{items}</opf:manifest><opf:spine>{refs}</opf:spine></opf:package>"
            ),
            **{
                f"Contents/{one}.xml": f"<sec {namespace}>{paragraph(f'<hp:t>{one}</hp:t>')}</sec>"
                for one in order
            },
        }
    )


@pytest.mark.parametrize("folder", ["Contents/", "", "/Contents/"])
@pytest.mark.parametrize(
    ("spine", "expected"),
    [
        (["section10", "section2"], ["section10", "section2", "section0"]),
        ([], ["section0", "section2", "section10"]),
        (["missing", "section2"], ["section2", "section0", "section10"]),
    ],
)
def test_sections_come_in_the_order_of_the_spine(
    folder: str, spine: list[str], expected: list[str]
) -> None:
    data = sections(["section0", "section2", "section10"], spine, folder)
    assert read(data, "a.hwpx", None).text.split("\n\n") == expected
