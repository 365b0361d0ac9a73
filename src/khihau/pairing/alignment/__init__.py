"""Which sentence of a translation renders which of its source, and how sure that is."""
