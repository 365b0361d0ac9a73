"""The sessions in the documents show what the commands print, with the glossary as it is today.

`python tools/sessions.py --write` makes them do so again.
"""

from __future__ import annotations

import pytest

from sessions import ROOT, Block, blocks_of, pages, remade_block

SESSIONS = [
    block for page in pages() for block in blocks_of(page) if block.language in ("console", "pycon")
]


@pytest.mark.usefixtures("one_base")
@pytest.mark.parametrize("block", SESSIONS, ids=str)
def test_it_shows_the_real_output(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert remade_block(block) == block.content, "remake it: python tools/sessions.py --write"
