"""Numbers of what is shown that were found by trying; lengths of lists and limits of formats are no such."""

from __future__ import annotations

__all__ = ["CONTEXT", "HARD_WRAPPED", "SAME", "SHORT"]

# Where a draft has no blank lines: a longer line, in code points, is a paragraph by itself. Chosen by
# hand; tests/test_render_html.py holds it.
HARD_WRAPPED = 100

# How a changed text is told, in words: whole up to so many; else with so many beside what changed. With
# less of its words kept than this part it was not changed but written anew. Chosen by hand;
# tests/test_differences.py and tests/test_cli_diff.py hold them.
SHORT = 8
CONTEXT = 2
SAME = 0.4
