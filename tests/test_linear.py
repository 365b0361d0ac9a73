"""Twice the text is twice the work: of shapes that repeat, each further stretch costs what the last one did.

No clock is asked. What is counted is the same in every run: each call of a function, and the
characters that are cut out of the text, looked through in it, or read by one of our expressions,
since one call in C may read all that stands before. Copies of lists are not seen.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from cProfile import Profile
from dataclasses import fields
from typing import Any

import pytest

from khihau.engine import annotate, check, expand, fix, read
from khihau.match import scan as scanning
from khihau.model import Concept, Label, Match, Options, Termbase
from khihau.render.paragraphs import paragraphs
from khihau.text import regex as regexes
from khihau.text.fold import Folded, fold


def concept(name: str, acronym: str, *labels: Label) -> Concept:
    own = Label(lang="mul", text=acronym, status="preferred", kind="acronym")
    return Concept(id=name, labels=(own, *labels))


BASE = Termbase(
    (
        concept(
            "ndc",
            "NDC",
            Label(lang="vi", text="đóng góp do quốc gia tự quyết định", status="preferred"),
            Label(lang="vi", text="đóng góp quốc gia (tự quyết định)", status="admitted"),
            Label(lang="ko", text="국가 온실가스 감축목표", status="preferred"),
            Label(lang="en", text="nationally determined contribution", status="preferred"),
            Label(lang="en", text="national climate promise", status="forbidden"),
        ),
        concept(
            "cbam",
            "CBAM",
            Label(lang="en", text="carbon border adjustment mechanism", status="preferred"),
            Label(lang="ko", text="탄소국경조정제도", status="preferred"),
        ),
        concept(
            "cop",
            "COP{n}",
            Label(lang="vi", text="Hội nghị lần thứ {n} các Bên", status="preferred"),
            Label(lang="en", text="{n:ordinal} Conference of the Parties", status="preferred"),
        ),
        concept(
            "mrv",
            "MRV",
            Label(lang="vi", text="đo đạc, báo cáo, thẩm định", status="preferred"),
        ),
    )
)
OPTIONS = Options(analyser="off")


def distinct(at: int) -> str:
    """An acronym of five letters, another one for each number."""
    letters = (chr(ord("A") + at // 26**place % 26) for place in range(4))
    return "Q" + "".join(letters)


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def listed(unit: str) -> Callable[[int], str]:
    """A unit with another acronym each time."""
    one = len(unit.format(distinct(0)))
    return lambda size: "".join(unit.format(distinct(at)) for at in range(size // one))


SHAPES: dict[str, Callable[[int], str]] = {
    **{
        unit: repeated(unit)
        for unit in (
            "MRV(NDC)",
            "MRV(NDC)\n",
            "가를(NDC)",
            "x (NDC) ",
            "가 (NDC) ",
            "CBAM (CBAM) ",
            "가(이하 'NDC')",
            "x y z w v (NDC) ",
            "Full (NDC) NDC ",
            "COP 29 (COP29) ",
            "(x) về (NDC) ",
            "NDC (x ",
            "the national climate promise (NDC) ",
            "국가 온실가스 감축목표(NDC)를 ",
            "\n- a NDC",
            "[x](y) (NDC) ",
            "<b></b>(NDC) ",
            "NDC 가나다라마바사",
            "NDС ",  # with a Cyrillic С
        )
    },
    "a list of notes": listed("* {0}: cơ quan năng lượng mới\n"),
    "a row of definitions": listed("Foo Bar ({0}) "),
    "acronyms side by side": listed("{0} "),
}
# What `check` does, `fix` does too, and more.
COMMANDS: dict[str, Callable[[str], object]] = {
    "fix": lambda text: fix(text, BASE, suggested=True, options=OPTIONS),
    "expand": lambda text: expand(text, BASE, options=OPTIONS),
}
SIZE, STEP = 1_500, 600  # characters: nothing here looks farther than 1,300 to either side
MORE = 1.03  # lines that are cut elsewhere; the eight shapes of issue 15 took 1.2 to 1.6


class Work:
    """How many calls a function makes for a text, and how many characters it reads."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.characters = 0
        self.text = _counted_text(self._read)
        patch.setattr(regexes._Regex, "__getattribute__", _counted_regex(self._read))

        def folded(text: str, **how: bool) -> Folded:
            found = fold(text, **how)
            return found._replace(text=self.text(found.text))

        patch.setattr(scanning, "fold", folded)

    def of(self, function: Callable[[str], object], text: str) -> tuple[int, int]:
        text = self.text(text)
        self.characters = 0
        with Profile() as profile:
            function(text)
        return sum(entry.callcount for entry in profile.getstats()), self.characters

    def _read(self, characters: int) -> None:
        self.characters += max(0, characters)


def _counted_text(read: Callable[[int], None]) -> type[str]:
    """A text that tells how much of it is copied or looked through."""

    def whole(name: str) -> Callable[..., Any]:
        def method(self: str, *arguments: Any) -> Any:
            read(len(self))
            return getattr(str, name)(self, *arguments)

        return method

    def ranged(name: str) -> Callable[..., int]:
        def method(self: str, part: str, start: int = 0, end: int | None = None) -> int:
            low, high, _ = slice(start, end).indices(len(self))
            found: int = getattr(str, name)(self, part, low, high)
            read(high - low if found < 0 else found - low if name == "find" else high - found)
            return found

        return method

    class Counted(str):
        def __getitem__(self, key: Any) -> str:
            part = str.__getitem__(self, key)
            read(len(part))
            return part

        def __contains__(self, part: object) -> bool:
            return self.find(str(part)) >= 0

    names = "lower casefold upper replace split splitlines strip lstrip rstrip translate partition"
    for name in names.split():
        setattr(Counted, name, whole(name))
    for name in ("find", "rfind"):
        setattr(Counted, name, ranged(name))
    return Counted


def _counted_regex(read: Callable[[int], None]) -> Callable[[Any, str], Any]:
    """How an expression hands out its methods: such as tell how far they read."""
    compiled: dict[tuple[str, int], re.Pattern[str]] = {}

    def get(self: Any, name: str) -> Any:
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        key = self._source, self._flags
        pattern = compiled.get(key) or compiled.setdefault(key, re.compile(*key))
        method = getattr(pattern, name)

        def whole(*given: Any) -> Any:
            read(len(given[name == "sub"]))
            return method(*given)

        if name in ("sub", "split", "findall"):
            return whole
        if name not in ("search", "match", "fullmatch", "finditer"):
            return method

        def one(text: str, low: int = 0, high: int = sys.maxsize) -> re.Match[str] | None:
            found: re.Match[str] | None = method(text, low, high)
            end = found.end() if found else min(high, len(text)) if name == "search" else low
            read(end - low)
            return found

        def each(text: str, low: int = 0, high: int = sys.maxsize) -> Iterator[re.Match[str]]:
            for found in method(text, low, high):
                read(found.end() - low)
                low = found.end()
                yield found
            read(min(high, len(text)) - low)

        return each if name == "finditer" else one

    return get


def assert_linear(work: Work, run: Callable[[str], object], make: Callable[[int], str]) -> None:
    run(make(SIZE))  # what is worked out once
    spent = [work.of(run, make(SIZE + more)) for more in (0, STEP, 2 * STEP)]
    for first, second, third in zip(*spent, strict=True):
        assert third - second <= MORE * (second - first), spent


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_further_stretch_costs_what_the_last_one_did(
    shape: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_linear(Work(monkeypatch), COMMANDS[command], SHAPES[shape])


@pytest.mark.parametrize("unit", ["가", "온실", "biến đổi ", "x", "-*_ ", "climate premise "])
def test_near_misses_are_sought_in_one_pass(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def near_misses(text: str) -> object:
        return check(text, BASE, rules=["near-miss"], options=OPTIONS)

    assert_linear(Work(monkeypatch), near_misses, repeated(unit))


def test_a_draft_is_cut_into_runs_in_one_pass() -> None:
    asked = 0

    class Asked(Match):
        def __getattribute__(self, name: str) -> Any:
            nonlocal asked
            asked += name == "start"
            return super().__getattribute__(name)

    def work(lines: int) -> int:
        nonlocal asked
        document = read("# CBAM\n" * lines)
        matches = [
            Asked(**{field.name: getattr(match, field.name) for field in fields(match)})
            for match in annotate(document, BASE)
        ]
        asked = 0
        assert sum(len(paragraph.runs) for paragraph in paragraphs(document, matches)) >= lines
        return asked

    assert work(400) <= 3 * work(200)


def test_work_that_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: what looks from each place back to the start does not pass."""
    comma = regexes.regex("[(]y*")

    def quadratic(text: str) -> None:
        for at in range(0, len(text), 10):
            comma.search(text, 0, at)

    def sliced(text: str) -> None:
        for at in range(0, len(text), 10):
            text[:at].rstrip()

    work = Work(monkeypatch)
    for run in (quadratic, sliced):
        first, second, third = (work.of(run, "x" * size)[1] for size in (3_000, 4_200, 5_400))
        assert third - second > 1.1 * (second - first)
