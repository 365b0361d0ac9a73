"""Which lines of a text are not in an older one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khihau.project.changed_lines import changed_lines

few = st.lists(st.sampled_from("abc"), max_size=12)


@given(few, few)
def test_what_is_not_changed_stands_in_both_in_order(old: list[str], new: list[str]) -> None:
    changed = {line - 1 for some in changed_lines(old, new) for line in some}
    kept = iter(old)
    assert all(line in kept for at, line in enumerate(new) if at not in changed)
    assert changed_lines(new, new) == []


@given(few, few, few, few)
def test_one_place_is_one_change(
    a: list[str], old: list[str], new: list[str], b: list[str]
) -> None:
    found = changed_lines([*a, *old, *b], [*a, *new, *b])
    assert sum(map(len, found)) <= len(new)
    assert found == sorted(found, key=lambda some: some.start)


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_of_lines_that_stand_once_as_many_stay_as_can(old: list[int], new: list[int]) -> None:
    before, after = list(map(str, old)), list(map(str, new))
    most = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            most[i + 1][j + 1] = (
                most[i][j] + 1 if one == other else max(most[i][j + 1], most[i + 1][j])
            )
    assert sum(map(len, changed_lines(before, after))) == len(after) - most[-1][-1]


class Counted(str):
    """A line that counts how often it is compared or looked up."""

    times = 0

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        return super().__eq__(other)

    def __hash__(self) -> int:
        Counted.times += 1
        return super().__hash__()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["a"] * 3000, ["b", *["a"] * 2999, "c"]),
        (["a", "b"] * 1500, ["b", "a"] * 1400),
        ([str(n) for n in range(3000)], [str(n) for n in range(2999, -1, -1)]),
        ([str(n % 700) for n in range(3000)], [str(n * 7 % 701) for n in range(3000)]),
        ([str(n // 2) for n in range(3000)], [str(n // 3) for n in range(3000)]),
    ],
    ids=["one line", "in turn", "reversed", "repeated", "stretched"],
)
def test_work_does_not_grow_with_the_square(old: list[str], new: list[str]) -> None:
    Counted.times = 0
    changed_lines(list(map(Counted, old)), list(map(Counted, new)))
    assert Counted.times < 20 * (len(old) + len(new))
