"""The pieces of which dates written with signs consist, and the shapes that a text of any language has.

A shape is a regular expression whose groups are the parts of a date: `y`, `m`, `d`, `h`, `min`, a
month's `name`, `from` and `to` for the other day of a range, `s` for the sign between.
"""

from __future__ import annotations

__all__ = ["ALONE", "DAY", "ENDS", "ISO_DATE", "MONTH", "TIME", "YEAR"]

YEAR = "(?:19|20|21)[0-9]{2}"
MONTH = "(?:1[0-2]|0?[1-9])"
DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
ALONE = r"(?<![0-9A-Za-z/:.,-])"
ENDS = r"(?![0-9A-Za-z]|[/:.,-][0-9])"
ISO_DATE = rf"{ALONE}(?P<y>{YEAR})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)(?P<d>{DAY}){ENDS}"
TIME = r"(?<![0-9:.,])(?P<h>2[0-4]|1[0-9]|0?[0-9]):(?P<min>[0-5][0-9])(?![0-9:])"
