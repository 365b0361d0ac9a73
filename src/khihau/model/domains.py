"""The domains of a glossary, folders of its concept files, that matching and the rules ask about."""

from __future__ import annotations

__all__ = ["ACTS", "BODIES", "PLACES"]

ACTS = "law"
BODIES = "institutions"  # of states, and between them
PLACES = "places"  # waters, islands and lands, by their proper names
