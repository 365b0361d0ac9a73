"""Which sentence a candidate stands in: found around it, as one pass over the text would find it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khihau.languages.candidates import Candidate, Term, sentence_around
from khihau.text.fold import Folded

TERM = Term("c", "en", "x", "preferred", "full", case_exact=False, syllables=1)
REACH = 2000


def around(text: str, start: int, end: int) -> str:
    """The sentence around text[start:end]."""
    low, high = sentence_around(Candidate(Folded(text, text), start, end, TERM, None))
    return text[low:high]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("one. x two. three", "x two"),
        ('he said "x." she', 'he said "x'),
        ('"no." x yes', "x yes"),
        ("v1.5 x 3.2", "v1.5 x 3.2"),
        ("가。x。나", "x"),
        ("가.x.나", "가.x.나"),
        ("head\n\nx text! more", "x text"),
        ("x", "x"),
    ],
)
def test_a_sentence_ends_at_its_stops(text: str, sentence: str) -> None:
    at = text.index("x")
    assert around(text, at, at + 1) == sentence


def slowly(text: str, start: int, end: int) -> str:
    """The same in one pass from the first character."""
    first, last = 0, len(text)
    for at, character in enumerate(text):
        after = at + 1
        if character in ".!?…":
            while text[after : after + 1] in ('"', "'", ")", "]"):
                after += 1
            if text[after : after + 1] != " ":
                continue
            after += 1
        elif character not in "。！？\n":
            continue
        if after <= start:
            first = after
        if at >= end:
            last = at
            break
    return text[max(first, start - REACH) : min(last, end + REACH)]


@example("a. " + "b" * 210 + "x" + "c" * 210 + ". d")
@example("a. " + "b" * 2100 + "x" + "c" * 2100 + ". d")
@given(st.text(st.sampled_from("ax .!?…。\n\"')]"), max_size=60))
def test_it_is_the_sentence_of_one_pass(text: str) -> None:
    for at in (at for at, character in enumerate(text) if character == "x"):
        assert around(text, at, at + 1) == slowly(text, at, at + 1)
