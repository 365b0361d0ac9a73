"""The scanner against markdown-it-py: what that calls code or a target is protected, text is not.

Every word of a generated document carries a number of its own, by which it is found in both.
Left out, since the scanner differs on purpose: indented code, bare URLs, <pre> and <code>.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from khihau.documents.prose.markup import scan

_ORACLE = MarkdownIt("commonmark").enable("table")
_NUMBER = re.compile(r"\d{4}")


@dataclass
class Oracle:
    """The numbers of the words that must, and must not, be protected."""

    protected: set[str] = field(default_factory=set)
    text: set[str] = field(default_factory=set)


def oracle(source: str) -> Oracle:
    env: dict[str, dict[str, dict[str, str]]] = {}
    found = Oracle()
    _read(_ORACLE.parse(source, env), found)
    for reference in env.get("references", {}).values():
        found.protected.update(_numbers(reference["href"], reference["title"]))
    return found


def _read(tokens: Iterable[Token], found: Oracle) -> None:
    for token in tokens:
        attributes = [str(value) for name, value in token.attrs.items() if name != "alt"]
        found.protected.update(_numbers(*attributes))
        if token.type in ("code_inline", "fence", "html_inline"):
            found.protected.update(_numbers(token.content, token.info))
        elif token.type == "text":
            found.text.update(_numbers(token.content))
        _read(token.children or (), found)


def _numbers(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from _NUMBER.findall(text)


# --- documents: lists of lines, in which W is a word and U a word of a target ---------------------

_INLINE = st.sampled_from(
    [
        *("W", "W W", "W, W.", "(W)", "“W”", "W!"),
        *("`W`", "``W ` W``", "` W`", "`` `W` ``", r"\`W\`", "`", "``", "W`W"),
        *("[W](U)", '[W `W`](U "W")', "[W](<U U>)", "![W](U (W))", "[![W](U)](U)", "[W](a(U)b)"),
        *("[W][r]", "[r]", "[W]", "[W](W W)", "[", "]", "](U", "!["),
        *("**W**", "*W*", "_W W_", "**W", "W*"),
        *('<b title="W">W</b>', "<br/>", "<W>", "< W", "<!-- W -->", "<b W", "<b title='W"),
        *("<https://x.vn/U>", "<U@x.vn>", "&amp;", "\\[W](U)", "\\", "W|W"),
    ]
)
_LINE = st.lists(_INLINE, min_size=1, max_size=5).map(" ".join)
_PARAGRAPH = st.lists(_LINE, min_size=1, max_size=3)
_HEADING = st.tuples(st.sampled_from(["# ", "### "]), _LINE).map(lambda parts: ["".join(parts)])
_SETEXT = st.tuples(_LINE, st.sampled_from(["===", "---"])).map(list)
_CODE_LINE = st.sampled_from(["W", "  W", "", "`W`", "```", "~~~", "> W", "- W", "<!-- W", "# W"])
_RULE = st.sampled_from([["***"], ["- - -"]])
_DEFINITION = st.just(["", '[r]: /x/U "W"', ""])


@st.composite
def fences(draw: st.DrawFn) -> list[str]:
    mark = draw(st.sampled_from(["```", "````", "~~~", "~~~~~"]))
    info = draw(st.sampled_from(["", "py", " W"]))
    closed = draw(st.sampled_from([[mark], [mark + mark[0]], [mark + "  "], []]))
    return [mark + info, *draw(st.lists(_CODE_LINE, max_size=4)), *closed]


@st.composite
def tables(draw: st.DrawFn) -> list[str]:
    cell = st.sampled_from(["W", "`W`", "[W](U)", "", r"W \| W", "**W**"])
    width = draw(st.integers(1, 3))
    row = st.lists(cell, min_size=width, max_size=width).map(lambda c: f"| {' | '.join(c)} |")
    return [draw(row), "|" + "---|" * width, *draw(st.lists(row, max_size=3)), ""]


def nested(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    inside = st.lists(blocks, min_size=1, max_size=3).map(separated)
    return st.one_of(
        inside.map(lambda lines: [f"> {line}".rstrip() for line in lines]),
        st.tuples(st.sampled_from(["- ", "* ", "1. ", "+   "]), inside).map(item),
    )


def item(parts: tuple[str, list[str]]) -> list[str]:
    mark, (first, *rest) = parts
    return [mark + first, *(" " * len(mark) + line if line else "" for line in rest)]


def separated(blocks: Sequence[list[str]]) -> list[str]:
    return [line for block in blocks for line in (*block, "")][:-1]


_LEAVES = st.one_of(
    _PARAGRAPH, _PARAGRAPH, _HEADING, _SETEXT, fences(), tables(), _RULE, _DEFINITION
)
_BLOCKS = st.recursive(_LEAVES, nested, max_leaves=6)
_VOCABULARY = ("khí", "phát thải", "기후", "감축목표를", "climate", "NDC", "Điều", "carbon")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document whose words are numbered; blocks may follow each other without a blank line."""
    blocks = draw(st.lists(_BLOCKS, min_size=1, max_size=5))
    gap = draw(st.sampled_from([[""], []]))
    lines = [line for block in blocks for line in (*block, *gap)]
    words = draw(st.permutations(_VOCABULARY))
    count = iter(range(1000, 10_000))

    def numbered(placeholder: re.Match[str]) -> str:
        number = next(count)
        return f"u{number}" if placeholder[0] == "U" else f"{words[number % len(words)]}{number}"

    return re.sub(r"(?<![A-Za-z])[WU](?![A-Za-z])", numbered, "\n".join(lines))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents())
def test_code_and_targets_are_protected_and_text_is_not(source: str) -> None:
    expected = oracle(source)
    regions = [(r.start, r.end) for r in scan(source).protected]
    for number in sorted(expected.protected | expected.text):
        place = source.index(number)
        protected = any(start <= place < end for start, end in regions)
        assert protected == (number in expected.protected), f"{number} in\n{source}"
