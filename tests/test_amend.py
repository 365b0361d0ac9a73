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
from khihau.termbase.amend import amend_concept, amend_label
from khihau.termbase.build import build_concept
from khihau.termbase.dump import dump_concept
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
    assert new == told.replace('near = [\n  "b", # c\n]', 'near = ["d"]')


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


def test_one_label_of_a_proposal() -> None:
    label = Label(lang="vi", text="một", status="preferred", decision=(DECISION,))
    text = '# why\n[label]\ntext = "một"\nlang = "vi"\ndecision = { by = "x" } # c\nstatus = "x"\n'
    assert '{ by = "B"' in amend_label(text, replace(label, decision=()), label)
