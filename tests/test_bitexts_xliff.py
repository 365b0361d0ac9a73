"""XLIFF as bitexts, in the shapes that real tools write."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_bitexts import EN, KO, VI, langs, read, refused, units

NAMESPACE = "urn:oasis:names:tc:xliff:document:"


def xliff_1(
    body: str, source: str = "vi-VN", target: str = "ko-KR", namespace: str = f"{NAMESPACE}1.2"
) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="{namespace}">\n'
        f'<file original="a.html" source-language="{source}" target-language="{target}" '
        f'datatype="html"><header/><body>\n{body}\n</body></file></xliff>'
    )


def unit(source: str, target: str, more: str = "") -> str:
    return f'<trans-unit id="1"{more}><source>{source}</source>{target}</trans-unit>'


def text_of(tmp_path: Path, source: str) -> str:
    """What is read of a source."""
    ((_, text, _),) = units(read(tmp_path, "a.xlf", xliff_1(unit(source, ""))))
    return text


def test_okapi(tmp_path: Path) -> None:
    """Okapi Rainbow and OmegaT: paired codes as g, bpt and ept, notes, an alternative."""
    body = f"""<group id="g"><group id="h"><trans-unit id="tu1" resname="p" xml:space="preserve">
<source xml:lang="vi">Biến đổi <g id="1">khí hậu</g> làm <bpt id="2">&lt;b></bpt>nước biển<ept id="2">&lt;/b></ept> dâng.</source>
<target xml:lang="ko">{KO}</target>
<note>ghi chú</note>
<alt-trans match-quality="80"><source>khác</source><target>다른</target></alt-trans>
</trans-unit></group></group>
<trans-unit id="tu2" translate="no"><source>NDC</source><target>NDC</target></trans-unit>
<bin-unit id="b1" mime-type="image/png"><bin-source/><trans-unit id="in"><source>x</source></trans-unit></bin-unit>
<group translate="no"><trans-unit id="tu3"><source>x</source></trans-unit>
<trans-unit id="tu4" translate="yes"><source>{VI}</source></trans-unit></group>"""
    bitext = read(tmp_path, "a.xlf", xliff_1(body))
    assert units(bitext) == [("unit “tu1”", VI, KO), ("unit “tu4”", VI, "")]
    assert langs(bitext) == ({"vi"}, {"ko"})
    assert bitext.source.path == str(tmp_path / "a.xlf")


def test_trados(tmp_path: Path) -> None:
    """An sdlxliff: segments marked on both sides, tracked changes, a structure-only unit."""
    body = f"""<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts>
<trans-unit id="6c1e" ><source>{VI} Hạn hán.</source>
<seg-source><g id="5"><mrk mtype="seg" mid="1">{VI}</mrk> <mrk mtype="seg" mid="2">Hạn hán.</mrk></g></seg-source>
<target><g id="5"><mrk mtype="seg" mid="2">가뭄<mrk mtype="x-sdl-deleted" sdl:revid="r">이</mrk><mrk mtype="x-sdl-added" sdl:revid="s">도</mrk>.</mrk> <mrk mtype="seg" mid="1">{KO}</mrk></g></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit></group>
<trans-unit id="s" translate="no"><source><x id="9"/></source></trans-unit>"""
    text = xliff_1(body).replace(
        "<xliff ", '<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
    )
    assert units(read(tmp_path, "a.sdlxliff", text)) == [
        ("unit “6c1e”, segment “1”", VI, KO),
        ("unit “6c1e”, segment “2”", "Hạn hán.", "가뭄도."),
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ('<target><mrk mtype="seg" mid="1">가</mrk></target>', "가"),
        ("<target>가 나</target>", "가 나"),
        (
            '<target><mrk mtype="seg" mid="1">가</mrk> 나 <mrk mtype="seg" mid="2">다</mrk></target>',
            "가 나 다",
        ),
        (
            '<target><mrk mtype="seg" mid="1">가</mrk><mrk mtype="seg" mid="1">나</mrk></target>',
            "가나",
        ),
        ("", ""),
    ],
)
def test_segments_that_do_not_agree(tmp_path: Path, target: str, expected: str) -> None:
    cut = '<seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>'
    bitext = read(tmp_path, "a.xlf", xliff_1(unit("A. B.", cut + target)))
    assert units(bitext) == [("unit “1”", "A. B.", expected)]


def test_memoq_and_phrase(tmp_path: Path) -> None:
    memoq = xliff_1(
        f'<trans-unit id="1" mq:status="Confirmed"><source xml:space="preserve">{VI} '
        f'<ph id="1">&lt;br/&gt;<sub>ẩn</sub></ph></source><target xml:space="preserve">{KO}'
        "</target><mq:minorversions><target>x</target></mq:minorversions></trans-unit>"
    ).replace("<xliff ", '<xliff xmlns:mq="MQXliff" ')
    assert units(read(tmp_path, "a.mqxliff", memoq)) == [("unit “1”", VI, KO)]
    phrase = xliff_1(
        f'<group id="0" m:para-id="0"><trans-unit id="x:0" m:confirmed="1"><source>{VI}</source>'
        f'<target>{KO}</target><alt-trans origin="memsource-tm"><target/></alt-trans>'
        "<m:tunit-metadata><m:mark><m:content>&lt;b&gt;</m:content></m:mark></m:tunit-metadata>"
        "</trans-unit></group>",
        "vi",
        "ko_kr",
    ).replace("<xliff ", '<xliff xmlns:m="http://www.memsource.com/mxlf/2.0" ')
    assert units(read(tmp_path, "a.mxliff", phrase)) == [("unit “x:0”", VI, KO)]


def test_weblate_without_namespace(tmp_path: Path) -> None:
    text = f"""<xliff version="1.1"><file original="strings" source-language="en" target-language="vi">
<body><trans-unit id="net_zero" approved="yes"><source>{EN}</source><target state="translated">{VI}</target></trans-unit>
<trans-unit id="save"><source>Save</source><target state="needs-translation">Save</target></trans-unit>
<trans-unit id="empty"><source/><target/></trans-unit></body></file></xliff>"""
    bitext = read(tmp_path, "vi.xliff", text)
    assert units(bitext) == [("unit “net_zero”", EN, VI), ("unit “save”", "Save", "")]
    assert langs(bitext) == ({"en"}, {"vi"})


def test_angular(tmp_path: Path) -> None:
    """Angular breaks and indents its sources, and knows no target language in them."""
    body = """<trans-unit id="7f3c" datatype="html"><source>
          Còn <x id="INTERPOLATION" equiv-text="{{years}}"/> năm<x id="LINE_BREAK" ctype="lb"/>đến
          <x id="START_BOLD_TEXT" ctype="x-b"/>2030<x id="CLOSE_BOLD_TEXT" ctype="x-b"/>.
        </source><context-group purpose="location"><context context-type="sourcefile">a.ts</context></context-group></trans-unit>"""
    text = xliff_1(body).replace(' target-language="ko-KR"', "")
    bitext = read(tmp_path, "messages.xlf", text)
    assert units(bitext) == [("unit “7f3c”", "Còn năm đến 2030.", "")]
    assert langs(bitext) == ({"vi"}, set())


def test_inline_codes(tmp_path: Path) -> None:
    assert (
        text_of(tmp_path, 'a<it id="1" pos="open">&lt;i></it>b<bx id="2"/>c<ex id="2"/>d') == "abcd"
    )
    assert text_of(tmp_path, 'a<ph id="1" ctype="lb">\\n</ph>b') == "a b"
    assert text_of(tmp_path, 'a<mrk mtype="term">b<g id="1">c</g></mrk>d') == "abcd"
    assert (
        text_of(tmp_path, "a<!-- b -->c<?d e?>f &amp; &#xAC00; <![CDATA[<b>]]>") == "acf & 가 <b>"
    )


def test_several_files(tmp_path: Path) -> None:
    file = '<file original="{}" source-language="{}" target-language="ko"><body>{}</body></file>'
    text = (
        '<xliff version="1.2">'
        + file.format("b.html", "en", unit(EN, f"<target>{KO}</target>"))
        + file.format("c.html", "vi", unit(VI, f"<target>{KO}</target>"))
        + "</xliff>"
    )
    bitext = read(tmp_path, "a.xlf", text)
    assert units(bitext) == [
        ("file “b.html”, unit “1”", EN, KO),
        ("file “c.html”, unit “1”", VI, KO),
    ]
    assert [segment.lang for segment in bitext.source.segments] == ["en", "vi"]
    assert refused(tmp_path, "a.xlf", text, source="en").startswith("its source is Vietnamese, not")


def xliff_2(body: str, languages: str = 'srcLang="vi" trgLang="ko-KR"') -> str:
    return f'<xliff xmlns="{NAMESPACE}2.0" version="2.0" {languages}><file id="f1">{body}</file></xliff>'


def test_xliff_2(tmp_path: Path) -> None:
    body = f"""<notes><note>x</note></notes><group id="g"><unit id="u1"><originalData><data id="d1">&lt;b></data></originalData>
<segment id="s1" state="final"><source>Biến đổi <pc id="1" dataRefStart="d1">khí hậu</pc> làm nước biển dâng.</source><target>{KO}</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Hạn<ph id="2" type="fmt" subType="xlf:lb"/>hán<sc id="3"/>.<ec startRef="3"/><cp hex="D800"/></source></segment></unit></group>
<unit id="u2"><segment><source>{VI}</source><target><mrk id="m1" type="term">{KO}</mrk></target></segment></unit>
<unit id="u3" translate="no"><segment><source>NDC</source></segment></unit>"""
    bitext = read(tmp_path, "a.xlf", xliff_2(body))
    assert units(bitext) == [
        ("unit “u1”, segment “s1”", VI, KO),
        ("unit “u1”, segment “2”", "Hạn hán.", ""),
        ("unit “u2”", VI, KO),
    ]
    assert langs(bitext) == ({"vi"}, {"ko"})


def test_languages(tmp_path: Path) -> None:
    body = unit(VI, f"<target>{KO}</target>")
    assert refused(tmp_path, "a.xlf", xliff_1(body), source="ko", target="vi") == (
        "its source is Vietnamese and its target Korean; did you swap --from and --to?"
    )
    assert refused(tmp_path, "a.xlf", xliff_1(body, target="fr-FR")) == (
        'says that its language is "fr-FR"; khihau knows vi, ko and en: '
        "correct it if it is one of these"
    )
    assert langs(read(tmp_path, "a.xlf", xliff_1(body, "und", "kor"))) == ({None}, {"ko"})
    own = xliff_1(unit(VI, f'<target xml:lang="ko">{KO}</target>')).replace(
        ' target-language="ko-KR"', ""
    )
    assert langs(read(tmp_path, "a.xlf", own)) == ({"vi"}, {"ko"})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1: is no well-formed XML"),
        (b"rubbish", "no well-formed XML"),
        (bytes(range(256)), "no well-formed XML"),
        (b"PK\x03\x04", "no well-formed XML"),
        (b"<html/>", "is no XLIFF (its root is <html>, version unknown)"),
        (b'<xliff version="3.0"/>', "version 3.0"),
        (b'<xliff xmlns="urn:x" version="1.2"/>', "is no XLIFF"),
        (b'<xliff version="1.2"/>', "has no translation unit"),
        (xliff_1("<trans-unit>").encode(), "no well-formed XML"),
        (xliff_1(unit("&#xD800;", "")).encode(), "no well-formed XML"),
        (xliff_1(unit("\0", "")).encode(), "no well-formed XML"),
        (xliff_1(unit("&x;", "")).encode(), "no well-formed XML"),
        (b'<!DOCTYPE x [<!ENTITY x "y">]><xliff/>', "DOCTYPE"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>', "DOCTYPE"),
        (xliff_1(unit("<g>" * 220 + "</g>" * 220, "")).encode(), "more than 200 elements within"),
    ],
)
def test_bad_xliff(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, "a.xlf", data)


def test_ten_thousand_units(tmp_path: Path) -> None:
    body = "".join(
        f'<trans-unit id="{n}"><source>{VI}</source><target>{KO}</target></trans-unit>'
        for n in range(10_000)
    )
    bitext = read(tmp_path, "a.xlf", xliff_1(body))
    assert len(bitext.alignments) == 10_000
    assert units(bitext)[-1] == ("unit “9999”", VI, KO)
