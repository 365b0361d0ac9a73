"""The sessions in the documents show what the commands print, with the glossary as it is today.

`python tools/sessions.py --write` makes them do so again.
"""

from __future__ import annotations

import pytest

from sessions import Session, pages, remade, sessions_of

SESSIONS = [session for page in pages() for session in sessions_of(page)]


@pytest.mark.usefixtures("one_base")
@pytest.mark.parametrize("session", SESSIONS, ids=str)
def test_it_shows_the_real_output(session: Session) -> None:
    shown = [block.content for block in session.blocks]
    assert remade(session) == shown, "remake it: python tools/sessions.py --write"
