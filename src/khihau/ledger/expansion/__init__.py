"""Writing acronyms out at their first use (rules E1 to E8): only additions, and only sure ones."""

from khihau.ledger.expansion.choice import Expansion, Left, expansion

__all__ = ["Expansion", "Left", "expansion"]
