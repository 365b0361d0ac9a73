"""What the scanner takes for prose, and what it protects: tables of marked texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.documents.prose.markup import scan
from khihau.model import Document
from spec_tables import each_row

# ⟦kind|…⟧ is a protected stretch; everything else must stay open.
_PROTECTED_MARK = re.compile(r"⟦([a-z-]+)\|(.*?)⟧", re.DOTALL)

PROTECTED = [
    # code
    "Dùng ⟦code|`NDC`⟧ ở đây, và ⟦code|``a ` b``⟧.",
    "Code qua dòng ⟦code|`NDC\nBTR`⟧ trong một đoạn.",
    "Không đóng `NDC\n\nđoạn sau` vẫn là chữ.",
    r"Thoát \`NDC\` là chữ.",
    "Dấu \\\\⟦code|`NDC`⟧ sau gạch chéo kép.",
    "`` NDC ` không cùng độ dài",
    "⟦code|```py\nNDC\n```⟧\nsau",
    "⟦code|~~~\nNDC\n```\n~~~~⟧\nsau",
    "⟦code|````\n```\nNDC\n````⟧\nsau",
    "```` `NDC` ````".replace("```` `NDC` ````", "⟦code|```` `NDC` ````⟧") + " là một đoạn code",
    "Trước\n⟦code|```\nkhông đóng NDC\n\nđến hết⟧",
    "- mục\n\n  ⟦code|```\n  NDC\n  ```⟧\n  sau NDC\n",
    "- mục\n  ⟦code|```\n  NDC không đóng⟧\nra ngoài NDC\n",
    "> ⟦code|```\n> NDC⟧\nra ngoài NDC\n",
    "1. a\n   - b\n     ⟦code|```\n     NDC\n     ```⟧\n",
    "    Thụt vào vẫn là chữ NDC.",
    "\tThụt vào bằng tab NDC.",
    # HTML
    "Chữ ⟦tag|<b class=\"NDC\" title='x > y'>⟧NDC⟦tag|</b>⟧ và ⟦tag|<br/>⟧.",
    "Trước ⟦comment|<!-- NDC -->⟧ sau.",
    "⟦comment|<!-- NDC\n\nBTR -->⟧\nSau.",
    "⟦comment|<!-- khihau: ignore -->⟧ NDC cùng dòng.",
    "⟦code|<script>\nvar NDC;\n\nBTR\n</script>⟧\nSau",
    "⟦code|<style>\n.NDC {}\n</style>⟧",
    "⟦code|<pre>\nNDC\n\nBTR</pre>⟧ sau",
    "Trong ⟦code|<code>NDC</code>⟧ thẻ.",
    "NDC < BTR và 3 <4> là chữ, <Việt> cũng vậy.",
    "Mở ⟦tag|<code>⟧NDC không đóng.",
    # URLs and e-mail
    "Xem ⟦url|https://unfccc.int/ndc⟧.",
    "(xem ⟦url|https://unfccc.int/NDC_(x)⟧).",
    "자료는 ⟦url|https://x.kr⟧에서 볼 수 있다.",
    "자료는 ⟦url|https://unfccc.int/⟧에서 볼 수 있다.",
    "⟦url|https://ko.wikipedia.org/wiki/기후변화⟧ 참조",
    "⟦url|https://vi.wikipedia.org/wiki/Biến_đổi_khí_hậu⟧, NDC",
    "⟦url|HTTP://X.VN/NDC⟧! ⟦url|ftp://x.vn/NDC⟧; ⟦url|www.monre.gov.vn/NDC⟧…",
    '"⟦url|https://x.vn/NDC⟧" và **⟦url|https://x.vn/NDC⟧**',
    "⟦url|<https://x.vn/NDC>⟧ và ⟦email|<ndc@x.vn>⟧",
    "Trang ⟦url|baochinhphu.vn⟧, ⟦url|monre.gov.vn/NDC⟧ và ⟦url|unfccc.int⟧에서",
    "Thư ⟦email|NDC.team@me.go.kr⟧로 gửi ⟦email|a@b.vn⟧.",
    "x :// y và http:// không là URL; @NDC cũng không.",
    # links
    '[NDC]⟦target|(https://x.vn/NDC)⟧ và ![BTR]⟦target|(a_(b).png "NDC")⟧',
    "[NDC]⟦target|(<a b>)⟧ [x]⟦target|()⟧ [y] (NDC)",
    "[![NDC]⟦target|(a.png)⟧]⟦target|(b.html)⟧",
    "`[`".replace("`[`", "⟦code|`[`⟧") + "NDC](x)",
    '⟦target|[ndc]: https://x.vn/NDC "BTR"⟧\n\nXem [NDC]⟦target|[ndc]⟧, [ndc] và [NDC]⟦target|[]⟧.',
    "[Nguồn]: TTXVN",
    "[^1]: NDC là chữ.",
    # file names
    "Tệp ⟦file-name|NDC.pdf⟧를 và ⟦file-name|report_v2.docx⟧, ⟦file-name|보고서.hwp⟧.",
    "⟦file-name|docs/NDC.md⟧ ⟦file-name|NDC-BTR.PDF⟧.",
    "1.5°C, e.g. NDC, Article 6.2, COP29.Sau, CO2. Hết.NDC",
    # document numbers
    "Nghị định số ⟦document-number|06/2022/NĐ-CP⟧ và ⟦document-number|1055/QĐ-TTg⟧,",
    "⟦document-number|33/2021/TB-LPQT⟧; ⟦document-number|72/2020/QH14⟧.",
    "Quyết định ⟦document-number|942/QĐ\u2011TTg⟧ và số ⟦document-number|06/2022/NĐ\u2010CP⟧,",
    "theo ⟦document-number|QĐ-TTg⟧, ⟦document-number|NĐ-CP⟧, ⟦document-number|TT-BNNMT⟧",
    "⟦document-number|55-NQ/TW⟧ ⟦document-number|01/2022/TT-BTNMT⟧",
    "Decision ⟦document-number|18/CMA.1⟧, ⟦document-number|1/CP.21⟧에서 ⟦document-number|-/CMA.6⟧",
    "⟦document-number|FCCC/PA/CMA/2018/3/Add.1⟧, NDC",
    "và/hoặc, NDC/BTR, 2025/2026, 20/11/2024, UNEP/WMO, CT-XH, NDC-BTR, km/h",
]


@each_row("marked", PROTECTED)
def test_protected(marked: str) -> None:
    text = _PROTECTED_MARK.sub(r"\2", marked)
    expected = [(mark[1], mark[2]) for mark in _PROTECTED_MARK.finditer(marked)]
    document = scan(text)
    assert [(r.kind, text[r.start : r.end]) for r in document.protected] == expected


@each_row("marked", PROTECTED)
def test_line_breaks_move_nothing(marked: str) -> None:
    text = _PROTECTED_MARK.sub(r"\2", marked)
    windows = text.replace("\n", "\r\n")
    found = [(r.kind, windows[r.start : r.end]) for r in scan(windows).protected]
    assert [(kind, words.replace("\r\n", "\n")) for kind, words in found] == [
        (r.kind, text[r.start : r.end]) for r in scan(text).protected
    ]


SEGMENTS: list[tuple[str, list[tuple[str, str]]]] = [
    ("", []),
    (" \n\t\n", []),
    ("Một đoạn\nhai dòng.\n\nĐoạn sau.", [("body", "Một đoạn\nhai dòng."), ("body", "Đoạn sau.")]),
    ("# Tiêu đề #\n## Hai\n#ba", [("heading", "Tiêu đề"), ("heading", "Hai"), ("body", "#ba")]),
    ("Tiêu đề\nhai dòng\n===\nsau", [("heading", "Tiêu đề\nhai dòng"), ("body", "sau")]),
    ("Tiêu đề\n---\nsau", [("heading", "Tiêu đề"), ("body", "sau")]),
    ("Câu đã hết.\n---\nsau", [("body", "Câu đã hết."), ("body", "sau")]),
    ("trên\n\n***\n\ndưới", [("body", "trên"), ("body", "dưới")]),
    # capitals
    (
        "THÔNG CÁO BÁO CHÍ\nVỀ COP29\nHà Nội, ngày 20",
        [("heading", "THÔNG CÁO BÁO CHÍ\nVỀ COP29"), ("body", "Hà Nội, ngày 20")],
    ),
    ("BTR\n\nBTR\nlà báo cáo", [("heading", "BTR"), ("body", "BTR\nlà báo cáo")]),
    ("NDC를 제출", [("body", "NDC를 제출")]),
    ("2030\n\nA B\n\n29", [("body", "2030"), ("body", "A B"), ("body", "29")]),
    # lists
    (
        "Gồm:\n- một\n  tiếp\n* hai\n+ ba\n1. bốn\n2) năm",
        [
            ("body", "Gồm:"),
            ("item", "một\n  tiếp"),
            ("item", "hai"),
            ("item", "ba"),
            ("item", "bốn"),
            ("item", "năm"),
        ],
    ),
    ("Vào năm\n2024. Sau đó", [("body", "Vào năm\n2024. Sau đó")]),
    ("- a\n\n  đoạn hai\n\nngoài", [("item", "a"), ("item", "đoạn hai"), ("body", "ngoài")]),
    ("- a\n    - b\n        - c", [("item", "a"), ("item", "b"), ("item", "c")]),
    ("- NDC", [("item", "NDC")]),
    ("-NDC\n-5 độ", [("body", "-NDC\n-5 độ")]),
    ("[^1]: NDC là chữ", [("item", "NDC là chữ")]),
    # press releases
    (
        "□ 기후변화 대응\nㅇ 첫째 △ 정책\n  ○ 둘째\n△셋째\n• 넷째",
        [
            ("heading", "기후변화 대응"),
            ("item", "첫째 △ 정책"),
            ("item", "둘째"),
            ("item", "셋째"),
            ("item", "넷째"),
        ],
    ),
    ("□ 정부는 기후변화에 대응하였다.", [("body", "정부는 기후변화에 대응하였다.")]),
    ("□ 추진함.\n\n□ " + "긴 " * 31 + "끝", [("body", "추진함."), ("body", "긴 " * 31 + "끝")]),
    ("□ 정부는 감축목표를\n  상향하였다.", [("body", "정부는 감축목표를\n  상향하였다.")]),
    ("ㅇ내용", [("body", "ㅇ내용")]),
    # quotes
    ("> một\n> hai\nba\n\nbốn", [("quote", "một\n> hai\nba"), ("body", "bốn")]),
    ("> # đề\n> - mục", [("quote", "đề"), ("quote", "mục")]),
    ("- > trích", [("quote", "trích")]),
    # tables
    (
        "Trước\n| a | b |\n|---|:-:|\n| NDC | |\n| c \\| d | e |\n\nsau",
        [
            ("body", "Trước"),
            ("cell", "a"),
            ("cell", "b"),
            ("cell", "NDC"),
            ("cell", "c \\| d"),
            ("cell", "e"),
            ("body", "sau"),
        ],
    ),
    ("a | b\n--- | ---\nc | d", [("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d")]),
    ("| a | b |\n| c | d |", [("body", "| a | b |\n| c | d |")]),
    ("a | b\n---", [("heading", "a | b")]),
    # code and comments
    ("a\n```\nx\n```\nb", [("body", "a"), ("code", "```\nx\n```"), ("body", "b")]),
    ("a\n<!-- x -->\nb", [("body", "a"), ("body", "b")]),
    ("<!-- x\n\ny --> b\nc", [("body", "b"), ("body", "c")]),
    ("[x]: https://a.b/c\nsau", [("body", "sau")]),
    # lines that are paragraphs
    ("x" * 121 + ".\nHai nước.", [("body", "x" * 121 + "."), ("body", "Hai nước.")]),
    ("x" * 120 + "\nHai nước.", [("body", "x" * 120 + "\nHai nước.")]),
    ("một\u2029hai", [("body", "một"), ("body", "hai")]),
    ("một\u2028hai", [("body", "một\u2028hai")]),
    ("một\rhai\r\rba\r\nbốn", [("body", "một\rhai"), ("body", "ba\r\nbốn")]),
    ("\ufeffMột", [("body", "Một")]),
    ("\ufeff# Một", [("heading", "Một")]),
]


@each_row("text, expected", SEGMENTS)
def test_segments(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.kind, text[s.start : s.end]) for s in scan(text).segments] == expected


# ⟦…⟧ is quoted: matched, but not judged.
QUOTED = [
    # terms and titles in marks are judged
    'Thuật ngữ "NDC" và ‘파리협정’을, “Báo cáo minh bạch hai năm một lần”.',
    "theo 'Thỏa thuận cơ bản về hợp tác biến đổi khí hậu giữa hai Chính phủ Hàn Quốc và Việt Nam ký tại Seoul năm 2021'. Phiên sau",
    "công bố 'Báo cáo minh bạch hai năm một lần (BTR)' vào tháng 12",
    "the “nationally determined contribution,” which Parties submit",
    "It is called the “net zero.”",
    "“các mục tiêu … đến năm 2030” và “Ủy ban nhân dân TP. Hồ Chí Minh”",
    "「⟦기후위기 대응을 위한 탄소중립·녹색성장 기본법⟧」에 따라",
    "‘전력 수요’와 '캐나다 바다'",
    "don't và Nam's với '90s và 5'10\" NDC",
    "không đóng “Chúng ta phải hành động.\n\nđoạn sau” hết",
    # speech
    "Ông nói: “⟦Chúng ta phải hành động ngay bây giờ⟧”.",
    'Bà nhấn mạnh "⟦hai bên cần hợp tác⟧" và',
    "“⟦Chúng tôi sẽ nộp NDC mới⟧”, ông Thành cho biết.",
    "“⟦We will submit our NDC,⟧” she said.",
    "He replied, “⟦It is time to act. We must.⟧”",
    "“⟦Năm nay là năm 2030. Chúng ta phải hành động⟧”",
    "‘⟦We don’t have time to lose!⟧’",
    "'⟦We don't have time to lose.⟧' ",
    '장관은 "⟦적극 추진하겠다⟧"고 말했다.',
    '"⟦추진하겠습니다.⟧"',
    "“⟦기후변화 대응⟧”이라고 강조했다.",
    # titles of works
    "『⟦기후변화론⟧』과 《⟦NDC⟧》, «⟦Biến đổi khí hậu⟧»",
    # links and block quotes
    "[⟦NDC⟧](x) ![NDC](y)",
    "> ⟦một\n> hai⟧",
    "[a]: https://x.vn/\n\n[⟦a⟧] và [⟦NDC⟧][a] nhưng [b] không",
]


@pytest.mark.parametrize("marked", QUOTED)
def test_quoted(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    expected = re.findall(r"⟦(.*?)⟧", marked, re.DOTALL)
    assert [text[start:end] for start, end in scan(text).quoted] == expected


def test_front_matter() -> None:
    text = '---\ntitle: "Báo cáo NDC"\nlang: vi\ndate: 2024-06-01\ntags: [a]\n---\nThân bài.\n'
    document = scan(text)
    assert document.front_matter == {"title": "Báo cáo NDC", "lang": "vi", "date": "2024-06-01"}
    assert [(s.kind, text[s.start : s.end]) for s in document.segments] == [
        ("heading", "Báo cáo NDC"),
        ("body", "Thân bài."),
    ]
    assert [text[r.start : r.end] for r in document.protected] == [
        '---\ntitle: "',
        '"\nlang: vi\ndate: 2024-06-01\ntags: [a]\n---',
    ]


FRONT_MATTER = [
    ("---\ndate: 2024-06-01\n...\nx", {"date": "2024-06-01"}),
    ("\ufeff---\r\ndate: 2024-06-01\r\n---\r\n", {"date": "2024-06-01"}),
    ('+++\ndate = "2024-06-01"\n[extra]\na = 1\n+++\n', {"date": "2024-06-01", "a": "1"}),
    ("---\n# note\nlang: ko\nlist:\n  - a\n- b\n---\n", {"lang": "ko"}),
    ("---\ndescription: >\n  NDC\n---\n", {}),
    # no settings
    ("---\nlang: vi\n", {}),
    ("---\n---\n", {}),
    ("---\nHà Nội: thủ đô.\n---\n", {}),
    ("\n---\nlang: vi\n---\n", {}),
    ("x\n---\nlang: vi\n---\n", {}),
]


@pytest.mark.parametrize(("text", "values"), FRONT_MATTER)
def test_front_matter_values(text: str, values: dict[str, str]) -> None:
    assert scan(text).front_matter == values


def test_path_and_text_are_kept() -> None:
    assert scan("a\r\n", "x.md") == Document("a\r\n", scan("a").segments, path="x.md")


_PIECES = st.sampled_from(
    "` `` ``` ~~~ \n \r\n \r \t > - 1. # | |---| < <a </b> <!-- --> <pre> [ ]( ) [x]: \\ \" ' “ ” "
    "‘ ’ 『 』 « » □ ㅇ △ ㅇ· http:// www. @ .pdf / 06/2022/NĐ-CP --- +++ === *** NDC khí 기후 . ? a: "
    "\u2029 \u2028 \ufeff \x00 \ud800 \x0c".split(" ")
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map(" ".join))
def test_any_text_gives_a_sound_document(text: str) -> None:
    document = scan(text)
    spans = [(s.start, s.end) for s in document.segments]
    regions = [(r.start, r.end) for r in document.protected]
    for pairs in (spans, regions, list(document.quoted)):
        edges = [edge for pair in pairs for edge in pair]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in pairs)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_no_word_is_lost(text: str) -> None:
    """Every letter is in a segment, protected, or in a reference definition."""
    document = scan(text)
    seen = [(s.start, s.end) for s in document.segments]
    seen += [(r.start, r.end) for r in document.protected]
    lost = [
        (at, letter)
        for at, letter in enumerate(text)
        if letter.isalpha() and letter != "ㅇ" and not any(a <= at < b for a, b in seen)
    ]
    assert not lost


HOSTILE = [
    *"`[]<>\"'“(|*-_~#\\/@.\r\n\t\x00\ud800\u2029a기",
    *("` x", "`` ` ", "](", "[a](", "![a](b", "<a ", '<a b="', "<a b='", "<!--", "<!-- -->", "</"),
    *("<code>", "<script>\n", "> ", "- ", "- x\n", "  - x\n", "> x\n", "1. ", "|-", "a|b\n", "#\n"),
    *("://", "http://", "http://)", "http://a(", "www.", "a@", "a@a.", ".pdf", "x.pdf ", "a.vn "),
    *("A/", "1/", "-A", "FCCC/", "06/2022/NĐ-CP", "“a", "“a” ", "'a ", " 'a", "‘a’a", "『", "«a"),
    *(
        '"a b c d. ',
        "[x]: a/b\n",
        "[x]:",
        "[",
        "x\n===\n",
        "A B\n",
        "□ x\n",
        "~~~\n",
        "\\`",
        "-\n\n",
    ),
]


@each_row("piece", HOSTILE)
def test_hostile_text_is_answered(piece: str) -> None:
    """Long enough that a pass which is not linear would not come back."""
    text = piece * (60_000 // len(piece))
    assert scan(text).text == text


@pytest.mark.parametrize("piece", ["[", "](", "[a](", "![", "[]"])
def test_hostile_brackets_after_a_link_are_answered(piece: str) -> None:
    text = "[a](b)" + piece * (200_000 // len(piece))
    assert scan(text).text == text
