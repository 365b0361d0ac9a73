"""A source text and its translation: what in one renders what in the other."""
