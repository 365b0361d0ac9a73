"""What a repository of documents adds to a check: known findings, and what changed."""

__all__ = ["ACROSS"]

# In a baseline, the path of a finding that concerns several documents. A run over one of them
# cannot tell that it is gone, so such an entry leaves the baseline only when that is made anew.
ACROSS = "*"
