"""The domains of a glossary, folders of its concept files, that matching and the rules ask about."""

from __future__ import annotations

__all__ = ["ACTS", "BODIES"]

ACTS = "law"
BODIES = "institutions"  # of states, and between them
