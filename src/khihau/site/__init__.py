"""A glossary as a static web site in three languages, which needs no server."""

from __future__ import annotations

from khihau.site.tree import pages

__all__ = ["pages"]
