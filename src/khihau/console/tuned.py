"""Numbers of the commands that were found by trying; safety limits and lengths of lists are no such."""

from __future__ import annotations

__all__ = ["DOUBTFUL", "LONG", "MANY_FILES", "MUCH"]

# When a check works in several processes: with less to read, in bytes, starting them takes longer
# than the work. Chosen by hand with times of `khihau check` over folders; --jobs goes before it.
MUCH = 1_000_000

# From when on a run says that it is at work: so many files, or so many code points, of which the
# analysis takes about a second. Chosen by hand.
MANY_FILES = 20
LONG = 200_000

# When `pair` asks whether two texts belong together: of all passages, fewer are sure. Chosen by hand;
# tests/test_cli_pair.py holds it.
DOUBTFUL = 0.5
