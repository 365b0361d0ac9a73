"""Labels changed in the text of a file: all other lines stay as they are."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khihau.model import Comment, Concept, Decision, Label, SourceRef
from khihau.termbase.amend import amend_concept, amend_proposal
from khihau.termbase.build import build_concept
from khihau.termbase.dump import dump_concept
from khihau.termbase.proposals import proposal_of
from khihau.termbase.toml import parsed
from test_termbase_dump import CONCEPTS, LABELS

DAY = datetime.date(2026, 11, 30)
DECISION = Decision(by="B", on=DAY, status="approved", reason="r")
TEXT = """# ours
id = "a"   # kept

[[label]] # one
status = "preferred"  # voted
note.vi = "x"
lang = "vi"
near = [
  "b", # c
]
note.en = "y"
text = "một"
# about the next

[[ label ]]
lang = "ko"
text = '하나'
status = "admitted"
[[label.comment]]
by = "A"
on = 2026-01-01
text = \"\"\"
[[label]]\"\"\"

# the end
[[example]]
lang = "vi"
text = "⟦một⟧"
"""


def concept(text: str) -> Concept:
    values = parsed(text)
    assert values
    return build_concept(values, "", "")


def amended(text: str, *labels: Label) -> str:
    old = concept(text.removeprefix("\ufeff"))
    return amend_concept(text, old, replace(old, labels=labels))


VI, KO = concept(TEXT).labels


def test_nothing_changed_is_the_same_text() -> None:
    assert amended(TEXT, VI, KO) == TEXT


def test_the_status_keeps_its_comment() -> None:
    new = amended(TEXT, replace(VI, status="admitted"), KO)
    assert new == TEXT.replace('"preferred"  # voted', '"admitted"  # voted')


def test_a_key_that_was_not_there_stands_behind_the_one_before_it() -> None:
    new = amended(TEXT, VI, replace(KO, source=(SourceRef("s", "p. 1"),)))
    status = 'status = "admitted"\n'
    assert new == TEXT.replace(status, f'{status}source = {{ id = "s", at = "p. 1" }}\n')


def test_values_of_several_lines_are_replaced_whole() -> None:
    new = amended(TEXT, replace(VI, near=("d",), note={"vi": "z"}), KO)
    told = TEXT.replace('note.vi = "x"', 'note.vi = "z"').replace('note.en = "y"\n', "")
    assert new == told.replace('near = [\n  "b", # c\n]', '# c\nnear = ["d"]')


def test_a_second_decision_takes_the_place_of_the_list_of_one() -> None:
    once = amended(TEXT, VI, replace(KO, decision=(DECISION,)))
    line = '{ by = "B", on = 2026-11-30, status = "approved", reason = "r" }'
    assert f'status = "admitted"\ndecision = {line}\n[[label.comment]]' in once
    twice = amended(once, VI, replace(KO, decision=(DECISION, DECISION)))
    assert f"decision = [\n  {line},\n  {line},\n]\n[[label.comment]]" in twice
    assert amended(twice, VI, KO) == TEXT


def test_a_new_label_comes_behind_its_neighbour_and_before_comments_of_the_next() -> None:
    new = Label(
        lang="vi", text="hai", status="admitted", comment=(Comment(by="C", on=DAY, text="t"),)
    )
    table = '\n[[label]]\nlang = "vi"\ntext = "hai"\nstatus = "admitted"\n'
    table += '\n[[label.comment]]\nby = "C"\non = 2026-11-30\ntext = "t"\n'
    assert amended(TEXT, VI, new, KO) == TEXT.replace('"một"\n#', f'"một"\n{table}#', 1)
    assert amended(TEXT, VI, KO, new) == TEXT.replace('[[label]]"""\n', f'[[label]]"""\n{table}', 1)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_stay(mark: str) -> None:
    text = mark + TEXT.replace('"""\n[[label]]"""', '"x"').replace("\n", "\r\n")
    vi, ko = concept(text.removeprefix("\ufeff")).labels
    new = amended(text, replace(vi, status="admitted"), replace(ko, decision=(DECISION,) * 2))
    assert new.startswith(f"{mark}# ours\r\n")
    assert new.count("\n") == new.count("\r\n") == text.count("\n") + 4


def test_a_list_in_brackets_is_written_anew() -> None:
    text = 'id = "a"\nlabel = [{ lang = "vi", text = "một", status = "preferred" }]\n'
    old = concept(text)
    new = replace(old, labels=(replace(old.labels[0], status="admitted"),))
    assert amend_concept(text, old, new) == dump_concept(new)


REMARK = re.compile("# remark [0-9]+$", re.MULTILINE)


def commented(text: str) -> str:
    """A canonical text with remarks above and in each label, which writing it anew would lose."""
    number = count()
    places = re.compile(r'^(\[\[label\]\])$|(?<=^status = ")([a-z]+")$', re.MULTILINE)
    return places.sub(
        lambda found: (
            f"# remark {next(number)}\n{found[0]}"
            if found[1]
            else f"{found[0]}  # remark {next(number)}"
        ),
        text,
    )


@given(CONCEPTS, st.data())
@settings(deadline=None, max_examples=50)
def test_the_amended_text_is_the_new_concept(old: Concept, data: st.DataObject) -> None:
    drawn = [data.draw(LABELS) for _ in old.labels]
    labels = [
        replace(new, lang=was.lang, text=was.text, comment=was.comment)
        for was, new in zip(old.labels, drawn, strict=True)
    ]
    new = replace(old, labels=tuple(labels))
    text = commented(dump_concept(old))
    amended = amend_concept(text, old, new)
    assert concept(amended) == replace(new, domain="")
    assert REMARK.findall(amended) == REMARK.findall(text)


# The same label, as tables of its own, and what becomes of it when its decisions grow.
TABLES = """# c1
id = "a"
[[label]] # c2
lang = "vi" # c3
text = "một"
status = "admitted"
# c4
[label.note] # c5
vi = "x" # c6
# c7
[[label.comment]]
by = "A"
on = 2026-01-01
text = "t"
[[label.decision]] # c8
by = "B" # c9
on = 2026-11-30
# c10
status = "proposed"
reason = "r"
[[label]]
lang = "ko"
text = "하나"
status = "admitted"
"""
AMENDED = """# c1
id = "a"
[[label]] # c2
lang = "vi" # c3
text = "một"
status = "preferred"
# c8
# c9
decision = [
  { by = "B", on = 2026-11-30, status = "proposed", reason = "r" },
  { by = "B", on = 2026-11-30, status = "approved", reason = "r" },
]
# c4
[label.note] # c5
vi = "x" # c6
# c7
[[label.comment]]
by = "A"
on = 2026-01-01
text = "t"
# c10
[[label]]
lang = "ko"
text = "하나"
status = "admitted"
"""


def test_a_key_that_is_a_table_is_written_in_its_label() -> None:
    label, other = concept(TABLES).labels
    new = replace(label, status="preferred", decision=(*label.decision, DECISION))
    assert amended(TABLES, new, other) == AMENDED
    noted = replace(label, note={"vi": "y"})
    told = TABLES.replace('[label.note] # c5\nvi = "x" # c6\n', "")
    told = told.replace('"admitted"\n# c4', '"admitted"\n# c5\n# c6\nnote.vi = "y"\n# c4', 1)
    assert amended(TABLES, noted, other) == told


ONE = '{ by = "B", on = 2026-11-30, status = "proposed", reason = "r" }'
TWO = ONE.replace("proposed", "approved")
HEAD = 'concept = "a"\n'
TABLE = '# why\n[label]\ntext = "một"\nlang = "vi"\nstatus = "preferred"\n'


def decided(text: str) -> str:
    """The text of a proposal that is approved."""
    values = parsed(text)
    assert values
    old = proposal_of(values)
    label = replace(old.label, decision=(*old.label.decision, DECISION))
    return amend_proposal(text, old, old._replace(label=label))


@pytest.mark.parametrize(
    "decision",
    [
        f"decision = {ONE} # c\n",
        f"decision = [ # c\n  {ONE}\n]\n",
        '[[label.decision]]\nby = "B" # c\non = 2026-11-30\nstatus = "proposed"\nreason = "r"\n',
    ],
)
def test_the_decision_of_a_proposal(decision: str) -> None:
    told = f"# c\ndecision = [\n  {ONE},\n  {TWO},\n]\n"
    assert decided(HEAD + TABLE + decision) == HEAD + TABLE + told


@pytest.mark.parametrize(
    "label",
    [
        'label = {{ lang = "vi", text = "một", status = "admitted", decision = {one} }} # c\n',
        '# c\nlabel.lang = "vi"\nlabel.text = "một"\nlabel.status = "admitted"\nlabel.decision = {one}\n',
    ],
)
def test_a_proposal_in_a_way_of_its_own_is_written_anew(label: str) -> None:
    told = decided(HEAD + label.format(one=ONE))
    assert told.startswith("# c\n# No part of the glossary")
    assert told.endswith(f"decision = [\n  {ONE},\n  {TWO},\n]\n")


def test_comments_of_a_file_that_is_written_anew_stand_at_its_top() -> None:
    text = 'id = "a" # c1\nlabel = [\n  # c2\n  { lang = "vi", text = "#1", status = "preferred" }\n]\n'
    old = concept(text)
    new = replace(old, labels=(replace(old.labels[0], status="admitted"),))
    assert amend_concept(text, old, new) == "# c1\n# c2\n" + dump_concept(new)
