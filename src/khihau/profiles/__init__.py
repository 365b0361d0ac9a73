"""Kinds of text: what is told in each, how gravely, and which kind a text is."""
