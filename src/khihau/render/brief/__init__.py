"""A translation brief: the terms of a source, and how to render each; one format a file."""
