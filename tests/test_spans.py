"""Where spans lie: each look-up says what reading through all of them says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khihau.model import Region
from khihau.text import spans as look
from khihau.text.spans import Spans, Taken, disjoint, joined

Span = tuple[int, int]

# Few places, so that spans meet in every way: beside, over, in, as one another.
OFFSETS = st.integers(0, 30)


def _spans(least: int) -> st.SearchStrategy[Span]:
    return st.tuples(OFFSETS, st.integers(least, 10)).map(lambda pair: (pair[0], sum(pair)))


STRETCHES = _spans(0)
MANY = st.lists(_spans(1), max_size=12).map(sorted)
APART = MANY.map(lambda spans: joined(spans))


def _last(spans: Sequence[Span], offset: int) -> int:
    return sum(start <= offset for start, _ in spans) - 1


def _holds(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(low <= start and end <= high for low, high in spans)


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(low < end and start < high for low, high in spans)


def _cuts(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(
        _overlaps([span], start, end)
        and not _holds([span], start, end)
        and not _holds([(start, end)], *span)
        for span in spans
    )


@given(MANY, STRETCHES)
def test_a_look_up_says_what_reading_all_spans_says(spans: list[Span], stretch: Span) -> None:
    some, (start, end) = Spans(spans), stretch
    assert some.last(start) == _last(spans, start)
    assert some.holds(start, end) == _holds(spans, start, end)
    assert some.overlaps(start, end) == _overlaps(spans, start, end)
    assert some.cuts(start, end, 100) == _cuts(spans, start, end)
    assert spans[some.between(start, end)] == [one for one in spans if start <= one[0] < end]


@given(MANY, STRETCHES, st.integers(1, 12))
def test_what_begins_too_far_before_a_stretch_cuts_it_not(
    spans: list[Span], stretch: Span, reach: int
) -> None:
    near = [span for span in spans if span[0] > stretch[0] - reach]
    assert Spans(spans).cuts(*stretch, reach) == _cuts(near, *stretch)


@given(APART, STRETCHES)
def test_spans_apart_answer_at_once_what_the_value_answers(
    spans: tuple[Span, ...], stretch: Span
) -> None:
    some, (start, end) = Spans(spans), stretch
    assert look.last_at(spans, start) == some.last(start)
    assert look.holds(spans, start, end) == some.holds(start, end)
    assert look.overlaps(spans, start, end) == some.overlaps(start, end)
    assert look.between(spans, start, end) == some.between(start, end)


def test_what_stands_behind_start_and_end_is_not_looked_at() -> None:
    regions = (Region(2, 4, "code"), Region(6, 9, "url"))
    assert [look.last_at(regions, at) for at in (0, 2, 5, 6, 20)] == [-1, 0, 0, 1, 1]
    assert look.holds(regions, 6, 9)
    assert not look.overlaps(regions, 4, 6)
    assert look.between(regions, 3, 7) == slice(1, 2)
    assert Spans.of(regions).holds(2, 4)


def test_no_spans_have_nothing() -> None:
    none = Spans(())
    assert (none.last(3), look.last_at((), 3)) == (-1, -1)
    assert not any((none.holds(0, 1), none.overlaps(0, 9), none.cuts(0, 9, 9)))
    assert not any((look.holds((), 0, 1), look.overlaps((), 0, 9)))


def test_an_empty_stretch_is_overlapped_where_it_lies_inside_a_span() -> None:
    some = Spans([(2, 5)])
    assert [some.overlaps(at, at) for at in range(1, 7)] == [False, False, True, True, False, False]


@given(st.lists(_spans(1)))
def test_spans_are_taken_unless_a_part_is_taken(spans: list[Span]) -> None:
    taken, kept = Taken(), list[Span]()
    for span in spans:
        is_free = not _overlaps(kept, *span)
        assert taken.overlaps(*span) is not is_free
        assert taken.add(*span) is is_free
        kept += [span] * is_free


@given(st.lists(_spans(1)))
def test_of_items_that_overlap_the_first_and_then_the_longest_stays(spans: list[Span]) -> None:
    regions = [Region(*span, "code") for span in spans]
    kept: list[Region] = []
    for region in sorted(regions, key=lambda region: (region.start, -region.end)):
        if not _overlaps([one[:2] for one in kept], *region[:2]):
            kept.append(region)
    assert disjoint(regions) == tuple(kept)


@given(st.lists(_spans(1)))
def test_joined_spans_cover_the_same_and_do_not_touch(spans: list[Span]) -> None:
    found = joined(spans)
    covered = {at for span in spans for at in range(*span)}
    assert {at for span in found for at in range(*span)} == covered
    assert all(first[1] < second[0] for first, second in pairwise(found))
