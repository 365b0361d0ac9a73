"""The numbers of `pair` that were found by trying, not derived: each group says what it does and where it was measured.

The scores of an alignment are logarithms of likelihoods. Unless a group says otherwise, its numbers
were chosen on the odd texts up to 24 of `bench/data/bitexts` with `bench/align.py`, which prints what
a change does to those, to the even ones and to the texts that were held out.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khihau.model import SegmentKind

__all__ = [
    "ACROSS_CUTS",
    "ACROSS_ITEMS",
    "ACROSS_PARAGRAPHS",
    "ALIKE_SOURCES",
    "ANY_LENGTH",
    "CITED_AT_MOST",
    "COMMON",
    "CONSTANTS",
    "CUT_ANEW",
    "DISAGREE",
    "ELSEWHERE",
    "FACTORS",
    "FEW",
    "FEW_CONFIDENCE",
    "KEPT",
    "LEAST_STRETCH",
    "LONGEST_TITLE",
    "MANY_PARAGRAPHS",
    "MANY_PASSAGES",
    "MOST_STRETCH",
    "MOVED",
    "MOVED_ALONG",
    "NAMED_IN_PART",
    "NAMED_OTHERWISE",
    "NUMBER_ALONE",
    "ODD_LENGTH",
    "ODD_UNIT",
    "OF_ANOTHER",
    "OTHER_KIND",
    "OTHER_PARAGRAPHS",
    "OTHER_SHAPE",
    "QUITE_OTHER_KIND",
    "SAID_OTHERWISE",
    "SHAPES",
    "SIDE_BY_SIDE",
    "STRANGERS",
    "SURE",
    "SURE_OF_LENGTHS",
    "UNIT_MISSES",
    "VARIANCE",
    "WEIGHT",
]

# --- lengths --------------------------------------------------------------------------------------

# How long a text is in its language, `Translation.length`, is an average. Texts much longer than so
# many code points tell for themselves how their lengths compare, within these bounds.
SURE_OF_LENGTHS = 1500.0
LEAST_STRETCH, MOST_STRETCH = 0.75, 1.33

# What any length that fits is worth, and how far it may be off: a variance for each code point (Gale
# & Church found 6.8), one of any piece, for headings and other short ones, and the most that a length
# tells against a bead.
SIDE_BY_SIDE = 1.5
VARIANCE = 6.0
ANY_LENGTH = 60.0
ODD_LENGTH = 6.0

# --- which pieces are paired ----------------------------------------------------------------------

# How often so many pieces of a source are so many of its target; a piece left out costs `(1, 0)`.
SHAPES: Mapping[tuple[int, int], float] = MappingProxyType(
    {
        (1, 1): -0.1,
        (1, 2): -2.2,
        (2, 1): -2.2,
        (2, 2): -5.0,
        (1, 3): -5.5,
        (3, 1): -5.5,
        (1, 4): -6.0,
        (4, 1): -6.0,
        (1, 0): -3.7,
        (0, 1): -3.7,
    }
)
OTHER_SHAPE = -8.0

# How likely a number, a concept or a name is found in the translation of its piece; and how much one
# weighs, since the concepts of a piece depend on each other.
KEPT = MappingProxyType({"number": 0.93, "concept": 0.87, "name": 0.63, "word": 0.5})
WEIGHT = MappingProxyType({"number": 1.0, "concept": 0.7, "name": 0.7, "word": 0.7})
# A number that the other text has nowhere: what it tells against a counterpart.
NUMBER_ALONE = 1.0
# Pieces of other texts, without any of the keys, that a short text is measured against.
ELSEWHERE = 8

# What a heading beside a body, or an item beside a quote, tells against a bead.
OTHER_KIND: Mapping[frozenset[SegmentKind], float] = MappingProxyType(
    {frozenset(("body", "item")): 0.7, frozenset(("body", "quote")): 0.7}
)
QUITE_OTHER_KIND = 2.0
# Code points of a heading that no markup shows at most.
LONGEST_TITLE = 120
# What a bead loses for each end of a paragraph in it; lists are often made one sentence.
ACROSS_PARAGRAPHS, ACROSS_ITEMS = 5.0, 1.2
# The paragraphs of a translation may be cut anew: a chain of sentences is tried that loses no more for
# their ends than this, and taken where each bead is worth so much more on average. Not tried where of
# more than so many paragraphs less than this share is paired other than one to one. Chosen on all 36
# texts, as they are and cut anew; only others can tell how it does.
ACROSS_CUTS, CUT_ANEW = 1.0, 0.1
MANY_PARAGRAPHS, OTHER_PARAGRAPHS = 60, 0.3

# --- what was moved -------------------------------------------------------------------------------

# The score that shows a piece left out here to be the one added there; the same of a neighbour of
# such a piece; what must speak against a pair, and nothing for it, to take it apart; and in how many
# free pieces a key may stand to point to one.
MOVED = 2.0
MOVED_ALONG = 0.5
DISAGREE = 1.6
COMMON = 8

# --- how sure an alignment is ---------------------------------------------------------------------

# Two logistic regressions, of what has two sides (True) and of what has one, fitted on the odd texts
# and on spoilt ones of these: paragraphs swapped, sentences dropped or added, the target of another
# text. The factors stand in the order of the signs in `alignment.confidence`, which are cut off where
# they were when fitted. The constants are lower than fitted, so that a confidence of 0.7 and more is
# right in 97 of 100 (`bench/align.py`; 94 of the held-out ones).
CONSTANTS: Mapping[bool, float] = MappingProxyType({True: 1.37 - 0.9, False: -3.4 - 1.4})
FACTORS: Mapping[bool, tuple[float, ...]] = MappingProxyType(
    {
        True: (0.34, 0.27, -0.16, -1.08, -0.16, -0.84, -2.8, 0.2, 0.16, -0.28, -1.07, 2.64, -3.13),
        False: (-0.03, 0.2, 0.13, -0.34, -0.44, 0.47, 3.84, -2.68),
    }
)
# Texts of so few sentences cannot show that they belong together: who pairs them says so, and no
# confidence is less. Chosen by hand; the cases of one sentence in tests/spec/pair hold it.
FEW, FEW_CONFIDENCE = 4, 0.9

# --- what an alignment and a wording are worth ----------------------------------------------------

# An alignment with less confidence makes a finding info. Chosen by hand; tests/spec/pair and the false
# alarms that `bench/pair.py` counts hold it.
SURE = 0.5
# The share of the words of a concept, by weight and by sense, from which on a passage says it in other
# words: of a common term, and of the name of a thing, which is not to be paraphrased. A name of which
# less than the last share stands there is not there. Chosen by hand on the good translations of
# bench/data/bitexts and on real ones; tests/spec/pair and the false alarms that `bench/pair.py` counts
# hold it.
SAID_OTHERWISE = 0.4
NAMED_OTHERWISE, NAMED_IN_PART = 0.75, 0.3
# A passage that cites more acts and articles than these is a list of them, and is not compared.
# Chosen by hand: the longest sentences of acts cite some thirty.
CITED_AT_MOST = 64
# Two texts of so many passages each, of which less than this share, by length, has a sure counterpart are no
# translations of each other. Of some 90 real alignments the least had 0.64, of 180
# pairs of unrelated texts and three of reports on one event the most had 0.08.
STRANGERS, MANY_PASSAGES = 0.3, 4
# When a unit renders another one: how much must speak against its own source beside that they share
# nothing, what must speak for the other's, and how odd a length that may have. Chosen by hand: none is
# told in 1,680 real units and 995 of the gold texts; of 40 exchanged ones of two files 17 are.
UNIT_MISSES, OF_ANOTHER, ODD_UNIT = 1.0, 5.0, 2.0
# The share of their words that two sources have in common which one translation may render. Chosen by
# hand; tests/spec/pair holds it.
ALIKE_SOURCES = 0.4
