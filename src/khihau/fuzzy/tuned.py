"""The numbers of the search that were found by trying, and what holds them.

Those of suggest were chosen by hand on the odd lines of bench/data/suggest.tsv; `bench/suggest.py`
counts hits and false confidence on them and on the even ones, which are held out. The cases in
tests/spec/suggest.md hold them.
"""

from __future__ import annotations

# --- what a word weighs in a phrase (index) -------------------------------------------------------

LEAST_WEIGHT, MOST_OF_RARITY = 0.5, 1.0  # a word of all concepts, and what a rare one gets beside
FEWEST_CONCEPTS = 50  # a smaller base tells not which words are rare
FUNCTION_WEIGHT = 0.15  # a function word's share of the weight of another one
UNSEEN_WEIGHT = 1.1
NUMBER_WEIGHT = 1.5  # COP30 is a session, whatever stands beside it

# --- how near a phrase is to a label (likeness) ---------------------------------------------------

QUERY_SHARE = 0.55  # the phrase counts a little more than the label
OTHER_MARKS = 0.4  # thuê is not thuế
NEAR_SENSE = 0.5
ONE_SENSE = 0.65  # one ordinary word that means the same is no name
SAME_SENSE = 0.95  # thay đổi for biến đổi, in the label's own language
OTHER_LANGUAGE = 0.97
OTHER_SENSE = 0.98  # a word of the label that means something else too: exchange for mua bán
SHORTEST_TYPO = 3  # letters of a word that may be mistyped
TYPO_FROM, TYPO_LOSS = 0.65, 0.1
TYPOS_AT_MOST = 4  # words that a mistyped one may stand for

# --- how near a mistyped acronym is (acronym_likeness) --------------------------------------------

ACRONYM_FROM, ACRONYM_AT_MOST = 0.6, 0.95
SAME_LENGTH, SAME_ENDS, SWAPPED = 0.10, 0.05, 0.08
UNSURE_LENGTH, UNSURE = 3, 0.74  # letters that are too few, and what they leave of it

# --- which answers are shown, and which are confident (suggestions), in points of 100 ---------------

CONFIDENT_FROM = 72.0
BESIDE_THE_BEST = 12.0  # what is farther below the best is not meant
WORTH_SHOWING = 25.0
TIED_AT_MOST = 10  # answers that may be equally near as the last one shown
EXACT, RESPACED, UNMARKED = 100.0, 99.0, 97.0
MOST_FUZZY = 96.0
SURE = 82.0  # from here on a part of a label will do
MOST_OF_A_LABEL, MOST_OF_A_RENDERING = 0.72, 0.7
UNION_SHARE = 0.07  # what all labels of the concept explain together, beside its best one

# --- which labels are compared at all (suggestions): as few as leave the figures as they are ----------

ROWS_COMPARED = 48
OF_THE_MOST_SHARED = 0.3  # rows that share less are not compared
POSTINGS_READ = 700  # of one word, shortest labels first: there a very common one counts
LEAST_GAIN = 0.3  # function words lead nowhere

# --- a whole phrase that is mistyped (suggestions) ------------------------------------------------

LETTERS_A_SLIP, MOST_SLIPS = 7, 2  # a slip in so many letters leaves a word what it is
LOSS_OF_A_SLIP = 1.8
MISTYPED_AT_MOST = 4  # labels of one length

# --- the words before a bracket that are a full form (meant_full_form) ----------------------------
# Chosen by hand; the cases of rule A7 in tests/spec/acronyms-*.md and tests/test_suggest.py hold them.

LONGEST_FULL_FORM = 26  # units
LIKE_ENOUGH = 0.5
LONE_LABEL_SHARE = 0.6  # what one single word must cover of a label to be its rendering
AT_A_BORDER = 0.03
PARTS_OF_A_NAME = 5  # eojeols that a name may be written in
LONG_IN_SYLLABLES = 5  # one syllable of a shorter word may make another word
AT_THE_HEAD = 0.1  # where a name begins with its head noun

# --- slips in names that have the capitals of one in a text (near_miss) ------------------------------

TITLED_WORDS = 3  # two words with capitals may be a headline's

# --- exchanged words of proper names (name_exchanges) -----------------------------------------------
# Chosen by hand on real texts; tests/spec/rules/inexact-name.md holds it.

FEWEST_ACTS = 2  # of one name, whose years are known
YEARS_AFTER = 3  # behind the newest of them: later there may be one that nobody knows yet
SHORTEST_NAME = 3  # words that say something: what is left of a shorter name may be anything

# --- titles of acts that are cited (cited_titles) -------------------------------------------------
# Chosen by hand; tests/spec/rules/official-title.md holds them.

FEWEST_EQUAL = 4  # words that a quotation shares with its title
LEAST_EQUAL = 0.7  # of the words of a title
LEAST_EQUAL_IN_LAWS = 0.6  # where a title stands before its number, both its ends are known
MOST_EDITS = 3  # places that differ; words left out, and words too many
MOST_MORE = 6  # words beyond those of a title are looked at
WAY_TO_A_TITLE = 400  # characters between a number and the far end of a title

# --- titles that are cited by name (named_titles) ---------------------------------------------------
# Chosen by hand on real texts; tests/spec/rules/official-title.md holds them.

TELLING_ALONE = 4  # words that say what a title is about: it needs no quotation marks, no capital
MOST_EXCHANGED = 3  # words in the place of one, small ones too
LONGEST_EXCHANGE = 5  # syllables, where no spaces part words
LEAST_STEM = 3  # letters that two words share which are one with other endings

# --- titles that are cited twice (recited_titles) -----------------------------------------------------
# Chosen by hand; tests/spec/rules/official-title.md holds them.

FEWEST_RECITED = 6  # words of a title, or syllables
LEAST_RECITED = 0.75  # of the words of a title are the same
WAY_TO_A_RECITED = 120  # characters between a number and its title: a date, a body
