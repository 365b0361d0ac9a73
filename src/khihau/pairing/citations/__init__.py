"""Acts, standards and articles that a text cites by number, and whether two are one (rule P6)."""
