"""Decisions on labels: what loads, what `validate` says of them, and where they are shown."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from khihau.errors import GlossaryError
from khihau.exchange.base import Wanted
from khihau.exchange.tbx import export
from khihau.model import (
    Comment,
    Concept,
    Decision,
    DecisionStatus,
    Label,
    Source,
    SourceRef,
    Status,
    Termbase,
)
from khihau.render.differences import words_of_change
from khihau.site.labels import label_item
from khihau.site.site import site_of
from khihau.site.words import WORDS
from khihau.termbase.differences import concept_change
from khihau.termbase.load import load_glossary
from khihau.termbase.validate import validate

HEAD = 'id = "a"\n[[label]]\nlang = "vi"\ntext = "một"\nstatus = "admitted"\n'
SOURCES = {"law": Source("law", "Luật"), "minutes": Source("minutes", "Biên bản")}


def decision(status: DecisionStatus, day: int = 1, **keys: str) -> Decision:
    return Decision(by="B", on=datetime.date(2026, 11, day), status=status, **keys)


def label(*decisions: Decision, status: Status = "admitted", source: str = "law") -> Label:
    refs = (SourceRef(source),) if source else ()
    return Label(lang="vi", text="một", status=status, source=refs, decision=decisions)


def base_of(one: Label) -> Termbase:
    return Termbase((Concept(id="a", labels=(one,), domain="d"),), SOURCES)


def said(one: Label, today: datetime.date | None = None) -> list[str]:
    """What is said of the decisions and comments of a label."""
    found = validate(base_of(one), today=today)
    return [str(x) for x in found if x.key.startswith(("label[1].decision", "label[1].comment"))]


# --- loading --------------------------------------------------------------------------------------


def loaded(folder: Path, lines: str) -> Label:
    (folder / "a.toml").write_text(HEAD + lines, "utf-8")
    return load_glossary(folder / "a.toml", builtin=False)["a"].labels[0]


def test_one_decision_or_several(tmp_path: Path) -> None:
    one = '{ by = "B", on = 2026-11-01, status = "proposed" }'
    two = '{ by = "B", on = 2026-11-02, status = "approved", reason = "r", minutes = "minutes" }'
    first, second = decision("proposed"), decision("approved", 2, reason="r", minutes="minutes")
    assert loaded(tmp_path, f"decision = {one}\n").decision == (first,)
    assert loaded(tmp_path, f"decision = [{one}, {two}]\n").decision == (first, second)


def test_comments(tmp_path: Path) -> None:
    table = '[[label.comment]]\nby = "B"\non = 2026-11-01\ntext = "Ừ."\n'
    comment = Comment(by="B", on=datetime.date(2026, 11, 1), text="Ừ.")
    assert loaded(tmp_path, table * 2).comment == (comment, comment)


REFUSED = [
    (
        'decision = "approved"\n',
        (
            "a.toml:6: label[1].decision: expected "
            '{ by = "…", on = 2026-11-30, status = "…" } or a list of such, got the text "approved"'
        ),
    ),
    (
        'decision = { by = "B", on = "2026", status = "aproved" }\n',
        (
            'a.toml:6: label[1].decision.on: expected a date, got the text "2026"'
            " (write it like 2024-12-31, without quotes)\n"
            'a.toml:6: label[1].decision.status: "aproved" is not allowed;'
            ' allowed: proposed, approved, withdrawn (did you mean "approved"?)'
        ),
    ),
    (
        'decision = [{ by = "B", on = 2026-01-01 }]\n',
        "a.toml:6: label[1].decision[1].status: missing; it is required",
    ),
    (
        '[[label.comment]]\nby = "B"\non = 2026-11-01\n',
        "a.toml:6: label[1].comment[1].text: missing; it is required",
    ),
]


@pytest.mark.parametrize(("lines", "message"), REFUSED)
def test_what_loading_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(HEAD + lines, "utf-8")
    with pytest.raises(GlossaryError) as caught:
        load_glossary("a.toml", builtin=False)
    assert str(caught.value) == message


# --- validate -------------------------------------------------------------------------------------

PROPOSED = decision("proposed", reason="r")

QUIET = [
    label(PROPOSED),
    label(decision("approved", reason="r"), status="preferred"),
    label(PROPOSED, decision("approved", 2), status="preferred"),  # for the reason of the proposal
    label(decision("approved", reason="r", minutes="minutes"), status="forbidden"),
    label(decision("approved", reason="r", minutes="https://example.org/12")),
    label(PROPOSED, decision("approved", 2), decision("withdrawn", 3), status="deprecated"),
    label(PROPOSED, decision("approved")),  # on one day
]


@pytest.mark.parametrize("one", QUIET)
def test_no_false_alarm(one: Label) -> None:
    assert said(one, datetime.date(2026, 11, 30)) == []


TOLD = [
    (
        label(PROPOSED, status="preferred"),
        (
            '"một" is preferred, and only proposed'
            " (make it admitted until it is approved, or use khihau glossary propose)"
        ),
    ),
    (
        label(decision("approved", reason="r"), source=""),
        '"một" is approved without a source (write source = "…")',
    ),
    (
        label(decision("proposed"), decision("approved")),
        '"một" is approved without a reason (write reason = "…")',
    ),
    (
        label(decision("withdrawn", 2), status="preferred"),
        (
            '"một" is preferred, and withdrawn on 2026-11-02'
            ' (write status = "deprecated" or "forbidden")'
        ),
    ),
    (
        label(decision("proposed", 3), PROPOSED),
        'the decisions on "một" are not in the order of their days (the last is in force)',
    ),
    (
        label(decision("proposed", minutes="minuts")),
        (
            '"minuts" is no source in sources.toml, and no address'
            " (write a key of sources.toml or https://…)"
        ),
    ),
    (
        label(decision("proposed", 30)),
        "2026-11-30 has not come; today is 2026-11-29 (correct the day)",
    ),
]


@pytest.mark.parametrize(("one", "message"), TOLD)
def test_what_is_told(one: Label, message: str) -> None:
    told = said(one, datetime.date(2026, 11, 29))
    assert told == [f"a.toml: label[1].decision: {message}"]


def test_a_comment_of_tomorrow() -> None:
    comment = Comment(by="B", on=datetime.date(2026, 11, 30), text="x")
    told = said(replace(label(), comment=(comment,)), datetime.date(2026, 11, 29))
    assert told == [
        "a.toml: label[1].comment: 2026-11-30 has not come; today is 2026-11-29 (correct the day)"
    ]


def test_minutes_need_their_source() -> None:
    one = label(decision("approved", reason="r", minutes="minutes"))
    cited = [problem for problem in validate(base_of(one)) if problem.file == "sources.toml"]
    assert cited == []


# --- where they are shown -------------------------------------------------------------------------

DECIDED = replace(
    label(PROPOSED, decision("approved", 30, minutes="minutes"), status="preferred"),
    comment=(Comment(by="<C>", on=datetime.date(2026, 11, 2), text="Ừ & ừ."),),
)


def test_the_web_site_shows_them() -> None:
    shown = label_item(DECIDED, site_of(base_of(DECIDED), None, None, None), WORDS["vi"], "")
    assert '<p class="decision">Đề xuất ngày <time datetime="2026-11-01">' in shown
    assert "Phê duyệt ngày" in shown
    assert "(Biên bản: <cite>Biên bản</cite>)" in shown
    assert "&lt;C&gt;" in shown
    assert "Ừ &amp; ừ." in shown


def test_the_release_note_tells_a_new_one() -> None:
    concepts = [Concept(id="a", labels=(one,)) for one in (label(PROPOSED), DECIDED)]
    old, new = (
        replace(one, labels=(replace(one.labels[0], status="admitted"),)) for one in concepts
    )
    change = concept_change(old, new)
    assert change
    lines = "\n".join(map(str, words_of_change(change, SOURCES, SOURCES)))
    assert "decision: “approved on 2026-11-30 by B” added" in lines


def test_tbx_has_who_and_when_and_counts_the_rest() -> None:
    content, losses = export(base_of(DECIDED), Wanted("a.tbx"))
    assert isinstance(content, str)
    assert content.count('<transac type="transactionType">origination</transac>') == 1
    assert content.count('<transac type="transactionType">modification</transac>') == 1
    assert '<transacNote type="responsibility">B</transacNote>' in content
    assert "<date>2026-11-30</date>" in content
    assert [str(one) for one in losses] == [
        "2 decision details left out: TBX-Basic holds who decided and when",
        "1 comment left out: TBX-Basic has no such category",
    ]
